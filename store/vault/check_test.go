package vault

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"linkvet/store/record"
	"linkvet/store/sealed"
	"linkvet/store/tables"
)

func checkOf(t *testing.T, s *File, repair bool) CheckReport {
	t.Helper()
	report, err := Check(t.Context(), s.Path(), s.Opts, repair)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func TestCheckOfASoundStore(t *testing.T) {
	s := filled(t, 50)
	mustNot(t, s.Write(func(tx *tables.Tx) (bool, error) {
		for _, key := range []string{"a", "preview", "order Inbox"} {
			if err := tx.Bucket(tables.BucketDrafts()).Put([]byte(key), sealed.Seal([]byte(key), []byte("b"))); err != nil {
				return false, err
			}
		}
		return true, nil
	}))
	tag(t, s, all(t, s)[0].ID, "a")
	wantSameFile(t, s, func() {
		r := checkOf(t, s, true)
		if !r.OK || len(r.Problems) != 0 || r.Invitations != 50 || r.Connections != 50 || r.Journal != 51 || r.Drafts != 1 || r.Preferences != 2 || r.Schema != tables.SchemaVersion {
			t.Errorf("%+v", r)
		}
	})
}

func TestCheckFindsAndRepairs(t *testing.T) {
	for name, tc := range map[string]struct {
		harm   func(tx *tables.Tx) error
		where  string
		repair bool
	}{
		"a list entry is missing": {func(tx *tables.Tx) error {
			key, _ := tx.Bucket(tables.BucketList()).Cursor().First()
			return tx.Bucket(tables.BucketList()).Delete(key)
		}, "list", true},
		"a list entry too many": {func(tx *tables.Tx) error {
			key := record.ListKey(newClock().t, "zzzzzzzzzz")
			return tx.Bucket(tables.BucketList()).Put(key, record.EncodeSummary(key, record.Row{}))
		}, "list", true},
		"a list entry is out of date": {func(tx *tables.Tx) error {
			key, value := tx.Bucket(tables.BucketList()).Cursor().First()
			row, err := record.DecodeSummary(key, value)
			row.Name = "Somebody Else"
			key = bytes.Clone(key)
			return tx.Bucket(tables.BucketList()).Put(key, firstError(err, record.EncodeSummary(key, row)))
		}, "list", true},
		"the count": {func(tx *tables.Tx) error { return tables.PutMeta(tx, tables.MetaCount, "7") }, "count", true},
		"a record": {func(tx *tables.Tx) error {
			key, _ := tx.Bucket(tables.BucketInvitations()).Cursor().First()
			return tx.Bucket(tables.BucketInvitations()).Put(key, sealed.Seal(key, []byte{0xa1, 0x01, 0x63, 'a'}))
		}, "invitation", false},
		"a connection": {func(tx *tables.Tx) error {
			return tx.Bucket(tables.BucketConnections()).Put([]byte("in/x"), []byte("x"))
		}, "connection", false},
		"a gap in the journal": {func(tx *tables.Tx) error {
			return tables.AppendEntry(tx, tables.NextNumber(tx)+1, record.Entry{What: "answered"}, tables.EntryRecord{})
		}, "journal entry", false},
		"a step that is not there": {func(tx *tables.Tx) error { return tables.PutNumber(tx, tables.MetaUndo, 99) }, "step 99", false},
		"an unsaved text":          {func(tx *tables.Tx) error { return tx.Bucket(tables.BucketDrafts()).Put([]byte("x"), []byte("x")) }, `unsaved text "x"`, false},
		"a preference": {func(tx *tables.Tx) error {
			return tx.Bucket(tables.BucketDrafts()).Put([]byte("order Inbox"), []byte("x"))
		}, `preference "order Inbox"`, false},
	} {
		t.Run(name, func(t *testing.T) {
			s := filled(t, 20)
			mustNot(t, s.Write(func(tx *tables.Tx) (bool, error) { return true, tc.harm(tx) }))
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
	backUpNow(t, s)
	whole := readFile(t, s.Path())
	for name, data := range map[string][]byte{
		"empty": nil, "cut short": whole[:20000], "scribbled": append(bytes.Repeat([]byte("x"), 20000), whole[20000:]...),
	} {
		mustNot(t, os.WriteFile(s.Path(), data, 0o600))
		report := checkOf(t, s, true)
		if report.OK || len(report.Problems) != 1 || !strings.Contains(report.Problems[0].Fix, "linkvet restore "+s.backupFolder()) {
			t.Errorf("%s: %+v", name, report)
		}
		if !bytes.Equal(readFile(t, s.Path()), data) {
			t.Errorf("%s: the file was touched", name)
		}
	}
}
