package tabular_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"linkvet/store/tabular"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
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

func TestWriteFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.csv")
	if err := tabular.WriteFile(path, false, 0o600, text("one")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}

	err = tabular.WriteFile(path, false, 0o600, text("two"))
	if !errors.Is(err, fs.ErrExist) || err.Error() != path+" exists; use --force to replace it" {
		t.Errorf("error %v", err)
	}
	if got, names := content(t, path); got != "one" || !slices.Equal(names, []string{"out.csv"}) {
		t.Errorf("%q, files %q", got, names)
	}

	if err := tabular.WriteFile(path, true, 0o644, text("three")); err != nil {
		t.Fatal(err)
	}
	if got, names := content(t, path); got != "three" || !slices.Equal(names, []string{"out.csv"}) {
		t.Errorf("%q, files %q", got, names)
	}
}

// TestWriteFileFails: the old file stays, and nothing is left beside it.
func TestWriteFileFails(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.csv")
	if err := tabular.WriteFile(path, false, 0o600, text("old")); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken off")
	err := tabular.WriteFile(path, true, 0o600, func(w io.Writer) error {
		return errors.Join(text("half")(w), broken)
	})
	if !errors.Is(err, broken) || !strings.Contains(err.Error(), path) {
		t.Errorf("error %v", err)
	}
	if got, names := content(t, path); got != "old" || !slices.Equal(names, []string{"out.csv"}) {
		t.Errorf("%q, files %q", got, names)
	}
}

// TestWriteFileNamesTheFile: an error names the file once, as the person named
// it, and keeps the name of any other file that it is about.
func TestWriteFileNamesTheFile(t *testing.T) {
	dir := t.TempDir()
	missing := filepath.Join(dir, "nowhere", "out.csv")
	err := tabular.WriteFile(missing, false, 0o600, text("x"))
	if !errors.Is(err, fs.ErrNotExist) || !strings.HasPrefix(err.Error(), "write "+missing+": ") || strings.Contains(err.Error(), ".tmp") {
		t.Errorf("error %v", err)
	}
	path := filepath.Join(dir, "out.csv")
	err = tabular.WriteFile(path, false, 0o600, func(w io.Writer) error {
		return errors.Join(w.(*os.File).Close(), text("x")(w))
	})
	if want := "write " + path + ": file already closed"; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	other := filepath.Join(dir, "linkvet.db")
	err = tabular.WriteFile(path, false, 0o600, func(io.Writer) error {
		_, err := os.Open(other)
		return err
	})
	if err == nil || !strings.Contains(err.Error(), other) {
		t.Errorf("%v does not name %s", err, other)
	}
}

// TestWriteFileRace: a file that appears while ours is being written stays.
func TestWriteFileRace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.csv")
	err := tabular.WriteFile(path, false, 0o600, func(w io.Writer) error {
		return errors.Join(text("ours")(w), os.WriteFile(path, []byte("theirs"), 0o600))
	})
	if !errors.Is(err, fs.ErrExist) {
		t.Errorf("error %v", err)
	}
	if got, names := content(t, path); got != "theirs" || !slices.Equal(names, []string{"out.csv"}) {
		t.Errorf("%q, files %q", got, names)
	}
}

func TestWriteFileToOddPlaces(t *testing.T) {
	dir := t.TempDir()
	if err := tabular.WriteFile(dir, true, 0o600, text("x")); err == nil || !strings.Contains(err.Error(), "it is a folder") {
		t.Errorf("folder: %v", err)
	}
	if err := tabular.WriteFile(filepath.Join(dir, "no", "x"), false, 0o600, text("x")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("folder that is not there: %v", err)
	}
	if err := tabular.WriteFile(os.DevNull, false, 0o600, text("x")); err != nil {
		t.Errorf("device: %v", err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Errorf("the device is gone: %v, %v", info, err)
	}
	link := filepath.Join(dir, "dangling")
	if err := os.Symlink("nowhere", link); err != nil {
		t.Fatal(err)
	}
	if err := tabular.WriteFile(link, true, 0o600, text("x")); err == nil || !strings.Contains(err.Error(), "link to nowhere") {
		t.Errorf("dangling link: %v", err)
	}
}

// TestWriteFileThroughALink replaces what the link leads to, not the link.
func TestWriteFileThroughALink(t *testing.T) {
	target := filepath.Join(t.TempDir(), "real.csv")
	link := filepath.Join(t.TempDir(), "link.csv")
	if err := os.WriteFile(target, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		t.Fatal(err)
	}
	if err := tabular.WriteFile(link, true, 0o600, text("new")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is %v, %v", info, err)
	}
	if got, _ := content(t, target); got != "new" {
		t.Errorf("%q", got)
	}
}
