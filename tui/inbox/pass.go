package inbox

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/widget"
)

// firstPass goes down those who wait and asks of each only who it is, a key each.
// All that is answered in one pass is one step to undo. What was answered is in
// the invitations alone, so that a pass that was left goes on where it was.
type firstPass struct {
	env   *screen.Env
	box   *inbox // the rows are its
	ids   []string
	list  widget.Cursor
	from  int    // how far what is known of the marked one is scrolled
	visit string // the step that all answers belong to

	given  map[string]int    // answers as shown, by id
	saving map[string]uint64 // the last request to save one
	people map[string]*screen.History
	before []string // answered before this pass, and not read yet
	read   uint64   // the people on their way; 0 for none
	ending uint64   // the pass is over, and what is left is worked out; 0 while it is not
}

func newFirstPass(box *inbox, ids []string) *firstPass {
	s := &firstPass{
		env: box.env, box: box, ids: ids, visit: fmt.Sprint("first pass ", box.env.Now().UnixNano()),
		given: map[string]int{}, saving: map[string]uint64{}, people: map[string]*screen.History{},
	}
	open := -1
	for at, id := range ids {
		switch row, ok := box.row(id); {
		case !ok:
		case row.Answered > 0:
			s.before = append(s.before, id)
		case open < 0:
			open = at
		}
	}
	s.list.At = max(open, 0)
	return s
}

func (s *firstPass) Init() tea.Cmd { return s.readAhead() }
func (s *firstPass) Title() string { return "First pass" }
func (s *firstPass) InText() bool  { return false }

// Waiting is true while it is worked out what comes next.
func (s *firstPass) Waiting() bool { return s.ending != 0 }

// Subtitle says how far one is.
func (s *firstPass) Subtitle() string {
	return fmt.Sprintf("%d of %d answered", len(s.given), len(s.ids))
}

// Position says which row is marked.
func (s *firstPass) Position() string { return positionOf(s.list.At, len(s.ids)) }

func (s *firstPass) Actions() []keys.ID {
	acts := []keys.ID{keys.WhoIsIt, keys.SkipOne, keys.OpenAgain, keys.PassDone, keys.Back, keys.PreviewDown, keys.PreviewUp}
	if len(s.given) > 0 {
		acts = append(acts, keys.Undo)
	}
	return append(acts, keys.ListMoves()...)
}

func (s *firstPass) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case screen.ActionMsg:
		next := s.act(msg)
		next.Cmd = tea.Batch(next.Cmd, s.readAhead())
		return next
	case tea.WindowSizeMsg:
		s.list.Settle(len(s.ids), s.pageRows())
	case screen.HistoriesMsg:
		if msg.Request == s.read {
			return s.take(msg)
		}
	case screen.InvitationSavedMsg:
		s.saved(msg.Request, msg.Invitation)
	case screen.InvitationsSavedMsg:
		for _, inv := range msg.Invitations {
			s.saved(msg.Request, inv)
		}
	case screen.FailedMsg:
		s.failed(msg.Request)
	case passEndedMsg:
		if msg.request == s.ending {
			return s.ended(msg.trusted)
		}
	}
	return screen.Step{}
}

func (s *firstPass) act(msg screen.ActionMsg) screen.Step {
	if s.list.Move(msg.ID, len(s.ids), s.pageRows()) {
		s.from = 0
		return screen.Step{}
	}
	switch msg.ID {
	case keys.PreviewDown, keys.PreviewUp:
		s.scroll(msg.ID == keys.PreviewDown)
	case keys.WhoIsIt:
		if n := keys.Digit(msg.Key); n >= 0 && n < len(advisor.FirstPass()) {
			set, clear := interview.GiveFirst(n)
			return s.answer(n, set, clear)
		}
	case keys.OpenAgain:
		if _, answered := s.given[s.ids[s.list.At]]; answered {
			return s.answer(-1, nil, interview.TakeFirstBack())
		}
	case keys.SkipOne:
		return s.down()
	case keys.PassDone:
		return s.end()
	case keys.Undo:
		return screen.Stay(s.env.Undo(s.env.Request()))
	case keys.Back:
		if len(s.given) > 0 {
			s.env.Say("Kept as far as you got; " + s.env.KeyFor(keys.FirstPass) + " goes on")
		}
		return screen.Back()
	}
	return screen.Step{}
}

