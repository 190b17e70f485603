package screen

import (
	"context"
	"fmt"
	"maps"
	"time"

	"linkvet/advisor"

	tea "charm.land/bubbletea/v2"
)

// Text that is being typed and not yet part of a record is kept in env.drafts,
// by every screen that takes text. What is there is saved while it is typed,
// so that nothing that ends the program loses it, and is there again when the
// screen is opened by the next program.

// saveTypedAfter is how long a typed character waits to be saved at the most.
const saveTypedAfter = 400 * time.Millisecond

// Typed follows the texts of env.drafts on their way to the store.
type Typed struct {
	Saved   map[string]string // as the store has them, or is being told
	Lost    map[string]string // could not be saved; tried again with the next
	Waiting bool              // the clock runs; it stands while all is saved
}

func NewTyped() *Typed { return &Typed{Saved: map[string]string{}} }

// TypedTickMsg says that it is time to save what was typed.
type TypedTickMsg struct{ typed *Typed }

// TypedLoadedMsg brings what was typed and not finished before, and whose
// questions were left.
type TypedLoadedMsg struct {
	typed  *Typed
	texts  map[string]string
	resume ResumeOffer
}

// TypedLostMsg says that texts could not be saved.
type TypedLostMsg struct {
	typed *Typed
	texts map[string]string
	err   error
}

// unconfirmed is a draft that is not a plain text.
type unconfirmed interface {
	// Unconfirmed is the draft as it is saved; not ok while there is nothing to
	// save.
	Unconfirmed() (text string, ok bool)
}

// draftText is a draft as it is saved.
func draftText(draft any) (text string, ok bool) {
	switch draft := draft.(type) {
	case string:
		return draft, draft != ""
	case unconfirmed:
		return draft.Unconfirmed()
	}
	return "", false
}

// Unsaved are the texts that the store does not have as they are now; "" for
// those that are no more.
func (e *Env) Unsaved() map[string]string {
	texts := map[string]string{}
	for key, draft := range e.Drafts {
		if text, ok := draftText(draft); ok && e.Typed.Saved[key] != text {
			texts[key] = text
		}
	}
	for key := range e.Typed.Saved {
		if _, ok := draftText(e.Drafts[key]); !ok {
			texts[key] = ""
		}
	}
	return texts
}

// SaveTyped starts the clock when something was typed; nil when nothing was,
// or it runs already.
func (e *Env) SaveTyped() tea.Cmd {
	if e.ReadOnly || e.Typed.Waiting || len(e.Unsaved()) == 0 {
		return nil
	}
	e.Typed.Waiting = true
	return e.After(saveTypedAfter, TypedTickMsg{e.Typed})
}

// FlushTyped saves what is not saved yet.
func (e *Env) FlushTyped() tea.Cmd {
	t, storage, texts := e.Typed, e.Storage, e.Unsaved()
	t.Waiting = false
	if e.ReadOnly {
		return nil
	}
	for key := range t.Lost {
		if _, newer := texts[key]; !newer {
			texts[key] = t.Saved[key]
		}
	}
	t.Lost = nil
	if len(texts) == 0 {
		return nil
	}
	for key, text := range texts {
		if text == "" {
			delete(t.Saved, key)
		} else {
			t.Saved[key] = text
		}
	}
	_, start := e.Writer.add(func() tea.Msg {
		for key, text := range texts {
			if err := storage.KeepUnsaved(key, text); err != nil {
				return TypedLostMsg{typed: t, texts: texts, err: err}
			}
		}
		return nil
	})
	return start
}

// LoadTyped reads what was typed and not finished, and whose questions were
// left.
func (e *Env) LoadTyped() tea.Cmd {
	t, storage, profile, now := e.Typed, e.Storage, e.Settings.Profile(), e.Now()
	return e.Read("reading what was typed", func(context.Context) (tea.Msg, error) {
		texts, err := storage.Unsaved()
		msg := TypedLoadedMsg{typed: t, texts: texts}
		if id := texts[BegunKey]; id != "" && err == nil {
			if inv, err := storage.Get(id); err == nil { // it may have been deleted since
				msg.resume = resumeOf(inv, profile, now)
			}
		}
		return msg, err
	}, 0)
}

// HearTyped takes in what the commands of this file say.
func (e *Env) HearTyped(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case TypedTickMsg:
		if msg.typed == e.Typed {
			return e.FlushTyped()
		}
	case TypedLostMsg:
		msg.typed.Lost = msg.texts
		if e.Status.Kind != StatusFailed { // an answer that is not saved is the worse news
			e.SayError(fmt.Errorf("saving what you type: %w", msg.err))
		}
	case TypedLoadedMsg:
		if msg.typed != e.Typed {
			return nil
		}
		e.Resume = msg.resume
		maps.Copy(e.Typed.Saved, msg.texts)
		for key, text := range msg.texts {
			if _, newer := e.Drafts[key]; newer {
				continue
			}
			e.Drafts[key] = text
		}
		return tellKept
	}
	return nil
}

// BecauseDraft is where a reason typed and not yet saved is kept.
func BecauseDraft(id string) string { return "because " + id }

// KeptMsg says that what was kept by an earlier program is there.
type KeptMsg struct{}

// tellKept is the command that says so.
func tellKept() tea.Msg { return KeptMsg{} }

// LaterDraft is where words typed and not yet saved are kept.
func LaterDraft(id string) string { return "later " + id }

// ReplyText is a suggested reply as the person left it.
func (e *Env) ReplyText(id string, r advisor.Reply) string {
	if text, ok := e.Drafts[ReplyDraft(id, r)].(string); ok {
		return text
	}
	return r.Text
}

func ReplyDraft(id string, r advisor.Reply) string { return "reply " + id + " " + r.Kind }
