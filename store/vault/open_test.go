package vault

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"linkvet/store/fault"
	"linkvet/store/tables"
)

func TestOpenCreates(t *testing.T) {
	s, c := newFile(t)
	info, err := os.Stat(s.Path())
	if err != nil || !hasMode(info, 0o600) {
		t.Errorf("the file is %v, %v", info.Mode(), err)
	}
	if folder, err := os.Stat(filepath.Dir(s.Path())); err != nil || !hasMode(folder, 0o700) {
		t.Errorf("the folder is %v, %v", folder.Mode(), err)
	}
	left, err := os.ReadDir(filepath.Dir(s.Path()))
	if err != nil || len(left) != 1 {
		t.Errorf("beside it: %v, %v", left, err)
	}
	wantSameFile(t, s, func() { openFile(t, s.Path(), c) })
	if len(s.Warnings()) != 0 {
		t.Errorf("warnings %q", s.Warnings())
	}
}

func TestOpenWarnsOfWiderPermissions(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other means than permission bits")
	}
	s, c := newFile(t)
	if err := os.Chmod(s.Path(), 0o644); err != nil {
		t.Fatal(err)
	}
	again := openFile(t, s.Path(), c)
	if len(again.Warnings()) != 1 || !strings.Contains(again.Warnings()[0], "chmod 600") {
		t.Errorf("warnings %q", again.Warnings())
	}
}

// makeBolt writes a bbolt file that is sound but not quite ours.
func makeBolt(t *testing.T, path string, fill func(tx *bolt.Tx) error) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Update(fill), db.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestOpenRefuses(t *testing.T) {
	write := func(data []byte) func(t *testing.T, path string) {
		return func(t *testing.T, path string) {
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	layout := func(change func(tx *bolt.Tx) error) func(t *testing.T, path string) {
		return func(t *testing.T, path string) {
			makeBolt(t, path, func(tx *bolt.Tx) error {
				return errors.Join(tables.Initialize(tx, newClock().t), change(tx))
			})
		}
	}
	for name, tc := range map[string]struct {
		make  func(t *testing.T, path string)
		want  error
		words string
	}{
		"empty":       {write(nil), fault.ErrDamaged, "empty"},
		"a letter":    {write([]byte("Dear diary")), fault.ErrDamaged, "not a linkvet store"},
		"a long text": {write(bytes.Repeat([]byte("Dear diary. "), 4096)), fault.ErrDamaged, "not a linkvet store"},
		"zeros":       {write(make([]byte, 65536)), fault.ErrDamaged, "not a linkvet store"},
		"foreign":     {func(t *testing.T, p string) { makeBolt(t, p, func(*bolt.Tx) error { return nil }) }, fault.ErrDamaged, "another program"},
		"newer": {layout(func(tx *bolt.Tx) error {
			return tx.Bucket(tables.BucketMeta()).Put([]byte(tables.MetaSchema), []byte(strconv.Itoa(tables.SchemaVersion+1)))
		}), fault.ErrNewer, fmt.Sprint("version ", tables.SchemaVersion+1)},
		"no version":      {layout(func(tx *bolt.Tx) error { return tx.Bucket(tables.BucketMeta()).Put([]byte(tables.MetaSchema), nil) }), fault.ErrDamaged, "version"},
		"no list":         {layout(func(tx *bolt.Tx) error { return tx.DeleteBucket(tables.BucketList()) }), fault.ErrDamaged, `"list"`},
		"wrong count":     {layout(func(tx *bolt.Tx) error { return tables.PutMeta(tx, tables.MetaCount, "3") }), fault.ErrDamaged, "should hold 3"},
		"unsealed record": {layout(func(tx *bolt.Tx) error { return tx.Bucket(tables.BucketJournal()).Put([]byte("a"), []byte("b")) }), fault.ErrDamaged, "journal"},
		"a folder":        {func(t *testing.T, p string) { mustNot(t, os.Mkdir(p, 0o700)) }, fault.ErrInvalid, "is a folder"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "linkvet.db")
			tc.make(t, path)
			before, _ := os.ReadFile(path)
			_, err := Open(path, Options{Now: newClock().now})
			if !errors.Is(err, tc.want) || !strings.Contains(err.Error(), tc.words) || !strings.Contains(err.Error(), path) {
				t.Errorf("got %v, want %v with %q and the path", err, tc.want, tc.words)
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Errorf("the file was touched: %d and %d bytes, %v", len(before), len(after), err)
			}
		})
	}
}

