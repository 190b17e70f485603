package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
)

func TestThePreview(t *testing.T) {
	o := withLists()
	d := newDriver(t, 100, 30, o)
	d.wants("Your note", "Met at the meetup")
	d.press("P")
	d.wants("────────", "Not vetted yet")
	d.press("p")
	d.wantsNot("Not vetted yet")
	d.press("p", "P")
	for range 4 {
		d.press("J")
	}
	d.wantsNot("Data engineer at Nordwind Instruments │")
	d.press("K", "K", "K", "K", "K", "j")
	d.wants("量子計算工程師")
	d = newDriver(t, 80, 20, o)
	d.wantsNot("Not vetted yet")
	d.press("p")
	d.wants("Katarína Žilinská\n", "more lines: J scrolls")
	d.resize(80, 11)
	d.press("p")
	d.wants("needs a larger window")
}

// One record that cannot be read takes none of the others with it, and is not
// asked for again and again.
func TestThePreviewWithoutOneThatIsDamaged(t *testing.T) {
	o := withLists()
	f := o.Storage.(*fakeStorage)
	f.broken = "b2li"
	d := newDriver(t, 120, 40, o)
	d.press("j", "k")
	f.asked = nil
	d.press("j")
	d.wants("量子計算工程師")
	d.press("k")
	d.wants("Your note")
	if len(f.asked) > 0 {
		t.Errorf("asked for again: %v", f.asked)
	}
}

// Another program's changes are noticed, but nothing moves until asked.
func TestAnotherProgramsChanges(t *testing.T) {
	o := withLists()
	f := o.Storage.(*fakeStorage)
	d := newDriver(t, 100, 30, o)
	d.press("d", "1")
	d.send(tea.FocusMsg{})
	d.wantsNot("Another linkvet")
	if _, err := f.Decide("b2li", store.Ignored, ""); err != nil {
		t.Fatal(err)
	}
	d.press("j")
	d.wantsNot("Another linkvet")
	d.now = d.now.Add(lookEvery + time.Second)
	d.press("j")
	d.wants("Another linkvet has changed something; ctrl+l shows it", "Decided 3")
	d.press("ctrl+l")
	d.wants("Decided 4")
}

// A match far back in a note is what the list shows of the note.
func TestTheListShowsWhereTheMatchIs(t *testing.T) {
	long := strings.Repeat("word ", 60)
	for _, c := range []struct {
		row  store.Row
		want string
	}{
		{store.Row{Note: "Hello Bridge", Headline: "x"}, "Hello Bridge"},
		{store.Row{Note: long + "the Brídges\nof Lyon"}, "…d the Brídges of Lyon"},
		{store.Row{Note: "Hello", Headline: "Bridges", Tags: []string{"x"}}, "Bridges"},
		{store.Row{Note: "Hello", Tags: []string{"x"}}, "#x Hello"},
	} {
		if got := gist(&c.row, 20, []string{"bridge"}); got != c.want {
			t.Errorf("%.20q…: %q, want %q", c.row.Note, got, c.want)
		}
	}
}
