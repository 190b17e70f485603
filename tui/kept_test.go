package tui

import (
	"slices"
	"testing"
)

// What a list is sorted by and where the preview is are the same in the next
// program, each list for itself.
func TestTheLookOfListsOutlivesTheProgram(t *testing.T) {
	start := realPrograms(t)
	d := start()
	for _, name := range []string{"Bo Berg", "Ann Ash", "Cy Cole"} {
		addOne(d, name)
	}
	d.resize(120, 40)
	d.press("p", "S", "3")
	d.wants("by name ↑")
	d.press("4", "S", "3", "S", "3")
	d.wants("by name ↓")

	d = start()
	d.resize(120, 40)
	d.wants("by name ↑")
	d.wantsNot("│")
	if got := names(d); !slices.Equal(got, []string{"Ann Ash", "Bo Berg", "Cy Cole"}) || inboxOf(d).cursors[0].at != 0 {
		t.Errorf("sorted %v, the cursor on %d", got, inboxOf(d).cursors[0].at)
	}
	d.press("4")
	d.wants("by name ↓")
	d.press("2")
	d.wants("by due day ↑")
	d.press("1", "S", "1", "p", "P", "P")
	d.wants("by date ↓", "│")

	d = start()
	d.resize(120, 40)
	d.wants("by date ↓", "│")
	d.press("4")
	d.wants("by name ↓")
	d.press("P")

	d = start()
	d.resize(120, 40)
	d.wants("────")
	d.wantsNot("│")
}

// What another version of the program kept is left alone.
func TestKeptLookThatIsNotKnown(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	f.drafts = map[string]string{keptOrder + "Waiting": "shoe size", keptOrder + "All": "due day", keptPreview: "upside down"}
	d := newDriver(t, 120, 40, Options{Storage: f})
	d.wants("by date ↓", "│")
	d.press("4")
	d.wants("by date ↓")
}
