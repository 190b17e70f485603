package tui

import (
	"fmt"
	"strings"

	"linkvet/store"
)

// clearFilter takes the filter away in steps: first its text, then itself.
func (s *inbox) clearFilter() {
	row, marked := s.selected()
	if s.filter.value() != "" {
		s.filter.set("")
		s.narrow()
		if marked {
			s.mark(row.ID)
		}
		return
	}
	s.typing = false
}

// narrow applies the filter to the tab. One that cannot be read yet leaves the
// list as it is.
func (s *inbox) narrow() {
	typed := strings.TrimSpace(s.filter.value())
	s.filterErr = nil
	switch {
	case s.list == nil:
		return
	case typed == "":
		s.hits, s.applied = nil, ""
	case s.list.searcher == nil:
		return // it is applied as soon as the searcher is there
	default:
		query, err := store.ParseQuery(typed)
		if err != nil {
			if !unfinished(typed) || !s.typing {
				s.filterErr = err
			}
			return
		}
		if s.applied != typed {
			s.cursor[s.tab] = cursor{}
		}
		s.hits, s.applied = s.list.search(query, s.tab), typed
	}
	s.settle()
}

// filterNote says what the filter leaves.
func (s *inbox) filterNote() string {
	switch {
	case s.filterErr != nil:
		return strings.TrimPrefix(s.filterErr.Error(), store.ErrInvalid.Error()+": ")
	case s.list != nil && s.list.searcher == nil && s.filter.value() != "":
		return "preparing the search…"
	case s.applied == "":
		return ""
	}
	return fmt.Sprintf("%s of %s", thousands(len(s.hits)), thousands(len(s.list.onTab[s.tab])))
}
