package inbox

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// alreadyOpen is shown when another terminal program has the store: two that change
// it at the same time would each show what is no longer true.
type alreadyOpen struct {
	env     *screen.Env
	list    widget.Cursor
	request uint64
}

func NewAlreadyOpen(e *screen.Env) *alreadyOpen { return &alreadyOpen{env: e} }

func (s *alreadyOpen) Init() tea.Cmd { return nil }
func (s *alreadyOpen) Title() string { return "Already open" }
func (s *alreadyOpen) InText() bool  { return false }
func (s *alreadyOpen) choices() []welcomeChoice {
	return []welcomeChoice{
		{keys.LookOnly, "Look without changing anything", "The list, the details and the search work; commands such as linkvet list do anyway"},
		{keys.TryAgain, "Try again", "Once the other one is closed"},
		{keys.Quit, "Leave", ""},
	}
}

func (s *alreadyOpen) Actions() []keys.ID {
	return append([]keys.ID{keys.Choose, keys.LookOnly, keys.TryAgain, keys.Pick, keys.Quit}, keys.Up, keys.Down, keys.First, keys.Last)
}

func (s *alreadyOpen) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case screen.ClaimedMsg:
		if msg.Request != s.request {
			return screen.Step{}
		}
		if msg.Ok {
			return screen.Replace(New(s.env))
		}
		s.env.Say("The other linkvet is still open")
	case screen.ActionMsg:
		choices := s.choices()
		if s.list.Move(msg.ID, len(choices), len(choices)) {
			return screen.Step{}
		}
		id := msg.ID
		if n := keys.Digit(msg.Key); id == keys.Pick && n >= 0 && n < len(choices) {
			id = choices[n].action
		}
		if id == keys.Choose {
			id = choices[s.list.At].action
		}
		return s.do(id)
	}
	return screen.Step{}
}

func (s *alreadyOpen) do(id keys.ID) screen.Step {
	switch id {
	case keys.LookOnly:
		s.env.LookOnly()
		return screen.Replace(New(s.env))
	case keys.TryAgain:
		s.request = s.env.Request()
		return screen.Stay(s.env.Claim(s.request))
	case keys.Quit:
		return screen.Quit()
	}
	return screen.Step{}
}

func (s *alreadyOpen) View(w, h int) string {
	st := s.env.Styles
	w = min(w, widget.FormMost)
	lines := style.Wrap("Another linkvet has your invitations open, in another window or terminal. Change things there, or close it and try again.", w)
	lines = append(lines, "")
	for i, c := range s.choices() {
		text := style.Fit(string(rune('1'+i))+"  "+c.text, w-2)
		if i == s.list.At {
			lines = append(lines, st.Selected.Render("› "+text))
		} else {
			lines = append(lines, "  "+text)
		}
		if c.more != "" && h > 12 {
			lines = append(lines, "     "+st.Muted.Render(style.Truncate(c.more, w-5)), "")
		}
	}
	return strings.Join(lines[:min(len(lines), h)], "\n")
}
