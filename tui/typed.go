package tui

import (
	"context"
	"fmt"
	"linkvet/advisor"
	"maps"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Text that is being typed and not yet part of a record is kept in env.drafts,
// by every screen that takes text. What is there is saved while it is typed,
// so that nothing that ends the program loses it, and is there again when the
// screen is opened by the next program.

// saveTypedAfter is how long a typed character waits to be saved at the most.
const saveTypedAfter = 400 * time.Millisecond

// typed follows the texts of env.drafts on their way to the store.
type typed struct {
	saved   map[string]string // as the store has them, or is being told
	lost    map[string]string // could not be saved; tried again with the next
	waiting bool              // the clock runs; it stands while all is saved
}

func newTyped() *typed { return &typed{saved: map[string]string{}} }

// typedTickMsg says that it is time to save what was typed.
type typedTickMsg struct{ typed *typed }

// typedLoadedMsg brings what was typed and not finished before, and whose
// questions were left.
type typedLoadedMsg struct {
	typed  *typed
	texts  map[string]string
	resume resumeOffer
}

// typedLostMsg says that texts could not be saved.
type typedLostMsg struct {
	typed *typed
	texts map[string]string
	err   error
}

// unconfirmed is a draft that is not a plain text.
type unconfirmed interface {
	// unconfirmed is the draft as it is saved; not ok while there is nothing to
	// save.
	unconfirmed() (text string, ok bool)
}

// draftText is a draft as it is saved.
func draftText(draft any) (text string, ok bool) {
	switch draft := draft.(type) {
	case string:
		return draft, draft != ""
	case unconfirmed:
		return draft.unconfirmed()
	}
	return "", false
}

// unsaved are the texts that the store does not have as they are now; "" for
// those that are no more.
func (e *env) unsaved() map[string]string {
	texts := map[string]string{}
	for key, draft := range e.drafts {
		if text, ok := draftText(draft); ok && e.typed.saved[key] != text {
			texts[key] = text
		}
	}
	for key := range e.typed.saved {
		if _, ok := draftText(e.drafts[key]); !ok {
			texts[key] = ""
		}
	}
	return texts
}

// saveTyped starts the clock when something was typed; nil when nothing was,
// or it runs already.
func (e *env) saveTyped() tea.Cmd {
	if e.readOnly || e.typed.waiting || len(e.unsaved()) == 0 {
		return nil
	}
	e.typed.waiting = true
	return e.after(saveTypedAfter, typedTickMsg{e.typed})
}

// flushTyped saves what is not saved yet.
func (e *env) flushTyped() tea.Cmd {
	t, storage, texts := e.typed, e.storage, e.unsaved()
	t.waiting = false
	if e.readOnly {
		return nil
	}
	for key := range t.lost {
		if _, newer := texts[key]; !newer {
			texts[key] = t.saved[key]
		}
	}
	t.lost = nil
	if len(texts) == 0 {
		return nil
	}
	for key, text := range texts {
		if text == "" {
			delete(t.saved, key)
		} else {
			t.saved[key] = text
		}
	}
	_, start := e.writer.add(func() tea.Msg {
		for key, text := range texts {
			if err := storage.SaveDraft(key, text); err != nil {
				return typedLostMsg{typed: t, texts: texts, err: err}
			}
		}
		return nil
	})
	return start
}

// loadTyped reads what was typed and not finished, and whose questions were
// left.
func (e *env) loadTyped() tea.Cmd {
	t, storage, profile, now := e.typed, e.storage, e.settings.Profile(), e.now()
	return e.read("reading what was typed", func(context.Context) (tea.Msg, error) {
		texts, err := storage.Drafts()
		msg := typedLoadedMsg{typed: t, texts: texts}
		if id := texts[begunKey]; id != "" && err == nil {
			if inv, err := storage.Get(id); err == nil { // it may have been deleted since
				msg.resume = resumeOf(inv, profile, now)
			}
		}
		return msg, err
	}, 0)
}

// typedMsg takes in what the commands of this file say.
func (e *env) typedMsg(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case typedTickMsg:
		if msg.typed == e.typed {
			return e.flushTyped()
		}
	case typedLostMsg:
		msg.typed.lost = msg.texts
		if e.status.kind != statusFailed { // an answer that is not saved is the worse news
			e.sayError(fmt.Errorf("saving what you type: %w", msg.err))
		}
	case typedLoadedMsg:
		if msg.typed != e.typed {
			return nil
		}
		e.resume = msg.resume
		maps.Copy(e.typed.saved, msg.texts)
		for key, text := range msg.texts {
			if _, newer := e.drafts[key]; newer {
				continue
			}
			e.drafts[key] = text
		}
		return tellKept
	}
	return nil
}

// becauseDraft is where a reason typed and not yet saved is kept.
func becauseDraft(id string) string { return "because " + id }

// keptMsg says that what was kept by an earlier program is there.
type keptMsg struct{}

// tellKept is the command that says so.
func tellKept() tea.Msg { return keptMsg{} }

// laterDraft is where words typed and not yet saved are kept.
func laterDraft(id string) string { return "later " + id }

// replyText is a suggested reply as the person left it.
func (e *env) replyText(id string, r advisor.Reply) string {
	if text, ok := e.drafts[replyDraft(id, r)].(string); ok {
		return text
	}
	return r.Text
}

func replyDraft(id string, r advisor.Reply) string { return "reply " + id + " " + r.Kind }
