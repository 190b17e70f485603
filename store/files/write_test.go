package files

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// symlink makes a link, for which Windows asks for a privilege.
func symlink(t *testing.T, to, link string) {
	t.Helper()
	if err := os.Symlink(to, link); err != nil && runtime.GOOS == "windows" {
		t.Skip(err)
	} else if err != nil {
		t.Fatal(err)
	}
}

// content returns a file's text and the names beside it.
func content(t *testing.T, path string) (string, []string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return string(data), names
}

func TestWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.csv")
	if err := Write(path, false, text("one")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}

	err = Write(path, false, text("two"))
	if !errors.Is(err, fs.ErrExist) || err.Error() != path+" exists" {
		t.Errorf("error %v", err)
	}
	if got, names := content(t, path); got != "one" || !slices.Equal(names, []string{"out.csv"}) {
		t.Errorf("%q, files %q", got, names)
	}

	if err := Write(path, true, text("three")); err != nil {
		t.Fatal(err)
	}
	if got, names := content(t, path); got != "three" || !slices.Equal(names, []string{"out.csv"}) {
		t.Errorf("%q, files %q", got, names)
	}
}

// TestWriteFails: the old file stays, and nothing is left beside it.
func TestWriteFails(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.csv")
	if err := Write(path, false, text("old")); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken off")
	err := Write(path, true, func(w io.Writer) error {
		return errors.Join(text("half")(w), broken)
	})
	if !errors.Is(err, broken) || !strings.Contains(err.Error(), path) {
		t.Errorf("error %v", err)
	}
	if got, names := content(t, path); got != "old" || !slices.Equal(names, []string{"out.csv"}) {
		t.Errorf("%q, files %q", got, names)
	}
}

// TestWriteNamesTheFile: an error names the file once, as the person named
// it, and keeps the name of any other file that it is about.
func TestWriteNamesTheFile(t *testing.T) {
	dir := t.TempDir()
	missing := filepath.Join(dir, "nowhere", "out.csv")
	err := Write(missing, false, text("x"))
	if !errors.Is(err, fs.ErrNotExist) || !strings.HasPrefix(err.Error(), "write "+missing+": ") || strings.Contains(err.Error(), mark) {
		t.Errorf("error %v", err)
	}
	path := filepath.Join(dir, "out.csv")
	err = Write(path, false, func(w io.Writer) error {
		return errors.Join(w.(*os.File).Close(), text("x")(w))
	})
	if want := "write " + path + ": file already closed"; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	other := filepath.Join(dir, "linkvet.db")
	err = Write(path, false, func(io.Writer) error {
		_, err := os.Open(other)
		return err
	})
	if err == nil || !strings.Contains(err.Error(), other) {
		t.Errorf("%v does not name %s", err, other)
	}
}

// TestWriteRace: a file that appears while ours is being written stays.
func TestWriteRace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.csv")
	err := Write(path, false, func(w io.Writer) error {
		return errors.Join(text("ours")(w), os.WriteFile(path, []byte("theirs"), 0o600))
	})
	if !errors.Is(err, fs.ErrExist) {
		t.Errorf("error %v", err)
	}
	if got, names := content(t, path); got != "theirs" || !slices.Equal(names, []string{"out.csv"}) {
		t.Errorf("%q, files %q", got, names)
	}
}

