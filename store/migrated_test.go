package store

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"linkvet/store/list"
	"linkvet/store/record"
	"linkvet/store/sealed"
	"linkvet/store/tables"
)

func fixtureOf(version int) string {
	return filepath.Join("..", "testdata", "stores", fmt.Sprintf("v%d", version))
}

// All that was in a store of an earlier version is still there, and it takes
// changes and gives them back.
func TestMigrationsKeepEverything(t *testing.T) {
	for version := 1; version < tables.SchemaVersion; version++ {
		path := filepath.Join(t.TempDir(), "linkvet.db")
		mustNot(t, os.WriteFile(path, readFile(t, fixtureOf(version)+".db"), 0o600))
		c := newClock()
		c.advance(3 * time.Hour) // as when it was written
		s := openStore(t, path, c)
		holdsAll(t, s, fixtureOf(version)+".jsonl")
		id := mustDo(t)(s.Add(record.Invitation{Name: "Somebody New"})).ID
		mustDo(t)(s.Decide(id, record.Ignored, ""))
		undo(t, s, "decided: Somebody New ignored")
		wantSound(t, s)
	}
}

// holdsAll compares a store with what the fixture's program read from it.
// Fields that came later may be there as well.
func holdsAll(t *testing.T, s *Store, expected string) {
	t.Helper()
	f, err := os.Open(expected)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	entries, err := s.Journal("")
	mustNot(t, err)
	lines, seen := bufio.NewScanner(f), 0
	for lines.Scan() {
		var want map[string]any
		mustNot(t, json.Unmarshal(lines.Bytes(), &want))
		var got any
		if inv, ok := want["invitation"].(map[string]any); ok {
			found := mustDo(t)(s.Get(inv["ID"].(string)))
			found.Recommendation, found.Report, found.Settled, found.Advised = 0, false, false, 0
			got = map[string]any{"invitation": found, "status": found.Status(s.file.Now())}
			seen++
		} else {
			got = map[string]any{"entry": entries[int(want["entry"].(map[string]any)["seq"].(float64))-1]}
		}
		text, err := json.Marshal(got)
		mustNot(t, err)
		var have map[string]any
		mustNot(t, json.Unmarshal(text, &have))
		wantWithin(t, "", have, want)
	}
	if rows, err := s.Rows(t.Context()); err != nil || len(rows) != seen || seen == 0 {
		t.Errorf("%d invitations, want %d, %v", len(rows), seen, err)
	}
}

func wantWithin(t *testing.T, where string, have, want map[string]any) {
	t.Helper()
	for name, value := range want {
		if inner, ok := value.(map[string]any); ok {
			got, _ := have[name].(map[string]any)
			wantWithin(t, where+"."+name, got, inner)
		} else if until, ok := value.(string); ok && name == "LaterUntil" { // a time then, and a day now
			at, err := time.Parse(time.RFC3339, until)
			if day, _ := have[name].(float64); err != nil || record.Day(day) != record.DayKept(at) {
				t.Errorf("%s.%s is %v, want %v", where, name, have[name], value)
			}
		} else if !reflect.DeepEqual(have[name], value) {
			t.Errorf("%s.%s is %v, want %v", where, name, have[name], value)
		}
	}
}

// The list of version 2 did not have the person's own notes; it can be read all
// the same, and after the migration a search finds them.
func TestMigrationFindsOwnNotes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "linkvet.db")
	mustNot(t, os.WriteFile(path, readFile(t, fixtureOf(2)+".db"), 0o600))
	db, err := bolt.Open(path, 0o600, nil)
	mustNot(t, err)
	mustNot(t, db.View(func(tx *bolt.Tx) error {
		return tx.Bucket(tables.BucketList()).ForEach(func(key, value []byte) error {
			if row, err := record.DecodeSummary(key, value); err != nil || row.Name == "" || row.PersonNote != "" {
				t.Errorf("%+v, %v", row, err)
			}
			return nil
		})
	}))
	mustNot(t, db.Close())
	rows, err := openStore(t, path, newClock()).Rows(t.Context())
	mustNot(t, err)
	q, err := list.ParseQuery("has:mynote owes bridges", time.UTC)
	mustNot(t, err)
	rows = slices.DeleteFunc(rows, func(row record.Row) bool { return !q.Match(row) })
	if len(rows) != 1 || rows[0].Name != "José Ñandú 🦜" {
		t.Errorf("found %+v", rows)
	}
}

// The list of version 5 did not say who was reported beside being blocked.
func TestMigrationSaysWhoWasReported(t *testing.T) {
	path := filepath.Join(t.TempDir(), "linkvet.db")
	mustNot(t, os.WriteFile(path, readFile(t, fixtureOf(5)+".db"), 0o600))
	rows, err := openStore(t, path, newClock()).Rows(t.Context())
	mustNot(t, err)
	q, err := list.ParseQuery("decision:reported", time.UTC)
	mustNot(t, err)
	rows = slices.DeleteFunc(rows, func(row record.Row) bool { return !q.Match(row) })
	if len(rows) != 1 || rows[0].Name != "Gil Scam" || rows[0].Decision != record.Blocked || !rows[0].Reported {
		t.Errorf("found %+v", rows)
	}
}

// A field that a later program added to a record survives when this one writes
// the record, and so does a table that it added.
func TestUnknownIsKept(t *testing.T) {
	const later = 1000 // a number that no field has yet
	s, c := newStore(t)
	id := mustDo(t)(s.Add(record.Invitation{Name: "Ada Lind"})).ID
	mustNot(t, s.file.Write(func(tx *tables.Tx) (bool, error) {
		inv, err := tx.Get([]byte(id))
		if err != nil {
			return false, err
		}
		f, err := record.FieldsOf(inv)
		if err != nil {
			return false, err
		}
		f[later] = sure(sealed.Encoder.Marshal("from the future"))
		f[later+8] = sure(sealed.Encoder.Marshal(map[string]int{"a": 1}))
		record, err := sealed.Encode([]byte(id), f)
		if err != nil {
			return false, err
		}
		future, err := tx.CreateBucket([]byte("future"))
		if err != nil {
			return false, err
		}
		inner, err := future.CreateBucket([]byte("inner"))
		if err != nil {
			return false, err
		}
		return true, firstOf(inner.Put([]byte("k"), []byte("v")), tx.Bucket(tables.BucketInvitations()).Put([]byte(id), record))
	}))
	s = openStore(t, s.Path(), c)
	mustDo(t)(s.Answer(id, answersOf("know", "well")))
	mustDo(t)(s.Decide(id, record.Ignored, ""))
	undo(t, s, "decided: Ada Lind ignored")
	_, err := s.Delete([]string{id})
	mustNot(t, err)
	undo(t, s, "deleted: Ada Lind")
	_, _, err = s.Compact()
	mustNot(t, err)
	inv := mustDo(t)(s.Get(id))
	kept := sure(record.FieldsOf(inv))
	if !bytes.Equal(kept[later], sure(sealed.Encoder.Marshal("from the future"))) || kept[later+8] == nil {
		t.Errorf("fields %v", kept)
	}
	mustNot(t, s.file.View(func(tx *tables.Tx) error {
		if future := tx.Bucket([]byte("future")); future == nil || string(future.Bucket([]byte("inner")).Get([]byte("k"))) != "v" {
			t.Error("the unknown table is gone")
		}
		return nil
	}))
	wantSound(t, s)
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
