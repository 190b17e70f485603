package importing

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

// Another archive can be typed at once; the path before it is offered, and
// never added to.
func TestTheLastPathIsOffered(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := importDriver(t, 100, 30, screen.Options{Storage: f})
	for range 2 {
		d.Open(screen.ImportPage{})
		d.Enter("/tmp/a.zip")
		d.Press("enter", "esc")
		d.Wants("/tmp/a.zip", "enter takes it again; tab fills it in")
		d.Press("esc")
	}
	d.Open(screen.ImportPage{})
	d.Wants("› ▏/tmp/a.zip", "enter takes it again")
	d.Enter("/tmp/b.zip")
	d.Wants("› ▏/tmp/b.zip")
	d.WantsNot("takes it again")
	d.Press("enter", "esc", "tab", "backspace")
	d.Wants("› ▏/tmp/b.zi")
	d.Enter("p")
	d.Press("enter", "esc", "enter")
	d.Wants("This archive holds")
	d.Press("enter", "enter")
	if want := []string{"imported [/tmp/b.zip]"}; !slices.Equal(f.Calls, want) {
		t.Errorf("%q, want %q", f.Calls, want)
	}
	d.Open(screen.ImportPage{})
	d.Wants("~/Downloads/")
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
	d := importDriver(t, 120, 24, screen.Options{Storage: frametest.NewFakeStorage()})
	d.Open(screen.ImportPage{})
	d.Send(frametest.Paste(dir + "/bas"))
	d.Press("tab")
	d.Wants("Basic_Export.zip  Basic_Export_2.zip")
	if got := d.Root.Top().(*importScreen).path.Value(); got != dir+"/Basic_Export" {
		t.Errorf("completed to %q", got)
	}
	d.Enter("_")
	d.Press("tab")
	if got := d.Root.Top().(*importScreen).path.Value(); got != dir+"/Basic_Export_2.zip" {
		t.Errorf("completed to %q", got)
	}
	if got, _ := completions(dir + "/un"); got != dir+"/unpacked/" {
		t.Errorf("a folder completed to %q", got)
	}
}

// What is typed while tab looks for paths stays typed.
func TestTypingOnWhileAPathIsCompleted(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "Basic_Export.zip"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d := importDriver(t, 160, 30, screen.Options{Storage: frametest.NewFakeStorage()})
	d.Open(screen.ImportPage{})
	d.Send(frametest.Paste(dir + "/Bas"))
	_, looking := d.Root.Update(frametest.KeyPress("tab"))
	d.Enter("e")
	d.Run(looking)
	d.Wants(dir + "/Base")
	d.WantsNot("Basic_Export.zip")
}

// Every word of a warning is shown, however wide the window is.
func TestWarningsAreShownWhole(t *testing.T) {
	o := frametest.WithArchive()
	report := &o.Storage.(*frametest.FakeStorage).Report
	report.Warnings = []string{strings.Repeat("words of a long warning ", 12) + "itendshere"}
	report.Skipped[0].Reason = strings.Repeat("what is wrong with it ", 12) + "hereitends"
	for _, w := range []int{60, 80, 120, 160} {
		d := importDriver(t, w, 50, o)
		d.Open(screen.ImportPage{Path: "archive.zip"})
		d.Press("enter")
		d.Wants("itendshere", "hereitends")
		d.WantsNot("…")
	}
}
