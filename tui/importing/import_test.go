package importing

import (
	"strings"
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func TestImportCanBeCanceled(t *testing.T) {
	o := frametest.WithArchive()
	f := o.Storage.(*frametest.FakeStorage)
	d := importDriver(t, 80, 24, o)
	d.Open(screen.ImportPage{})
	d.Press("enter")
	page := d.Root.Top().(*importScreen)
	started := page.start(importRunning, runImport)
	d.Wants("esc cancels; then nothing is changed")
	d.Press("esc")
	d.Run(started.Cmd)
	d.Wants("Canceled; nothing was changed", "Where is the archive?")
	if len(f.Calls) > 0 {
		t.Errorf("canceled, and yet: %v", f.Calls)
	}
}

func TestLeavingStopsAnImport(t *testing.T) {
	d := importDriver(t, 80, 24, frametest.WithArchive())
	d.Open(screen.ImportPage{})
	d.Press("enter")
	page := d.Root.Top().(*importScreen)
	started := page.start(importRunning, runImport)
	d.Press("ctrl+c")
	d.Run(started.Cmd)
	if !d.Quit {
		t.Error("the program waits for the import")
	}
}

func TestImportThatFails(t *testing.T) {
	o := frametest.WithArchive()
	o.Storage.(*frametest.FakeStorage).Failing = frametest.ErrTest
	d := importDriver(t, 80, 24, o)
	d.Open(screen.ImportPage{})
	d.Press("enter")
	d.Wants("! No space left on the disk", "Where is the archive?")
	d.Press("esc", "esc")
	if d.Opened() != (screen.InboxPage{}) {
		t.Errorf("on %s", d.Top())
	}
}

// importDriver is the program with the import alone, over a stub of the inbox.
func importDriver(t testing.TB, w, h int, o screen.Options) *frametest.Driver {
	t.Helper()
	return frametest.New(t, w, h, o, func(e *screen.Env, page screen.Page) screen.Screen {
		if page, ok := page.(screen.ImportPage); ok {
			return New(e, page.Path)
		}
		return &frametest.Stub{Page: page}
	})
}

// TestArchivesAreLookedForWhenTheyAreAskedFor: not at the start, and so one that was
// downloaded meanwhile is among them.
func TestArchivesAreLookedForWhenTheyAreAskedFor(t *testing.T) {
	o := frametest.WithArchive()
	there, looked := o.Archives(), 0
	o.Archives = func() []string {
		looked++
		return there
	}
	d := importDriver(t, 80, 24, o)
	if looked > 0 {
		t.Error("they were looked for at the start")
	}
	there = append([]string{"/home/me/Downloads/Basic_LinkedInDataExport_11-29-2026.zip"}, there...)
	d.Open(screen.ImportPage{})
	d.Wants("Found on this computer", "Basic_LinkedInDataExport_11-29-2026.zip")
	if got := d.Marked(); looked != 1 || !strings.Contains(got, "11-29-2026") {
		t.Errorf("looked %d times, and marked is %q", looked, got)
	}
}
