package inbox

import (
	"slices"

	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/dialog"
	"linkvet/tui/lists"
	"linkvet/tui/screen"
	"linkvet/tui/widget"
)

// show switches to another list. The filter stays, and so does the selection: the
// line above the list says how much of it is not shown.
func (s *inbox) show(t int) screen.Step {
	if s.listing == nil || t < 0 || t >= len(s.lists) {
		return screen.Step{}
	}
	if t != s.chosen {
		s.listing.unpick() // nothing is done with rows of a list that was left
	}
	s.chosen = t
	return s.arrange()
}

// showRevised shows whose advice the rules or the profile changed, of all lists.
func (s *inbox) showRevised() screen.Step {
	s.filter.Set("is:revised")
	return s.show(lists.All)
}

// rearranged rebuilds the list once it can be searched, and keeps the cursor where
// it is.
func (s *inbox) rearranged() screen.Step {
	row, ok := s.selected()
	next := s.arrange()
	if ok {
		s.mark(row.ID)
	}
	return next
}

// arrange rebuilds the list: rows that were handled leave it if they now belong to
// another, and the rest is sorted. Long lists are sorted by a command and are
// shown newest first until it is done.
func (s *inbox) arrange() screen.Step {
	s.anchor, s.sortJob = -1, 0
	s.order = s.listing.members(s.chosen, s.order)
	s.has = contentsOf(s.listing, s.order)
	by := s.sorts[s.chosen]
	var next screen.Step
	switch {
	case by == lists.Order{By: lists.ByDate}:
	case len(s.order) <= sortAtOnce:
		s.order = lists.KeysFor(s.listing.table, by.By, s.order).Sorted(s.order, by.Reverse)
	default:
		s.sortJob = s.env.Request()
		next = screen.Stay(sortRows(s.env, s.sortJob, lists.KeysFor(s.listing.table, by.By, s.order), s.order, by.Reverse))
	}
	s.refilter()
	return next
}

// setOrder takes an order made by a command.
func (s *inbox) setOrder(order []int32) {
	row, ok := s.selected()
	s.order, s.anchor = order, -1
	s.refilter()
	if ok && s.cursors[s.chosen].At > 0 {
		s.mark(row.ID)
	}
}

// sortAs sorts the tab; asked for the same again, the other way round.
func (s *inbox) sortAs(by lists.Order) screen.Step {
	if s.listing == nil {
		return screen.Step{}
	}
	s.sorts[s.chosen] = by
	s.saveSorting()
	s.cursors[s.chosen] = widget.Cursor{}
	next := s.arrange()
	s.env.Say(quantity.Text("Sorted by %s, %s", by.By, by.By.About(by.Reverse)))
	return next
}

// shown is what the tab shows now.
func (s *inbox) shown() []int32 {
	switch {
	case s.listing == nil:
		return nil
	case s.applied != "":
		return s.hits
	}
	return s.order
}

// selected is the marked row.
func (s *inbox) selected() (record.Row, bool) {
	shown := s.shown()
	if at := s.cursors[s.chosen].At; at < len(shown) {
		return s.listing.table.At(int(shown[at])), true
	}
	return record.Row{}, false
}

// mark puts the cursor on an invitation, if it is shown.
func (s *inbox) mark(id string) {
	if i, ok := s.listing.find(id); ok {
		if at := slices.Index(s.shown(), int32(i)); at >= 0 {
			s.cursors[s.chosen].At = at
		}
	}
	s.settle()
}

// cameIn reports whether a change, such as one undone, brought a row into the
// tab that its order does not have. Rows that leave stay where they are.
func (s *inbox) cameIn(id string) bool {
	if !s.listing.canSearch() {
		return false
	}
	i, ok := s.listing.find(id)
	return ok && s.listing.in[i]>>s.chosen&1 != 0 && !slices.Contains(s.order, int32(i))
}

// welcomeBack shows such a row, marked, unless the person has gone on since they
// asked for it: then the mark stays where their next key is meant to be.
func (s *inbox) welcomeBack(id string) screen.Step {
	if row, ok := s.selected(); ok && s.wentOn {
		id = row.ID
	}
	next := s.rearranged()
	s.mark(id)
	return next
}

// settle keeps the cursor inside the list and the window.
func (s *inbox) settle() { s.cursors[s.chosen].Settle(len(s.shown()), s.pageRows()) }

// listsChanged takes over lists that the person changed, and stays on the
// same one.
func (s *inbox) listsChanged() screen.Step {
	name := s.lists[s.chosen].Name
	s.readLists()
	s.chosen = lists.Waiting
	for t := range s.lists {
		if s.lists[t].Name == name {
			s.chosen = t
		}
	}
	if s.listing == nil {
		return screen.Step{}
	}
	// Until the rows are there, the old ones are shown in the new lists.
	s.listing.divide(s.lists)
	s.arrange()
	return screen.Stay(s.Init())
}

// toNewList goes to the list that the filter became. The filter has done what it
// was typed for.
func (s *inbox) toNewList(msg dialog.ListKeptMsg) screen.Step {
	s.clearFilter()
	at := slices.IndexFunc(s.lists, func(own lists.Tab) bool { return own.Name == msg.Name })
	if at < 0 || !msg.IsNew {
		return screen.Step{}
	}
	return s.show(at)
}
