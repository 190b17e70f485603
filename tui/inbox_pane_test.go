package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
)

func TestMatchesAreUnderlined(t *testing.T) {
	st := newStyles(ThemeMono, backgroundUnknown)
	for _, c := range []struct{ text, words, want string }{
		{"Katarína Žilinská", "zil", "Katarína <Žil>inská"},
		{"Ana Banana", "ana", "<Ana> B<ana>na"},
		{"Straße 1", "ss", "Stra<ß>e 1"},
		{"李小龍", "小", "李<小>龍"},
		{"nothing", "x", "nothing"},
		{"a\u0301b", "a", "<a\u0301>b"},
	} {
		got := strings.NewReplacer(st.Match.open, "<", st.Match.close, ">").Replace(st.highlight(c.text, []string{c.words}))
		if got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.words, c.text, got, c.want)
		}
	}
}

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

// A key held down does not pile up reads of what it passes, and what is read of
// others meanwhile is kept.
func TestThePreviewReadsOneAtATime(t *testing.T) {
	d := newDriver(t, 120, 40, withLists())
	s := inboxOf(d)
	s.pane.forgetAll()
	first := s.Update(actionMsg{id: actDown})
	if first.cmd == nil {
		t.Fatal("nothing is read")
	}
	passed, _ := s.selected()
	for range 3 {
		if again := s.Update(actionMsg{id: actDown}); again.cmd != nil {
			t.Fatal("a second read while the first is still to come")
		}
	}
	d.run(first.cmd)
	row, _ := s.selected()
	for _, id := range []string{row.ID, passed.ID} {
		if known, _ := s.pane.known.get(id); known == nil {
			t.Errorf("%s is not known", id)
		}
	}
}

// Where the next key leads is read before it is pressed, all in one go.
func TestThePreviewIsThereWhenTheCursorComes(t *testing.T) {
	var people []store.Invitation
	for i := range 300 {
		people = append(people, store.Invitation{
			ID: fmt.Sprintf("k%03d", i), Name: fmt.Sprint("Person ", i), SentAt: testNow().Add(-time.Duration(i) * time.Hour), PersonNote: fmt.Sprint("own note ", i),
		})
	}
	f := newFakeStorage(people...)
	d := newDriver(t, 120, 40, Options{Storage: f})
	for _, key := range []string{"j", "j", "j", "k", "pgdown", "pgdown", "k", "k", "k", "pgup", "ctrl+d", "G", "k", "k", "k", "k", "g", "j"} {
		cmd := d.root.key(keyPress(key))
		row, _ := inboxOf(d).selected()
		d.wants("own note " + strings.TrimPrefix(row.Name, "Person "))
		f.asked = nil
		d.run(cmd)
		if len(f.asked) > 1 {
			t.Errorf("%s: read %d times", key, len(f.asked))
		}
	}
	for range 280 {
		d.press("j")
	}
	if n := len(inboxOf(d).pane.known.kept); n > shelfRoom {
		t.Errorf("%d dossiers are kept", n)
	}
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

func TestTheMouse(t *testing.T) {
	d := newDriver(t, 100, 30, withLists())
	click := func(x, y int) { d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}) }
	click(10, 7)
	if row, _ := inboxOf(d).selected(); row.ID != "c3em" {
		t.Errorf("the click marked %s", row.ID)
	}
	click(18, 2)
	d.wants("by due day")
	click(4, 2)
	d.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	if got := inboxOf(d).cursors[sectionWaiting].at; got != 5 {
		t.Errorf("the wheel went to %d", got)
	}
	click(10, 5)
	click(10, 5)
	if d.top() != "questionnaire" {
		t.Errorf("a second click opened %s", d.top())
	}
	d.press("esc", "?")
	click(30, 10)
	if d.top() == "menu" {
		t.Error("a click in the menu does nothing")
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

// Rows that were read before a change of one's own come in after it: that is no
// change of another's.
func TestOwnChangesWhileRowsAreRead(t *testing.T) {
	d := newDriver(t, 100, 30, withLists())
	s := inboxOf(d)
	reload := s.Init()
	d.press("d", "1")
	d.run(func() tea.Msg {
		loaded := reload().(rowsLoadedMsg)
		loaded.version-- // as they were before
		return loaded
	})
	d.send(tea.FocusMsg{})
	d.wantsNot("Another linkvet")
}

// The newest rows are there before the rest, and what happens to them meanwhile
// is not lost.
func TestTheFirstPageComesFirst(t *testing.T) {
	people := somePeople()
	f := newFakeStorage(people...)
	d := newDriver(t, 100, 30, Options{Storage: f})
	s := inboxOf(d)
	rows, err := f.Table(t.Context(), 2)
	if err != nil {
		t.Fatal(err)
	}
	first := newListing(rows, s.sections)
	first.partial = true
	s.list, s.loading = nil, d.root.env.request()
	rest := s.loaded(rowsLoadedMsg{request: s.loading, listing: first})
	d.wants("Katarína", "李小龍")
	d.wantsNot("Waiting 2") // nobody knows yet how many there are
	people[0].Decision = store.Accepted
	s.saved(people[0])
	d.press("j")
	d.run(rest.cmd)
	d.wants("Waiting 5")
	if row, _ := s.selected(); row.ID != "b2li" {
		t.Errorf("the cursor is on %s", row.ID)
	}
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
