package inbox

import (
	"strings"

	"linkvet/tui/lists"
	"linkvet/tui/screen"
)

// reversed follows the name of an order that is turned round.
const reversed = " reversed"

// saveSorting remembers what a list is sorted by; nothing where it is as it comes.
func (s *inbox) saveSorting() {
	tab, by := s.lists[s.chosen], s.sorts[s.chosen]
	if by == tab.Order {
		s.env.Preferences.SetOrder(tab.Name, "")
		return
	}
	text := by.By.String()
	if by.Reverse {
		text += reversed
	}
	s.env.Preferences.SetOrder(tab.Name, text)
}

// preferredSorting is what a list was sorted by last.
func (s *inbox) preferredSorting(t int) lists.Order {
	tab := s.lists[t]
	name, reverse := strings.CutSuffix(s.env.Preferences.Order(tab.Name), reversed)
	for by := range lists.OrderCount {
		if by.String() == name && tab.Offers(by) {
			return lists.Order{By: by, Reverse: reverse}
		}
	}
	return tab.Order
}

// savePane remembers where the preview is, if the person chose it.
func (s *inbox) savePane() {
	switch p := s.pane; {
	case !p.shown:
		s.env.Preferences.SetPreview("off")
	case p.place == placeBelow:
		s.env.Preferences.SetPreview("below")
	case p.place == placeRight:
		s.env.Preferences.SetPreview("right")
	default:
		s.env.Preferences.SetPreview("")
	}
}

// takePreferences looks at the lists as the person did before the program was left.
func (s *inbox) takePreferences() screen.Step {
	switch s.env.Preferences.Preview() {
	case "off":
		s.pane.shown = false
	case "below":
		s.pane.place = placeBelow
	case "right":
		s.pane.place = placeRight
	}
	was := s.sorts[s.chosen]
	for t := range s.lists {
		s.sorts[t] = s.preferredSorting(t)
	}
	if s.listing == nil || s.sorts[s.chosen] == was {
		s.settle()
		return screen.Step{}
	}
	row, ok := s.selected()
	next := s.arrange()
	if ok && s.cursors[s.chosen].At > 0 { // at the top one stays there
		s.mark(row.ID)
	}
	return next
}
