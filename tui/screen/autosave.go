package screen

import (
	"context"
	"fmt"
	"maps"
	"time"

	tea "charm.land/bubbletea/v2"
)

// autosaveAfter is how long a typed character waits to be saved at the most.
const autosaveAfter = 400 * time.Millisecond

// autosave follows unsaved text and preferences on their way to the store, so
// that nothing that ends the program loses them.
type autosave struct {
	saved   map[string]string // as the store has them, or is being told
	lost    map[string]string // could not be saved; tried again with the next
	waiting bool              // the clock runs; it stands while all is saved
}

// autosaveMsg says that it is time to save what was typed.
type autosaveMsg struct{ of *Workspace }

// textsLoadedMsg brings what was typed and not finished before, and whose
// questions were left.
type textsLoadedMsg struct {
	of     *Workspace
	texts  map[string]string
	resume ResumeOffer
}

// textsFailedMsg says that texts could not be saved.
type textsFailedMsg struct {
	of    *Workspace
	texts map[string]string
	err   error
}

// TextsLoadedMsg says that what an earlier program left unsaved is there, and
// the preferences. Every screen gets it.
type TextsLoadedMsg struct{}

// texts are all that is kept, by key.
func (w *Workspace) texts() map[string]string {
	texts := map[string]string{}
	for _, from := range []map[string]string{w.Unsaved.texts, w.Preferences.values} {
		for key, text := range from {
			if text != "" {
				texts[key] = text
			}
		}
	}
	return texts
}

// unwritten are the texts that the store does not have as they are now; "" for
// those that are no more.
func (w *Workspace) unwritten() map[string]string {
	texts := map[string]string{}
	now := w.texts()
	for key, text := range now {
		if w.autosave.saved[key] != text {
			texts[key] = text
		}
	}
	for key := range w.autosave.saved {
		if _, still := now[key]; !still {
			texts[key] = ""
		}
	}
	return texts
}

// TextSaved reports whether the store has all that was typed; failed, whether it
// could not be told.
func (e *Env) TextSaved() (saved, failed bool) {
	failed = len(e.autosave.lost) > 0
	return !failed && !e.Writer.Busy() && len(e.unwritten()) == 0, failed
}

// Autosave starts the clock when something was typed; nil when nothing was,
// or it runs already.
func (e *Env) Autosave() tea.Cmd {
	if e.readOnly || e.autosave.waiting || len(e.unwritten()) == 0 {
		return nil
	}
	e.autosave.waiting = true
	return e.After(autosaveAfter, autosaveMsg{e.Workspace})
}

// Flush saves what was typed at once.
func (e *Env) Flush() tea.Cmd {
	w := e.Workspace
	a, storage, texts := &w.autosave, w.storage, w.unwritten()
	a.waiting = false
	if e.readOnly {
		return nil
	}
	for key := range a.lost {
		if _, newer := texts[key]; !newer {
			texts[key] = a.saved[key]
		}
	}
	a.lost = nil
	if len(texts) == 0 {
		return nil
	}
	for key, text := range texts {
		if text == "" {
			delete(a.saved, key)
		} else {
			a.saved[key] = text
		}
	}
	_, start := e.Writer.add(func() tea.Msg {
		for key, text := range texts {
			if err := storage.KeepUnsaved(key, text); err != nil {
				return textsFailedMsg{of: w, texts: texts, err: err}
			}
		}
		return nil
	})
	return start
}

// LoadTexts reads what was typed and not finished, the preferences, and whose
// questions were left.
func (e *Env) LoadTexts() tea.Cmd {
	w, profile, now := e.Workspace, e.Settings.Profile(), e.Now()
	return e.Read("reading what was typed", func(context.Context) (tea.Msg, error) {
		texts, err := w.storage.Unsaved()
		msg := textsLoadedMsg{of: w, texts: texts}
		if id := texts[begunKey]; id != "" && err == nil {
			if inv, err := w.storage.Get(id); err == nil { // it may have been deleted since
				msg.resume = resumeOf(inv, profile, now)
			}
		}
		return msg, err
	}, 0)
}

// textsLoaded takes in what was left by an earlier program; what was typed since
// is newer.
func (w *Workspace) textsLoaded(msg textsLoadedMsg) {
	w.resume = msg.resume
	maps.Copy(w.autosave.saved, msg.texts)
	for key, text := range msg.texts {
		kept := w.Unsaved.texts
		if isPreference(key) {
			kept = w.Preferences.values
		}
		if _, newer := kept[key]; !newer {
			kept[key] = text
		}
	}
}

// handleAutosave takes in what the commands of this file say.
func (e *Env) handleAutosave(msg tea.Msg) (cmd tea.Cmd, handled bool) {
	switch msg := msg.(type) {
	case autosaveMsg:
		if msg.of == e.Workspace {
			return e.Flush(), true
		}
	case textsFailedMsg:
		msg.of.autosave.lost = msg.texts
		if e.status.Kind != StatusFailed { // an answer that is not saved is the worse news
			e.SayError(fmt.Errorf("saving what you type: %w", msg.err))
		}
	case textsLoadedMsg:
		if msg.of == e.Workspace {
			e.textsLoaded(msg)
			return func() tea.Msg { return TextsLoadedMsg{} }, true
		}
	default:
		return nil, false
	}
	return nil, true
}
