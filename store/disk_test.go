//go:build unix

package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"linkvet/store/record"
	"linkvet/store/tables"
	"linkvet/store/vault"
)

// TestFullDisk lets files grow only so far, for every kind of work and a row of
// limits, in a process of its own. Whatever fails must say so and leave the
// store as it was.
func TestFullDisk(t *testing.T) {
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childFolder+"="+t.TempDir())
	out, err := child.CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	t.Logf("%s", out)
}

// runOnFullDisk is the child of TestFullDisk.
func runOnFullDisk(folder string) int {
	signal.Ignore(syscall.SIGXFSZ) // a write beyond the limit is an error then
	template, err := newWorker(folder)
	for n := 0; n < 12 && err == nil; n++ {
		_, err = template.do(n)
	}
	if err == nil {
		err = os.RemoveAll(vault.BackupFolder(template.s.Path()))
	}
	if err != nil {
		fmt.Println("preparing:", err)
		return 1
	}
	bad, full, fine := 0, 0, 0
	for name, work := range fullDiskWork() {
		for limit := uint64(0); limit <= 512<<10; limit += 56 << 10 {
			failed, err := tryOnFullDisk(folder, fmt.Sprint(name, limit), limit, work)
			switch {
			case err != nil:
				bad++
				fmt.Printf("%s with %d bytes: %v\n", name, limit, err)
			case failed:
				full++
			default:
				fine++
			}
		}
	}
	fmt.Printf("%d tries met a full disk, %d had room enough\n", full, fine)
	if bad > 0 || full == 0 || fine == 0 {
		return 1
	}
	return 0
}

// fullDiskWork is all that writes. Each returns what failed.
func fullDiskWork() map[string]func(w *worker) error {
	ctx := context.Background()
	return map[string]func(w *worker) error{
		"add": func(w *worker) error {
			_, err := w.s.Add(record.Invitation{Name: "Somebody New", Note: strings.Repeat("long ", 20000)})
			return err
		},
		"import": func(w *worker) error { return importNew(w, 500) },
		"import at once": func(w *worker) error {
			w.s.file.Opts.AtOnce = 10_000
			return importNew(w, 500)
		},
		"backup": func(w *worker) error {
			_, err := w.s.Backup(filepath.Join(w.folder, "backup.db"), true)
			return err
		},
		"compact": func(w *worker) error { _, _, err := w.s.Compact(); return err },
		"restore": func(w *worker) error {
			_, err := vault.Restore(ctx, w.s.Path(), filepath.Join(w.folder, "good.db"), w.s.file.Opts)
			return err
		},
		"migrate": func(w *worker) error {
			_, err := Open(filepath.Join(w.folder, "old.db"), w.s.file.Opts)
			if report, _ := vault.Check(ctx, filepath.Join(w.folder, "old.db"), w.s.file.Opts, false); err == nil && report.Schema != tables.SchemaVersion {
				err = errors.New("it was not brought up to date")
			}
			return err
		},
		"create": func(w *worker) error {
			_, err := Open(filepath.Join(w.folder, "fresh.db"), w.s.file.Opts)
			return err
		},
	}
}

func importNew(w *worker, n int) error {
	a := archiveOf("2026-12-03", nil)
	for i := range n {
		who := fmt.Sprint("new-", i)
		a.Invitations = append(a.Invitations, incoming("New "+who, who, "2026-12-01 10:00"))
	}
	_, err := w.s.Import(context.Background(), a, false, nil)
	return err
}

// tryOnFullDisk does some work on a copy of the store, and returns whether that
// failed, and what is wrong afterwards.
func tryOnFullDisk(folder, name string, limit uint64, work func(w *worker) error) (failed bool, wrong error) {
	place := filepath.Join(folder, name)
	w, err := prepare(folder, place)
	if err != nil {
		return false, err
	}
	before, err := contentsOf(w.s)
	if err != nil {
		return false, err
	}
	var old syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
		return false, err
	}
	limited := old
	limited.Cur = limit
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limited); err != nil {
		return false, err
	}
	failure := work(w)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
		return false, err
	}
	return failure != nil, errors.Join(afterFullDisk(w, before, failure), os.RemoveAll(place))
}

// prepare copies the store, and an old one, to a place of their own.
func prepare(folder, place string) (*worker, error) {
	if err := os.Mkdir(place, 0o700); err != nil {
		return nil, err
	}
	for to, from := range map[string]string{
		"linkvet.db": filepath.Join(folder, "linkvet.db"), "good.db": filepath.Join(folder, "linkvet.db"), "old.db": fixtureOf(1) + ".db",
	} {
		data, err := os.ReadFile(from)
		if err != nil {
			return nil, err
		}
		if err := os.WriteFile(filepath.Join(place, to), data, 0o600); err != nil {
			return nil, err
		}
	}
	w, err := newWorker(place)
	if err == nil {
		w.c.advance(1000 * time.Hour)
	}
	return w, err
}

// afterFullDisk says what is wrong after the work.
func afterFullDisk(w *worker, before map[string]uint32, failure error) error {
	report, err := vault.Check(context.Background(), w.s.Path(), w.s.file.Opts, false)
	if err != nil || !report.OK {
		return fmt.Errorf("the store is no longer sound: %+v, %w", report, err)
	}
	after, err := contentsOf(w.s)
	if err != nil {
		return err
	}
	if failure != nil && !strings.Contains(failure.Error(), "too large") {
		return fmt.Errorf("it does not say what is wrong: %w", failure)
	}
	if failure != nil && !maps.Equal(before, after) {
		return fmt.Errorf("it failed and changed something: %w", failure)
	}
	if _, err := Open(filepath.Join(w.folder, "old.db"), w.s.file.Opts); err != nil {
		return fmt.Errorf("the old store: %w", err)
	}
	if _, err := Open(filepath.Join(w.folder, "fresh.db"), w.s.file.Opts); err != nil {
		return fmt.Errorf("the new store: %w", err)
	}
	copies, err := filepath.Glob(filepath.Join(w.folder, "*", "*.db"))
	if err != nil {
		return err
	}
	if backup := filepath.Join(w.folder, "backup.db"); !errors.Is(statError(backup), fs.ErrNotExist) {
		copies = append(copies, backup)
	}
	for _, name := range copies {
		if report, err := vault.Check(context.Background(), name, w.s.file.Opts, false); err != nil || !report.OK {
			return fmt.Errorf("%+v, %w", report, err)
		}
	}
	left, err := filepath.Glob(filepath.Join(w.folder, "*"+halfMade+"*"))
	if len(left) > 0 {
		return fmt.Errorf("left behind: %v", left)
	}
	return err
}