// answer says who the marked one is, or takes that back, and goes down.
func (s *firstPass) answer(n int, set advisor.Answers, clear []string) screen.Step {
	id := s.ids[s.list.At]
	if n < 0 {
		delete(s.given, id)
	} else {
		s.given[id] = n
	}
	request := s.env.Request()
	s.saving[id] = request
	save := saveIn(s.env, request, s.visit, id, set, clear...) // before what comes after the last one
	if n < 0 {
		return screen.Stay(save)
	}
	next := s.down()
	next.Cmd = tea.Batch(save, next.Cmd)
	return next
}

// down goes to the next row; behind the last one the pass ends.
func (s *firstPass) down() screen.Step {
	if s.list.At == len(s.ids)-1 {
		return s.end()
	}
	s.list.Move(keys.Down, len(s.ids), s.pageRows())
	s.from = 0
	return screen.Step{}
}

// end works out, once everything is saved, of whom only the stop signs are to be
// asked.
func (s *firstPass) end() screen.Step {
	s.ending = s.env.Request()
	return screen.Stay(endPass(s.env, s.ending, s.ids))
}

func (s *firstPass) ended(trusted []record.Invitation) screen.Step {
	if len(trusted) == 0 {
		return screen.BackWith(passDoneMsg{s.ids})
	}
	return screen.Replace(newPassSigns(s.env, s.visit, s.ids, trusted))
}

// take keeps what was read of people, and shows what they were given before.
func (s *firstPass) take(msg screen.HistoriesMsg) screen.Step {
	s.read = 0
	for _, h := range msg.Histories {
		s.people[h.Inv.ID] = h
		if s.saving[h.Inv.ID] == 0 {
			s.show(h.Inv)
		}
	}
	if msg.Err != nil && len(s.before) == 0 {
		return screen.Step{} // the row is all there is of them
	}
	return screen.Stay(s.readAhead())
}

// saved takes over an invitation that was changed, unless another answer to it is
// on its way.
func (s *firstPass) saved(request uint64, inv record.Invitation) {
	if h := s.people[inv.ID]; h != nil {
		h.Inv = inv
	}
	if last := s.saving[inv.ID]; last != 0 && last != request {
		return
	}
	delete(s.saving, inv.ID)
	s.show(inv)
}

func (s *firstPass) show(inv record.Invitation) {
	if n := interview.GivenFirst(inv.Answers); n >= 0 {
		s.given[inv.ID] = n
	} else {
		delete(s.given, inv.ID)
	}
}

// failed shows an answer that could not be saved as not given.
func (s *firstPass) failed(request uint64) {
	if request == s.ending {
		s.ending = 0
	}
	for id, last := range s.saving {
		if last == request {
			delete(s.saving, id)
			delete(s.given, id)
		}
	}
}

// How many people before the marked one are known at least, and how many are read
// at a time.
const (
	passAhead = 8
	passRead  = 32
)

// readAhead reads those who have an answer already, and then the people who come
// next, before they do.
func (s *firstPass) readAhead() tea.Cmd {
	if s.read != 0 {
		return nil
	}
	if n := min(len(s.before), passRead); n > 0 {
		ids := s.before[:n]
		s.before = s.before[n:]
		s.read = s.env.Request()
		return s.env.LoadHistories(s.read, ids...)
	}
	var ids []string
	urgent := false
	for at := max(s.list.At-passAhead, 0); at < len(s.ids) && len(ids) < passRead; at++ {
		if s.people[s.ids[at]] == nil {
			ids = append(ids, s.ids[at])
			urgent = urgent || at <= s.list.At+passAhead
		}
	}
	if !urgent {
		return nil
	}
	s.read = s.env.Request()
	return s.env.LoadHistories(s.read, ids...)
}
