package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// takenScreen is shown when another terminal program has the store: two that change
// it side by side would each show what is no longer so.
type takenScreen struct {
	env     *env
	list    cursor
	request uint64
}

func newTaken(e *env) *takenScreen { return &takenScreen{env: e} }

func (s *takenScreen) Init() tea.Cmd { return nil }
func (s *takenScreen) Title() string { return "Already open" }
func (s *takenScreen) InText() bool  { return false }
func (s *takenScreen) choices() []welcomeChoice {
	return []welcomeChoice{
		{actLookOnly, "Look without changing anything", "The list, the details and the search work; commands such as linkvet list do anyway"},
		{actTryAgain, "Try again", "Once the other one is closed"},
		{actQuit, "Leave", ""},
	}
}

func (s *takenScreen) Actions() []actionID {
	return append([]actionID{actChoose, actLookOnly, actTryAgain, actPick, actQuit}, actUp, actDown, actFirst, actLast)
}

func (s *takenScreen) Update(msg tea.Msg) step {
	switch msg := msg.(type) {
	case claimedMsg:
		if msg.request != s.request {
			return step{}
		}
		if msg.ok {
			return replace(newInbox(s.env))
		}
		s.env.say("The other linkvet is still open")
	case actionMsg:
		choices := s.choices()
		if s.list.move(msg.id, len(choices), len(choices)) {
			return step{}
		}
		id := msg.id
		if n := digitIndex(msg.key); id == actPick && n >= 0 && n < len(choices) {
			id = choices[n].action
		}
		if id == actChoose {
			id = choices[s.list.at].action
		}
		return s.do(id)
	}
	return step{}
}

func (s *takenScreen) do(id actionID) step {
	switch id {
	case actLookOnly:
		s.env.readOnly = true
		return replace(newInbox(s.env))
	case actTryAgain:
		s.request = s.env.request()
		return stay(s.env.claim(s.request))
	case actQuit:
		return quit()
	}
	return step{}
}

func (s *takenScreen) View(w, h int) string {
	st := s.env.styles
	w = min(w, formMost)
	lines := wrap("Another linkvet has your invitations open, in another window or terminal. Change things there, or close it and try again.", w)
	lines = append(lines, "")
	for i, c := range s.choices() {
		text := fit(string(rune('1'+i))+"  "+c.text, w-2)
		if i == s.list.at {
			lines = append(lines, st.Selected.Render("› "+text))
		} else {
			lines = append(lines, "  "+text)
		}
		if c.more != "" && h > 12 {
			lines = append(lines, "     "+st.Muted.Render(truncate(c.more, w-5)), "")
		}
	}
	return strings.Join(lines[:min(len(lines), h)], "\n")
}
