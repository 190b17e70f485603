package settings

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/dialog"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// listsScreen shows the person's own lists, to add, change, move and take
// away.
type listsScreen struct {
	env  *screen.Env
	list widget.Cursor
}

// removeMsg says that the marked line is to go.
type removeMsg struct{}

func newListsScreen(e *screen.Env) *listsScreen { return &listsScreen{env: e} }

func (s *listsScreen) Init() tea.Cmd         { return nil }
func (s *listsScreen) Title() string         { return "Your lists" }
func (s *listsScreen) InText() bool          { return false }
func (s *listsScreen) all() []screen.OwnList { return s.env.Settings.Lists() }
func (s *listsScreen) rowsShown() int        { return max(s.env.Height-3, 1) }
func (s *listsScreen) Actions() []keys.ID {
	acts := []keys.ID{keys.AddOne}
	if len(s.all()) > 0 {
		acts = append([]keys.ID{keys.Choose}, keys.AddOne, keys.Remove, keys.MoveUp, keys.MoveDown)
	}
	return append(append(acts, keys.Back), keys.ListMoves()...)
}

func (s *listsScreen) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case removeMsg:
		all := slices.Clone(s.all())
		if s.list.At < len(all) {
			return s.save(slices.Delete(all, s.list.At, s.list.At+1))
		}
	case screen.ListsSavedMsg:
		s.list.Settle(len(s.all()), s.rowsShown())
	case screen.ActionMsg:
		if s.list.Move(msg.ID, len(s.all()), s.rowsShown()) {
			return screen.Step{}
		}
		return s.act(msg.ID)
	}
	return screen.Step{}
}

func (s *listsScreen) act(id keys.ID) screen.Step {
	all := slices.Clone(s.all())
	switch id {
	case keys.Back:
		return screen.Back()
	case keys.AddOne:
		return screen.Push(dialog.NewListForm(s.env, -1, screen.OwnList{}))
	}
	if len(all) == 0 {
		return screen.Step{}
	}
	at := s.list.At
	switch id {
	case keys.Choose:
		return screen.Push(dialog.NewListForm(s.env, at, all[at]))
	case keys.Remove:
		return screen.Push(widget.NewConfirm(s.env, "Take the list away?", "The list “"+all[at].Name+"” goes; the invitations in it stay.", "Take it away", removeMsg{}))
	case keys.MoveUp, keys.MoveDown:
		to := at - 1
		if id == keys.MoveDown {
			to = at + 1
		}
		if to < 0 || to >= len(all) {
			return screen.Step{}
		}
		all[at], all[to] = all[to], all[at]
		s.list.At = to
		return s.save(all)
	}
	return screen.Step{}
}

func (s *listsScreen) save(all []screen.OwnList) screen.Step {
	return screen.Stay(s.env.SaveLists(s.env.Request(), all))
}

func (s *listsScreen) View(w, h int) string {
	st := s.env.Styles
	all := s.all()
	k := s.env.KeyFor
	if len(all) == 0 {
		text := "No lists of your own yet.\n\nA list is a name and a filter, such as Recruiters for “recruiter !agency”. It gets a tab and a count beside the others.\n\n" +
			k(keys.AddOne) + " adds one. In the inbox, " + k(keys.SaveList) + " keeps the filter you see as a list."
		return strings.Join(style.Wrap(text, min(w, 72)), "\n")
	}
	from := s.list.Window(len(all), s.rowsShown())
	var lines []string
	for i := from; i < min(from+s.rowsShown(), len(all)); i++ {
		text := style.Fit(style.OneLine(all[i].Name), min(screen.LongestName, w/3)) + "  " + style.OneLine(all[i].Query)
		if i == s.list.At {
			lines = append(lines, st.Selected.Render("› "+style.Fit(text, w-2)))
		} else {
			lines = append(lines, "  "+style.Truncate(text, w-2))
		}
	}
	return strings.Join(append(lines, "", style.Truncate("They follow the others in this order, by "+k(keys.NextTab)+" or number.", w)), "\n")
}
