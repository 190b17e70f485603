package inbox

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/fault"
	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

func TestDecideMovesOnAndCanBeTakenBack(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := inboxDriver(t, 80, 24, screen.Options{Storage: f})
	d.Press("d", "1")
	d.Wants("Saved: Katarína Žilinská, accepted", "Waiting 5", "Decided 3")
	if row, _ := d.Root.Top().(*inbox).selected(); row.ID != "b2li" {
		t.Errorf("the cursor is on %s, not on the next one", row.ID)
	}
	d.Press("k")
	d.Wants("accepted") // it stays where it was until the list is made anew
	d.Press("w")
	d.Wants("waits again", "Waiting 6")
	if want := []string{"decided a1ka accepted ", "reopened a1ka "}; !slices.Equal(f.Calls, want) {
		t.Errorf("changes %q, want %q", f.Calls, want)
	}
	d.Press("d", "1", "2")
	d.Wants("Waiting 5", "Pavol")
	d.Press("1")
	d.WantsNot("Hi, we met")
}

func TestFilter(t *testing.T) {
	d := inboxDriver(t, 80, 24, frametest.WithPeople())
	d.Press("4", "/")
	d.Enter("zilinska")
	d.Wants("1 of 12", "Katarína")
	d.Press("esc")
	d.Wants("All 12")
	d.WantsNot("zilinska")
	d.Press("/")
	d.Enter("!has:note is:decided")
	d.Wants("2 of 12", "Amara", "Joris")
	d.Press("down", "enter", "enter")
	d.Wants("Joris van Dijk", "never heard of the firm")
	d.Press("esc")
	d.Wants("2 of 12")
	if row, _ := d.Root.Top().(*inbox).selected(); row.ID != "i9de" {
		t.Errorf("back from the details the cursor is on %s", row.ID)
	}
	d.Press("esc")
	d.Wants("Katarína")
}

// Keys typed while the store is busy filter once the rows are there: "/proxy" is
// never taken for what its letters do in the list.
func TestKeysTypedBeforeTheRowsAreThere(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := inboxDriver(t, 80, 24, screen.Options{Storage: f})
	box := theInbox(d)
	rows := box.listing
	box.listing, box.loading = nil, d.Root.Env.Request()
	d.Press("4", "/")
	d.Enter("proxy")
	d.Press("enter", "x")
	d.Send(rowsLoadedMsg{request: box.loading, listing: rows})
	d.Wants("proxy", "of 12")
	if len(f.All) != 12 || d.Top() != "inbox" {
		t.Errorf("%d invitations are left, on %s", len(f.All), d.Top())
	}
}

// A filter typed before the rows can be searched is applied as soon as they
// can.
func TestFilterTypedEarlyIsNotLost(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := inboxDriver(t, 80, 24, screen.Options{Storage: f})
	box := d.Root.Top().(*inbox)
	rows, err := f.Table(t.Context(), -1)
	if err != nil {
		t.Fatal(err)
	}
	box.loading = d.Root.Env.Request()
	prepare := box.loaded(rowsLoadedMsg{request: box.loading, listing: newListing(rows, box.lists)})
	d.Press("/")
	d.Enter("amara")
	d.Wants("preparing the search")
	d.Run(prepare.Cmd)
	d.Press("tab", "tab", "tab")
	d.Wants("1 of 12", "Amara Okonkwo")
}

// A change that comes while the search is prepared shows once it is.
func TestChangesWhileTheSearchIsPrepared(t *testing.T) {
	people := frametest.SomePeople()
	f := frametest.NewFakeStorage(people...)
	rows, err := f.Table(t.Context(), -1)
	if err != nil {
		t.Fatal(err)
	}
	l := newListing(rows, builtinTabs())
	people[0].Decision = record.Ignored
	if !l.put(people[0].Row(frametest.TestNow())) || l.counts[listDecided] != 2 {
		t.Fatal("a change was made while a command reads the rows")
	}
	ready, err := prepare(t.Context(), l.table, l.tabs)
	if err != nil {
		t.Fatal(err)
	}
	l.ready(ready)
	if l.counts[listDecided] != 3 {
		t.Error("the change is lost")
	}
}

