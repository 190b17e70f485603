package tui

import (
	"path/filepath"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// realPrograms returns what starts one program after the other over the same
// real store.
func realPrograms(t *testing.T) func() *driver {
	t.Helper()
	path := filepath.Join(t.TempDir(), "linkvet.db")
	return func() *driver {
		d := overStore(t, path)
		d.resize(80, 24)
		return d
	}
}

// addOne adds an invitation by hand.
func addOne(d *driver, name string) {
	d.t.Helper()
	d.press("a")
	d.enter(name)
	d.press("ctrl+o")
	d.wants(name)
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
		{"a note on an answer", []string{"enter", "n", "N"}, "asked Mia"},
		{"a reply", []string{"enter", "v", "t"}, " Bye."},
		{"a reason", []string{"d", "5"}, "they wrote in capitals"},
		{"a date", []string{"l"}, "2 wee"},
		{"a form", []string{"a"}, "Renée Dvořáková"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := start()
			d.press(c.keys...)
			d.enter(c.want)
			d.wants(c.want)
			again := start()
			again.press(c.keys...)
			again.wants(c.want)
		})
	}
}

func TestWhatIsKeptIsNoDraftAnyMore(t *testing.T) {
	start := realPrograms(t)
	addOne(start(), "Łucja Nowak")
	d := start()
	d.press("enter", "n", "N")
	d.enter("asked Mia")
	d.press("enter", "3", "v", "a")
	d.enter("met at the fair")
	d.press("enter")
	texts, err := d.root.env.storage.Drafts()
	if err != nil || len(texts) > 0 {
		t.Errorf("left as drafts: %q, %v", texts, err)
	}
}

// The clock runs only while something is unsaved, once for many keys, and what
// it has not saved is saved on leaving.
func TestTypedTextWaitsForOneTick(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	d := newDriver(t, 80, 24, Options{Storage: f})
	var ticks []tea.Msg
	d.root.env.after = func(wait time.Duration, msg tea.Msg) tea.Cmd {
		if wait > time.Second {
			t.Errorf("what is typed waits %v", wait)
		}
		ticks = append(ticks, msg)
		return nil
	}
	d.press("enter", "m", "esc", "w", "esc")
	if len(ticks) > 0 {
		t.Fatal("the clock runs though nothing was typed")
	}
	d.press("N", "n", "N")
	ticks = nil // that of the answer
	d.root.env.typed.waiting = false
	d.enter("asked M")
	if len(ticks) != 1 {
		t.Fatalf("%d ticks for 7 keys", len(ticks))
	}
	d.send(ticks[0])
	if got := f.drafts[noteDraft("a1ka", "know")]; got != "asked M" {
		t.Errorf("after the tick the draft is %q", got)
	}
	d.enter("ia")
	if len(ticks) != 2 {
		t.Errorf("%d ticks after typing on", len(ticks))
	}
	d.press("ctrl+c")
	if got := f.drafts[noteDraft("a1ka", "know")]; got != "asked Mia" || !d.quit {
		t.Errorf("after leaving the draft is %q, quit %v", got, d.quit)
	}
}

// Ticks are there again in the next program although nobody went on from them,
// and until then the header does not call them an answer.
func TestTicksOutliveTheProgram(t *testing.T) {
	start := realPrograms(t)
	addOne(start(), "Łucja Nowak")
	d := start()
	d.root.env.after = func(time.Duration, tea.Msg) tea.Cmd { return nil } // killed before any clock
	d.press("enter", "2", "4")
	d.wants("✔ ticks kept")
	d = start()
	d.press("enter")
	d.wants("2  [✔]", "4  [✔]", "1  [ ]")
	d.press("2", "4", "n", "3")
	jumpTo(t, d, "reasons")
	d.press("1", "2")
	d.wants("✔ ticks kept")
	d = start()
	d.press("enter")
	jumpTo(t, d, "reasons")
	d.wants("1  [✔]", "2  [✔]")
	d.press("enter")
	d.wants("✔ saved")
	if texts, err := d.root.env.storage.Drafts(); err != nil || len(texts) != 1 || texts[begunKey] == "" {
		t.Errorf("left as drafts: %q, %v", texts, err)
	}
}

func TestTicksThatCannotBeSavedAreNotCalledSaved(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	f.failing = errTest
	d.press("2")
	d.wants("✕ ticks not saved", "no space left")
	f.failing = nil
	d.press("3")
	d.wants("✔ ticks kept")
}
