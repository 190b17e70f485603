package vault

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"linkvet/store/tables"
)

func fixtureOf(version int) string {
	return filepath.Join("..", "..", "testdata", "stores", fmt.Sprintf("v%d", version))
}

// Every schema version that a migration starts from has a store, which the
// migrations bring up to date. A new migration without its store fails here;
// what the store holds afterwards is compared in TestMigrationsKeepEverything.
func TestMigrations(t *testing.T) {
	if last := migrations()[len(migrations())-1].to; last != tables.SchemaVersion {
		t.Fatalf("the last migration leads to version %d, the schema is %d", last, tables.SchemaVersion)
	}
	for i, m := range migrations() {
		if m.to != i+2 || m.does == "" {
			t.Fatalf("migration %d leads to %d and does %q", i, m.to, m.does)
		}
		t.Run(fmt.Sprintf("from %d", m.to-1), func(t *testing.T) { migrateFixture(t, m.to-1) })
	}
}

func migrateFixture(t *testing.T, version int) {
	data, err := os.ReadFile(fixtureOf(version) + ".db")
	if err != nil {
		t.Fatalf("each version needs a store, see fixture_test.go: %v", err)
	}
	c := newClock()
	c.advance(3 * time.Hour) // as when it was written
	path := filepath.Join(t.TempDir(), "linkvet.db")
	mustNot(t, os.WriteFile(path, data, 0o600))
	s := openFile(t, path, c)
	if report := checkOf(t, s, false); !report.OK || report.Schema != tables.SchemaVersion {
		t.Errorf("after the migration: %+v", report)
	}
	if names := backupNames(t, s); len(names) != 1 || !strings.HasSuffix(names[0], "-migration.db") {
		t.Errorf("backups %v", names)
	}
	if backups, err := s.Backups(); err != nil || !sameContent(t, backups[0].Path, path, version) {
		t.Errorf("the backup is not as before, %v", err)
	}
	wantSameFile(t, s, func() { openFile(t, path, c) }) // once is enough
	add(t, s, "Somebody New")
	wantSound(t, s)
}

// sameContent reports that the backup has the old version and the store has not.
func sameContent(t *testing.T, backup, path string, version int) bool {
	t.Helper()
	versions := map[string]int{}
	for _, name := range []string{backup, path} {
		s := &File{FullPath: name, Opts: Options{Timeout: time.Second, Now: newClock().now}}
		mustNot(t, s.verify())
		versions[name] = s.schema
	}
	return versions[backup] == version && versions[path] == tables.SchemaVersion
}

// What goes wrong in a migration leaves the file as it was.
func TestMigrationFails(t *testing.T) {
	data := readFile(t, fixtureOf(1)+".db")
	path := filepath.Join(t.TempDir(), "linkvet.db")
	mustNot(t, os.WriteFile(path, data, 0o600))
	inTheWay := filepath.Join(filepath.Dir(path), "linkvet-backups")
	mustNot(t, os.WriteFile(inTheWay, nil, 0o600))
	if _, err := Open(path, Options{Now: newClock().now}); err == nil || !strings.Contains(err.Error(), "the backup before it failed") {
		t.Errorf("without a backup: %v", err)
	}
	if !bytes.Equal(data, readFile(t, path)) {
		t.Error("the file changed")
	}
}
