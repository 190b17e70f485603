package screen

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"linkvet/store/record"

	tea "charm.land/bubbletea/v2"
)

// autosaveAfter is how long a typed character waits to be saved at the most.
const autosaveAfter = 400 * time.Millisecond

// autosave follows unsaved text and preferences on their way to the store, so
// that nothing that ends the program loses them.
type autosave struct {
	saved   map[string]string // as the store has them, or is being told
	lost    map[string]error  // could not be saved; tried again with the next
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

// textsSavedMsg says which texts were saved and which could not be.
type textsSavedMsg struct {
	of    *Workspace
	saved []string
	lost  map[string]error
	words string // what is said when all are saved
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
// those that are gone.
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
func (e *Env) Flush() tea.Cmd { return e.FlushThenSay("") }

// FlushThenSay saves what was typed at once, and says words when all of it is.
func (e *Env) FlushThenSay(words string) tea.Cmd {
	w := e.Workspace
	a, storage, texts := &w.autosave, w.storage, w.unwritten()
	a.waiting = false
	if e.readOnly {
		return nil
	}
	now := w.texts()
	for key := range a.lost {
		texts[key] = now[key]
	}
	if len(texts) == 0 && words == "" {
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
		msg := textsSavedMsg{of: w, lost: map[string]error{}, words: words}
		for key, text := range texts {
			if err := storage.KeepUnsaved(key, text); err != nil {
				msg.lost[key] = err
			} else {
				msg.saved = append(msg.saved, key)
			}
		}
		return msg
	})
	return start
}

// noteTexts keeps the count of the texts that are not saved.
func (e *Env) noteTexts(msg tea.Msg) {
	texts, ok := msg.(textsSavedMsg)
	if !ok {
		return
	}
	lost := texts.of.autosave.lost
	for _, key := range texts.saved {
		delete(lost, key)
	}
	maps.Copy(lost, texts.lost)
}

// textsSaved says what became of the texts.
func (e *Env) textsSaved(msg textsSavedMsg) {
	e.noteTexts(msg)
	switch lost := msg.of.autosave.lost; {
	case len(lost) == 0 && msg.words != "":
		e.Say(msg.words)
	case len(msg.lost) > 0 && e.status.Kind != StatusFailed: // an answer that is not saved is the worse news
		e.SayError(fmt.Errorf("saving what you type: %w", msg.lost[slices.Min(slices.Collect(maps.Keys(msg.lost)))]))
	}
}

// LoadTexts reads what was typed and not finished, the preferences, and whose
// questions were left.
func (e *Env) LoadTexts() tea.Cmd {
	w, profile, now := e.Workspace, e.Settings.Profile(), e.Now()
	return e.Read("reading what was typed", func(context.Context) (tea.Msg, error) {
		texts, err := w.storage.Unsaved()
		msg := textsLoadedMsg{of: w, texts: texts}
		if id := texts[record.PreferredBegun]; id != "" && err == nil {
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
		if record.IsPreference(key) {
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
	case textsSavedMsg:
		e.textsSaved(msg)
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
