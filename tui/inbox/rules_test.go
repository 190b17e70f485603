package inbox

import (
	"testing"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
)

// What a newer version of the rules changed is said, and where to look it up.
func TestRulesThatChangedAreTold(t *testing.T) {
	for different, want := range map[int]string{1: "1 recommendation is different", 3: "3 recommendations are different"} {
		o := frametest.WithPeople()
		o.Storage.(*frametest.FakeStorage).Followed.Different = different
		d := inboxDriver(t, 120, 30, o)
		d.Wants("The rules changed with this version: " + want)
	}
	d := inboxDriver(t, 120, 30, frametest.WithPeople())
	d.WantsNot("The rules changed")
}

// The key that is named shows them, whatever list was on, and the preview says
// what was advised before.
func TestWhatTheRulesChangedIsShown(t *testing.T) {
	o := frametest.WithPeople()
	f := o.Storage.(*frametest.FakeStorage)
	f.Followed = store.Followed{Different: 1, Own: true}
	for id, inv := range f.All {
		if len(inv.Answers) > 0 {
			inv.Former = record.Former{Recommendation: advisor.Accept, Rules: "1"}
			f.All[id] = inv
			break
		}
	}
	d := inboxDriver(t, 120, 30, o)
	d.Wants("Your own rules changed: 1 recommendation is different; press c to see which")
	d.Press("c")
	d.Wants("is:revised", "1 of", "The advice was “Accept” before")
}
