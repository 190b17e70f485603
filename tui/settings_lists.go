package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// sectionsScreen shows the person's own lists, to add, change, move and take
// away.
type sectionsScreen struct {
	env  *env
	list cursor
}

// removeMsg says that the marked line is to go.
type removeMsg struct{}

func newSectionsScreen(e *env) *sectionsScreen { return &sectionsScreen{env: e} }

func (s *sectionsScreen) Init() tea.Cmd  { return nil }
func (s *sectionsScreen) Title() string  { return "Your lists" }
func (s *sectionsScreen) InText() bool   { return false }
func (s *sectionsScreen) all() []Section { return s.env.settings.Sections() }
func (s *sectionsScreen) rowsShown() int { return max(s.env.height-3, 1) }
func (s *sectionsScreen) Actions() []actionID {
	acts := []actionID{actAddOne}
	if len(s.all()) > 0 {
		acts = append([]actionID{actChoose}, actAddOne, actRemove, actMoveUp, actMoveDown)
	}
	return append(append(acts, actBack), listActions()...)
}

func (s *sectionsScreen) Update(msg tea.Msg) step {
	switch msg := msg.(type) {
	case removeMsg:
		all := slices.Clone(s.all())
		if s.list.at < len(all) {
			return s.save(slices.Delete(all, s.list.at, s.list.at+1))
		}
	case sectionsSavedMsg:
		s.list.settle(len(s.all()), s.rowsShown())
	case actionMsg:
		if s.list.move(msg.id, len(s.all()), s.rowsShown()) {
			return step{}
		}
		return s.act(msg.id)
	}
	return step{}
}

func (s *sectionsScreen) act(id actionID) step {
	all := slices.Clone(s.all())
	switch id {
	case actBack:
		return back()
	case actAddOne:
		return push(newSectionForm(s.env, -1, Section{}))
	}
	if len(all) == 0 {
		return step{}
	}
	at := s.list.at
	switch id {
	case actChoose:
		return push(newSectionForm(s.env, at, all[at]))
	case actRemove:
		return push(newConfirm(s.env, "Take the list away?", "The list “"+all[at].Name+"” goes; the invitations in it stay.", "Take it away", removeMsg{}))
	case actMoveUp, actMoveDown:
		to := at - 1
		if id == actMoveDown {
			to = at + 1
		}
		if to < 0 || to >= len(all) {
			return step{}
		}
		all[at], all[to] = all[to], all[at]
		s.list.at = to
		return s.save(all)
	}
	return step{}
}

func (s *sectionsScreen) save(all []Section) step {
	return stay(s.env.saveSections(s.env.request(), all))
}

func (s *sectionsScreen) View(w, h int) string {
	st := s.env.styles
	all := s.all()
	k := s.env.keyFor
	if len(all) == 0 {
		text := "No lists of your own yet.\n\nA list is a name and a filter, such as Recruiters for “recruiter !agency”. It gets a tab and a count beside the others.\n\n" +
			k(actAddOne) + " adds one. In the inbox, " + k(actSaveSection) + " keeps the filter you see as a list."
		return strings.Join(wrap(text, min(w, 72)), "\n")
	}
	from := s.list.window(len(all), s.rowsShown())
	var lines []string
	for i := from; i < min(from+s.rowsShown(), len(all)); i++ {
		text := fit(oneLine(all[i].Name), min(longestName, w/3)) + "  " + oneLine(all[i].Query)
		if i == s.list.at {
			lines = append(lines, st.Selected.Render("› "+fit(text, w-2)))
		} else {
			lines = append(lines, "  "+truncate(text, w-2))
		}
	}
	return strings.Join(append(lines, "", truncate("They follow the others in this order, by "+k(actNextTab)+" or number.", w)), "\n")
}