func TestStaleRowsAreDropped(t *testing.T) {
	d := inboxDriver(t, 80, 24, frametest.WithPeople())
	box := d.Root.Top().(*inbox)
	old := box.loading
	box.loading = d.Root.Env.Request()
	d.Send(rowsLoadedMsg{request: old, listing: newListing(frametest.TableOf(nil), box.lists)})
	d.Wants("Katarína")
}

// One esc clears the filter and gives the keys back to the list; enter gives
// them back and keeps it.
func TestEscClearsTheFilterAtOnce(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.WithLists())
	d.Press("/")
	d.Enter("recruiter")
	d.Press("esc")
	if s := theInbox(d); s.typing || s.filter.Value() != "" || s.applied != "" {
		t.Errorf("after esc typing %v, filter %q, applied %q", s.typing, s.filter.Value(), s.applied)
	}
	d.Press("/")
	d.Enter("recruiter")
	d.Press("enter")
	d.Wants("1 of 7")
	d.Press("/", "esc")
	if s := theInbox(d); s.typing || s.applied != "" {
		t.Errorf("after esc on a kept filter typing %v, applied %q", s.typing, s.applied)
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

// Rows that were read before a change of one's own come in after it: that is no
// change of another's.
func TestOwnChangesWhileRowsAreRead(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.WithLists())
	s := theInbox(d)
	reload := s.Init()
	d.Press("d", "1")
	d.Run(func() tea.Msg {
		loaded := reload().(rowsLoadedMsg)
		loaded.version-- // as they were before
		return loaded
	})
	d.Send(tea.FocusMsg{})
	d.WantsNot("Another linkvet")
}

// The newest rows are there before the rest, and what happens to them meanwhile
// is not lost.
func TestTheFirstPageComesFirst(t *testing.T) {
	people := frametest.SomePeople()
	f := frametest.NewFakeStorage(people...)
	d := inboxDriver(t, 100, 30, screen.Options{Storage: f})
	s := theInbox(d)
	rows, err := f.Table(t.Context(), 2)
	if err != nil {
		t.Fatal(err)
	}
	first := newListing(rows, s.lists)
	first.partial = true
	s.listing, s.loading = nil, d.Root.Env.Request()
	rest := s.loaded(rowsLoadedMsg{request: s.loading, listing: first})
	d.Wants("Katarína", "李小龍")
	d.WantsNot("Waiting 2") // nobody knows yet how many there are
	people[0].Decision = record.Accepted
	s.saved(people[0])
	d.Press("j")
	d.Run(rest.Cmd)
	d.Wants("Waiting 5")
	if row, _ := s.selected(); row.ID != "b2li" {
		t.Errorf("the cursor is on %s", row.ID)
	}
}

func TestSelectionInEveryWay(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.WithLists())
	for _, c := range []struct {
		keys []string
		want int
	}{
		{[]string{"space"}, 1}, {[]string{"k", "space"}, 0}, {[]string{"shift+down", "shift+down"}, 3}, {[]string{"esc"}, 0},
		{[]string{"A"}, 7}, {[]string{"A"}, 0}, {[]string{"r", "G", "r"}, 4}, {[]string{"4"}, 4}, {[]string{"g", "space", "1"}, 5},
		{[]string{"esc"}, 0}, {[]string{"G", "shift+up"}, 2},
	} {
		d.Press(c.keys...)
		if got := theInbox(d).listing.nPicked; got != c.want {
			t.Fatalf("after %v %d are selected, not %d:\n%s", c.keys, got, c.want, d.Shows())
		}
	}
	d.Press("/")
	d.Enter("recruiter")
	d.Press("A")
	d.Wants("recruiterA") // typed, not an action
	d.Press("backspace", "enter", "A")
	d.Wants("3 selected, 2 not shown", "1 of 7")
	d.Press("esc")
	d.WantsNot("selected")
	d.Wants("1 of 7")
}

