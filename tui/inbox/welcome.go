package inbox

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/record"
	"linkvet/tui/dialog"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// welcome is what a newcomer sees while there is nothing in the store.
type welcome struct {
	env  *screen.Env
	list widget.Cursor
	undo string // what can be taken back: it was not always empty
}

func newWelcome(e *screen.Env) *welcome { return &welcome{env: e} }

// welcomeChoice is one way to begin.
type welcomeChoice struct {
	action keys.ID
	text   string
	more   string
}

func (s *welcome) choices() []welcomeChoice {
	all := []welcomeChoice{
		{keys.Import, "Import your LinkedIn archive", "Everyone who is waiting, with their notes"},
		{keys.Add, "Add one invitation by hand", "A name or a profile address is enough"},
	}
	if s.env.Options.OpenDemo != nil {
		all = append(all, welcomeChoice{keys.Demo, "Look at the demo", "Invented invitations; nothing of yours is touched"})
	}
	all = append(all, welcomeChoice{keys.Settings, "Say what you want from LinkedIn", "A minute about your goals; the advice takes them into account"})
	if s.undo != "" { // at the end, as it is known a moment later
		all = append(all, welcomeChoice{keys.Undo, "Undo: " + screen.StepText(s.undo), "Brings back what was here"})
	}
	return all
}

func (s *welcome) Init() tea.Cmd { return s.env.LoadUndoable() }
func (s *welcome) Title() string { return "Welcome" }
func (s *welcome) InText() bool  { return false }

func (s *welcome) Actions() []keys.ID {
	acts := []keys.ID{keys.Choose}
	for _, c := range s.choices() {
		acts = append(acts, c.action)
	}
	return append(acts, keys.Pick, keys.Back, keys.Quit, keys.Up, keys.Down, keys.First, keys.Last)
}

func (s *welcome) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case screen.ActionMsg:
		return s.act(msg)
	case screen.UndoableMsg:
		s.undo = msg.Undo
	case screen.InvitationSavedMsg, screen.InvitationsSavedMsg, screen.ImportedMsg:
		// There is something to show now: the inbox below shows it.
		return screen.Back()
	}
	return screen.Step{}
}

func (s *welcome) act(msg screen.ActionMsg) screen.Step {
	choices := s.choices()
	if s.list.Move(msg.ID, len(choices), len(choices)) {
		return screen.Step{}
	}
	switch msg.ID {
	case keys.Back:
		return screen.Back()
	case keys.Quit:
		return screen.Quit()
	case keys.Choose:
		return s.begin(choices[s.list.At].action)
	case keys.Pick:
		if n := keys.Digit(msg.Key); n >= 0 && n < len(choices) {
			return s.begin(choices[n].action)
		}
	}
	return s.begin(msg.ID)
}

func (s *welcome) begin(id keys.ID) screen.Step {
	switch id {
	case keys.Undo:
		return screen.Stay(s.env.Undo(s.env.Request()))
	case keys.Import:
		return screen.Open(screen.ImportPage{})
	case keys.Add:
		return screen.Push(dialog.NewAdd(s.env, record.Incoming))
	case keys.Demo:
		return screen.Stay(s.env.OpenDemo())
	case keys.Settings:
		return screen.Open(screen.ProfilePage{})
	}
	return screen.Step{}
}

func (s *welcome) View(w, h int) string {
	st := s.env.Styles
	w = min(w, widget.FormMost)
	lines := style.Wrap("linkvet helps you decide on LinkedIn invitations, one calm page of questions at a time. Everything stays on this computer; it never goes online.", w)
	lines = append(lines, "")
	roomy := h >= 18
	for i, c := range s.choices() {
		text := style.Fit(string(rune('1'+i))+"  "+c.text, w-2)
		if i == s.list.At {
			lines = append(lines, st.Selected.Render("› "+text))
		} else {
			lines = append(lines, "  "+text)
		}
		if roomy {
			lines = append(lines, "     "+st.Muted.Render(style.Truncate(c.more, w-5)), "")
		}
	}
	if !roomy {
		lines = append(lines, "")
	}
	lines = append(lines, st.Strong.Render("How to get the archive"))
	for i, text := range screen.ArchiveHelp() {
		for j, line := range style.Wrap(text, w-3) {
			number := "   "
			if j == 0 {
				number = string(rune('1'+i)) + ". "
			}
			lines = append(lines, number+line)
		}
	}
	return strings.Join(lines[:min(len(lines), h)], "\n")
}
