package inbox

import (
	"path/filepath"
	"slices"
	"testing"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func TestAFilterBecomesAList(t *testing.T) {
	o := frametest.WithLists()
	settings := o.Settings.(*frametest.FakeSettings)
	d := inboxDriver(t, 100, 30, o)
	d.Press("/")
	d.Enter("has:note is:waiting")
	d.Press("ctrl+o", "ctrl+o")
	d.Wants("It needs a name")
	d.Enter("Waiting")
	d.Press("ctrl+o")
	d.Wants("Waiting is a list that linkvet has already")
	d.Enter(" with a note")
	d.Press("ctrl+o")
	d.Wants("Saved the list", "Waiting with a note 3")
	if want := (screen.OwnList{Name: "Waiting with a note", Query: "has:note is:waiting"}); settings.OwnLists[2] != want {
		t.Errorf("saved %v", settings.OwnLists)
	}
	if s := theInbox(d); s.typing || s.filter.Value() != "" || s.lists[s.chosen].Name != "Waiting with a note" {
		t.Errorf("saved, and yet in %s, typing %v, filter %q", s.lists[s.chosen].Name, s.typing, s.filter.Value())
	}
	d.Wants("Katarína", "李小龍")
	d.WantsNot("Recruiter at") // only those three
	d.Press("d", "1")
	d.Wants("Waiting with a note 2")
}

// What a list is sorted by and where the preview is are the same in the next
// program, each list for itself.
func TestTheLookOfListsOutlivesTheProgram(t *testing.T) {
	path := filepath.Join(t.TempDir(), "linkvet.db")
	start := func() *frametest.Driver { return inboxDriver(t, 120, 40, frametest.StoreAt(t, path)) }
	d := start()
	for _, name := range []string{"Bo Berg", "Ann Ash", "Cy Cole"} {
		d.AddOne(name)
	}
	d.Press("p", "S", "3")
	d.Wants("by name ↑")
	d.Press("5", "S", "3", "S", "3")
	d.Wants("by name ↓")

	d = start()
	d.Wants("by name ↑")
	d.WantsNot("│")
	if got := namesIn(d); !slices.Equal(got, []string{"Ann Ash", "Bo Berg", "Cy Cole"}) || theInbox(d).cursors[0].At != 0 {
		t.Errorf("sorted %v, the cursor on %d", got, theInbox(d).cursors[0].At)
	}
	d.Press("5")
	d.Wants("by name ↓")
	d.Press("2")
	d.Wants("by due day ↑")
	d.Press("1", "S", "1", "p", "P", "P")
	d.Wants("newest first", "│")

	d = start()
	d.Wants("newest first", "│")
	d.Press("5")
	d.Wants("by name ↓")
	d.Press("P")

	d = start()
	d.Wants("────")
	d.WantsNot("│")
}

// What is decided and to be followed up stands among those put off, and is due on
// its day.
func TestFollowUpsStandUnderLater(t *testing.T) {
	people := frametest.SomePeople()
	for i := range people {
		if people[i].ID == "h8de" {
			people[i].FollowUp = record.DayIn(frametest.TestNow().AddDate(0, 0, 3))
		}
		if people[i].ID == "i9de" {
			people[i].FollowUp = record.DayIn(frametest.TestNow().AddDate(0, 0, -1))
		}
	}
	d := inboxDriver(t, 120, 40, screen.Options{Storage: frametest.NewFakeStorage(people...)})
	d.Press("2")
	d.Wants("Later 3", "Amara Okonkwo", "Joris van Dijk", "Pavol Orsula")
	d.Press("3")
	d.Wants("Amara Okonkwo", "Joris van Dijk")
	d.Press("1")
	d.WantsNot("Amara Okonkwo")
}
