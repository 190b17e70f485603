package dialog

import (
	"encoding/json"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/widget"
)

// keptForm is a form whose texts are kept while they are typed, until they are
// saved or thrown away. Leaving it loses nothing.
type keptForm struct {
	env    *screen.Env
	key    string // where the texts are kept
	form   widget.Form
	saving uint64 // the request under way, 0 while there is none
}

// DiscardMsg says that the person wants what is typed thrown away.
type DiscardMsg struct{}

// fieldTexts is what the fields of a form hold, by field.
type fieldTexts map[string]string

// unsaved is what was typed into the form before, by this program or an earlier
// one; nil for nothing.
func (f *keptForm) unsaved() fieldTexts {
	text, _ := f.env.Unsaved.Text(f.key)
	var texts fieldTexts
	if json.Unmarshal([]byte(text), &texts) != nil {
		return nil
	}
	return texts
}

// texts is what the form holds now.
func (f *keptForm) texts() fieldTexts {
	texts := fieldTexts{}
	for i := range f.form.Fields {
		switch fd := &f.form.Fields[i]; fd.Kind {
		case widget.FieldText, widget.FieldArea:
			texts[fd.ID] = fd.Text()
		case widget.FieldChoice:
			texts[fd.ID] = strings.Join(fd.Chosen(), "")
		}
	}
	return texts
}

// fill shows texts in the form; nil changes nothing.
func (f *keptForm) fill(texts fieldTexts) {
	if texts == nil {
		return
	}
	for i := range f.form.Fields {
		switch fd := &f.form.Fields[i]; fd.Kind {
		case widget.FieldText:
			fd.Input.Set(texts[fd.ID])
		case widget.FieldArea:
			fd.Area.Set(texts[fd.ID])
		case widget.FieldChoice:
			fd.Choose(texts[fd.ID])
		}
	}
}

// keep keeps what is typed, while differs from what the form began with.
func (f *keptForm) keep(event widget.FormEvent, differs func() bool) {
	if event != widget.FormChanged {
		return
	}
	data, err := json.Marshal(f.texts())
	if err != nil || !differs() {
		f.drop()
		return
	}
	f.env.Unsaved.Keep(f.key, string(data))
}

// drop forgets what was typed, once it is saved or thrown away.
func (f *keptForm) drop() { f.env.Unsaved.Drop(f.key) }

// follow resizes the form and notes that a save failed; the texts are still
// there.
func (f *keptForm) follow(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		f.form.Resize()
	case screen.FailedMsg:
		if msg.Request == f.saving {
			f.saving = 0
		}
	}
}

// isSaved reports whether a request that was answered is the save of this form.
func (f *keptForm) isSaved(request uint64) bool { return f.saving != 0 && request == f.saving }

// leave goes back. What was typed is kept, which is said once it is so, with the
// key that shows it again.
func (f *keptForm) leave(differs bool, reopen keys.ID) screen.Step {
	if !differs {
		return screen.Back(f.env.Flush())
	}
	return screen.Back(f.env.FlushThenSay("Kept what you typed; " + f.env.KeyFor(reopen) + " opens it again"))
}

func (f *keptForm) InText() bool         { return f.form.InText() }
func (f *keptForm) View(w, h int) string { return f.form.View(w, h) }
