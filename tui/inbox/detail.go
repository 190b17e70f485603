package inbox

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// detail shows all that is known of one invitation: note, facts, advice,
// answers and what happened to it.
type detail struct {
	env     *screen.Env
	id      string
	request uint64
	err     error
	known   *screen.History // nil until it is read
	scroll  widget.Cursor   // at and top are the first line shown
}

func newDetail(e *screen.Env, id string) *detail { return &detail{env: e, id: id} }

func (s *detail) Init() tea.Cmd {
	s.request = s.env.Request()
	return s.env.LoadHistories(s.request, s.id)
}

func (s *detail) InText() bool { return false }
func (s *detail) Title() string {
	if s.known == nil {
		return "Invitation"
	}
	return style.NameOr(s.known.Inv.Name)
}

// Subtitle is the short id that the commands take.
func (s *detail) Subtitle() string { return s.id }

func (s *detail) Actions() []keys.ID {
	if s.known == nil {
		return []keys.ID{keys.Back}
	}
	row := s.known.Inv.Row(s.env.Now())
	acts := rowActions(s.env, &row)
	return append(append(acts, keys.ReadCopy, keys.Back, keys.Undo, keys.Redo), keys.ListMoves()...)
}

func (s *detail) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case screen.ActionMsg:
		return s.act(msg)
	case widget.ConfirmedMsg:
		return msg.Step()
	case tea.PasteMsg:
		return s.env.OpenPasted(s.id, msg.Content)
	case tea.MouseWheelMsg:
		s.scrollBy(msg)
	case screen.HistoriesMsg:
		if msg.Request == s.request {
			s.known, s.err = nil, msg.Err
			if msg.Err == nil {
				s.known = msg.Histories[0]
			}
		}
	case screen.InvitationSavedMsg:
		if msg.Invitation.ID == s.id {
			return screen.Stay(s.Init())
		}
	case screen.InvitationsSavedMsg:
		if msg.Vanished {
			return screen.Back()
		}
		return screen.Stay(s.Init())
	}
	return screen.Step{}
}

func (s *detail) act(msg screen.ActionMsg) screen.Step {
	switch msg.ID {
	case keys.Back:
		return screen.Back()
	case keys.Undo:
		return screen.Stay(s.env.Undo(s.env.Request()))
	case keys.Redo:
		return screen.Stay(s.env.Redo(s.env.Request()))
	}
	if s.known == nil || s.move(msg.ID) {
		return screen.Step{}
	}
	return actOnRow(s.env, msg.ID, s.known.Inv.Row(s.env.Now()))
}

// move scrolls: the cursor is the first line shown.
func (s *detail) move(id keys.ID) bool {
	lines := len(s.lines(s.env.Width))
	return s.scroll.Move(id, max(lines-s.env.Height+1, 1), s.env.Height)
}

func (s *detail) scrollBy(msg tea.MouseWheelMsg) {
	id := keys.Down
	if msg.Button == tea.MouseWheelUp {
		id = keys.Up
	}
	for range 3 {
		s.move(id)
	}
}

func (s *detail) View(w, h int) string {
	switch {
	case s.err != nil:
		return strings.Join(style.Wrap(style.Sentence(s.err)+"\n\n"+s.env.KeyFor(keys.Back)+" goes back.", w), "\n")
	case s.known == nil:
		return "Reading…"
	}
	return s.env.Scrolled(s.lines(w), s.scroll.At, h)
}

// lines is all that is shown, for a width.
func (s *detail) lines(w int) []string {
	if s.known == nil {
		return nil
	}
	return detailLines(s.env, s.known.Inv.Row(s.env.Now()), s.known, min(w, 90))
}
