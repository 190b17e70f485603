package inbox

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/keys"
	"linkvet/tui/screen"
)

// place is where the preview is.
type place uint8

const (
	placeAuto place = iota // right or below, by the window's size
	placeRight
	placeBelow
	placeNone
)

// pane is the preview beside the list. It shows at once what the row knows, and
// the rest as soon as it is read, usually before the cursor gets there.
type pane struct {
	shown   bool
	place   place
	scroll  int
	of      string   // the invitation the scroll is for
	at      int      // where the cursor was
	up      bool     // it was moving up
	request uint64   // of the histories on their way; 0 for none
	asked   []string // the ids they were asked for
	known   historyCache
}

// take keeps what was read. What is missing is not asked for again; only its row
// is shown.
func (p *pane) take(msg screen.HistoriesMsg) {
	if msg.Request != p.request {
		return
	}
	for _, id := range p.asked {
		p.known.put(id, nil)
	}
	for _, d := range msg.Histories {
		p.known.put(d.Inv.ID, d)
	}
	p.request, p.asked = 0, nil
}

// forget drops what is known of an invitation, and what is on its way, as that
// may be older.
func (p *pane) forget(id string) {
	p.known.forget(id)
	p.request, p.asked = 0, nil
}

func (p *pane) forgetAll() { p.known, p.request, p.asked = historyCache{}, 0, nil }

// fetchHistories asks for what the preview lacks: first of the marked invitation
// alone, then of those that the next keys lead to. One request is under way at
// a time, so that a key held down piles up none; the next one asks for what is
// wanted then.
func (s *inbox) fetchHistories() tea.Cmd {
	p := &s.pane
	shown, at := s.shown(), s.cursors[s.chosen].At
	if at >= len(shown) {
		return nil
	}
	if at != p.at {
		p.at, p.up = at, at < p.at
	}
	if id := s.listing.table.ID(int(shown[at])); p.of != id {
		p.of, p.scroll = strings.Clone(id), 0
	}
	if p.request != 0 || s.listing.partial || !s.paneVisible() {
		return nil
	}
	if p.asked = s.lacking(); p.asked == nil {
		return nil
	}
	p.request = s.env.Request()
	return s.env.LoadHistories(p.request, p.asked...)
}

// How many rows before the cursor are known, in the direction it moves: at least
// so many, and when they are read, so many more.
const (
	aheadLeast = 6
	aheadMost  = 18
)

// lacking are the invitations to read the histories of now; nil for none.
func (s *inbox) lacking() []string {
	p, shown := &s.pane, s.shown()
	var ids []string
	lacks := func(at int) {
		id := s.listing.table.ID(int(shown[at]))
		p.known.use(id)
		if _, tried := p.known.get(id); !tried {
			ids = append(ids, strings.Clone(id))
		}
	}
	cur := s.cursors[s.chosen]
	if lacks(cur.At); ids != nil {
		return ids
	}
	ahead := func(from, to int) {
		for n := from; n <= to; n++ {
			by := n
			if p.up {
				by = -n
			}
			if at := cur.At + by; at >= 0 && at < len(shown) {
				lacks(at)
			}
		}
	}
	ahead(-1, aheadLeast)
	for _, id := range []keys.ID{keys.PageDown, keys.PageUp, keys.HalfDown, keys.HalfUp, keys.First, keys.Last} {
		c := cur
		c.Move(id, len(shown), s.pageRows())
		lacks(c.At)
	}
	if ids != nil {
		ahead(aheadLeast+1, aheadMost)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// The room at which the preview is shown by itself.
const (
	paneLeast    = 38 // columns of a preview beside the list
	listWant     = 78 // and of the list, before the preview gets more
	previewFrom  = 96 // columns of room for list and preview side by side
	belowFrom    = 24 // rows of room for one below the other
	belowAtLeast = 9  // and the fewest when asked for
)

// paneIn is where the preview is in a room of that size.
func (s *inbox) paneIn(w, h int) place {
	switch {
	case !s.pane.shown:
		return placeNone
	case s.pane.place != placeBelow && w >= previewFrom:
		return placeRight
	case h >= belowFrom, s.pane.place == placeBelow && h >= belowAtLeast:
		return placeBelow
	}
	return placeNone
}

func (s *inbox) paneVisible() bool { return s.paneIn(s.env.Width, s.env.Height) != placeNone }

// changePane shows, hides, moves or scrolls the preview.
func (s *inbox) changePane(id keys.ID) {
	p := &s.pane
	switch id {
	case keys.Preview:
		if s.paneVisible() {
			p.shown = false
			return
		}
		p.shown = true
		if !s.paneVisible() {
			p.place = placeBelow // the window is too small for it to appear by itself
		}
		if !s.paneVisible() {
			s.env.Say("The preview needs a larger window; " + s.env.KeyFor(keys.Open) + " shows all on a page")
		}
	case keys.PreviewPlace:
		p.shown = true
		if s.env.Width < previewFrom {
			p.place = placeBelow
			s.env.Say("The preview fits on the right from 100 columns on")
		} else if s.paneIn(s.env.Width, s.env.Height) == placeRight {
			p.place = placeBelow
		} else {
			p.place = placeRight
		}
	case keys.PreviewDown:
		p.scroll = min(p.scroll+paneStep, s.paneOverflow())
	case keys.PreviewUp:
		p.scroll = max(p.scroll-paneStep, 0)
	}
	s.settle()
}

// paneStep is how many lines the preview scrolls at a time.
const paneStep = 3

// paneOverflow is how far the preview can be scrolled.
func (s *inbox) paneOverflow() int {
	row, ok := s.selected()
	if !ok {
		return 0
	}
	l := s.layout(s.env.Width, s.env.Height)
	return max(len(s.detailLines(row, l.paneWidth))-l.paneRows, 0)
}
