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
	"linkvet/tui/lists"
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
	d.Wants("accepted") // it stays where it was until the list is made again
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

// A change that comes while the search is prepared shows once it is.
func TestChangesWhileTheSearchIsPrepared(t *testing.T) {
	people := frametest.SomePeople()
	f := frametest.NewFakeStorage(people...)
	rows, err := f.Table(t.Context(), -1)
	if err != nil {
		t.Fatal(err)
	}
	l := newListing(rows, lists.Builtin())
	people[0].Decision = record.Ignored
	if !l.put(people[0].Row(frametest.TestNow())) || l.counts[lists.Decided] != 2 {
		t.Fatal("a change was made while a command reads the rows")
	}
	ready, err := prepare(t.Context(), l.table, l.tabs)
	if err != nil {
		t.Fatal(err)
	}
	l.ready(ready)
	if l.counts[lists.Decided] != 3 {
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

// Letters work by their place on keyboards whose letters are not Latin.
func TestOtherKeyboardLayouts(t *testing.T) {
	d := inboxDriver(t, 80, 24, frametest.WithPeople())
	d.Send(tea.KeyPressMsg{Code: 'о', Text: "о", BaseCode: 'j'}) // Cyrillic o, on the j key
	if got := d.Root.Top().(*inbox).cursors[lists.Waiting].At; got != 1 {
		t.Errorf("the cursor is on row %d, not 1", got)
	}
}

// The marked row is seen, and a click meets the row it is on, while what is said
// takes room from the list.
func TestTheListKeepsItsCursorBelowALongStatus(t *testing.T) {
	d := inboxDriver(t, 80, 14, frametest.WithPeople())
	d.Press("5", "j", "j", "j", "j", "j", "j")
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
