package tui

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestImportCanBeCancelled(t *testing.T) {
	o := withArchive()
	f := o.Storage.(*fakeStorage)
	d := importingDriver(t, 80, 24, o)
	d.press("i", "enter")
	screen := d.root.top().(*importScreen)
	started := screen.start(importRunning, runImport)
	d.wants("esc cancels; then nothing is changed")
	d.press("esc")
	d.run(started.cmd)
	d.wants("Cancelled; nothing was changed", "Where is the archive?")
	if len(f.calls) > 0 {
		t.Errorf("cancelled, and yet: %v", f.calls)
	}
}

func TestLeavingStopsAnImport(t *testing.T) {
	d := importingDriver(t, 80, 24, withArchive())
	d.press("i", "enter")
	screen := d.root.top().(*importScreen)
	started := screen.start(importRunning, runImport)
	d.press("ctrl+c")
	d.run(started.cmd)
	if !d.quit {
		t.Error("the program waits for the import")
	}
}

func TestPathCompletion(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"Basic_Export.zip", "Basic_Export_2.zip", "other.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "unpacked"), 0o700); err != nil {
		t.Fatal(err)
	}
	d := importingDriver(t, 120, 24, Options{Storage: newFakeStorage()})
	d.press("i")
	d.send(paste(dir + "/bas"))
	d.press("tab")
	d.wants("Basic_Export.zip  Basic_Export_2.zip")
	if got := d.root.top().(*importScreen).path.value(); got != dir+"/Basic_Export" {
		t.Errorf("completed to %q", got)
	}
	d.enter("_")
	d.press("tab")
	if got := d.root.top().(*importScreen).path.value(); got != dir+"/Basic_Export_2.zip" {
		t.Errorf("completed to %q", got)
	}
	if got, _ := completions(dir + "/un"); got != dir+"/unpacked/" {
		t.Errorf("a folder completed to %q", got)
	}
}

func TestTimeLeft(t *testing.T) {
	for _, c := range []struct {
		done, total int
		took        time.Duration
		want        string
	}{
		{10, 100, 500 * time.Millisecond, ""},
		{100, 100, 5 * time.Second, ""},
		{25_000, 100_000, 5 * time.Second, "about 15s left"},
	} {
		if got := timeLeft(c.done, c.total, c.took); got != c.want {
			t.Errorf("%d of %d in %s: %q, want %q", c.done, c.total, c.took, got, c.want)
		}
	}
}
