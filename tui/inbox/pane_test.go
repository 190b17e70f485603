package inbox

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/style"
)

func TestThePreview(t *testing.T) {
	o := frametest.WithLists()
	d := inboxDriver(t, 100, 30, o)
	d.Wants("Your note", "Met at the meetup")
	d.Press("P")
	d.Wants("────────", "Not vetted yet")
	d.Press("p")
	d.WantsNot("Not vetted yet")
	d.Press("p", "P")
	for range 4 {
		d.Press("J")
	}
	d.WantsNot("Data engineer at Nordwind Instruments │")
	d.Press("K", "K", "K", "K", "K", "j")
	d.Wants("量子計算工程師")
	d = inboxDriver(t, 80, 20, o)
	d.WantsNot("Not vetted yet")
	d.Press("p")
	d.Wants("Katarína Žilinská\n", "more lines: J scrolls")
	d.Resize(80, 11)
	d.Press("p")
	d.Wants("needs a larger window")
}

// One record that cannot be read takes none of the others with it, and is not
// asked for again and again.
func TestThePreviewWithoutOneThatIsDamaged(t *testing.T) {
	o := frametest.WithLists()
	f := o.Storage.(*frametest.FakeStorage)
	f.Broken = "b2li"
	d := inboxDriver(t, 120, 40, o)
	d.Press("j", "k")
	f.Asked = nil
	d.Press("j")
	d.Wants("量子計算工程師")
	d.Press("k")
	d.Wants("Your note")
	if len(f.Asked) > 0 {
		t.Errorf("asked for again: %v", f.Asked)
	}
}

// Another program's changes are noticed, but nothing moves until asked.
func TestAnotherProgramsChanges(t *testing.T) {
	o := frametest.WithLists()
	f := o.Storage.(*frametest.FakeStorage)
	d := inboxDriver(t, 100, 30, o)
	d.Press("d", "1")
	d.Send(tea.FocusMsg{})
	d.WantsNot("Another linkvet")
	if _, err := f.Decide("b2li", record.Ignored, ""); err != nil {
		t.Fatal(err)
	}
	d.Press("j")
	d.WantsNot("Another linkvet")
	d.Now = d.Now.Add(3 * time.Second)
	d.Press("j")
	d.Wants("Another linkvet has changed something; ctrl+l shows it", "Decided 3")
	d.Press("ctrl+l")
	d.Wants("Decided 4")
}

// A match far back in a note is what the list shows of the note.
func TestTheListShowsWhereTheMatchIs(t *testing.T) {
	long := strings.Repeat("word ", 60)
	for _, c := range []struct {
		row  record.Row
		want string
	}{
		{record.Row{Note: "Hello Bridge", Headline: "x"}, "Hello Bridge"},
		{record.Row{Note: long + "the Brídges\nof Lyon"}, "…d the Brídges of Lyon"},
		{record.Row{Note: "Hello", Headline: "Bridges", Tags: []string{"x"}}, "Bridges"},
		{record.Row{Note: "Hello", Tags: []string{"x"}}, "#x Hello"},
	} {
		if got := style.Gist(&c.row, 20, []string{"bridge"}); got != c.want {
			t.Errorf("%.20q…: %q, want %q", c.row.Note, got, c.want)
		}
	}
}
