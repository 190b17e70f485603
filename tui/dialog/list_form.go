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

// listKey is where the texts of the form are kept.
const listKey = "list"

// ListForm names a list of the person's own and says what is in it.
type ListForm struct {
	env    *screen.Env
	at     int // which one it changes; -1 for a new one
	Form   widget.Form
	saving uint64
}

func NewListForm(e *screen.Env, at int, s screen.OwnList) *ListForm {
	f := &ListForm{env: e, at: at, Form: widget.Form{Env: e, Fields: []widget.Field{
		widget.TextField("name", "Name", "As it stands above the list", "Recruiters"),
		widget.TextField("query", "Holds", "Words, or is:waiting rec:none tag:x before:2026", "recruiter !agency"),
		widget.Button("save", "Save"),
	}}}
	f.Form.Field("name").Input.Set(s.Name)
	f.Form.Field("query").Input.Set(s.Query)
	if typed := keptFields(e, listKey); typed != nil && at < 0 && s.Query == "" {
		f.Form.Field("name").Input.Set(typed["name"])
		f.Form.Field("query").Input.Set(typed["query"])
	}
	f.Form.Resize()
	return f
}

func (f *ListForm) Init() tea.Cmd { return nil }
func (f *ListForm) InText() bool  { return f.Form.InText() }
func (f *ListForm) Title() string {
	if f.at < 0 {
		return "A list of your own"
	}
	return "Change the list"
}
func (f *ListForm) Actions() []keys.ID { return f.Form.Actions() }

func (f *ListForm) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		f.Form.Resize()
	case screen.ListsSavedMsg:
		if msg.Request == f.saving && f.saving != 0 {
			f.env.Unsaved.Drop(listKey)
			f.env.Say("Saved the list “" + f.typed().Name + "”")
			return screen.BackWith(ListKeptMsg{Name: f.typed().Name, IsNew: f.at < 0})
		}
	case screen.FailedMsg:
		if msg.Request == f.saving {
			f.saving = 0
		}
	case screen.ActionMsg:
		if msg.ID == keys.Back {
			return screen.Back()
		}
		switch f.Form.Update(msg) {
		case widget.FormSave, widget.FormPressed:
			return f.save()
		}
	default:
		if f.Form.Update(msg) == widget.FormChanged {
			keepFields(f.env, listKey, fieldTexts{"name": f.typed().Name, "query": f.typed().Query})
		}
	}
	return screen.Step{}
}

// typed is the list as typed.
func (f *ListForm) typed() screen.OwnList {
	return screen.OwnList{Name: strings.TrimSpace(f.Form.Field("name").Text()), Query: strings.TrimSpace(f.Form.Field("query").Text())}
}

// LongestName is how many characters a list's name has at most.
const LongestName = 24

func (f *ListForm) save() screen.Step {
	if f.saving != 0 {
		return screen.Step{}
	}
	s := f.typed()
	all := slices.Clone(f.env.Settings.Lists())
	name, query := f.Form.Field("name"), f.Form.Field("query")
	name.Problem, query.Problem = screen.CheckList(s)
	for i, other := range all {
		if i != f.at && strings.EqualFold(other.Name, s.Name) {
			name.Problem = "there is a list of that name already"
		}
	}
	switch {
	case len([]rune(s.Name)) > LongestName:
		name.Problem = "it is longer than 24 characters"
	case f.at < 0 && len(all) >= screen.MaxLists-screen.BuiltinLists-8:
		name.Problem = "there are as many lists as fit; take one away first"
	}
	name.Problem, query.Problem = style.Capital(name.Problem), style.Capital(query.Problem)
	if f.Form.FirstProblem() {
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

func (f *ListForm) View(w, h int) string { return f.Form.View(w, h) }
