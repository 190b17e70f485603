package tui

import (
	"slices"

	"linkvet/store"
)

// show switches to a tab. The filter stays, and so does what is selected: the line
// above the list says how much of it is not shown.
func (s *inbox) show(t int) step {
	if s.list == nil || t < 0 || t >= len(s.sections) {
		return step{}
	}
	s.tab = t
	return s.arrange()
}

// rearranged makes the list anew once it can be searched, keeping the cursor
// where it is.
func (s *inbox) rearranged() step {
	row, ok := s.selected()
	next := s.arrange()
	if ok {
		s.mark(row.ID)
	}
	return next
}

// arrange makes the order of the tab anew: rows handled meanwhile go where they
// belong, and the rest is sorted. Long lists are sorted by a command, and
// meanwhile stand newest first.
func (s *inbox) arrange() step {
	s.anchor, s.sortJob = -1, 0
	s.order = s.list.members(s.tab, s.order)
	s.has = contentsOf(s.list, s.order)
	by := s.sorts[s.tab]
	var next step
	switch {
	case by == sorting{by: sortDate}:
	case len(s.order) <= sortAtOnce:
		s.order = s.list.keysFor(by.by, s.order).sorted(s.order, by.reverse)
	default:
		s.sortJob = s.env.request()
		next = stay(sortRows(s.env, s.sortJob, s.list.keysFor(by.by, s.order), s.order, by.reverse))
	}
	s.refilter()
	return next
}

// setOrder takes an order made by a command.
func (s *inbox) setOrder(order []int32) {
	row, ok := s.selected()
	s.order, s.anchor = order, -1
	s.refilter()
	if ok && s.cursors[s.tab].at > 0 {
		s.mark(row.ID)
	}
}

// sortAs sorts the tab; asked for the same again, the other way round.
func (s *inbox) sortAs(by sorting) step {
	if s.list == nil {
		return step{}
	}
	s.sorts[s.tab] = by
	s.keepSorting()
	s.cursors[s.tab] = cursor{}
	next := s.arrange()
	s.env.say("Sorted by " + by.by.String() + ", " + by.by.about(by.reverse))
	return next
}

// shown is what the tab shows now.
func (s *inbox) shown() []int32 {
	switch {
	case s.list == nil:
		return nil
	case s.applied != "":
		return s.hits
	}
	return s.order
}

// selected is the marked row.
func (s *inbox) selected() (store.Row, bool) {
	shown := s.shown()
	if at := s.cursors[s.tab].at; at < len(shown) {
		return s.list.table.At(int(shown[at])), true
	}
	return store.Row{}, false
}

// mark puts the cursor on an invitation, if it is shown.
func (s *inbox) mark(id string) {
	if i, ok := s.list.find(id); ok {
		if at := slices.Index(s.shown(), int32(i)); at >= 0 {
			s.cursors[s.tab].at = at
		}
	}
	s.settle()
}

// cameIn reports whether a change, such as one undone, brought a row into the
// tab that its order does not have. Rows that leave stay where they are.
func (s *inbox) cameIn(id string) bool {
	if !s.list.canSearch() {
		return false
	}
	i, ok := s.list.find(id)
	return ok && s.list.in[i]>>s.tab&1 != 0 && !slices.Contains(s.order, int32(i))
}

// welcomeBack shows such a row, marked.
func (s *inbox) welcomeBack(id string) step {
	next := s.rearranged()
	s.mark(id)
	return next
}

// settle keeps the cursor inside the list and the window.
func (s *inbox) settle() { s.cursors[s.tab].settle(len(s.shown()), s.pageRows()) }

// sectionsChanged takes over lists that the person changed, and stays on the
// same one.
func (s *inbox) sectionsChanged() step {
	name := s.sections[s.tab].name
	s.readSections()
	s.tab = sectionWaiting
	for t := range s.sections {
		if s.sections[t].name == name {
			s.tab = t
		}
	}
	if s.list == nil {
		return step{}
	}
	// Until the rows are there, the old ones are shown in the new lists.
	s.list.divide(s.sections)
	s.arrange()
	return stay(s.Init())
}

// toNewList goes to the list that the filter became. The filter has done what it
// was typed for.
func (s *inbox) toNewList(msg listKeptMsg) step {
	s.clearFilter()
	at := slices.IndexFunc(s.sections, func(own section) bool { return own.name == msg.name })
	if at < 0 || !msg.isNew {
		return step{}
	}
	return s.show(at)
}
