package reading

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

// copied returns a text of testdata/profiles.
func copied(t *testing.T, name string) string {
	t.Helper()
	archive, err := txtar.ParseFile("../../testdata/profiles/profiles.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range archive.Files {
		if file.Name == name {
			return string(file.Data)
		}
	}
	t.Fatalf("no text %q", name)
	return ""
}

// overStore is the screen for Ada Lovell over a real store.
func overStore(t *testing.T) (d *frametest.Driver, file string, get func() record.Invitation) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "linkvet.db")
	o := frametest.StoreAt(t, file)
	inv, err := o.Storage.Add(record.Invitation{Name: "Ada Lovell"})
	if err != nil {
		t.Fatal(err)
	}
	d = readingDriver(t, o)
	d.Open(screen.ReadingPage{ID: inv.ID})
	return d, file, func() record.Invitation {
		t.Helper()
		now, err := o.Storage.Get(inv.ID)
		if err != nil {
			t.Fatal(err)
		}
		return now
	}
}

func readingDriver(t *testing.T, o screen.Options) *frametest.Driver {
	t.Helper()
	return frametest.New(t, 80, 24, o, func(e *screen.Env, page screen.Page) screen.Screen {
		if page, ok := page.(screen.ReadingPage); ok {
			return New(e, page.ID, page.Pasted)
		}
		return &frametest.Stub{Page: page}
	})
}

// TestOnlyWhatIsTickedCounts: nothing is ticked beforehand, what is ticked is
// recorded, the rest is not, and of the text nothing is in the store.
func TestOnlyWhatIsTickedCounts(t *testing.T) {
	d, file, get := overStore(t)
	text, _, _ := strings.Cut(copied(t, "en page"), "\nSkills")
	d.Send(frametest.Paste(text))
	d.Wants("[ ] People you both know", "Not in this copy")
	d.WantsNot("[✔]")
	if inv := get(); len(inv.Answers) > 0 || inv.Profile != nil {
		t.Fatalf("kept before anybody said so: %v %v", inv.Answers, inv.Profile)
	}
	d.Press("space")
	d.Wants("[✔]")
	d.Press("enter")
	d.Wants("Kept what was read, with 1 answer")
	inv := get()
	if len(inv.Answers) != 1 || inv.Profile == nil || inv.Headline != "Lock keeper at Windmark" {
		t.Errorf("got %v %v %q", inv.Answers, inv.Profile, inv.Headline)
	}
	stored, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(stored), "Lock keeper at Windmark") {
		t.Error("the headline cannot be found in the store, so nothing else could")
	}
	for _, words := range []string{"I keep locks", "Edam", "other mutual", "Bea", "Message", "6 yrs"} {
		if strings.Contains(string(stored), words) {
			t.Errorf("the store holds %q", words)
		}
	}
}

// TestCopiesAddUp: the panel after the page, both counted.
func TestCopiesAddUp(t *testing.T) {
	d, _, get := overStore(t)
	d.Send(frametest.Paste(copied(t, "en page")))
	d.WantsNot("Age of the account")
	d.Send(frametest.Paste(copied(t, "en panel")))
	if d.Root.Top().(*readScreen).phase == asking {
		d.Press("y")
	}
	d.Wants("from the page, the panel", "Age of the account", "People you both know")
	d.Press("a")
	n := len(d.Root.Top().(*readScreen).suggestions())
	d.Press("enter")
	if inv := get(); len(inv.Answers) != n || n < 3 {
		t.Errorf("%d answers of %d: %v", len(inv.Answers), n, inv.Answers)
	}
}

// TestSomebodyElse: a copy under another name is put aside or taken, as the person
// says.
func TestSomebodyElse(t *testing.T) {
	d, _, get := overStore(t)
	text := strings.Replace(copied(t, "en page"), "Ada Lovell", "Bo Marsh", 1)
	d.Send(frametest.Paste(text))
	d.Wants("The text is about Bo Marsh, and the invitation is from Ada Lovell")
	d.Press("n")
	d.Wants("Put aside; nothing of it was kept", "What to copy")
	d.Send(frametest.Paste(text))
	d.Press("y")
	d.Wants("People you both know")
	d.Press("esc")
	d.Wants("Nothing of the profile was kept")
	if inv := get(); inv.Name != "Ada Lovell" || inv.Profile != nil {
		t.Errorf("kept: %+v", inv)
	}
}

// TestWhatIsNoProfile says what it is and what to copy instead, and reading goes
// on from there; a path is read as a paste is.
func TestWhatIsNoProfile(t *testing.T) {
	d, _, _ := overStore(t)
	d.Send(frametest.Paste(copied(t, "feed")))
	d.Wants("! This is the feed, not a profile. Nothing was kept. Open the profile")
	d.Enter("/no/such/file")
	d.Press("enter")
	d.Wants("no such file")
	path := filepath.Join(t.TempDir(), "page.txt")
	if err := os.WriteFile(path, []byte(copied(t, "en page")), 0o600); err != nil {
		t.Fatal(err)
	}
	for range len("/no/such/file") {
		d.Press("backspace")
	}
	d.Send(frametest.Paste(path))
	d.Press("enter")
	d.Wants("People you both know")
	d.Send(frametest.Paste(copied(t, "feed")))
	d.Wants("! This is the feed", "People you both know")
	d.Press("p")
	d.Wants("Read so far: the page")
	d.Press("esc")
	d.Wants("People you both know")
}
