package tui

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
	"linkvet/tui/inbox"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

func TestEscGoesOneStepBackAndNeverLeaves(t *testing.T) {
	d := newDriver(t, 80, 24, frametest.WithPeople())
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

func TestCtrlCLeavesFromAnywhere(t *testing.T) {
	for _, s := range allShows() {
		d := s.open(t, 80, 24, style.ThemeDark)
		d.Press("ctrl+c")
		if !d.Quit {
			t.Errorf("%s: ctrl+c did not leave", s.name)
		}
	}
}

// Leaving waits for what is still to be written; asking again does not.
func TestLeavingWaitsForTheWriter(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := newDriver(t, 80, 24, screen.Options{Storage: f})
	_, first := d.Root.Update(frametest.KeyPress("w")) // nothing to take back: no command
	if first != nil {
		t.Fatal("unexpected command")
	}
	save := d.Root.Env.SaveDecision(d.Root.Env.Request(), "a1ka", record.Ignored, "")
	d.Press("ctrl+c")
	if d.Quit {
		t.Fatal("left before the decision was written")
	}
	d.Run(save)
	if !d.Quit || !slices.Contains(f.Calls, "decided a1ka ignored ") {
		t.Errorf("quit %v, calls %v", d.Quit, f.Calls)
	}
}

func TestLeavingTwiceDoesNotWait(t *testing.T) {
	d := newDriver(t, 80, 24, frametest.WithPeople())
	d.Root.Env.SaveDecision(d.Root.Env.Request(), "a1ka", record.Ignored, "")
	d.Press("ctrl+c", "ctrl+c")
	if !d.Quit {
		t.Error("the second ctrl+c did not leave")
	}
}

// Changes are written one after the other in the order asked, also those left
// over when the program ends.
func TestWriterKeepsTheOrder(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := newDriver(t, 80, 24, screen.Options{Storage: f})
	e := d.Root.Env
	e.After = func(time.Duration, tea.Msg) tea.Cmd { return nil }
	first := e.SaveDecision(1, "a1ka", record.Ignored, "")
	if second := e.SaveDecision(2, "a1ka", record.Declined, ""); second != nil {
		t.Fatal("the second change did not wait for the first")
	}
	msg, ok := first().(screen.WroteMsg)
	if !ok {
		t.Fatal("the writer does not say when it is done")
	}
	if saved := msg.Result.(screen.InvitationSavedMsg); saved.Request != 1 {
		t.Errorf("request %d was written first", saved.Request)
	}
	if err := e.Writer.Drain(); err != nil {
		t.Fatal(err)
	}
	if want := []string{"decided a1ka ignored ", "decided a1ka declined "}; !slices.Equal(f.Calls, want) {
		t.Errorf("written %q, want %q", f.Calls, want)
	}
}

func TestDrainSaysWhatIsLost(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	f.Failing = frametest.ErrTest
	d := newDriver(t, 80, 24, screen.Options{Storage: f})
	d.Root.Env.SaveDecision(1, "a1ka", record.Ignored, "")
	if err := d.Root.Env.Writer.Drain(); !errors.Is(err, frametest.ErrTest) {
		t.Errorf("drain said %v", err)
	}
}

func TestPanicInACommandIsShown(t *testing.T) {
	d := newDriver(t, 80, 24, frametest.WithPeople())
	d.Run(d.Root.Env.Write("trying", func() (tea.Msg, error) { panic("boom") }, 0))
	d.Wants("! Working: linkvet has a fault here", "boom")
}

// asker is a screen that pushes a dialog when told.
type asker struct {
	inbox.Welcome
	got []tea.Msg
}

type askNow struct{}

func (a *asker) Update(msg tea.Msg) screen.Step {
	a.got = append(a.got, msg)
	if _, ok := msg.(askNow); ok {
		return screen.Push(widget.NewConfirm(a.Env, "Really?", "It cannot be taken back.", "Yes", "agreed"))
	}
	return screen.Step{}
}

// A screen that wants to leave while another is on top of it leaves when that
// one has gone.
func TestStepsOfScreensBelowWait(t *testing.T) {
	d := newDriver(t, 80, 24, frametest.WithNothing())
	d.Press("a")
	d.Enter("Someone New")
	d.Press("ctrl+p")
	f := d.Given.Storage.(*frametest.FakeStorage)
	inv, err := f.Add(record.Invitation{Name: "From elsewhere", Direction: record.Incoming})
	if err != nil {
		t.Fatal(err)
	}
	d.Send(screen.InvitationSavedMsg{What: "added", Invitation: inv})
	if d.Top() != "menu" {
		t.Fatalf("the menu was taken away; on %s", d.Top())
	}
	d.Press("esc", "esc")
	if d.Top() != "inbox" {
		t.Errorf("the welcome screen stayed although there is an invitation: on %s", d.Top())
	}
	d.Wants("From elsewhere")
}

func TestStatusFades(t *testing.T) {
	d := newDriver(t, 80, 24, frametest.WithPeople())
	d.Press("M")
	d.Wants("Mouse on")
	d.Press("j")
	d.Wants("Mouse on")
	d.Now = d.Now.Add(3 * time.Second)
	d.Press("j")
	d.WantsNot("Mouse on")
}

func TestDemoFromTheFirstScreen(t *testing.T) {
	o := frametest.WithNothing()
	d := newDriver(t, 80, 24, o)
	d.Press("D")
	d.Wants("demo: nothing here is yours", "Katarína Žilinská")
	d.Press("d", "1")
	if calls := o.Storage.(*frametest.FakeStorage).Calls; len(calls) > 0 {
		t.Errorf("the demo changed the person's store: %v", calls)
	}
	d.Press("esc")
	d.WantsNot("demo:")
	d.Wants("Welcome")
	d.Press("D", "q")
	d.Wants("Welcome", "Back to your own invitations")
	if d.Quit {
		t.Error("q in the demo left the program")
	}
}

// A menu runs what it shows, as the key would.
func TestMenuRunsActions(t *testing.T) {
	d := newDriver(t, 80, 24, frametest.WithPeople())
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

type lightGrey struct{}

func (lightGrey) RGBA() (r, g, b, a uint32) { return 0xeeee, 0xeeee, 0xeeee, 0xffff }

func TestTooSmall(t *testing.T) {
	d := newDriver(t, 30, 8, frametest.WithPeople())
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
	d := newDriver(t, 80, 24, o)
	if !d.Quit || !errors.Is(d.Root.Env.Unusable(), fault.ErrDamaged) {
		t.Errorf("quit %v, because of %v", d.Quit, d.Root.Env.Unusable())
	}
}
