//go:build unix

package files

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// oddFiles are what a name can lead to that is no file.
func oddFiles(t *testing.T) map[string]string {
	t.Helper()
	folder := t.TempDir()
	pipe, socket, link := filepath.Join(folder, "pipe"), filepath.Join(folder, "socket"), filepath.Join(folder, "link")
	if err := errors.Join(syscall.Mkfifo(pipe, 0o600), os.Symlink("nowhere", link)); err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	return map[string]string{"a pipe": pipe, "a socket": socket, "a link to nowhere": link, "a device": os.DevNull, "a folder": folder}
}

// within fails a test in which something waits for ever.
func within(t *testing.T, what string, do func()) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		defer close(done)
		do()
	}()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatalf("%s: it waits for ever", what)
	}
}

func TestOddFilesAreNeverReplaced(t *testing.T) {
	for what, path := range oddFiles(t) {
		before, _ := os.Lstat(path)
		within(t, what, func() {
			if err := Write(path, true, text("x")); err == nil || !strings.Contains(err.Error(), what) {
				t.Errorf("%s: %v", what, err)
			}
		})
		if after, err := os.Lstat(path); err != nil || !os.SameFile(before, after) || before.Mode() != after.Mode() {
			t.Errorf("%s was replaced: %v", what, err)
		}
	}
}

func TestOpenNeverWaits(t *testing.T) {
	for what, path := range oddFiles(t) {
		within(t, what, func() {
			f, err := Open(path)
			if err == nil {
				_ = f.Close()
			}
			_, odd := errors.AsType[*NotAFile](err)
			if gone := what == "a link to nowhere"; errors.Is(err, fs.ErrNotExist) != gone || what != "a socket" && odd == gone || err == nil {
				t.Errorf("%s: %v", what, err)
			}
		})
	}
	path := filepath.Join(t.TempDir(), "file")
	if err := Write(path, false, text("content")); err != nil {
		t.Fatal(err)
	}
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if data, err := io.ReadAll(f); err != nil || string(data) != "content" {
		t.Errorf("%q, %v", data, err)
	}
}

// An output may be a pipe: it is written to while somebody reads, and a reader
// that stops does not keep the program from ending.
func TestWriteOutToAPipe(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	within(t, "no reader", func() {
		if err := WriteOut(t.Context(), pipe, false, text("x")); err == nil || !strings.Contains(err.Error(), "nobody reads") {
			t.Errorf("no reader: %v", err)
		}
	})
	reader, err := os.OpenFile(pipe, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = reader.Close() }()
	within(t, "a reader", func() {
		if err := WriteOut(t.Context(), pipe, false, text("to the pipe")); err != nil {
			t.Errorf("a reader: %v", err)
		}
	})
	if data, err := io.ReadAll(reader); err != nil || string(data) != "to the pipe" {
		t.Errorf("read %q, %v", data, err)
	}
	ctx, stop := context.WithCancel(t.Context())
	within(t, "a reader that stopped", func() {
		err := WriteOut(ctx, pipe, false, func(w io.Writer) error {
			stop()
			_, err := w.Write(make([]byte, 1<<20)) // more than a pipe holds
			return err
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("a reader that stopped: %v", err)
		}
	})
}

// What is said of an input that is no file fits a screen as well, where there is no
// standard input.
func TestNotAFileSaysWhatToName(t *testing.T) {
	_, err := Open(t.TempDir())
	if err == nil || !strings.HasSuffix(err.Error(), " is a folder, not a file; name a file in it") {
		t.Error(err)
	}
	if said := (&NotAFile{"/dev/x", "a pipe"}).Error(); said != "/dev/x is a pipe, not a file" {
		t.Error(said)
	}
}
