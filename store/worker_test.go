package store

import (
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"linkvet/store/fault"
	"linkvet/store/linkedin"
	"linkvet/store/record"
	"linkvet/store/tables"
	"linkvet/store/vault"
)

// worker does a sequence of things to a store. What number n is, and at what
// time it is done, depends on n and on what is in the store alone, so that two
// workers who did the same things have the same store.
type worker struct {
	folder string
	s      *Store
	c      *clock
}

func newWorker(folder string) (*worker, error) {
	w := &worker{folder: folder, c: newClock()}
	var err error
	w.s, err = Open(filepath.Join(folder, "linkvet.db"), vault.Options{Timeout: 10 * time.Second, Now: w.c.now})
	if err == nil {
		w.s.file.Opts.AtOnce = 30 // so that an import takes several batches
	}
	return w, err
}

// do does number n and says what it was. Errors that say no are fine.
func (w *worker) do(n int) (what string, err error) {
	w.c.t = newClock().t.Add(time.Duration(n) * 7 * time.Hour) // so that a day has few changes, and backups are made
	r := rand.New(rand.NewSource(int64(n)))
	what, err = w.pick(r, n)
	for _, no := range []error{fault.ErrInvalid, fault.ErrExists, fault.ErrNothing, fault.ErrChanged} {
		if errors.Is(err, no) {
			return what, nil
		}
	}
	return what, err
}

func (w *worker) pick(r *rand.Rand, n int) (string, error) {
	ctx := context.Background()
	rows, err := w.s.Rows(ctx)
	if err != nil {
		return "rows", err
	}
	some := func() (ids []string) {
		for range 1 + r.Intn(4) {
			if len(rows) > 0 {
				ids = append(ids, rows[r.Intn(len(rows))].ID)
			}
		}
		return ids
	}
	ids := some()
	choice := r.Intn(100)
	switch {
	case choice < 8 || len(ids) == 0:
		_, err = w.s.Import(ctx, killArchive(r, n), false, nil)
		return "import", err
	case choice < 16:
		_, err = w.s.Add(record.Invitation{Name: fmt.Sprint("Person ", n), Note: strings.Repeat("note ", r.Intn(400))})
		return "add", err
	case choice < 40:
		_, err = w.s.Answer(ids[0], answersOf([]string{"know", "trust", "asks_for_money"}[r.Intn(3)], "yes"), "kind")
		if errors.Is(err, fault.ErrInvalid) {
			_, err = w.s.Answer(ids[0], answersOf("know", []string{"well", "slightly", "no"}[r.Intn(3)]))
		}
		return "answer", err
	case choice < 55:
		_, err = w.s.DecideAll(ids, record.Act{Decision: []record.Decision{record.Ignored, record.Accepted, record.Sent}[r.Intn(3)], Because: "because"})
		return "decide", err
	case choice < 60:
		_, err = w.s.LaterAll(ids, w.c.days(1))
		return "later", err
	case choice < 65:
		_, err = w.s.ReopenAll(ids)
		return "reopen", err
	case choice < 70:
		_, err = w.s.Tag(ids, []string{fmt.Sprint("tag ", r.Intn(5))}, nil)
		return "tag", err
	case choice < 73:
		_, err = w.s.Delete(ids[:1])
		return "delete", err
	case choice < 79:
		_, err = w.s.Undo()
		return "undo", err
	case choice < 82:
		_, err = w.s.Redo()
		return "redo", err
	case choice < 86:
		return "draft", w.s.KeepUnsaved("draft", fmt.Sprint("text ", n))
	}
	return w.maintain(ctx, choice)
}

// maintain does what works on whole files.
func (w *worker) maintain(ctx context.Context, choice int) (string, error) {
	backup := filepath.Join(w.folder, "backup.db")
	switch {
	case choice < 91:
		_, err := w.s.Backup(backup, true)
		return "backup", err
	case choice < 94:
		_, _, err := w.s.Compact()
		return "compact", err
	case choice < 96:
		if _, err := os.Stat(backup); err != nil {
			return "restore", nil
		}
		_, err := vault.Restore(ctx, w.s.Path(), backup, w.s.file.Opts)
		return "restore", err
	}
	old := filepath.Join(w.folder, "old.db")
	if _, err := os.Stat(old); err != nil {
		return "migrate", nil
	}
	_, err := Open(old, w.s.file.Opts)
	return "migrate", err
}

// killArchive has new people, and some of whom earlier ones had.
func killArchive(r *rand.Rand, n int) *linkedin.Archive {
	a := &linkedin.Archive{HasInvitations: true, HasConnections: true, Newest: newClock().t.Add(time.Duration(n) * 7 * time.Hour)}
	for i := range 40 {
		who := fmt.Sprintf("p-%d-%d", n-n%7+r.Intn(20), i)
		a.Invitations = append(a.Invitations, linkedin.Invitation{
			Name: "Name " + who, Slug: who, URL: "https://www.linkedin.com/in/" + who, Note: strings.Repeat("hello ", r.Intn(30)),
			SentAt: newClock().t.Add(time.Duration(r.Intn(n+1)) * time.Hour), Outgoing: i%5 == 0,
		})
		if i%4 == 0 {
			a.Connections = append(a.Connections, linkedin.Connection{Name: "Name " + who, Slug: who, ConnectedOn: day("2026-01-01")})
		}
	}
	return a
}

// contents returns checksums of everything in a store.
func contents(t *testing.T, s *Store) map[string]uint32 {
	t.Helper()
	all, err := contentsOf(s)
	mustNot(t, err)
	return all
}

func contentsOf(s *Store) (map[string]uint32, error) {
	all := map[string]uint32{}
	err := s.file.View(func(tx *tables.Tx) error {
		return tx.ForEach(func(name []byte, bucket *bolt.Bucket) error {
			sum := crc32.NewIEEE()
			err := eachEntry(bucket, func(key, value []byte) {
				if string(key) != "identity" { // each store has its own
					fmt.Fprintf(sum, "%q %q\n", key, value)
				}
			})
			all[string(name)] = sum.Sum32()
			return err
		})
	})
	return all, err
}

// eachEntry calls fn for the entries of a table and of those in it.
func eachEntry(bucket *bolt.Bucket, fn func(key, value []byte)) error {
	return bucket.ForEach(func(key, value []byte) error {
		fn(key, value)
		if inner := bucket.Bucket(key); inner != nil {
			return eachEntry(inner, fn)
		}
		return nil
	})
}