func TestWriteToOddPlaces(t *testing.T) {
	dir := t.TempDir()
	if err := Write(dir, true, text("x")); err == nil || !strings.Contains(err.Error(), "it is a folder") {
		t.Errorf("folder: %v", err)
	}
	if err := Write(filepath.Join(dir, "no", "x"), false, text("x")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("folder that is not there: %v", err)
	}
	if err := WriteOut(t.Context(), os.DevNull, false, text("x")); err != nil {
		t.Errorf("device: %v", err)
	}
	if err := Write(os.DevNull, true, text("x")); err == nil || !strings.Contains(err.Error(), "it is a device") {
		t.Errorf("device, whole: %v", err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Errorf("the device is gone: %v, %v", info, err)
	}
	link := filepath.Join(dir, "dangling")
	symlink(t, "nowhere", link)
	if err := Write(link, true, text("x")); err == nil || !strings.Contains(err.Error(), "link to nowhere") {
		t.Errorf("dangling link: %v", err)
	}
}

// TestWriteThroughALink replaces what the link leads to, not the link.
func TestWriteThroughALink(t *testing.T) {
	target := filepath.Join(t.TempDir(), "real.csv")
	link := filepath.Join(t.TempDir(), "link.csv")
	if err := os.WriteFile(target, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	symlink(t, target, link)
	if err := Write(link, true, text("new")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is %v, %v", info, err)
	}
	if got, _ := content(t, target); got != "new" {
		t.Errorf("%q", got)
	}
}

// What happens in which order for each kind of file that is written: nothing is
// renamed before it is synced, and every new name is synced.
func TestOrderOfSteps(t *testing.T) {
	var steps []string
	step = func(what, _ string) { steps = append(steps, what) }
	t.Cleanup(func() { step = func(string, string) {} })
	want := []string{"create", "write", "sync", "rename", "sync folder"}
	path := filepath.Join(t.TempDir(), "out.csv")
	write := func(w io.Writer) error {
		steps = append(steps, "write")
		return text("x")(w)
	}
	for name, do := range map[string]func() error{
		"new":      func() error { return Write(path, false, write) },
		"replaced": func() error { return Write(path, true, write) },
		"output":   func() error { return WriteOut(t.Context(), path, true, write) },
		"by hand": func() error {
			p, err := Create(path)
			if err != nil {
				return err
			}
			defer p.Discard()
			return errors.Join(write(p), p.Sync(), p.Place(true))
		},
		"announced": func() error {
			p, err := Create(path)
			if err != nil {
				return err
			}
			defer p.Discard()
			return errors.Join(write(p), p.Announce(), p.Place(true))
		},
	} {
		want := slices.Clone(want)
		if name == "announced" {
			want = slices.Insert(want, 3, "announce")
		}
		steps = nil
		_ = os.Remove(path)
		if name == "replaced" {
			if err := Write(path, false, text("old")); err != nil {
				t.Fatal(err)
			}
			steps = nil
		}
		if err := do(); err != nil || !slices.Equal(steps, want) {
			t.Errorf("%s: %q, want %q, %v", name, steps, want, err)
		}
	}
}

// What a writer left that was killed is removed by the next one of the same name;
// what another is still writing, and files that only look alike, stay.
func TestLeftBehind(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "out.csv")
	left := filepath.Join(folder, ".out.csv"+mark+"123")
	alike := []string{".out.csv" + mark + "12a", ".out.csv" + mark, "out.csv" + mark + "1", ".other.csv" + mark + "1"}
	for _, name := range append(alike, filepath.Base(left)) {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	busy, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer busy.Discard()
	if err := Write(path, false, text("x")); err != nil {
		t.Fatal(err)
	}
	_, names := content(t, path)
	want := append(alike, filepath.Base(busy.Name()), "out.csv")
	slices.Sort(want)
	if !slices.Equal(names, want) {
		t.Errorf("there is %q, want %q", names, want)
	}
}

// A temporary folder that a kill left behind is removed by the next of its name;
// one in use stays.
func TestTempFolders(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	t.Setenv("TMP", folder) // on Windows
	first, remove, err := TempFolder("linkvet-demo")
	if err != nil {
		t.Fatal(err)
	}
	left := filepath.Join(os.TempDir(), "linkvet-demo-1")
	notOurs := filepath.Join(os.TempDir(), "linkvet-demo-2") // without the lock
	for _, folder := range []string{left, notOurs} {
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(left, lockName), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, removeSecond, err := TempFolder("linkvet-demo")
	if err != nil {
		t.Fatal(err)
	}
	removeSecond()
	for folder, want := range map[string]bool{first: true, notOurs: true, left: false} {
		if _, err := os.Stat(folder); (err == nil) != want {
			t.Errorf("%s: %v", folder, err)
		}
	}
	remove()
	if _, err := os.Stat(first); err == nil {
		t.Error("it is still there")
	}
}
