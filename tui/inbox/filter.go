package inbox

import (
	"strings"

	"linkvet/store/list"
	"linkvet/store/quantity"
	"linkvet/tui/keys"
	"linkvet/tui/widget"
)

// clearFilter removes the filter and the highlighted matches, and gives the keys
// back to the list. The cursor stays on its invitation.
func (s *inbox) clearFilter() {
	s.typing = false
	if s.showing {
		s.showing = false
		s.cache.forget()
	}
	if s.filter.Value() == "" {
		return
	}
	row, marked := s.selected()
	s.filter.Set("")
	s.narrow()
	if marked {
		s.mark(row.ID)
	}
}

// narrow applies the filter to the list. A filter that cannot be read, or not
// yet, leaves the list as it is and says what is allowed.
func (s *inbox) narrow() {
	typed := strings.TrimSpace(s.filter.Value())
	s.filterErr = nil
	switch {
	case s.listing == nil:
		return
	case typed == "":
		s.applied = ""
	case !s.listing.canSearch():
		return // it is applied as soon as the rows can be searched
	default:
		query, err := list.ParseQuery(typed, s.env.Now().Location())
		if err != nil {
			s.filterErr = err
			return
		}
		s.apply(query, typed)
	}
	s.anchor = -1
	s.cache.forget()
	s.settle()
}

// apply finds the rows that fulfil a query. A query that only narrows the last one
// is tried on the rows found for that.
func (s *inbox) apply(query list.Query, typed string) {
	switch {
	case s.applied != "" && query.Narrows(s.query) && len(s.hits) < s.listing.table.Len()/8:
		s.hits = s.listing.narrow(query, s.hits)
	default:
		s.hits = s.listing.search(query, s.order, s.hits)
	}
	if s.applied != typed {
		s.cursors[s.chosen] = widget.Cursor{}
	}
	s.applied, s.query, s.sought, s.showing = typed, query, typed, false
}

// refilter applies the filter again, to a list that was rebuilt.
func (s *inbox) refilter() {
	at := s.cursors[s.chosen]
	was := s.applied
	s.applied = ""
	s.narrow()
	if was == s.applied {
		s.cursors[s.chosen] = at
	}
	s.settle()
}

// filterNote says what the filter leaves.
func (s *inbox) filterNote() string {
	switch {
	case s.filterErr != nil:
		return "not a filter yet"
	case s.listing != nil && !s.listing.canSearch() && s.filter.Value() != "":
		return "preparing the search…"
	case s.applied == "":
		return ""
	}
	return quantity.Text("%d of %d", len(s.hits), len(s.order))
}

// nextMatch goes to the next match of the filter, or of the last one if there is
// none now, forwards or backwards, and wraps at the ends.
func (s *inbox) nextMatch(by int) {
	shown := s.shown()
	if s.listing == nil || len(shown) == 0 {
		return
	}
	if s.sought == "" {
		s.env.Say(quantity.Text("Nothing was searched for yet; %s begins", s.env.KeyFor(keys.Filter)))
		return
	}
	if s.applied == "" && !s.remember() {
		return
	}
	c := &s.cursors[s.chosen]
	for n := 1; n <= len(shown); n++ {
		at := (c.At + by*n%len(shown) + len(shown)) % len(shown)
		if s.applied != "" || s.listing.marks[shown[at]] {
			switch {
			case at == c.At:
				s.env.Say(quantity.Text("Only this one matches “%s”", s.sought))
			case (at-c.At)*by < 0:
				s.env.Say("Round to the other end")
			}
			c.At = at
			s.settle()
			return
		}
	}
	s.env.Say(quantity.Text("Nothing here matches “%s”", s.sought))
}

// remember marks the rows that fulfil the last filter again.
func (s *inbox) remember() bool {
	query, err := list.ParseQuery(s.sought, s.env.Now().Location())
	if err != nil || !s.listing.canSearch() {
		return false
	}
	s.listing.table.Mark(query, s.listing.marks)
	if !s.showing {
		s.showing, s.query = true, query
		s.cache.forget()
	}
	return true
}

// matchWords are the words to highlight.
func (s *inbox) matchWords() []string {
	if s.applied == "" && !s.showing {
		return nil
	}
	return s.query.Words()
}
