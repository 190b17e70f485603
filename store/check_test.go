package store

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

func checkOf(t *testing.T, s *Store, repair bool) CheckReport {
	t.Helper()
	report, err := Check(t.Context(), s.Path(), s.file.opts, repair)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func TestCheckOfASoundStore(t *testing.T) {
	s := filled(t, 50)
	mustNot(t, s.SaveDraft("a", "b"))
	rows, err := s.Rows(t.Context())
	mustNot(t, err)
	mustDo(t)(s.Answer(rows[0].ID, answersOf("know", "well")))
	_, err = s.Undo()
	mustNot(t, err)
	wantSameFile(t, s, func() {
		r := checkOf(t, s, true)
		if !r.OK || len(r.Problems) != 0 || r.Invitations != 50 || r.Connections != 50 || r.Journal != 3 || r.Drafts != 1 || r.Schema != schemaVersion {
			t.Errorf("%+v", r)
		}
	})
}

func TestCheckFindsAndRepairs(t *testing.T) {
	for name, tc := range map[string]struct {
		harm   func(tx *Tx) error
		where  string
		repair bool
	}{
		"a list entry is missing": {func(tx *Tx) error {
			key, _ := tx.Bucket(bucketList()).Cursor().First()
			return tx.Bucket(bucketList()).Delete(key)
		}, "list", true},
		"a list entry too many": {func(tx *Tx) error {
			key := listKey(day("2026-01-01"), "zzzzzzzzzz")
			return tx.Bucket(bucketList()).Put(key, encodeSummary(key, Row{}))
		}, "list", true},
		"a list entry is out of date": {func(tx *Tx) error {
			key, value := tx.Bucket(bucketList()).Cursor().First()
			row, err := decodeSummary(key, value)
			row.Name = "Somebody Else"
			key = bytes.Clone(key)
			return tx.Bucket(bucketList()).Put(key, firstError(err, encodeSummary(key, row)))
		}, "list", true},
		"the count": {func(tx *Tx) error { return putMeta(tx, metaCount, "7") }, "count", true},
		"a record": {func(tx *Tx) error {
			key, _ := tx.Bucket(bucketInvitations()).Cursor().First()
			return tx.Bucket(bucketInvitations()).Put(key, seal(key, []byte{0xa1, 0x01, 0x63, 'a'}))
		}, "invitation", false},
		"a connection": {func(tx *Tx) error { return tx.Bucket(bucketConnections()).Put([]byte("in/x"), []byte("x")) }, "connection", false},
		"a gap in the journal": {func(tx *Tx) error {
			return appendEntry(tx, nextNumber(tx)+1, Entry{What: "answered"}, entryRecord{})
		}, "journal entry", false},
		"a step that is not there": {func(tx *Tx) error { return putNumber(tx, metaUndo, 99) }, "step 99", false},
		"a draft":                  {func(tx *Tx) error { return tx.Bucket(bucketDrafts()).Put([]byte("x"), []byte("x")) }, "draft", false},
	} {
		t.Run(name, func(t *testing.T) {
			s := filled(t, 20)
			mustNot(t, s.file.write(func(tx *Tx) (bool, error) { return true, tc.harm(tx) }))
			var found CheckReport
			wantSameFile(t, s, func() { found = checkOf(t, s, false) })
			if found.OK || !strings.HasPrefix(found.Problems[0].Where, tc.where) || found.Problems[0].Fix == "" {
				t.Fatalf("found %+v", found)
			}
			after := checkOf(t, s, true)
			if after.OK != tc.repair || (len(after.Repaired) == 1) != tc.repair {
				t.Errorf("after repair %+v", after)
			}
			if !tc.repair {
				return
			}
			wantSound(t, s)
			if names := backupNames(t, s); len(names) != 1 || !strings.HasSuffix(names[0], "-repair.db") {
				t.Errorf("backups %v", names)
			}
		})
	}
}

func firstError(err error, value []byte) []byte {
	if err != nil {
		panic(err)
	}
	return value
}

func TestCheckOfAFileBeyondReading(t *testing.T) {
	s := filled(t, 50)
	rows, err := s.Rows(t.Context())
	mustNot(t, err)
	doImport(t, s, archiveOf("2026-07-01", rowsOf(incoming("Bo Yu", "bo-yu", "2026-06-30 10:00")))) // makes a backup
	whole := readFile(t, s.Path())
	for name, data := range map[string][]byte{
		"empty": nil, "cut short": whole[:20000], "scribbled": append(bytes.Repeat([]byte("x"), 20000), whole[20000:]...),
	} {
		mustNot(t, os.WriteFile(s.Path(), data, 0o600))
		report := checkOf(t, s, true)
		if report.OK || len(report.Problems) != 1 || !strings.Contains(report.Problems[0].Fix, "linkvet restore "+s.file.backupFolder()) {
			t.Errorf("%s: %+v", name, report)
		}
		if !bytes.Equal(readFile(t, s.Path()), data) {
			t.Errorf("%s: the file was touched", name)
		}
	}
	if len(rows) != 50 {
		t.Errorf("%d rows", len(rows))
	}
}