// A file cut short anywhere is refused, or complete in all that it claims.
func TestOpenTruncated(t *testing.T) {
	s := filled(t, 300)
	whole := readFile(t, s.Path())
	path := filepath.Join(t.TempDir(), "cut.db")
	refused := 0
	for length := 1; length < len(whole); length += max(1, len(whole)/97) {
		mustNot(t, os.WriteFile(path, whole[:length], 0o600))
		cut, err := Open(path, Options{Now: newClock().now})
		if err != nil {
			refused++
			if !errors.Is(err, fault.ErrDamaged) {
				t.Errorf("cut to %d: %v", length, err)
			}
		} else if rows, err := rowsOf(t, cut); err != nil || len(rows) != 300 {
			t.Errorf("cut to %d: %d rows, %v", length, len(rows), err)
		}
		if !bytes.Equal(readFile(t, path), whole[:length]) {
			t.Fatalf("cut to %d: the file was touched", length)
		}
	}
	if refused == 0 {
		t.Error("no cut was refused")
	}
}

// What happens to the file after Open is met by the transactions.
func TestFileChangesWhileRunning(t *testing.T) {
	for name, tc := range map[string]struct {
		harm func(path string) error
		want error
	}{
		"removed":   {os.Remove, os.ErrNotExist},
		"emptied":   {func(p string) error { return os.Truncate(p, 0) }, fault.ErrDamaged},
		"cut short": {func(p string) error { return os.Truncate(p, 20000) }, fault.ErrDamaged},
		"replaced":  {func(p string) error { return os.WriteFile(p, []byte(strings.Repeat("x", 65536)), 0o600) }, fault.ErrDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			s := filled(t, 300)
			mustNot(t, tc.harm(s.Path()))
			before, _ := os.ReadFile(s.Path())
			if _, err := rowsOf(t, s); !errors.Is(err, tc.want) {
				t.Errorf("reading: %v", err)
			}
			if _, err := addTo(s, "Ada Lind"); !errors.Is(err, tc.want) {
				t.Errorf("writing: %v", err)
			}
			after, err := os.ReadFile(s.Path())
			if runtime.GOOS == "windows" && bytes.HasPrefix(after, before) {
				after = after[:len(before)] // whoever maps a file there to change it makes it longer
			}
			if !bytes.Equal(before, after) || (err == nil) != (name != "removed") {
				t.Errorf("the file was touched: %d and %d bytes, %v", len(before), len(after), err)
			}
		})
	}
}

func TestLockedByAnother(t *testing.T) {
	s, c := newFile(t)
	s.Opts.Timeout = 100 * time.Millisecond
	add(t, s, "Ada Lind")
	db, err := bolt.Open(s.Path(), 0o600, &bolt.Options{Timeout: time.Second})
	mustNot(t, err)
	start := time.Now()
	if _, err := rowsOf(t, s); !errors.Is(err, fault.ErrLocked) || !strings.Contains(err.Error(), s.Path()) {
		t.Errorf("reading: %v", err)
	}
	if _, err := addTo(s, "Bo Yu"); !errors.Is(err, fault.ErrLocked) {
		t.Errorf("writing: %v", err)
	}
	if _, err := Open(s.Path(), Options{Timeout: 100 * time.Millisecond, Now: c.now}); !errors.Is(err, fault.ErrLocked) {
		t.Errorf("opening: %v", err)
	}
	if waited := time.Since(start); waited > 20*time.Second {
		t.Errorf("waited %s", waited)
	}
	mustNot(t, db.Close())
	add(t, s, "Bo Yu")
}

func TestReadersSideBySide(t *testing.T) {
	s, c := newFile(t)
	add(t, s, "Ada Lind")
	other := openFile(t, s.Path(), c)
	err := s.View(func(*tables.Tx) error {
		_, err := rowsOf(t, other)
		return err
	})
	if err != nil {
		t.Errorf("two readers: %v", err)
	}
}

// A panic of the caller's own code is not taken for damage.
func TestPanicsOfOthersPass(t *testing.T) {
	s, _ := newFile(t)
	add(t, s, "Ada Lind")
	defer func() {
		if r := recover(); r != "mine" {
			t.Errorf("recovered %v", r)
		}
		add(t, s, "Bo Yu") // and the file was let go
	}()
	_ = s.View(func(*tables.Tx) error { fault.CallCaller(func() { panic("mine") }); return nil })
}
