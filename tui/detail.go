package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// detail shows all that is known of one invitation: note, facts, advice,
// answers and what happened to it.
type detail struct {
	env     *env
	id      string
	request uint64
	err     error
	known   *dossier // nil until it is read
	scroll  cursor   // at and top are the first line shown
}

func newDetail(e *env, id string) *detail { return &detail{env: e, id: id} }

func (s *detail) Init() tea.Cmd {
	s.request = s.env.request()
	return s.env.loadDossiers(s.request, s.id)
}

func (s *detail) InText() bool { return false }
func (s *detail) Title() string {
	if s.known == nil {
		return "Invitation"
	}
	return nameOr(s.known.inv.Name)
}

// Headline is the short id that the commands take.
func (s *detail) Headline() string { return s.id }

func (s *detail) Actions() []actionID {
	if s.known == nil {
		return []actionID{actBack}
	}
	row := s.known.inv.Row(s.env.now())
	acts := rowActions(&row)
	return append(append(acts, actBack, actUndo, actRedo), listActions()...)
}

func (s *detail) Update(msg tea.Msg) step {
	switch msg := msg.(type) {
	case actionMsg:
		return s.act(msg)
	case confirmedMsg:
		return msg.step()
	case tea.MouseWheelMsg:
		s.scrollBy(msg)
	case dossiersMsg:
		if msg.request == s.request {
			s.known, s.err = nil, msg.err
			if msg.err == nil {
				s.known = msg.dossiers[0]
			}
		}
	case invitationSavedMsg:
		if msg.invitation.ID == s.id {
			return stay(s.Init())
		}
	case invitationsSavedMsg:
		if msg.vanished {
			return back()
		}
		return stay(s.Init())
	}
	return step{}
}

func (s *detail) act(msg actionMsg) step {
	switch msg.id {
	case actBack:
		return back()
	case actUndo:
		return stay(s.env.undo(s.env.request()))
	case actRedo:
		return stay(s.env.redo(s.env.request()))
	}
	if s.known == nil || s.move(msg.id) {
		return step{}
	}
	return actOnRow(s.env, msg.id, s.known.inv.Row(s.env.now()))
}

// move scrolls: the cursor is the first line shown.
func (s *detail) move(id actionID) bool {
	lines := len(s.lines(s.env.width))
	return s.scroll.move(id, max(lines-s.env.height+1, 1), s.env.height)
}

func (s *detail) scrollBy(msg tea.MouseWheelMsg) {
	id := actDown
	if msg.Button == tea.MouseWheelUp {
		id = actUp
	}
	for range 3 {
		s.move(id)
	}
}

func (s *detail) View(w, h int) string {
	switch {
	case s.err != nil:
		return strings.Join(wrap(sentence(s.err)+"\n\n"+s.env.keyFor(actBack)+" goes back.", w), "\n")
	case s.known == nil:
		return "Reading…"
	}
	return s.env.scrolled(s.lines(w), s.scroll.at, h)
}

// lines is all that is shown, for a width.
func (s *detail) lines(w int) []string {
	if s.known == nil {
		return nil
	}
	return dossierLines(s.env, s.known.inv.Row(s.env.now()), s.known, min(w, 90))
}
