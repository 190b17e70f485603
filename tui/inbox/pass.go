package inbox

import (
	"fmt"
	"slices"

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

// firstPass goes down those who wait and asks of each only who it is, a key each.
// All that is answered in one pass is one step to undo, also where it was left, or
// the program was, and gone on with. What was answered is in the invitations alone,
// so that a pass that was left goes on where it was.
type firstPass struct {
	env    *screen.Env
	box    *inbox   // the rows are its
	ids    []string // who has no answer yet
	before []string // of passes before: of them only the stop signs may be left to ask
	list   widget.Cursor
	last   int    // the row answered last; -1 once the cursor was moved
	from   int    // how far what is known of the marked one is scrolled
	visit  string // the step that all answers belong to

	given   map[string]int    // answers as shown, by id
	skipped map[string]bool   // left as they are in this pass
	saving  map[string]uint64 // the last request to save one
	people  map[string]*screen.History
	read    uint64                       // the people on their way; 0 for none
	newer   map[string]record.Invitation // saved since they were asked for
	ending  uint64                       // the pass is over, and what is left is worked out; 0 while it is not
}

func newFirstPass(box *inbox, ids, before []string) *firstPass {
	if box.env.Preferences.Pass() == "" {
		box.env.Preferences.SetPass(fmt.Sprint("first pass ", box.env.Now().UnixNano()))
	}
	return &firstPass{
		env: box.env, box: box, ids: ids, before: before, last: -1, visit: box.env.Preferences.Pass(),
		given: map[string]int{}, skipped: map[string]bool{}, saving: map[string]uint64{}, people: map[string]*screen.History{},
	}
}

// Init reads the first people. Where nobody is left to ask about, only the stop
// signs of those answered before may be.
func (s *firstPass) Init() tea.Cmd {
	if len(s.ids) == 0 {
		return s.end().Cmd
	}
	return s.readAhead()
}

func (s *firstPass) Title() string { return "First pass" }
func (s *firstPass) InText() bool  { return false }

// Waiting is true while it is worked out what comes next.
func (s *firstPass) Waiting() bool { return s.ending != 0 }

// Subtitle says how far one is.
func (s *firstPass) Subtitle() string {
	return fmt.Sprintf("%d of %d answered", len(s.given), len(s.ids))
}

// Digits is how many answers have a number.
func (s *firstPass) Digits() int { return len(advisor.FirstPass()) }

// Idle says why keys do nothing now.
func (s *firstPass) Idle() map[keys.ID]string {
	return map[keys.ID]string{keys.Undo: "Nothing is said of anybody yet"}
}

// Position says which row is marked.
func (s *firstPass) Position() string { return positionOf(s.list.At, len(s.ids)) }

func (s *firstPass) Actions() []keys.ID {
	acts := []keys.ID{keys.WhoIsIt, keys.SkipOne, keys.OpenAgain, keys.PassDone, keys.Back, keys.Redo, keys.PreviewDown, keys.PreviewUp}
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
		if msg.Vanished { // who they were is for the list to read again
			return screen.Back()
		}
		for _, inv := range msg.Invitations {
			s.saved(msg.Request, inv)
		}
	case screen.FailedMsg:
		if s.failed(msg.Request); len(s.ids) == 0 && s.ending == 0 {
			return screen.Back()
		}
	case passEndedMsg:
		if msg.request == s.ending {
			return s.ended(msg.trusted)
		}
	}
	return screen.Step{}
}

func (s *firstPass) act(msg screen.ActionMsg) screen.Step {
	if s.list.Move(msg.ID, len(s.ids), s.pageRows()) {
		s.from, s.last = 0, -1
		return screen.Step{}
	}
	switch msg.ID {
	case keys.PreviewDown, keys.PreviewUp:
		s.scroll(msg.ID == keys.PreviewDown)
	case keys.WhoIsIt:
		n := keys.Digit(msg.Key)
		if n >= 0 && n < s.Digits() {
			return s.answer(n)
		}
		s.env.SayOfKey("The answers are " + keys.Upto(s.Digits()))
	case keys.OpenAgain:
		return s.openAgain()
	case keys.SkipOne:
		s.skipped[s.ids[s.list.At]] = true
		return s.next()
	case keys.PassDone:
		return s.end()
	case keys.Undo:
		return screen.Stay(s.env.Undo(s.env.Request()))
	case keys.Redo:
		return screen.Stay(s.env.Redo(s.env.Request()))
	case keys.Back:
		if len(s.given) > 0 {
			s.env.Say(quantity.Text("Kept as far as you got; %s goes on", s.env.KeyFor(keys.FirstPass)))
		}
		return screen.Back()
	}
	return screen.Step{}
}

