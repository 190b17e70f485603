package vault

import (
	"errors"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"linkvet/store/fault"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// When a commit fails, what is in the file decides what is said: not changed,
// changed, or not known.
func TestFailedCommitSaysWhatCameOfIt(t *testing.T) {
	broken := errors.New("input/output error")
	for name, tc := range map[string]struct {
		end   func(db *bolt.DB, tx *bolt.Tx) error
		words string // "" is the plain error: nothing was changed
	}{
		"nothing was written":      {func(_ *bolt.DB, tx *bolt.Tx) error { return tx.Rollback() }, ""},
		"all of it was written":    {func(_ *bolt.DB, tx *bolt.Tx) error { return tx.Commit() }, "it was made"},
		"nobody can tell any more": {func(db *bolt.DB, tx *bolt.Tx) error { return errors.Join(tx.Rollback(), db.Close()) }, "is not known"},
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := newFile(t)
			add(t, s, "Ada Lind")
			var said error
			_ = s.with(access{}, func(db *bolt.DB) error {
				tx, err := db.Begin(true)
				mustNot(t, err)
				mustNot(t, tables.Note(s.in(tx), record.Entry{What: "tried"}))
				id := tx.ID()
				_ = tc.end(db, tx)
				said = s.outcome(db, id, broken)
				return nil
			})
			if !errors.Is(said, broken) || errors.Is(said, fault.ErrUnconfirmed) != (tc.words != "") || !strings.Contains(said.Error(), tc.words) {
				t.Errorf("%v, want %q", said, tc.words)
			}
			if tc.words != "" && strings.Contains(fault.Explain(s.FullPath, said).Error(), "nothing was changed") {
				t.Errorf("%v", fault.Explain(s.FullPath, said))
			}
		})
	}
}
