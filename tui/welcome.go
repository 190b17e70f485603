package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// welcome is what a newcomer sees while there is nothing in the store.
type welcome struct {
	env  *env
	list cursor
	undo string // what can be taken back: it was not always empty
}

func newWelcome(e *env) *welcome { return &welcome{env: e} }

// welcomeChoice is one way to begin.
type welcomeChoice struct {
	action actionID
	text   string
	more   string
}

func (s *welcome) choices() []welcomeChoice {
	all := []welcomeChoice{
		{actImport, "Import your LinkedIn archive", "Everyone who is waiting, with their notes"},
		{actAdd, "Add one invitation by hand", "A name or a profile address is enough"},
	}
	if s.env.options.OpenDemo != nil {
		all = append(all, welcomeChoice{actDemo, "Look at the demo", "Invented invitations; nothing of yours is touched"})
	}
	all = append(all, welcomeChoice{actSettings, "Say what you want from LinkedIn", "A minute about your goals; the advice takes them into account"})
	if s.undo != "" { // at the end, as it is known a moment later
		all = append(all, welcomeChoice{actUndo, "Undo: " + oneLine(s.undo), "Brings back what was here"})
	}
	return all
}

func (s *welcome) Init() tea.Cmd { return s.env.loadUndoable() }
func (s *welcome) Title() string { return "Welcome" }
func (s *welcome) InText() bool  { return false }

func (s *welcome) Actions() []actionID {
	acts := []actionID{actChoose}
	for _, c := range s.choices() {
		acts = append(acts, c.action)
	}
	return append(acts, actPick, actBack, actQuit, actUp, actDown, actFirst, actLast)
}

func (s *welcome) Update(msg tea.Msg) step {
	switch msg := msg.(type) {
	case actionMsg:
		return s.act(msg)
	case undoableMsg:
		s.undo = msg.undo
	case invitationSavedMsg, invitationsSavedMsg, importedMsg:
		// There is something to show now: the inbox below shows it.
		return back()
	}
	return step{}
}

func (s *welcome) act(msg actionMsg) step {
	choices := s.choices()
	if s.list.move(msg.id, len(choices), len(choices)) {
		return step{}
	}
	switch msg.id {
	case actBack:
		return back()
	case actQuit:
		return quit()
	case actChoose:
		return s.begin(choices[s.list.at].action)
	case actPick:
		if n := digitIndex(msg.key); n >= 0 && n < len(choices) {
			return s.begin(choices[n].action)
		}
	}
	return s.begin(msg.id)
}

func (s *welcome) begin(id actionID) step {
	switch id {
	case actUndo:
		return stay(s.env.undo(s.env.request()))
	case actImport:
		return open(openImport{})
	case actAdd:
		return push(newAdd(s.env))
	case actDemo:
		return stay(s.env.openDemo())
	case actSettings:
		return open(openProfile{})
	}
	return step{}
}

func (s *welcome) View(w, h int) string {
	st := s.env.styles
	w = min(w, formMost)
	lines := wrap("linkvet helps you decide on LinkedIn invitations, one calm question at a time. Everything stays on this computer; it never goes online.", w)
	lines = append(lines, "")
	roomy := h >= 18
	for i, c := range s.choices() {
		text := fit(string(rune('1'+i))+"  "+c.text, w-2)
		if i == s.list.at {
			lines = append(lines, st.Selected.Render("› "+text))
		} else {
			lines = append(lines, "  "+text)
		}
		if roomy {
			lines = append(lines, "     "+st.Muted.Render(truncate(c.more, w-5)), "")
		}
	}
	if !roomy {
		lines = append(lines, "")
	}
	lines = append(lines, st.Strong.Render("How to get the archive"))
	for i, text := range archiveHelp() {
		for j, line := range wrap(text, w-3) {
			number := "   "
			if j == 0 {
				number = string(rune('1'+i)) + ". "
			}
			lines = append(lines, number+line)
		}
	}
	return strings.Join(lines[:min(len(lines), h)], "\n")
}
