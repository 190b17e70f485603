package frame_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
)

// listener is a screen that may have to wait for something, and notes what it
// is told.
type listener struct {
	waiting bool
	typing  bool
	told    []string
}

type readyMsg struct{}

func (l *listener) Init() tea.Cmd        { return nil }
func (l *listener) View(int, int) string { return strings.Join(l.told, " ") }
func (l *listener) Title() string        { return "Listener" }
func (l *listener) InText() bool         { return l.typing }
func (l *listener) Waiting() bool        { return l.waiting }
func (l *listener) Actions() []keys.ID {
	return []keys.ID{keys.Filter, keys.Delete, keys.Accepted, keys.Reopen, keys.Back, keys.Down}
}

func (l *listener) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case readyMsg:
		l.waiting = false
	case screen.ActionMsg:
		l.told = append(l.told, string(msg.ID))
		switch msg.ID {
		case keys.Filter: // what it does takes until the next readyMsg
			l.waiting = true
		case keys.Accepted, keys.Back:
			return screen.Back()
		}
	case tea.KeyPressMsg:
		l.told = append(l.told, msg.String())
	case tea.PasteMsg:
		l.told = append(l.told, "pasted "+msg.Content)
	}
	return screen.Step{}
}

// on puts a listener on top of another.
func on(t *testing.T, waiting bool) (d *frametest.Driver, below, top *listener) {
	t.Helper()
	d = newDriver(t, 80, 24, frametest.WithPeople())
	below, top = &listener{}, &listener{waiting: waiting}
	d.Push(below)
	d.Push(top)
	return d, below, top
}

// Keys wait while nobody knows what they are about, and mean then what they
// would have meant.
func TestKeysWaitForWhatTheyAreAbout(t *testing.T) {
	d, _, top := on(t, true)
	d.Press("/", "x")
	d.Send(frametest.Paste("proxy"))
	d.Press("x", "esc")
	if len(top.told) > 0 {
		t.Fatalf("told %q while waiting", top.told)
	}
	d.Send(readyMsg{})
	if want := []string{"filter"}; !slices.Equal(top.told, want) {
		t.Fatalf("told %q, want %q", top.told, want)
	}
	d.Send(readyMsg{})
	if want := []string{"filter", "delete", "pasted proxy", "delete", "back"}; !slices.Equal(top.told, want) {
		t.Fatalf("told %q, want %q", top.told, want)
	}
}

// What means the same whatever is still being read does not wait.
func TestLeavingDoesNotWait(t *testing.T) {
	d, below, top := on(t, true)
	d.Press("esc")
	if d.Root.Top() != below || len(top.told) != 1 {
		t.Errorf("esc waits: %q", top.told)
	}
	d, _, _ = on(t, true)
	d.Press("x", "ctrl+c")
	if !d.Quit {
		t.Error("ctrl+c waits")
	}
}

// A key that is held does nothing on the screen that its first press led to.
func TestAHeldKeyDoesNothingMore(t *testing.T) {
	d, below, _ := on(t, false)
	d.Resize(80, 24)
	d.Now = d.Now.Add(time.Second) // it is there for a while
	d.Hold("a", 40)
	if d.Root.Top() != below || len(below.told) > 0 {
		t.Fatalf("the screen below was told %q", below.told)
	}
	d.Press("j")
	d.Now = d.Now.Add(time.Second)
	d.Press("a")
	if want := []string{"down", "accepted"}; !slices.Equal(below.told, want) {
		t.Errorf("told %q, want %q", below.told, want)
	}

	d, _, top := on(t, false)
	d.Hold("w", 40) // reopens one, not the forty below it
	d.Hold("j", 3)
	if want := []string{"reopen", "down", "down", "down"}; !slices.Equal(top.told, want) {
		t.Errorf("told %q, want %q", top.told, want)
	}
	d.Hold("esc", 2)
	if d.Top() != "stub" {
		t.Errorf("esc twice leads to %s", d.Top())
	}
}

