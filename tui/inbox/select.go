package inbox

import (
	"fmt"

	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/style"
)

// togglePick selects the marked row, or takes it out, and goes on to the next.
func (s *Inbox) togglePick() {
	shown := s.Shown()
	c := &s.Cursors[s.Tab]
	if c.At >= len(shown) {
		return
	}
	i := shown[c.At]
	s.List.pick(i, !s.List.picked[i])
	s.anchor = c.At
	c.Move(keys.Down, len(shown), s.pageRows())
}

// pickRange selects from where the selection was last changed to the marked row.
func (s *Inbox) pickRange() {
	shown := s.Shown()
	at := s.Cursors[s.Tab].At
	if at >= len(shown) {
		return
	}
	if s.anchor < 0 || s.anchor >= len(shown) {
		s.anchor = at
		s.env.Say("From here: move, and " + s.env.KeyFor(keys.SelectRange) + " again selects all in between")
	}
	for n := min(at, s.anchor); n <= max(at, s.anchor); n++ {
		s.List.pick(shown[n], true)
	}
}

// extend selects the marked row and moves one on.
func (s *Inbox) extend(id keys.ID) {
	shown := s.Shown()
	c := &s.Cursors[s.Tab]
	if c.At >= len(shown) {
		return
	}
	s.List.pick(shown[c.At], true)
	c.Move(id, len(shown), s.pageRows())
	s.List.pick(shown[c.At], true)
	s.anchor = c.At
}

// pickAll selects all that is shown; asked for again, nothing.
func (s *Inbox) pickAll() {
	shown := s.Shown()
	all := true
	for _, i := range shown {
		all = all && s.List.picked[i]
	}
	for _, i := range shown {
		s.List.pick(i, !all)
	}
}

// targets are what an action is about: the selection, or else the marked row.
func (s *Inbox) targets() []record.Row {
	if s.List != nil && s.List.nPicked > 0 {
		return s.List.picks()
	}
	if row, ok := s.Selected(); ok {
		return []record.Row{row}
	}
	return nil
}

// unseen is how many of the selected rows are not shown.
func (s *Inbox) unseen() int {
	seen := 0
	for _, i := range s.Shown() {
		if s.List.picked[i] {
			seen++
		}
	}
	return s.List.nPicked - seen
}

// pickNote says how many are selected.
func (s *Inbox) pickNote() string {
	note := style.Thousands(s.List.nPicked) + " selected"
	if unseen := s.unseen(); unseen > 0 {
		note += fmt.Sprintf(", %s not shown", style.Thousands(unseen))
	}
	return note
}
