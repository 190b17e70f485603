package inbox

import (
	"testing"

	"linkvet/tui/frame/frametest"
)

// What a newer version of the rules changed is said, and where to look it up.
func TestRulesThatChangedAreTold(t *testing.T) {
	for different, want := range map[int]string{1: "1 recommendation is different", 3: "3 recommendations are different"} {
		o := frametest.WithPeople()
		o.Storage.(*frametest.FakeStorage).Different = different
		d := inboxDriver(t, 120, 30, o)
		d.Wants("The rules changed with this version: " + want)
	}
	d := inboxDriver(t, 120, 30, frametest.WithPeople())
	d.WantsNot("The rules changed")
}
