package tui

import (
	"strings"
)

// How the person likes to look at the lists is kept beside what is being typed:
// it belongs to this store and changes nothing in it.
const (
	keptOrder   = "order " // before the name of a list
	keptPreview = "preview"

	reversed = " reversed"
)

// keepSorting remembers what a list is sorted by; nothing where it is as it comes.
func (s *inbox) keepSorting() {
	section, by := s.sections[s.tab], s.sorts[s.tab]
	if by == section.order {
		delete(s.env.drafts, keptOrder+section.name)
		return
	}
	text := by.by.String()
	if by.reverse {
		text += reversed
	}
	s.env.drafts[keptOrder+section.name] = text
}

// keptSorting is what a list was sorted by last.
func (s *inbox) keptSorting(t int) sorting {
	section := s.sections[t]
	text, _ := s.env.drafts[keptOrder+section.name].(string)
	name, reverse := strings.CutSuffix(text, reversed)
	for by := range sortCount {
		if by.String() == name && (by != sortDue || t == sectionLater) {
			return sorting{by: by, reverse: reverse}
		}
	}
	return section.order
}

// keepPane remembers where the preview is, if the person chose it.
func (s *inbox) keepPane() {
	switch p := s.pane; {
	case !p.shown:
		s.env.drafts[keptPreview] = "off"
	case p.place == placeBelow:
		s.env.drafts[keptPreview] = "below"
	case p.place == placeRight:
		s.env.drafts[keptPreview] = "right"
	default:
		delete(s.env.drafts, keptPreview)
	}
}

// takeKept looks at the lists as the person did before the program was left.
func (s *inbox) takeKept() step {
	switch s.env.drafts[keptPreview] {
	case "off":
		s.pane.shown = false
	case "below":
		s.pane.place = placeBelow
	case "right":
		s.pane.place = placeRight
	}
	was := s.sorts[s.tab]
	for t := range s.sections {
		s.sorts[t] = s.keptSorting(t)
	}
	if s.list == nil || s.sorts[s.tab] == was {
		s.settle()
		return step{}
	}
	row, ok := s.selected()
	next := s.arrange()
	if ok && s.cursors[s.tab].at > 0 { // at the top one stays there
		s.mark(row.ID)
	}
	return next
}