// A key that is held does nothing to the next of several things that a screen
// shows one after the other, until it is let go.
func TestAHeldKeyDoesNotTurnTwoPages(t *testing.T) {
	d := newDriver(t, 80, 24, frametest.WithPeople())
	b := &book{}
	d.Push(b)
	d.Hold("j", 40)
	if b.page != 1 {
		t.Fatalf("on page %d", b.page)
	}
	d.Wants("This is the next page; press j again for it")
	d.Press("j")
	if b.page != 2 {
		t.Errorf("let go and pressed again, it is on page %d", b.page)
	}
	d.Now = d.Now.Add(500 * time.Millisecond) // when a key that is held begins to repeat
	d.Hold("j", 40)
	if b.page != 3 {
		t.Errorf("held, it goes on to page %d", b.page)
	}
	for range 3 {
		d.Now = d.Now.Add(400 * time.Millisecond) // as somebody quick presses it
		d.Send(frametest.KeyPress("j"))
	}
	if b.page != 6 {
		t.Errorf("pressed three times, it is on page %d", b.page)
	}
}

// book turns a page with every third line.
type book struct {
	frametest.Stub
	line, page int
}

func (b *book) Turned() int        { return b.page }
func (b *book) Actions() []keys.ID { return []keys.ID{keys.Down} }
func (b *book) Update(msg tea.Msg) screen.Step {
	if act, ok := msg.(screen.ActionMsg); ok && act.ID == keys.Down {
		if b.line++; b.line >= 3 {
			b.page++
		}
	}
	return screen.Step{}
}

// Text that is pasted where there is nothing to type, into a terminal that does
// not mark it, does not act for long, costs next to nothing, and ctrl+c does not
// wait for it.
func TestAFloodOfKeysIsIgnored(t *testing.T) {
	d := newDriver(t, 80, 24, frametest.WithPeople())
	l := &listener{}
	d.Push(l)
	for range 60_000 {
		d.Now = d.Now.Add(20 * time.Microsecond)
		d.Root.Update(frametest.KeyPress("j"))
	}
	d.Wants("Keys came faster than anybody types")
	if n := len(l.told); n > 50 {
		t.Errorf("%d keys acted", n)
	}
	if before := testing.AllocsPerRun(100, func() { d.Root.Update(frametest.KeyPress("j")); d.Root.View() }); before > 10 {
		t.Errorf("each costs %v allocations", before)
	}
	told := len(l.told)
	d.Now = d.Now.Add(100 * time.Millisecond)
	d.Send(frametest.KeyPress("j"))
	if len(l.told) != told {
		t.Error("a key acts before there was a pause")
	}
	d.Now = d.Now.Add(time.Second)
	d.Press("j")
	if len(l.told) != told+1 {
		t.Error("a key after a pause does not act")
	}
	d.Press("ctrl+c")
	if !d.Quit {
		t.Error("ctrl+c does not leave")
	}
}

// What is typed into a text is never too fast; neither is what a key right before
// it led to, such as of a script.
func TestATextTakesAllKeys(t *testing.T) {
	d := newDriver(t, 80, 24, frametest.WithPeople())
	after := &listener{}
	d.Push(after)
	d.Send(frametest.KeyPress("j"))
	after.typing = true
	for range 200 {
		d.Root.Update(frametest.KeyPress("j"))
	}
	if len(after.told) != 201 {
		t.Errorf("it got %d of 201", len(after.told))
	}
	d.Now = d.Now.Add(time.Second)
	l := &listener{typing: true}
	d.Push(l)
	for range 1_000 {
		d.Root.Update(frametest.KeyPress("j"))
	}
	if len(l.told) != 1_000 {
		t.Errorf("it got %d of 1000", len(l.told))
	}
}

// A key that does something elsewhere says that here it does not; one that does
// nothing anywhere says nothing, and neither does one that is typed.
func TestAKeyThatDoesNothingSaysSo(t *testing.T) {
	d := newDriver(t, 80, 24, frametest.WithPeople())
	d.Push(&listener{})
	d.Press("S")
	d.Wants("S, “sort”, does nothing here; ? shows the keys")
	d.Now = d.Now.Add(screen.SaidFor)
	d.Press("%")
	d.WantsNot("does nothing here")
	d.Push(&listener{typing: true})
	d.Press("S")
	d.WantsNot("does nothing here")
}
