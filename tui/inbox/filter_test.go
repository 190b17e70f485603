package inbox

import (
	"strings"
	"testing"

	"linkvet/tui/frame/frametest"
)

// Of a paste that is far too long, the filter takes a sensible piece and says so.
func TestAHugePasteIntoTheFilter(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.WithLists())
	d.Press("/")
	d.Send(frametest.Paste(strings.Repeat("silverstone quickfall ", 12_000)))
	d.Wants("That is too long: only the first 1,000 characters of it fit here", "0 of 7")
	if n := len(theInbox(d).filter.Value()); n != 1_000 {
		t.Errorf("the filter holds %d characters", n)
	}
	d.Press("esc", "/")
	d.Send(frametest.Paste("recruiter"))
	d.Wants("1 of 7")
}
