package inbox

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
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

// A key held down does not pile up reads of what it passes, and what is read of
// others meanwhile is kept.
func TestThePreviewReadsOneAtATime(t *testing.T) {
	d := inboxDriver(t, 120, 40, frametest.WithLists())
	s := theInbox(d)
	s.pane.forgetAll()
	first := s.Update(screen.ActionMsg{ID: keys.Down})
	if first.Cmd == nil {
		t.Fatal("nothing is read")
	}
	passed, _ := s.selected()
	for range 3 {
		if again := s.Update(screen.ActionMsg{ID: keys.Down}); again.Cmd != nil {
			t.Fatal("a second read while the first is still to come")
		}
	}
	d.Run(first.Cmd)
	row, _ := s.selected()
	for _, id := range []string{row.ID, passed.ID} {
		if known, _ := s.pane.known.get(id); known == nil {
			t.Errorf("%s is not known", id)
		}
	}
}

// Where the next key leads is read before it is pressed, all in one go.
func TestThePreviewIsThereWhenTheCursorComes(t *testing.T) {
	var people []record.Invitation
	for i := range 300 {
		people = append(people, record.Invitation{
			ID: fmt.Sprintf("k%03d", i), Name: fmt.Sprint("Person ", i), SentAt: frametest.TestNow().Add(-time.Duration(i) * time.Hour), PersonNote: fmt.Sprint("own note ", i),
		})
	}
	f := frametest.NewFakeStorage(people...)
	d := inboxDriver(t, 120, 40, screen.Options{Storage: f})
	for _, key := range []string{"j", "j", "j", "k", "pgdown", "pgdown", "k", "k", "k", "pgup", "ctrl+d", "G", "k", "k", "k", "k", "g", "j"} {
		_, cmd := d.Root.Update(frametest.KeyPress(key))
		row, _ := theInbox(d).selected()
		d.Wants("own note " + strings.TrimPrefix(row.Name, "Person "))
		f.Asked = nil
		d.Run(cmd)
		if len(f.Asked) > 1 {
			t.Errorf("%s: read %d times", key, len(f.Asked))
		}
	}
	for range 280 {
		d.Press("j")
	}
	if n := len(theInbox(d).pane.known.cached); n > historyRoom {
		t.Errorf("%d histories are kept", n)
	}
}
