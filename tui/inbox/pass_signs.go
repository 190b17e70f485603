package inbox

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// passSigns asks once for the stop signs of all whom a first pass found known and
// trusted. Who may have one is left out, and asked about like anybody else.
type passSigns struct {
	env    *screen.Env
	visit  string
	people []record.Invitation
	out    map[string]bool   // left out, by id
	why    map[string]string // the sign that note or archive suggest
	list   widget.Cursor
}

func newPassSigns(e *screen.Env, visit string, people []record.Invitation) *passSigns {
	s := &passSigns{env: e, visit: visit, people: people, out: map[string]bool{}, why: map[string]string{}}
	for _, inv := range people {
		for _, hint := range inv.Suggestions() {
			if q, _ := advisor.QuestionByID(hint.Question); q.Stage == advisor.StageStopSigns && !hint.Reassures() {
				s.out[inv.ID], s.why[inv.ID] = true, hint.Because
				break
			}
		}
	}
	return s
}

func (s *passSigns) Init() tea.Cmd { return nil }
func (s *passSigns) Title() string { return "Stop signs" }
func (s *passSigns) InText() bool  { return false }

// Subtitle says how many are asked about.
func (s *passSigns) Subtitle() string {
	return quantity.Sentence(len(s.people)-len(s.out), "%d person you know and trust", "%d people you know and trust")
}

func (s *passSigns) Actions() []keys.ID {
	return append([]keys.ID{keys.NoSigns, keys.SignsOpen, keys.LeaveOut, keys.Back}, keys.ListMoves()...)
}

func (s *passSigns) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.list.Settle(len(s.people), s.pageRows())
	case screen.ActionMsg:
		if s.list.Move(msg.ID, len(s.people), s.pageRows()) {
			return screen.Step{}
		}
		switch msg.ID {
		case keys.NoSigns:
			return s.none()
		case keys.LeaveOut:
			s.toggle()
		case keys.SignsOpen, keys.Back:
			return screen.BackWith(passDoneMsg{})
		}
	}
	return screen.Step{}
}

// toggle leaves the marked one out, or not any more, and goes down.
func (s *passSigns) toggle() {
	if id := s.people[s.list.At].ID; s.out[id] {
		delete(s.out, id)
	} else {
		s.out[id] = true
	}
	s.list.Move(keys.Down, len(s.people), s.pageRows())
}

// none says of all who are not left out that no stop sign was seen.
func (s *passSigns) none() screen.Step {
	var cmds []tea.Cmd
	for _, inv := range s.people {
		if !s.out[inv.ID] {
			cmds = append(cmds, saveIn(s.env, s.env.Request(), s.visit, inv.ID, interview.NoSigns(inv.Answers)))
		}
	}
	return screen.Back(append(cmds, tellDone(s.env))...)
}

// pageRows is how many people are shown at once.
func (s *passSigns) pageRows() int {
	return max(s.env.Height-len(s.head(s.env.Width, s.env.Height)), 1)
}

func (s *passSigns) View(w, h int) string {
	st := s.env.Styles
	lines := s.head(w, h)
	rows := max(h-len(lines), 1)
	from := s.list.Window(len(s.people), rows)
	names := 0
	for at := from; at < min(from+rows, len(s.people)); at++ {
		names = max(names, style.Width(style.NameOr(s.people[at].Name)))
	}
	names = min(names, w*3/5)
	for at := from; at < min(from+rows, len(s.people)); at++ {
		inv := &s.people[at]
		box := "[✔] "
		if s.out[inv.ID] {
			box = "[ ] "
		}
		more := style.OneLine(inv.Headline)
		if why := s.why[inv.ID]; why != "" {
			more = style.WarningSign + " " + style.OneLine(why)
		}
		name := style.Fit(style.NameOr(inv.Name), names)
		line := box + name + "  " + more
		if at == s.list.At {
			lines = append(lines, st.Selected.Render("› "+style.Fit(line, w-2)))
			continue
		}
		if s.why[inv.ID] != "" {
			more = st.Caution.Render(more)
		}
		lines = append(lines, style.Truncate("  "+box+name+"  "+more, w))
	}
	return strings.Join(lines, "\n")
}

// peopleLeast is how many rows the people get before the signs get more than a
// few words each.
const peopleLeast = 8

// head is the question, and the signs it is about: a line each where there is
// room, or else in a few words.
func (s *passSigns) head(w, h int) []string {
	st, k := s.env.Styles, s.env.KeyFor
	page := signsPage(s.people[0].Answers)
	lines := []string{st.Strong.Render(style.Truncate(page.Ask, w))}
	var labels []string
	for _, q := range page.Questions {
		labels = append(labels, q.Label)
	}
	short := style.Wrap(strings.Join(labels, "\u00a0· "), w) // no line begins with a dot
	for i := range short {
		short[i] = strings.ReplaceAll(short[i], "\u00a0", " ")
	}
	switch {
	case h < len(short)+peopleLeast:
		return append(lines, short...) // the footer says which keys there are
	case h >= len(page.Questions)+peopleLeast+4:
		lines = append(lines, "")
		for _, q := range page.Questions {
			lines = append(lines, style.Truncate("· "+q.Line, w))
		}
	default:
		lines = append(lines, short...)
	}
	lines = append(lines, "")
	for _, line := range style.Wrap(k(keys.NoSigns)+" says that none was seen of those ticked; "+k(keys.SignsOpen)+" leaves the signs open; "+k(keys.LeaveOut)+" leaves somebody out", w) {
		lines = append(lines, st.Muted.Render(line))
	}
	return append(lines, "")
}

// signsPage is the page of stop signs.
func signsPage(a advisor.Answers) advisor.Page {
	for _, p := range advisor.Pages(a) {
		if p.Signs {
			return p
		}
	}
	return advisor.Page{}
}