// Rows that compare equal keep the order of their dates, whichever way round.
func TestSortingIsStable(t *testing.T) {
	rows := frametest.ManyRows(300)
	for i := range rows {
		rows[i].Name = []string{"B", "a", ""}[i%3]
	}
	l := newListing(frametest.TableOf(rows), builtinTabs())
	order := l.members(listAll, nil)
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
	d := inboxDriver(t, 100, 30, frametest.WithPeople())
	s := theInbox(d)
	s.loading = d.Root.Env.Request()
	d.Send(rowsLoadedMsg{request: s.loading, listing: newListing(frametest.TableOf(frametest.ManyRows(sortAtOnce*2)), s.lists)})
	d.Press("4")
	slow := s.sortAs(sorting{by: sortName, reverse: true})
	d.Wants("sorting by name…")
	d.Press("j", "S", "5")
	d.Wants("by last change ↓")
	d.Run(slow.Cmd)
	d.Wants("by last change ↓")
	d.Press("S", "3")
	d.Wants("by name ↑")
	if got := namesIn(d); got[0] != "Žofia Person 0" || got[1] != "Žofia Person 1" {
		t.Errorf("sorted %v…", got[:3])
	}
}

func TestNextMatch(t *testing.T) {
	o := frametest.WithLists()
	d := inboxDriver(t, 100, 30, o)
	d.Press("n")
	d.WantsNot("searched") // not offered before there was a filter
	d.Press("4", "/")
	d.Enter("is:decided")
	d.Press("esc", "N")
	selected := func() string {
		row, _ := theInbox(d).selected()
		return row.ID
	}
	d.Wants("Round to the other end")
	if selected() != "i9de" {
		t.Errorf("N went to %s", selected())
	}
	d.Press("n")
	if selected() != "h8de" {
		t.Errorf("n went to %s", selected())
	}
	d.Press("n", "n", "N")
	if selected() != "i9de" {
		t.Errorf("N went to %s", selected())
	}
	d.Press("esc", "1", "n")
	d.Wants("Nothing here matches")
	d.Press("/")
	d.Enter("zilinska")
	d.Press("esc", "n")
	d.Wants("Only this one matches “zilinska”")
	d.Press("G", "n", "n")
	d.Wants("Only this one matches")
}

// What another version of the program kept is left alone.
func TestKeptLookThatIsNotKnown(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	f.Typed = map[string]string{"order Waiting": "shoe size", "order All": "due day", "preview": "upside down"}
	d := inboxDriver(t, 120, 40, screen.Options{Storage: f})
	d.Wants("by date ↓", "│")
	d.Press("4")
	d.Wants("by date ↓")
}

// With a kept order, too, the cursor is on the first row once all are read: what
// is first among the newest is not first among all.
func TestKeptOrderStartsAtTheFirst(t *testing.T) {
	f := frametest.NewFakeStorage()
	for i := range 2 * firstPage {
		name := fmt.Sprintf("Person %04d", i)
		f.All[name] = record.Invitation{ID: name, Name: name, Direction: record.Incoming, SentAt: frametest.TestNow().Add(time.Duration(i) * time.Minute)}
	}
	d := inboxDriver(t, 100, 30, screen.Options{Storage: f})
	s := theInbox(d)
	newest, err := f.Table(t.Context(), firstPage)
	if err != nil {
		t.Fatal(err)
	}
	first := newListing(newest, s.lists)
	first.partial = true
	s.listing, s.loading = nil, d.Root.Env.Request()
	rest := s.loaded(rowsLoadedMsg{request: s.loading, listing: first})
	d.Root.Env.Preferences.SetOrder("Waiting", "name")
	d.Send(screen.TextsLoadedMsg{})
	d.Run(rest.Cmd)
	d.Wants("by name ↑")
	if row, _ := theInbox(d).selected(); row.Name != "Person 0000" {
		t.Errorf("the cursor is on %s", row.Name)
	}
}

// Letters work by their place on keyboards whose letters are not Latin.
func TestOtherKeyboardLayouts(t *testing.T) {
	d := inboxDriver(t, 80, 24, frametest.WithPeople())
	d.Send(tea.KeyPressMsg{Code: 'о', Text: "о", BaseCode: 'j'}) // Cyrillic o, on the j key
	if got := d.Root.Top().(*inbox).cursors[listWaiting].At; got != 1 {
		t.Errorf("the cursor is on row %d, not 1", got)
	}
}

