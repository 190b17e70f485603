package tui

import (
	"path/filepath"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

// realPrograms returns what starts one program after the other over the same
// real store.
func realPrograms(t *testing.T) func() *frametest.Driver {
	t.Helper()
	path := filepath.Join(t.TempDir(), "linkvet.db")
	return func() *frametest.Driver {
		d := overStore(t, path)
		d.Resize(80, 24)
		return d
	}
}

// addOne adds an invitation by hand.
func addOne(d *frametest.Driver, name string) {
	d.T.Helper()
	d.Press("a")
	d.Enter(name)
	d.Press("ctrl+o")
	d.Wants(name)
}

// Every text a person types is there again in the next program, though this
// one was never told to save and never left.
func TestWhatIsTypedOutlivesTheProgram(t *testing.T) {
	start := realPrograms(t)
	addOne(start(), "Łucja Nowak")
	for _, c := range []struct {
		name string
		keys []string
		want string
	}{
		{"a note on an answer", []string{"enter", "N"}, "asked Mia"},
		{"a reply", []string{"enter", "v", "t"}, " Bye."},
		{"a reason", []string{"enter", "n", "esc", "d", "5"}, "they wrote in capitals"},
		{"a date", []string{"l"}, "2 wee"},
		{"a form", []string{"a"}, "Renée Dvořáková"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := start()
			d.Press(c.keys...)
			d.Enter(c.want)
			d.Wants(c.want)
			again := start()
			again.Press(c.keys...)
			again.Wants(c.want)
		})
	}
}

func TestWhatIsKeptIsNoDraftAnyMore(t *testing.T) {
	start := realPrograms(t)
	addOne(start(), "Łucja Nowak")
	d := start()
	d.Press("enter", "N")
	d.Enter("asked Mia")
	d.Press("enter", "n", "v", "a")
	d.Enter("met at the fair")
	d.Press("enter")
	texts, err := d.Given.Storage.Unsaved()
	if err != nil || len(texts) > 0 {
		t.Errorf("left as drafts: %q, %v", texts, err)
	}
}

// The clock runs only while something is unsaved, once for many keys, and what
// it has not saved is saved on leaving.
func TestTypedTextWaitsForOneTick(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := newDriver(t, 80, 24, screen.Options{Storage: f})
	var ticks []tea.Msg
	d.Root.Env.After = func(wait time.Duration, msg tea.Msg) tea.Cmd {
		if wait > time.Second {
			t.Errorf("what is typed waits %v", wait)
		}
		ticks = append(ticks, msg)
		return nil
	}
	d.Press("enter", "m", "esc", "w", "esc")
	if len(ticks) > 0 {
		t.Fatal("the clock runs though nothing was typed")
	}
	d.Press("n", "N")
	for _, tick := range ticks {
		d.Send(tick) // those of the answer
	}
	ticks = nil
	d.Enter("asked M")
	if len(ticks) != 1 {
		t.Fatalf("%d ticks for 7 keys", len(ticks))
	}
	d.Send(ticks[0])
	if got := f.Typed["note a1ka role"]; got != "asked M" {
		t.Errorf("after the tick the draft is %q", got)
	}
	d.Enter("ia")
	if len(ticks) != 2 {
		t.Errorf("%d ticks after typing on", len(ticks))
	}
	d.Press("ctrl+c")
	if got := f.Typed["note a1ka role"]; got != "asked Mia" || !d.Quit {
		t.Errorf("after leaving the draft is %q, quit %v", got, d.Quit)
	}
}

// The demo's texts are not the person's own.
func TestTheDemoKeepsItsOwnTexts(t *testing.T) {
	o := frametest.WithNothing()
	own := o.Storage.(*frametest.FakeStorage)
	d := newDriver(t, 80, 24, o)
	d.Press("D", "enter", "N")
	d.Enter("invented")
	d.Wants("invented")
	if len(own.Typed) > 0 {
		t.Errorf("the person's own drafts: %q", own.Typed)
	}
}
