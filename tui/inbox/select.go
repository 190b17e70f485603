package inbox

import (
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/keys"
)

// togglePick selects the marked row, or takes it out, and goes on to the next.
func (s *inbox) togglePick() {
	shown := s.shown()
	c := &s.cursors[s.chosen]
	if c.At >= len(shown) {
		return
	}
	i := shown[c.At]
	s.listing.pick(i, !s.listing.picked[i])
	s.anchor = c.At
	c.Move(keys.Down, len(shown), s.pageRows())
}

// pickRange selects from where the selection was last changed to the marked row.
func (s *inbox) pickRange() {
	shown := s.shown()
	at := s.cursors[s.chosen].At
	if at >= len(shown) {
		return
	}
	if s.anchor < 0 || s.anchor >= len(shown) {
		s.anchor = at
		s.env.Say("From here: move, and " + s.env.KeyFor(keys.SelectRange) + " again selects all in between")
	}
	for n := min(at, s.anchor); n <= max(at, s.anchor); n++ {
		s.listing.pick(shown[n], true)
	}
}

// extend selects the marked row and moves one on.
func (s *inbox) extend(id keys.ID) {
	shown := s.shown()
	c := &s.cursors[s.chosen]
	if c.At >= len(shown) {
		return
	}
	s.listing.pick(shown[c.At], true)
	c.Move(id, len(shown), s.pageRows())
	s.listing.pick(shown[c.At], true)
	s.anchor = c.At
}

// pickAll selects all that is shown; asked for again, nothing.
func (s *inbox) pickAll() {
	shown := s.shown()
	all := true
	for _, i := range shown {
		all = all && s.listing.picked[i]
	}
	for _, i := range shown {
		s.listing.pick(i, !all)
	}
}

// targets are what an action is about: the selection, or else the marked row.
func (s *inbox) targets() []record.Row {
	if s.listing != nil && s.listing.nPicked > 0 {
		return s.listing.picks()
	}
	if row, ok := s.selected(); ok {
		return []record.Row{row}
	}
	return nil
}

// unseen is how many of the selected rows are not shown.
func (s *inbox) unseen() int {
	seen := 0
	for _, i := range s.shown() {
		if s.listing.picked[i] {
			seen++
		}
	}
	return s.listing.nPicked - seen
}

// pickNote says how many are selected.
func (s *inbox) pickNote() string {
	if unseen := s.unseen(); unseen > 0 {
		return quantity.Text("%d selected, %d not shown", s.listing.nPicked, unseen)
	}
	return quantity.Text("%d selected", s.listing.nPicked)
}
