package tui

import (
	"fmt"

	"linkvet/store"
)

// togglePick selects the marked row, or takes it out, and goes on to the next.
func (s *inbox) togglePick() {
	shown := s.shown()
	c := &s.cursors[s.tab]
	if c.at >= len(shown) {
		return
	}
	i := shown[c.at]
	s.list.pick(i, !s.list.picked[i])
	s.anchor = c.at
	c.move(actDown, len(shown), s.pageRows())
}

// pickRange selects from where the selection was last changed to the marked row.
func (s *inbox) pickRange() {
	shown := s.shown()
	at := s.cursors[s.tab].at
	if at >= len(shown) {
		return
	}
	if s.anchor < 0 || s.anchor >= len(shown) {
		s.anchor = at
		s.env.say("From here: move, and " + s.env.keyFor(actSelectRange) + " again selects all in between")
	}
	for n := min(at, s.anchor); n <= max(at, s.anchor); n++ {
		s.list.pick(shown[n], true)
	}
}

// extend selects the marked row and moves one on.
func (s *inbox) extend(id actionID) {
	shown := s.shown()
	c := &s.cursors[s.tab]
	if c.at >= len(shown) {
		return
	}
	s.list.pick(shown[c.at], true)
	c.move(id, len(shown), s.pageRows())
	s.list.pick(shown[c.at], true)
	s.anchor = c.at
}

// pickAll selects all that is shown; asked for again, nothing.
func (s *inbox) pickAll() {
	shown := s.shown()
	all := true
	for _, i := range shown {
		all = all && s.list.picked[i]
	}
	for _, i := range shown {
		s.list.pick(i, !all)
	}
}

// targets are what an action is about: the selection, or else the marked row.
func (s *inbox) targets() []store.Row {
	if s.list != nil && s.list.nPicked > 0 {
		return s.list.picks()
	}
	if row, ok := s.selected(); ok {
		return []store.Row{row}
	}
	return nil
}

// unseen is how many of the selected rows are not shown.
func (s *inbox) unseen() int {
	seen := 0
	for _, i := range s.shown() {
		if s.list.picked[i] {
			seen++
		}
	}
	return s.list.nPicked - seen
}

// pickNote says how many are selected.
func (s *inbox) pickNote() string {
	note := thousands(s.list.nPicked) + " selected"
	if unseen := s.unseen(); unseen > 0 {
		note += fmt.Sprintf(", %s not shown", thousands(unseen))
	}
	return note
}
