package inbox

import (
	"slices"

	"linkvet/store/record"
	"linkvet/tui/dialog"
	"linkvet/tui/screen"
	"linkvet/tui/widget"
)

// show switches to a tab. The filter stays, and so does what is selected: the line
// above the list says how much of it is not shown.
func (s *Inbox) show(t int) screen.Step {
	if s.List == nil || t < 0 || t >= len(s.Lists) {
		return screen.Step{}
	}
	s.Tab = t
	return s.arrange()
}

// rearranged makes the list anew once it can be searched, keeping the cursor
// where it is.
func (s *Inbox) rearranged() screen.Step {
	row, ok := s.Selected()
	next := s.arrange()
	if ok {
		s.mark(row.ID)
	}
	return next
}

// arrange makes the order of the tab anew: rows handled meanwhile go where they
// belong, and the rest is sorted. Long lists are sorted by a command, and
// meanwhile stand newest first.
func (s *Inbox) arrange() screen.Step {
	s.anchor, s.sortJob = -1, 0
	s.order = s.List.members(s.Tab, s.order)
	s.has = contentsOf(s.List, s.order)
	by := s.sorts[s.Tab]
	var next screen.Step
	switch {
	case by == sorting{by: sortDate}:
	case len(s.order) <= sortAtOnce:
		s.order = s.List.keysFor(by.by, s.order).sorted(s.order, by.reverse)
	default:
		s.sortJob = s.env.Request()
		next = screen.Stay(sortRows(s.env, s.sortJob, s.List.keysFor(by.by, s.order), s.order, by.reverse))
	}
	s.refilter()
	return next
}

// setOrder takes an order made by a command.
func (s *Inbox) setOrder(order []int32) {
	row, ok := s.Selected()
	s.order, s.anchor = order, -1
	s.refilter()
	if ok && s.Cursors[s.Tab].At > 0 {
		s.mark(row.ID)
	}
}

// sortAs sorts the tab; asked for the same again, the other way round.
func (s *Inbox) sortAs(by sorting) screen.Step {
	if s.List == nil {
		return screen.Step{}
	}
	s.sorts[s.Tab] = by
	s.saveSorting()
	s.Cursors[s.Tab] = widget.Cursor{}
	next := s.arrange()
	s.env.Say("Sorted by " + by.by.String() + ", " + by.by.about(by.reverse))
	return next
}

// Shown is what the tab shows now.
func (s *Inbox) Shown() []int32 {
	switch {
	case s.List == nil:
		return nil
	case s.applied != "":
		return s.hits
	}
	return s.order
}

// Selected is the marked row.
func (s *Inbox) Selected() (record.Row, bool) {
	shown := s.Shown()
	if at := s.Cursors[s.Tab].At; at < len(shown) {
		return s.List.Table.At(int(shown[at])), true
	}
	return record.Row{}, false
}

// mark puts the cursor on an invitation, if it is shown.
func (s *Inbox) mark(id string) {
	if i, ok := s.List.find(id); ok {
		if at := slices.Index(s.Shown(), int32(i)); at >= 0 {
			s.Cursors[s.Tab].At = at
		}
	}
	s.settle()
}

// cameIn reports whether a change, such as one undone, brought a row into the
// tab that its order does not have. Rows that leave stay where they are.
func (s *Inbox) cameIn(id string) bool {
	if !s.List.canSearch() {
		return false
	}
	i, ok := s.List.find(id)
	return ok && s.List.in[i]>>s.Tab&1 != 0 && !slices.Contains(s.order, int32(i))
}

// welcomeBack shows such a row, marked.
func (s *Inbox) welcomeBack(id string) screen.Step {
	next := s.rearranged()
	s.mark(id)
	return next
}

// settle keeps the cursor inside the list and the window.
func (s *Inbox) settle() { s.Cursors[s.Tab].Settle(len(s.Shown()), s.pageRows()) }

// listsChanged takes over lists that the person changed, and stays on the
// same one.
func (s *Inbox) listsChanged() screen.Step {
	name := s.Lists[s.Tab].Name
	s.readLists()
	s.Tab = ListWaiting
	for t := range s.Lists {
		if s.Lists[t].Name == name {
			s.Tab = t
		}
	}
	if s.List == nil {
		return screen.Step{}
	}
	// Until the rows are there, the old ones are shown in the new lists.
	s.List.divide(s.Lists)
	s.arrange()
	return screen.Stay(s.Init())
}

// toNewList goes to the list that the filter became. The filter has done what it
// was typed for.
func (s *Inbox) toNewList(msg dialog.ListKeptMsg) screen.Step {
	s.clearFilter()
	at := slices.IndexFunc(s.Lists, func(own tab) bool { return own.Name == msg.Name })
	if at < 0 || !msg.IsNew {
		return screen.Step{}
	}
	return s.show(at)
}
