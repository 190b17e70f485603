package words

import (
	"testing"

	"linkvet/store/merge"
)

// Whoever answered an invitation of the person's own is among the connections, so
// none that is open is not to be read as none that was sent.
func TestStandingOfOneThatWasAnswered(t *testing.T) {
	for _, c := range Standing(merge.ImportReport{Accepted: 1}) {
		if c.N == 0 && c.What == "sent by you" {
			t.Errorf("%+v", c)
		}
	}
}
