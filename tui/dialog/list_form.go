package dialog

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// ListKeptMsg says to the screen below which list was saved.
type ListKeptMsg struct {
	Name  string
	IsNew bool
}

// listForm names a list of the person's own and says what is in it.
type listForm struct {
	keptForm
	at     int // which one it changes; -1 for a new one
	before screen.OwnList
}

// NewListForm returns the form for the list at a place among the person's own,
// or for a new one at -1.
func NewListForm(e *screen.Env, at int, s screen.OwnList) *listForm {
	key := "list"
	if at >= 0 {
		key += " " + s.Name
	}
	f := &listForm{at: at, before: s, keptForm: keptForm{env: e, key: key, form: widget.Form{Env: e, Fields: []widget.Field{
		widget.TextField("name", "Name", "As it stands above the list", "Recruiters"),
		widget.TextField("query", "Holds", "Words, or is:waiting rec:none tag:x before:2026", "recruiter !agency"),
		widget.Button("save", "Save"),
	}}}}
	f.fill(fieldTexts{"name": s.Name, "query": s.Query})
	if at >= 0 || s.Query == "" { // a filter that becomes a list is what is to be seen
		f.fill(f.unsaved())
	}
	f.form.Resize()
	return f
}

func (f *listForm) Init() tea.Cmd { return nil }
func (f *listForm) Title() string {
	if f.at < 0 {
		return "A list of your own"
	}
	return "Change the list"
}
func (f *listForm) Actions() []keys.ID { return f.form.Actions() }

func (f *listForm) Update(msg tea.Msg) screen.Step {
	f.follow(msg)
	switch msg := msg.(type) {
	case screen.ListsSavedMsg:
		if f.isSaved(msg.Request) {
			f.drop()
			f.env.Say("Saved the list “" + f.typed().Name + "”")
			return screen.BackWith(ListKeptMsg{Name: f.typed().Name, IsNew: f.at < 0})
		}
	case screen.ActionMsg:
		if msg.ID == keys.Back {
			return screen.Back()
		}
		switch f.form.Update(msg) {
		case widget.FormSave, widget.FormPressed:
			return f.save()
		}
	case tea.KeyPressMsg, tea.PasteMsg:
		f.keep(f.form.Update(msg), f.changed)
	}
	return screen.Step{}
}

// changed reports whether something differs from the list as it was.
func (f *listForm) changed() bool { return f.typed() != f.before }

// typed is the list as typed.
func (f *listForm) typed() screen.OwnList {
	return screen.OwnList{Name: strings.TrimSpace(f.form.Field("name").Text()), Query: strings.TrimSpace(f.form.Field("query").Text())}
}

func (f *listForm) save() screen.Step {
	if f.saving != 0 {
		return screen.Step{}
	}
	s := f.typed()
	all := slices.Clone(f.env.Settings.Lists())
	name, query := f.form.Field("name"), f.form.Field("query")
	name.Problem, query.Problem = screen.CheckListAmong(all, f.at, s)
	name.Problem, query.Problem = style.Capital(name.Problem), style.Capital(query.Problem)
	if f.form.FirstProblem() {
		return screen.Step{}
	}
	if f.at < 0 {
		all = append(all, s)
	} else {
		all[f.at] = s
	}
	f.saving = f.env.Request()
	return screen.Stay(f.env.SaveLists(f.saving, all))
}
