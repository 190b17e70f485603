package vault

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"linkvet/store/fault"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// backupNames returns the automatic backups, newest first.
func backupNames(t *testing.T, s *File) []string {
	t.Helper()
	backups, err := s.Backups()
	if err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for _, b := range backups {
		names = append(names, filepath.Base(b.Path))
	}
	return names
}

func TestBackup(t *testing.T) {
	s, c := newFile(t)
	id := add(t, s, "Ada Lind").ID
	path := filepath.Join(t.TempDir(), "copy.db")
	made, err := s.Backup(path, false)
	if err != nil || made.Path != path || made.Invitations != 1 || made.Size == 0 {
		t.Fatalf("made %+v, %v", made, err)
	}
	if info, err := os.Stat(path); err != nil || !hasMode(info, 0o600) || info.Size() != made.Size {
		t.Errorf("the copy: %v, %v", info, err)
	}
	change(t, s, id, func(inv *record.Invitation) { inv.Decision = record.Ignored })
	if inv := get(t, openFile(t, path, c), id); inv.Decision != "" {
		t.Errorf("the copy changed: %+v", inv)
	}
	before := readFile(t, path)
	if _, err := s.Backup(path, false); !errors.Is(err, fs.ErrExist) || !bytes.Equal(before, readFile(t, path)) {
		t.Errorf("over a file that exists: %v", err)
	}
	if _, err := s.Backup(s.Path(), true); !errors.Is(err, fault.ErrInvalid) {
		t.Errorf("over the store itself: %v", err)
	}
	if _, err := s.Backup(filepath.Join(t.TempDir(), "no", "folder.db"), false); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("into no folder: %v", err)
	}
	if _, err := s.Backup(path, true); err != nil {
		t.Errorf("replacing it: %v", err)
	}
	if inv := get(t, openFile(t, path, c), id); inv.Decision != record.Ignored {
		t.Errorf("not replaced: %+v", inv)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestAutomaticBackups(t *testing.T) {
	s, c := newFile(t)
	id := add(t, s, "Ada Lind").ID
	if names := backupNames(t, s); len(names) != 0 {
		t.Errorf("an empty store was backed up: %v", names)
	}
	c.advance(24 * time.Hour)
	tagNow := func() {
		t.Helper()
		tag(t, s, id, c.t.Format("tag-20060102-150405"))
	}
	tagNow()
	c.advance(time.Hour)
	tagNow()
	if names := backupNames(t, s); !slices.Equal(names, []string{"000001-2026-06-02-daily.db"}) {
		t.Errorf("after two changes of a day: %v", names)
	}
	openFile(t, s.Path(), c)
	tag(t, openFile(t, s.Path(), c), id, "more")
	if len(backupNames(t, s)) != 1 {
		t.Errorf("another program on the same day: %v", backupNames(t, s))
	}
	// The backup has what was there before the change.
	before := openFile(t, filepath.Join(s.backupFolder(), "000001-2026-06-02-daily.db"), c)
	if inv := get(t, before, id); len(inv.Tags) != 0 {
		t.Errorf("backed up %+v", inv)
	}
	backUpNow(t, s)
	want := []string{"000002-2026-06-02-import.db", "000001-2026-06-02-daily.db"}
	if names := backupNames(t, s); !slices.Equal(names, want) {
		t.Errorf("after an import: %v, want %v", names, want)
	}
	for range 10 {
		c.advance(24 * time.Hour)
		tagNow()
	}
	names := backupNames(t, s)
	want = []string{
		"000012-2026-06-12-daily.db", "000011-2026-06-11-daily.db", "000010-2026-06-10-daily.db", "000009-2026-06-09-daily.db",
		"000008-2026-06-08-daily.db", "000007-2026-06-07-daily.db", "000006-2026-06-06-daily.db",
	}
	if !slices.Equal(names, want) {
		t.Errorf("after ten days: %v, want %v", names, want)
	}
	info, err := os.Stat(s.backupFolder())
	if err != nil || !hasMode(info, 0o700) {
		t.Errorf("the folder: %v, %v", info, err)
	}
}

// The order of backups does not hang on the clock, and other files stay.
func TestBackupsWithAClockGoingBackwards(t *testing.T) {
	s, c := newFile(t)
	c.t = time.Date(2099, 1, 1, 0, 0, 0, 0, time.UTC)
	id := add(t, s, "Ada Lind").ID
	mustNot(t, os.MkdirAll(s.backupFolder(), 0o700))
	notOurs := filepath.Join(s.backupFolder(), "my own copy.db")
	mustNot(t, os.WriteFile(notOurs, []byte("x"), 0o600))
	half := filepath.Join(s.backupFolder(), "000001-2099-01-01-daily.db"+".new-123")
	mustNot(t, os.WriteFile(half, []byte("x"), 0o600))
	last := c.t
	for range 12 {
		c.advance(-24 * time.Hour)
		inv := change(t, s, id, func(inv *record.Invitation) { inv.Because += "x" })
		if !inv.ChangedAt.Before(last) {
			t.Errorf("changed at %s", inv.ChangedAt)
		}
	}
	names := backupNames(t, s)
	if len(names) != 8 || names[0] != "000012-2098-12-20-daily.db" { // seven days, and the month before
		t.Errorf("kept %v", names)
	}
	if _, err := os.Stat(notOurs); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(half); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("half a backup is still there: %v", err)
	}
	wantSound(t, s)
}

// An answer is worth more than a backup; an import can wait.
func TestBackupFails(t *testing.T) {
	s, c := newFile(t)
	id := add(t, s, "Ada Lind").ID
	mustNot(t, os.WriteFile(s.backupFolder(), nil, 0o600)) // in the way
	c.advance(24 * time.Hour)
	change(t, s, id, func(inv *record.Invitation) { inv.Decision = record.Ignored })
	if w := s.Warnings(); len(w) != 1 || !strings.Contains(w[0], "backup could not be made") {
		t.Errorf("warnings %q", w)
	}
	wantSameFile(t, s, func() {
		err := s.Write(func(tx *tables.Tx) (bool, error) { return true, s.BackUpFirst(tx.Tx, BackupImport) })
		if err == nil || !strings.Contains(err.Error(), "the backup before it failed") {
			t.Errorf("import: %v", err)
		}
	})
}
