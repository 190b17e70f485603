package inbox

import (
	"strings"

	"linkvet/tui/screen"
)

// How the person likes to look at the lists is kept beside what is being typed:
// it belongs to this store and changes nothing in it.
const (
	keptOrder   = "order " // before the name of a list
	keptPreview = "preview"

	reversed = " reversed"
)

// keepSorting remembers what a list is sorted by; nothing where it is as it comes.
func (s *Inbox) keepSorting() {
	section, by := s.Sections[s.Tab], s.sorts[s.Tab]
	if by == section.order {
		delete(s.env.Drafts, keptOrder+section.Name)
		return
	}
	text := by.by.String()
	if by.reverse {
		text += reversed
	}
	s.env.Drafts[keptOrder+section.Name] = text
}

// keptSorting is what a list was sorted by last.
func (s *Inbox) keptSorting(t int) sorting {
	section := s.Sections[t]
	text, _ := s.env.Drafts[keptOrder+section.Name].(string)
	name, reverse := strings.CutSuffix(text, reversed)
	for by := range sortCount {
		if by.String() == name && (by != sortDue || t == sectionLater) {
			return sorting{by: by, reverse: reverse}
		}
	}
	return section.order
}

// keepPane remembers where the preview is, if the person chose it.
func (s *Inbox) keepPane() {
	switch p := s.pane; {
	case !p.shown:
		s.env.Drafts[keptPreview] = "off"
	case p.place == placeBelow:
		s.env.Drafts[keptPreview] = "below"
	case p.place == placeRight:
		s.env.Drafts[keptPreview] = "right"
	default:
		delete(s.env.Drafts, keptPreview)
	}
}

// takeKept looks at the lists as the person did before the program was left.
func (s *Inbox) takeKept() screen.Step {
	switch s.env.Drafts[keptPreview] {
	case "off":
		s.pane.shown = false
	case "below":
		s.pane.place = placeBelow
	case "right":
		s.pane.place = placeRight
	}
	was := s.sorts[s.Tab]
	for t := range s.Sections {
		s.sorts[t] = s.keptSorting(t)
	}
	if s.List == nil || s.sorts[s.Tab] == was {
		s.settle()
		return screen.Step{}
	}
	row, ok := s.Selected()
	next := s.arrange()
	if ok && s.Cursors[s.Tab].At > 0 { // at the top one stays there
		s.mark(row.ID)
	}
	return next
}
