package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// listKeptMsg says to the screen below which list was saved.
type listKeptMsg struct {
	name  string
	isNew bool
}

// sectionForm names a list of the person's own and says what is in it.
type sectionForm struct {
	env    *env
	at     int // which one it changes; -1 for a new one
	form   fieldset
	saving uint64
}

func newSectionForm(e *env, at int, s Section) *sectionForm {
	f := &sectionForm{env: e, at: at, form: fieldset{env: e, fields: []field{
		textField("name", "Name", "As it stands above the list", "Recruiters"),
		textField("query", "Holds", "Words, or is:waiting rec:none tag:x before:2026", "recruiter !agency"),
		button("save", "Save"),
	}}}
	f.form.field("name").input.set(s.Name)
	f.form.field("query").input.set(s.Query)
	if draft, ok := e.drafts[f.draftKey()].(Section); ok && at < 0 && s.Query == "" {
		f.form.field("name").input.set(draft.Name)
		f.form.field("query").input.set(draft.Query)
	}
	f.form.resize()
	return f
}

func (f *sectionForm) draftKey() string { return "section" }
func (f *sectionForm) Init() tea.Cmd    { return nil }
func (f *sectionForm) InText() bool     { return f.form.inText() }
func (f *sectionForm) Title() string {
	if f.at < 0 {
		return "A list of your own"
	}
	return "Change the list"
}
func (f *sectionForm) Actions() []actionID { return f.form.actions() }

func (f *sectionForm) Update(msg tea.Msg) step {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		f.form.resize()
	case sectionsSavedMsg:
		if msg.request == f.saving && f.saving != 0 {
			delete(f.env.drafts, f.draftKey())
			f.env.say("Saved the list “" + f.section().Name + "”")
			return backWith(listKeptMsg{name: f.section().Name, isNew: f.at < 0})
		}
	case failedMsg:
		if msg.request == f.saving {
			f.saving = 0
		}
	case actionMsg:
		if msg.id == actBack {
			return back()
		}
		switch f.form.update(msg) {
		case formSave, formPressed:
			return f.save()
		}
	default:
		if f.form.update(msg) == formChanged {
			f.env.drafts[f.draftKey()] = f.section()
		}
	}
	return step{}
}

// section is the list as typed.
func (f *sectionForm) section() Section {
	return Section{Name: strings.TrimSpace(f.form.field("name").text()), Query: strings.TrimSpace(f.form.field("query").text())}
}

// longestName is how many characters a list's name has at most.
const longestName = 24

func (f *sectionForm) save() step {
	if f.saving != 0 {
		return step{}
	}
	s := f.section()
	all := slices.Clone(f.env.settings.Sections())
	name, query := f.form.field("name"), f.form.field("query")
	name.problem, query.problem = CheckSection(s)
	for i, other := range all {
		if i != f.at && strings.EqualFold(other.Name, s.Name) {
			name.problem = "there is a list of that name already"
		}
	}
	switch {
	case len([]rune(s.Name)) > longestName:
		name.problem = "it is longer than 24 characters"
	case f.at < 0 && len(all) >= maxSections-ownSections-8:
		name.problem = "there are as many lists as fit; take one away first"
	}
	name.problem, query.problem = capital(name.problem), capital(query.problem)
	if f.form.firstProblem() {
		return step{}
	}
	if f.at < 0 {
		all = append(all, s)
	} else {
		all[f.at] = s
	}
	f.saving = f.env.request()
	return stay(f.env.saveSections(f.saving, all))
}

func (f *sectionForm) View(w, h int) string { return f.form.view(w, h) }
