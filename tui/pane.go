package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store"
)

// dossier is all that is known of one invitation, worked out in the background.
type dossier struct {
	inv     store.Invitation
	journal []store.Entry
	advice  advisor.Advice // only where something is answered
}

// dossierMsg brings one.
type dossierMsg struct {
	request uint64
	dossier dossier
	err     error // why there is none
}

// place is where the preview is.
type place uint8

const (
	placeAuto place = iota // right or below, by the window's size
	placeRight
	placeBelow
	placeNone
)

// pane is the preview beside the list. It shows at once what the row knows, and
// the rest as soon as it is read.
type pane struct {
	shown   bool
	place   place
	scroll  int
	of      string // the invitation the scroll is for
	request uint64 // of the dossier on its way; 0 for none
	asked   string // whose it is
	resting string // who was marked when the clock was started; "" when it stands
	known   map[string]*dossier
}

// knownMost is how many dossiers are kept.
const knownMost = 64

func (p *pane) take(msg dossierMsg) {
	if msg.request != p.request {
		return
	}
	p.request = 0
	if msg.err != nil {
		return // the row alone is shown
	}
	if p.known == nil || len(p.known) >= knownMost {
		p.known = map[string]*dossier{}
	}
	p.known[msg.dossier.inv.ID] = &msg.dossier
}

func (p *pane) forget(id string) {
	delete(p.known, id)
	p.request, p.asked = 0, ""
}

func (p *pane) forgetAll() {
	p.known = nil
	p.request, p.asked = 0, ""
}

// restTime is how long the cursor rests on an invitation before the rest of it
// is read: who only passes does not wait for it.
const restTime = 100 * time.Millisecond

// restedMsg says that the time is over.
type restedMsg struct{}

// fetchDossier asks for what the preview lacks of the marked invitation once the
// cursor rests there, and for one at a time.
func (s *inbox) fetchDossier() tea.Cmd {
	p := &s.pane
	row, ok := s.selected()
	if !ok {
		return nil
	}
	if p.of != row.ID {
		p.of, p.scroll = row.ID, 0
	}
	if p.request != 0 || p.asked == row.ID || p.known[row.ID] != nil || !s.paneVisible() {
		return nil
	}
	if p.resting != "" {
		return nil // looked at again when the clock has run
	}
	p.resting = row.ID
	return s.env.after(restTime, restedMsg{})
}

// rested reads the marked invitation if the cursor is where it was.
func (s *inbox) rested() step {
	p := &s.pane
	was := p.resting
	p.resting = ""
	row, ok := s.selected()
	if !ok || row.ID != was || p.request != 0 || p.known[row.ID] != nil || !s.paneVisible() {
		return step{} // Update starts the clock anew where something is lacking
	}
	p.request, p.asked = s.env.request(), row.ID
	return stay(s.env.loadDossier(p.request, row.ID))
}

// loadDossier reads one invitation with its journal and works out its advice.
func (e *env) loadDossier(request uint64, id string) tea.Cmd {
	storage, settings := e.storage, e.settings
	return e.read("reading the invitation", func(context.Context) (tea.Msg, error) {
		d, err := readDossier(storage, settings, id)
		return dossierMsg{request: request, dossier: d, err: err}, nil
	}, request)
}

func readDossier(storage Storage, settings Settings, id string) (dossier, error) {
	inv, err := storage.Get(id)
	if err != nil {
		return dossier{}, err
	}
	d := dossier{inv: inv}
	if len(inv.Answers) > 0 {
		d.advice = advisor.Advise(inv.Case(settings.Profile()))
	}
	d.journal, err = storage.Journal(id)
	return d, err
}

// The room at which the preview is shown by itself.
const (
	previewFrom  = 96 // columns of room for list and preview side by side
	belowFrom    = 24 // rows of room for one below the other
	belowAtLeast = 9  // and the fewest when asked for
)

// paneIn is where the preview is in a room of that size.
func (s *inbox) paneIn(w, h int) place {
	switch {
	case !s.pane.shown:
		return placeNone
	case s.pane.place != placeBelow && w >= previewFrom:
		return placeRight
	case h >= belowFrom, s.pane.place == placeBelow && h >= belowAtLeast:
		return placeBelow
	}
	return placeNone
}

func (s *inbox) paneVisible() bool { return s.paneIn(s.env.width, s.env.height) != placeNone }

// changePane shows, hides, moves or scrolls the preview.
func (s *inbox) changePane(id actionID) {
	p := &s.pane
	switch id {
	case actPreview:
		if s.paneVisible() {
			p.shown = false
			return
		}
		p.shown = true
		if !s.paneVisible() {
			p.place = placeBelow // too small for it to come by itself
		}
		if !s.paneVisible() {
			s.env.say("The preview needs a larger window; " + s.env.keyFor(actOpen) + " shows all on a page")
		}
	case actPreviewPlace:
		p.shown = true
		if s.paneIn(s.env.width, s.env.height) == placeRight {
			p.place = placeBelow
		} else {
			p.place = placeRight
		}
		if s.env.width < previewFrom {
			s.env.say("The preview fits on the right from 100 columns on")
		}
	case actPreviewDown:
		p.scroll = min(p.scroll+paneStep, s.paneOverflow())
	case actPreviewUp:
		p.scroll = max(p.scroll-paneStep, 0)
	}
	s.settle()
}

// paneStep is how many lines the preview scrolls at a time.
const paneStep = 3

// paneOverflow is how far the preview can be scrolled.
func (s *inbox) paneOverflow() int {
	row, ok := s.selected()
	if !ok {
		return 0
	}
	l := s.layout(s.env.width, s.env.height)
	return max(len(dossierLines(s.env, row, s.pane.known[row.ID], l.paneWidth))-l.paneRows, 0)
}
