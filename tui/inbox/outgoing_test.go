package inbox

import (
	"slices"
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

// V in the list of those the person invites goes through those they think of, and
// L and B open what only such invitations have.
func TestGoingOutToOthers(t *testing.T) {
	d := inboxDriver(t, 120, 40, frametest.WithReaching())
	d.Press("4", "V")
	if page, ok := d.Opened().(screen.VettingRunPage); !ok || !slices.Equal(page.IDs, []string{"o1", "o2", "o3"}) {
		t.Errorf("opened %+v", d.Opened())
	}
	d = inboxDriver(t, 120, 40, frametest.WithReaching())
	d.Press("4", "L")
	if page, ok := d.Opened().(screen.NotePage); !ok || page.ID != "o1" {
		t.Errorf("opened %+v", d.Opened())
	}
	d = inboxDriver(t, 120, 40, frametest.WithReaching())
	d.Press("j", "B")
	if page, ok := d.Opened().(screen.StepsPage); !ok || page.ID != "j2" {
		t.Errorf("opened %+v", d.Opened())
	}
}

// The list stands in the order in which its rows want to be seen, and can be
// sorted otherwise; elsewhere there is no such order.
func TestTheOrderOfTheOutgoing(t *testing.T) {
	d := inboxDriver(t, 120, 40, frametest.WithReaching())
	d.Press("4")
	want := []string{"Mia Berg", "Rex Starr", "Ines Fadel", "Ada Lind", "Tom Frey", "Jo Park", "Kit Moss"}
	if got := namesIn(d); !slices.Equal(got, want) {
		t.Errorf("in the order %v", got)
	}
	d.Wants("by how far ↑", "pending 5 wk", "sent 3 d", "accepted", "not sent")
	d.Press("S")
	d.Wants("How far")
	d.Press("esc", "1", "S")
	d.WantsNot("How far")
}