// answer says who the marked one is, and goes on.
func (s *firstPass) answer(n int) screen.Step {
	s.given[s.ids[s.list.At]] = n
	set, clear := interview.GiveFirst(n)
	save := s.save(set, clear) // before what comes after the last one
	at := s.list.At
	next := s.next()
	s.last = at
	next.Cmd = tea.Batch(save, next.Cmd)
	return next
}

// openAgain takes back what was said last, and marks them again; once the cursor
// was moved, what was said of the marked one.
func (s *firstPass) openAgain() screen.Step {
	at := s.list.At
	if s.last >= 0 {
		at = s.last
	}
	id := s.ids[at]
	if _, answered := s.given[id]; !answered {
		s.env.Say("Nothing is said of them yet; move to somebody with an answer to take it back")
		return screen.Step{}
	}
	s.list.At, s.last, s.from = at, -1, 0
	s.list.Settle(len(s.ids), s.pageRows())
	delete(s.given, id)
	s.env.Say(quantity.Text("Taken back: %s is open again", style.NameOr(s.nameOf(id))))
	return screen.Stay(s.save(nil, interview.TakeFirstBack()))
}

func (s *firstPass) nameOf(id string) string {
	row, _ := s.box.row(id)
	return row.Name
}

// save keeps the answer of the marked one.
func (s *firstPass) save(set advisor.Answers, clear []string) tea.Cmd {
	id := s.ids[s.list.At]
	delete(s.skipped, id)
	request := s.env.Request()
	s.saving[id] = request
	return saveIn(s.env, request, s.visit, id, set, clear...)
}

// next goes to the next one who is open, from the last one back to the first.
// When nobody is, the pass ends.
func (s *firstPass) next() screen.Step {
	s.from, s.last = 0, -1
	for n := range len(s.ids) {
		at := (s.list.At + 1 + n) % len(s.ids)
		if s.isOpen(s.ids[at]) {
			s.list.At = at
			s.list.Settle(len(s.ids), s.pageRows())
			return screen.Step{}
		}
	}
	return s.end()
}

// isOpen reports whether nothing is said of somebody yet.
func (s *firstPass) isOpen(id string) bool {
	_, answered := s.given[id]
	return !answered && !s.skipped[id]
}

// end works out, once everything is saved, of whom only the stop signs are to be
// asked.
func (s *firstPass) end() screen.Step {
	s.ending = s.env.Request()
	return screen.Stay(endPass(s.env, s.ending, s.all()))
}

// all are those of this pass, and of the passes before.
func (s *firstPass) all() []string { return slices.Concat(s.before, s.ids) }

func (s *firstPass) ended(trusted []record.Invitation) screen.Step {
	switch {
	case len(trusted) > 0:
		return screen.Replace(newPassSigns(s.env, s.visit, trusted))
	case len(s.ids) == 0:
		s.env.Say(nobodyLeft(s.env))
		return screen.Back()
	}
	return screen.BackWith(passDoneMsg{})
}

// take keeps what was read of people.
func (s *firstPass) take(msg screen.HistoriesMsg) screen.Step {
	s.read = 0
	for _, h := range msg.Histories {
		if inv, ok := s.newer[h.Inv.ID]; ok {
			h.Inv = inv
		}
		s.people[h.Inv.ID] = h
		if s.saving[h.Inv.ID] == 0 {
			s.show(h.Inv)
		}
	}
	if msg.Err != nil {
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
	if s.read != 0 {
		s.newer[inv.ID] = inv
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

// readAhead reads the people who come next, before they do.
func (s *firstPass) readAhead() tea.Cmd {
	if s.read != 0 {
		return nil
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
	s.read, s.newer = s.env.Request(), map[string]record.Invitation{}
	return s.env.LoadHistories(s.read, ids...)
}
