package tui

import (
	"fmt"
	"linkvet/store"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

func TestDecideMovesOnAndCanBeTakenBack(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	d := inboxDriver(t, 80, 24, Options{Storage: f})
	d.press("d", "1")
	d.wants("Saved: Katarína Žilinská, accepted", "Waiting 5", "Decided 3")
	if row, _ := d.root.top().(*inbox).selected(); row.ID != "b2li" {
		t.Errorf("the cursor is on %s, not on the next one", row.ID)
	}
	d.press("k")
	d.wants("accepted") // it stays where it was until the list is made anew
	d.press("w")
	d.wants("waits again", "Waiting 6")
	if want := []string{"decided a1ka accepted ", "reopened a1ka "}; !slices.Equal(f.calls, want) {
		t.Errorf("changes %q, want %q", f.calls, want)
	}
	d.press("d", "1", "2")
	d.wants("Waiting 5", "Pavol")
	d.press("1")
	d.wantsNot("Hi, we met")
}

func TestFilter(t *testing.T) {
	d := inboxDriver(t, 80, 24, withPeople())
	d.press("4", "/")
	d.enter("zilinska")
	d.wants("1 of 12", "Katarína")
	d.press("esc")
	d.wants("All 12")
	d.wantsNot("1 of 12")
	d.press("/")
	d.enter("!has:note is:decided")
	d.wants("2 of 12", "Amara", "Joris")
	d.press("down", "enter", "enter")
	d.wants("Joris van Dijk", "never heard of the firm")
	d.press("esc")
	d.wants("2 of 12")
	if row, _ := d.root.top().(*inbox).selected(); row.ID != "i9de" {
		t.Errorf("back from the details the cursor is on %s", row.ID)
	}
	d.press("esc")
	d.wants("Katarína")
}

// A filter typed before the rows can be searched is applied as soon as they
// can.
func TestFilterTypedEarlyIsNotLost(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	d := inboxDriver(t, 80, 24, Options{Storage: f})
	box := d.root.top().(*inbox)
	rows, err := f.Table(t.Context(), -1)
	if err != nil {
		t.Fatal(err)
	}
	box.loading = d.root.env.request()
	prepare := box.loaded(rowsLoadedMsg{request: box.loading, listing: newListing(rows, box.sections)})
	d.press("/")
	d.enter("amara")
	d.wants("preparing the search")
	d.run(prepare.cmd)
	d.press("tab", "tab", "tab")
	d.wants("1 of 12", "Amara Okonkwo")
}

// A change that comes while the search is prepared shows once it is.
func TestChangesWhileTheSearchIsPrepared(t *testing.T) {
	people := somePeople()
	f := newFakeStorage(people...)
	rows, err := f.Table(t.Context(), -1)
	if err != nil {
		t.Fatal(err)
	}
	l := newListing(rows, builtinSections())
	people[0].Decision = store.Ignored
	if !l.put(people[0].Row(testNow())) || l.counts[sectionDecided] != 2 {
		t.Fatal("a change was made while a command reads the rows")
	}
	ready, err := prepare(t.Context(), l.table, l.sections)
	if err != nil {
		t.Fatal(err)
	}
	l.ready(ready)
	if l.counts[sectionDecided] != 3 {
		t.Error("the change is lost")
	}
}

func TestStaleRowsAreDropped(t *testing.T) {
	d := inboxDriver(t, 80, 24, withPeople())
	box := d.root.top().(*inbox)
	old := box.loading
	box.loading = d.root.env.request()
	d.send(rowsLoadedMsg{request: old, listing: newListing(store.NewTable(nil), box.sections)})
	d.wants("Katarína")
}

// One esc clears the filter and gives the keys back to the list; enter gives
// them back and keeps it.
func TestEscClearsTheFilterAtOnce(t *testing.T) {
	d := inboxDriver(t, 100, 30, withLists())
	d.press("/")
	d.enter("recruiter")
	d.press("esc")
	if s := theInbox(d); s.typing || s.filter.value() != "" || s.applied != "" {
		t.Errorf("after esc typing %v, filter %q, applied %q", s.typing, s.filter.value(), s.applied)
	}
	d.press("/")
	d.enter("recruiter")
	d.press("enter")
	d.wants("1 of 7")
	d.press("/", "esc")
	if s := theInbox(d); s.typing || s.applied != "" {
		t.Errorf("after esc on a kept filter typing %v, applied %q", s.typing, s.applied)
	}
}

// A key held down does not pile up reads of what it passes, and what is read of
// others meanwhile is kept.
func TestThePreviewReadsOneAtATime(t *testing.T) {
	d := inboxDriver(t, 120, 40, withLists())
	s := theInbox(d)
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
	d := inboxDriver(t, 120, 40, Options{Storage: f})
	for _, key := range []string{"j", "j", "j", "k", "pgdown", "pgdown", "k", "k", "k", "pgup", "ctrl+d", "G", "k", "k", "k", "k", "g", "j"} {
		cmd := d.root.key(keyPress(key))
		row, _ := theInbox(d).selected()
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
	if n := len(theInbox(d).pane.known.kept); n > shelfRoom {
		t.Errorf("%d dossiers are kept", n)
	}
}

// Rows that were read before a change of one's own come in after it: that is no
// change of another's.
func TestOwnChangesWhileRowsAreRead(t *testing.T) {
	d := inboxDriver(t, 100, 30, withLists())
	s := theInbox(d)
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
	d := inboxDriver(t, 100, 30, Options{Storage: f})
	s := theInbox(d)
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

func TestSelectionInEveryWay(t *testing.T) {
	d := inboxDriver(t, 100, 30, withLists())
	for _, c := range []struct {
		keys []string
		want int
	}{
		{[]string{"space"}, 1}, {[]string{"k", "space"}, 0}, {[]string{"shift+down", "shift+down"}, 3}, {[]string{"esc"}, 0},
		{[]string{"A"}, 7}, {[]string{"A"}, 0}, {[]string{"r", "G", "r"}, 4}, {[]string{"4"}, 4}, {[]string{"g", "space", "1"}, 5},
		{[]string{"esc"}, 0}, {[]string{"G", "shift+up"}, 2},
	} {
		d.press(c.keys...)
		if got := theInbox(d).list.nPicked; got != c.want {
			t.Fatalf("after %v %d are selected, not %d:\n%s", c.keys, got, c.want, d.shows())
		}
	}
	d.press("/")
	d.enter("recruiter")
	d.press("A")
	d.wants("recruiterA") // typed, not an action
	d.press("backspace", "enter", "A")
	d.wants("3 selected, 2 not shown", "1 of 7")
	d.press("esc")
	d.wantsNot("selected")
	d.wants("1 of 7")
}

// Rows that compare equal keep the order of their dates, whichever way round.
func TestSortingIsStable(t *testing.T) {
	rows := manyRows(300)
	for i := range rows {
		rows[i].Name = []string{"B", "a", ""}[i%3]
	}
	l := newListing(store.NewTable(rows), builtinSections())
	order := l.members(sectionAll, nil)
	for _, reverse := range []bool{false, true} {
		got := l.keysFor(sortName, order).sorted(order, reverse)
		for n := 1; n < len(got); n++ {
			if rows[got[n]].Name == rows[got[n-1]].Name && got[n] < got[n-1] {
				t.Fatalf("reverse %v: %d stands behind %d", reverse, got[n], got[n-1])
			}
		}
		if last := rows[got[299]]; last.Name != "" {
			t.Errorf("reverse %v: one without a name does not come last", reverse)
		}
	}
}

// A long list is sorted by a command; the list can be used meanwhile, and an
// order that is no longer wanted is dropped.
func TestLongListsAreSortedInTheBackground(t *testing.T) {
	d := inboxDriver(t, 100, 30, withPeople())
	s := theInbox(d)
	s.loading = d.root.env.request()
	d.send(rowsLoadedMsg{request: s.loading, listing: newListing(store.NewTable(manyRows(sortAtOnce*2)), s.sections)})
	d.press("4")
	slow := s.sortAs(sorting{by: sortName, reverse: true})
	d.wants("sorting by name…")
	d.press("j", "S", "5")
	d.wants("by last change ↓")
	d.run(slow.cmd)
	d.wants("by last change ↓")
	d.press("S", "3")
	d.wants("by name ↑")
	if got := namesIn(d); got[0] != "Žofia Person 0" || got[1] != "Žofia Person 1" {
		t.Errorf("sorted %v…", got[:3])
	}
}

func TestNextMatch(t *testing.T) {
	o := withLists()
	d := inboxDriver(t, 100, 30, o)
	d.press("n")
	d.wantsNot("searched") // not offered before there was a filter
	d.press("4", "/")
	d.enter("is:decided")
	d.press("esc", "N")
	selected := func() string {
		row, _ := theInbox(d).selected()
		return row.ID
	}
	d.wants("Round to the other end")
	if selected() != "i9de" {
		t.Errorf("N went to %s", selected())
	}
	d.press("n")
	if selected() != "h8de" {
		t.Errorf("n went to %s", selected())
	}
	d.press("n", "n", "N")
	if selected() != "i9de" {
		t.Errorf("N went to %s", selected())
	}
	d.press("esc", "1", "n")
	d.wants("Nothing here matches")
	d.press("/")
	d.enter("zilinska")
	d.press("esc", "n")
	d.wants("Only this one matches “zilinska”")
	d.press("G", "n", "n")
	d.wants("Only this one matches")
}

// What another version of the program kept is left alone.
func TestKeptLookThatIsNotKnown(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	f.drafts = map[string]string{keptOrder + "Waiting": "shoe size", keptOrder + "All": "due day", keptPreview: "upside down"}
	d := inboxDriver(t, 120, 40, Options{Storage: f})
	d.wants("by date ↓", "│")
	d.press("4")
	d.wants("by date ↓")
}

// With a kept order, too, the cursor is on the first row once all are read: what
// is first among the newest is not first among all.
func TestKeptOrderStartsAtTheFirst(t *testing.T) {
	f := newFakeStorage()
	for i := range 2 * firstPage {
		name := fmt.Sprintf("Person %04d", i)
		f.all[name] = store.Invitation{ID: name, Name: name, Direction: store.Incoming, SentAt: testNow().Add(time.Duration(i) * time.Minute)}
	}
	d := inboxDriver(t, 100, 30, Options{Storage: f})
	s := theInbox(d)
	newest, err := f.Table(t.Context(), firstPage)
	if err != nil {
		t.Fatal(err)
	}
	first := newListing(newest, s.sections)
	first.partial = true
	s.list, s.loading = nil, d.root.env.request()
	rest := s.loaded(rowsLoadedMsg{request: s.loading, listing: first})
	d.root.env.drafts[keptOrder+"Waiting"] = "name"
	d.send(keptMsg{})
	d.run(rest.cmd)
	d.wants("by name ↑")
	if row, _ := theInbox(d).selected(); row.Name != "Person 0000" {
		t.Errorf("the cursor is on %s", row.Name)
	}
}

// Letters work by their place on keyboards whose letters are not Latin.
func TestOtherKeyboardLayouts(t *testing.T) {
	d := inboxDriver(t, 80, 24, withPeople())
	d.send(tea.KeyPressMsg{Code: 'о', Text: "о", BaseCode: 'j'}) // Cyrillic o, on the j key
	if got := d.root.top().(*inbox).cursors[sectionWaiting].at; got != 1 {
		t.Errorf("the cursor is on row %d, not 1", got)
	}
}

// The marked row is seen, and a click meets the row it is on, while what is said
// takes room from the list.
func TestTheListKeepsItsCursorBelowALongStatus(t *testing.T) {
	d := inboxDriver(t, 80, 14, withPeople())
	d.press("4", "j", "j", "j", "j", "j", "j")
	d.root.env.say(strings.Repeat("a long sentence ", 8))
	d.press("j", "j", "k")
	if row, _ := theInbox(d).selected(); !strings.Contains(d.shows(), "›   "+row.Name) {
		t.Errorf("the marked %s is not shown:\n%s", row.Name, d.shows())
	}
	lines := strings.Split(d.shows(), "\n")
	for y := 5; y < 9; y++ {
		d.root.env.status.at = d.now
		d.send(tea.MouseClickMsg{X: 10, Y: y, Button: tea.MouseLeft})
		if row, _ := theInbox(d).selected(); !strings.Contains(lines[y], string([]rune(nameOr(row.Name))[:3])) {
			t.Errorf("a click on %q marks %s", lines[y], row.Name)
		}
	}
}

// What takes long says that it is under way, and nothing is called done before.
func TestSlowChange(t *testing.T) {
	d := inboxDriver(t, 100, 30, withPeople())
	e := d.root.env
	var slow tea.Msg
	e.after = func(_ time.Duration, msg tea.Msg) tea.Cmd { slow = msg; return nil }
	work := deleteAll(e, e.whenSaved("Deleted: somebody"), []string{"a1ka"})
	d.send(slow)
	d.wants("Deleting…")
	if e.undo(e.request()) != nil {
		t.Error("undo is taken for what was done before, because this takes long")
	}
	d.run(work)
	d.wants("Deleted: somebody; z undoes")
	d.send(slow)
	d.wantsNot("Deleting…")
}

func theInbox(d *driver) *inbox { return d.root.stack[0].screen.(*inbox) }

func namesIn(d *driver) []string {
	s := theInbox(d)
	var all []string
	for _, i := range s.shown() {
		all = append(all, s.list.table.At(int(i)).DisplayName())
	}
	return all
}
