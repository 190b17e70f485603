//go:build unix

package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"linkvet/store/record"
)

// nobody is a user without rights of its own.
const nobody = 65534

// TestReadOnly meets files and folders that may not be written, in a process of
// its own, because root may write everywhere.
func TestReadOnly(t *testing.T) {
	folder, err := os.MkdirTemp("", "linkvet-read-only-")
	mustNot(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childFolder+"="+folder, childFolder+"_READONLY=1")
	if out, err := child.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// runReadOnly is the child of TestReadOnly.
func runReadOnly(folder string) int {
	if os.Getuid() == 0 {
		if err := errors.Join(os.Chown(folder, nobody, nobody), syscall.Setgid(nobody), syscall.Setuid(nobody)); err != nil {
			fmt.Println(err)
			return 1
		}
	}
	if err := readOnly(folder); err != nil {
		fmt.Println(err)
		return 1
	}
	return 0
}

func readOnly(folder string) error {
	w, err := newWorker(folder)
	if err != nil {
		return err
	}
	inv, err := w.s.Add(record.Invitation{Name: "Ada Lind"})
	if err != nil {
		return err
	}
	before, err := os.ReadFile(w.s.Path())
	if err != nil {
		return err
	}
	w.c.advance(48 * time.Hour)

	// The file itself.
	if err := os.Chmod(w.s.Path(), 0o400); err != nil {
		return err
	}
	again, err := Open(w.s.Path(), w.s.file.Opts)
	if err != nil {
		return fmt.Errorf("a file that may only be read: %w", err)
	}
	if _, err := again.Get(inv.ID); err != nil {
		return err
	}
	if _, err := again.Decide(inv.ID, record.Ignored, ""); !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), "check the permissions") {
		return fmt.Errorf("writing to a file that may only be read: %w", err)
	}
	if after, err := os.ReadFile(w.s.Path()); err != nil || !bytes.Equal(before, after) {
		return fmt.Errorf("it changed, %w", err)
	}
	if err := os.Chmod(w.s.Path(), 0o600); err != nil {
		return err
	}

	// The folder: the answer is kept, the backups are not possible.
	if err := os.Chmod(folder, 0o500); err != nil {
		return err
	}
	defer func() { _ = os.Chmod(folder, 0o700) }()
	if _, err := w.s.Decide(inv.ID, record.Ignored, ""); err != nil || len(w.s.Warnings()) != 1 {
		return fmt.Errorf("warnings %q: %w", w.s.Warnings(), err)
	}
	if _, err := Open(filepath.Join(folder, "fresh.db"), w.s.file.Opts); !errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("a new store: %w", err)
	}
	if _, err := w.s.Backup(filepath.Join(folder, "copy.db"), false); !errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("a backup: %w", err)
	}
	if _, _, err := w.s.Compact(); !errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("compacting: %w", err)
	}
	if inv, err = w.s.Get(inv.ID); err != nil || inv.Decision != record.Ignored {
		return fmt.Errorf("afterwards %+v: %w", inv, err)
	}
	return nil
}
