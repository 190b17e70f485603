package tui

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
)

func TestEscGoesOneStepBackAndNeverLeaves(t *testing.T) {
	d := newDriver(t, 80, 24, withPeople())
	d.press("3", "enter")
	if d.top() != "detail" {
		t.Fatalf("enter on a decided invitation opened %s", d.top())
	}
	d.press("d", "esc", "esc", "esc", "esc")
	if d.top() != "inbox" || d.quit {
		t.Errorf("after esc: %s, quit %v", d.top(), d.quit)
	}
	d.press("q")
	if !d.quit {
		t.Error("q did not leave")
	}
}

func TestCtrlCLeavesFromAnywhere(t *testing.T) {
	for _, s := range allShows() {
		d := s.open(t, 80, 24, ThemeDark)
		d.press("ctrl+c")
		if !d.quit {
			t.Errorf("%s: ctrl+c did not leave", s.name)
		}
	}
}

// Leaving waits for what is still to be written; asking again does not.
func TestLeavingWaitsForTheWriter(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	d := newDriver(t, 80, 24, Options{Storage: f})
	_, first := d.root.Update(keyPress("w")) // nothing to take back: no command
	if first != nil {
		t.Fatal("unexpected command")
	}
	save := d.root.env.saveDecision(d.root.env.request(), "a1ka", store.Ignored, "")
	d.press("ctrl+c")
	if d.quit {
		t.Fatal("left before the decision was written")
	}
	d.run(save)
	if !d.quit || !slices.Contains(f.calls, "decided a1ka ignored ") {
		t.Errorf("quit %v, calls %v", d.quit, f.calls)
	}
}

func TestLeavingTwiceDoesNotWait(t *testing.T) {
	d := newDriver(t, 80, 24, withPeople())
	d.root.env.saveDecision(d.root.env.request(), "a1ka", store.Ignored, "")
	d.press("ctrl+c", "ctrl+c")
	if !d.quit {
		t.Error("the second ctrl+c did not leave")
	}
}

// Changes are written one after the other in the order asked, also those left
// over when the program ends.
func TestWriterKeepsTheOrder(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	d := newDriver(t, 80, 24, Options{Storage: f})
	e := d.root.env
	e.after = func(time.Duration, tea.Msg) tea.Cmd { return nil }
	first := e.saveDecision(1, "a1ka", store.Ignored, "")
	if second := e.saveDecision(2, "a1ka", store.Declined, ""); second != nil {
		t.Fatal("the second change did not wait for the first")
	}
	msg, ok := first().(wroteMsg)
	if !ok {
		t.Fatal("the writer does not say when it is done")
	}
	if saved := msg.result.(invitationSavedMsg); saved.request != 1 {
		t.Errorf("request %d was written first", saved.request)
	}
	if err := e.writer.drain(); err != nil {
		t.Fatal(err)
	}
	if want := []string{"decided a1ka ignored ", "decided a1ka declined "}; !slices.Equal(f.calls, want) {
		t.Errorf("written %q, want %q", f.calls, want)
	}
}

func TestDrainSaysWhatIsLost(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	f.failing = errTest
	d := newDriver(t, 80, 24, Options{Storage: f})
	d.root.env.saveDecision(1, "a1ka", store.Ignored, "")
	if err := d.root.env.writer.drain(); !errors.Is(err, errTest) {
		t.Errorf("drain said %v", err)
	}
}

func TestPanicInACommandIsShown(t *testing.T) {
	d := newDriver(t, 80, 24, withPeople())
	d.run(d.root.env.write("trying", func() (tea.Msg, error) { panic("boom") }, 0))
	d.wants("! Working: linkvet has a fault here", "boom")
}

// asker is a screen that pushes a dialog when told.
type asker struct {
	welcome
	got []tea.Msg
}

type askNow struct{}

func (a *asker) Update(msg tea.Msg) step {
	a.got = append(a.got, msg)
	if _, ok := msg.(askNow); ok {
		return push(newConfirm(a.env, "Really?", "It cannot be taken back.", "Yes", "agreed"))
	}
	return step{}
}

// A screen that wants to leave while another is on top of it leaves when that
// one has gone.
func TestStepsOfScreensBelowWait(t *testing.T) {
	d := newDriver(t, 80, 24, withNothing())
	d.press("a")
	d.enter("Someone New")
	d.press("ctrl+p")
	f := d.root.env.storage.(*fakeStorage)
	inv, err := f.Add(store.Invitation{Name: "From elsewhere", Direction: store.Incoming})
	if err != nil {
		t.Fatal(err)
	}
	d.send(invitationSavedMsg{what: "added", invitation: inv})
	if d.top() != "menu" {
		t.Fatalf("the menu was taken away; on %s", d.top())
	}
	d.press("esc", "esc")
	if d.top() != "inbox" {
		t.Errorf("the welcome screen stayed although there is an invitation: on %s", d.top())
	}
	d.wants("From elsewhere")
}

func TestStatusFades(t *testing.T) {
	d := newDriver(t, 80, 24, withPeople())
	d.press("M")
	d.wants("Mouse on")
	d.press("j")
	d.wants("Mouse on")
	d.now = d.now.Add(3 * time.Second)
	d.press("j")
	d.wantsNot("Mouse on")
}

func TestDemoFromTheFirstScreen(t *testing.T) {
	o := withNothing()
	d := newDriver(t, 80, 24, o)
	d.press("D")
	d.wants("demo: nothing here is yours", "Katarína Žilinská")
	d.press("d", "1")
	if calls := o.Storage.(*fakeStorage).calls; len(calls) > 0 {
		t.Errorf("the demo changed the person's store: %v", calls)
	}
	d.press("esc")
	d.wantsNot("demo:")
	d.wants("Welcome")
	d.press("D", "q")
	d.wants("Welcome", "Back to your own invitations")
	if d.quit {
		t.Error("q in the demo left the program")
	}
}

// A menu runs what it shows, as the key would.
func TestMenuRunsActions(t *testing.T) {
	d := newDriver(t, 80, 24, withPeople())
	d.press("ctrl+p")
	d.enter("by hand")
	d.press("enter")
	if d.top() != "addForm" {
		t.Errorf("the menu led to %s", d.top())
	}
	d.press("esc", "?")
	d.enter("mouse")
	d.press("enter")
	d.wants("Mouse on")
}

type lightGrey struct{}

func (lightGrey) RGBA() (r, g, b, a uint32) { return 0xeeee, 0xeeee, 0xeeee, 0xffff }

func TestTooSmall(t *testing.T) {
	d := newDriver(t, 30, 8, withPeople())
	d.wants("needs a window of at")
	d.press("3", "q", "i", "enter") // nothing happens that nobody sees
	d.resize(80, 24)
	d.wants("Katarína", "Inbox")
	if strings.Contains(d.shows(), "needs a window") {
		t.Error("still too small")
	}
}

// A store that turns out damaged once more than its first page is read is none
// to go on with: the program ends and says why.
func TestDamageEndsTheProgram(t *testing.T) {
	o := withPeople()
	o.Storage.(*fakeStorage).unread = fmt.Errorf("%w: page 7", store.ErrDamaged)
	d := newDriver(t, 80, 24, o)
	if !d.quit || !errors.Is(d.root.env.unusable, store.ErrDamaged) {
		t.Errorf("quit %v, because of %v", d.quit, d.root.env.unusable)
	}
}
