package record

import (
	"strings"
	"testing"
)

func TestIDsAreStableAndTypable(t *testing.T) {
	// Fixed for ever: scripts and people note them down.
	for want, id := range map[string]string{
		"ada, incoming": makeID(Incoming, "in/ada-lind", 1),
		"ada, outgoing": makeID(Outgoing, "in/ada-lind", 1),
		"ada, second":   makeID(Incoming, "in/ada-lind", 2),
		"by name":       makeID(Incoming, "name/ada lind", 1),
	} {
		if len(id) != IDLength || strings.Trim(id, IDAlphabet) != "" {
			t.Errorf("%s: %q", want, id)
		}
	}
	if got := makeID(Incoming, "in/ada-lind", 1); got != "64x2tgy23e" {
		t.Errorf("the id of Ada is now %s", got)
	}
	taken := map[string]bool{makeID(Incoming, "in/ada-lind", 1): true}
	if got, attempt := NewID(Incoming, "in/ada-lind", 0, func(id string) bool { return taken[id] }); got != makeID(Incoming, "in/ada-lind", 2) || attempt != 2 {
		t.Errorf("after a collision: %s, attempt %d", got, attempt)
	}
}