// The marked row is seen, and a click meets the row it is on, while what is said
// takes room from the list.
func TestTheListKeepsItsCursorBelowALongStatus(t *testing.T) {
	d := inboxDriver(t, 80, 14, frametest.WithPeople())
	d.Press("4", "j", "j", "j", "j", "j", "j")
	d.Root.Env.Say(strings.Repeat("a long sentence ", 8))
	d.Press("j", "j", "k")
	if row, _ := theInbox(d).selected(); !strings.Contains(d.Marked(), row.Name) {
		t.Errorf("the marked %s is not shown:\n%s", row.Name, d.Shows())
	}
	lines := strings.Split(d.Shows(), "\n")
	for y := 5; y < 9; y++ {
		d.Send(tea.MouseClickMsg{X: 10, Y: y, Button: tea.MouseLeft})
		if row, _ := theInbox(d).selected(); !strings.Contains(lines[y], string([]rune(style.NameOr(row.Name))[:3])) {
			t.Errorf("a click on %q marks %s", lines[y], row.Name)
		}
	}
}

// What takes long says that it is under way, and nothing is called done before.
func TestSlowChange(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.WithPeople())
	e := d.Root.Env
	var slow tea.Msg
	e.After = func(_ time.Duration, msg tea.Msg) tea.Cmd { slow = msg; return nil }
	work := deleteAll(e, e.WhenSaved("Deleted: somebody"), []string{"a1ka"})
	d.Send(slow)
	d.Wants("Deleting…")
	if e.Undo(e.Request()) != nil {
		t.Error("undo is taken for what was done before, because this takes long")
	}
	d.Run(work)
	d.Wants("Deleted: somebody; z undoes")
	d.Send(slow)
	d.WantsNot("Deleting…")
}

func theInbox(d *frametest.Driver) *inbox { return d.Root.Stack[0].Screen.(*inbox) }

func namesIn(d *frametest.Driver) []string {
	s := theInbox(d)
	var all []string
	for _, i := range s.shown() {
		all = append(all, s.listing.table.At(int(i)).DisplayName())
	}
	return all
}

func TestEscGoesOneStepBackAndNeverLeaves(t *testing.T) {
	d := inboxDriver(t, 80, 24, frametest.WithPeople())
	d.Press("3", "enter")
	if d.Top() != "detail" {
		t.Fatalf("enter on a decided invitation opened %s", d.Top())
	}
	d.Press("d", "esc", "esc", "esc", "esc")
	if d.Top() != "inbox" || d.Quit {
		t.Errorf("after esc: %s, quit %v", d.Top(), d.Quit)
	}
	d.Press("q")
	if !d.Quit {
		t.Error("q did not leave")
	}
}

func TestTooSmall(t *testing.T) {
	d := inboxDriver(t, 30, 8, frametest.WithPeople())
	d.Wants("needs a window of at")
	d.Press("3", "q", "i", "enter") // nothing happens that nobody sees
	d.Resize(80, 24)
	d.Wants("Katarína", "Inbox")
	if strings.Contains(d.Shows(), "needs a window") {
		t.Error("still too small")
	}
}

// A store that turns out damaged once more than its first page is read is none
// to go on with: the program ends and says why.
func TestDamageEndsTheProgram(t *testing.T) {
	o := frametest.WithPeople()
	o.Storage.(*frametest.FakeStorage).Unread = fmt.Errorf("%w: page 7", fault.ErrDamaged)
	d := inboxDriver(t, 80, 24, o)
	if !d.Quit || !errors.Is(d.Root.Env.Unusable(), fault.ErrDamaged) {
		t.Errorf("quit %v, because of %v", d.Quit, d.Root.Env.Unusable())
	}
}

// A menu runs what it shows, as the key would.
func TestMenuRunsActions(t *testing.T) {
	d := inboxDriver(t, 80, 24, frametest.WithPeople())
	d.Press("ctrl+p")
	d.Enter("by hand")
	d.Press("enter")
	if d.Top() != "addForm" {
		t.Errorf("the menu led to %s", d.Top())
	}
	d.Press("esc", "?")
	d.Enter("mouse")
	d.Press("enter")
	d.Wants("Mouse on")
}

// What was said on one screen does not follow the person to the next.
func TestStatusStaysWhereItWasSaid(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.WithPeople())
	d.Root.Env.SayError(frametest.ErrTest)
	d.Press("t", "esc")
	d.Wants(style.Capital(frametest.ErrTest.Error()))
	d.Now = d.Now.Add(screen.SaidFor)
	d.Press("s")
	d.WantsNot(style.Capital(frametest.ErrTest.Error()))
}
