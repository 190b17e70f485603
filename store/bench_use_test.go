package store

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"linkvet/advisor"
	"linkvet/store/vault"
	"linkvet/store/versus"
)

// firstRows is what fills a first screen.
const firstRows = 40

// openAndShow does what the terminal program does until its first screen.
func openAndShow(b *testing.B, path string) {
	s, err := Open(path, vault.Options{Now: newClock().now, ShowFirst: true})
	if err != nil {
		b.Fatal(err)
	}
	showFirst(b, s)
}

// showFirst reads what a first screen shows.
func showFirst(b *testing.B, s *Store) {
	if rows, err := s.Table(b.Context(), firstRows); err != nil || rows.Len() != firstRows {
		b.Fatal(rows, err)
	}
}

// bareRead walks through tables of a store from their ends, with nothing but bbolt,
// up to so many entries of each, and adds up how long the values are.
func bareRead(b *testing.B, path string, limit int, tables ...string) int {
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		b.Fatal(err)
	}
	size := 0
	err = db.View(func(tx *bolt.Tx) error {
		for _, table := range tables {
			n := 0
			cursor := tx.Bucket([]byte(table)).Cursor()
			for key, value := cursor.Last(); key != nil && n != limit; key, value = cursor.Prev() {
				size, n = size+len(value), n+1
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	if err := db.Close(); err != nil {
		b.Fatal(err)
	}
	return size
}

// noLimit walks through all of a table.
const noLimit = -1

func besideStart(b *testing.B, s *Store) {
	b.Run("start/open", func(b *testing.B) {
		versus.Run(b, versus.Do(func() { openAndShow(b, s.Path()) }),
			versus.Do(func() { bareRead(b, s.Path(), firstRows, "list") }))
	})
	b.Run("start/first-rows", func(b *testing.B) {
		versus.Run(b, versus.Do(func() { showFirst(b, s) }),
			versus.Do(func() { bareRead(b, s.Path(), firstRows, "list") }))
	})
	b.Run("start/all-rows", func(b *testing.B) {
		versus.Run(b, versus.Do(func() { allRows(b, s) }),
			versus.Do(func() { bareRead(b, s.Path(), noLimit, "list") }))
	})
}

// answers returns what answers a question, otherwise each time.
func answers(b *testing.B, s *Store) func() {
	b.Helper()
	id, well := allRows(b, s).ID(0), false
	return func() {
		value := "slightly"
		if well = !well; well {
			value = "well"
		}
		if _, err := s.Answer(id, advisor.Answers{"know": {value}}); err != nil {
			b.Fatal(err)
		}
	}
}

// appender returns what appends so many bytes to a plain file and makes them
// durable: the least for what must not be lost.
func appender(b *testing.B, size int) func() {
	b.Helper()
	f, err := os.OpenFile(filepath.Join(b.TempDir(), "plain"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = f.Close() })
	data := bytes.Repeat([]byte{'x'}, size)
	return func() {
		if _, err := f.Write(data); err != nil {
			b.Fatal(err)
		}
		if err := f.Sync(); err != nil {
			b.Fatal(err)
		}
	}
}

// changes is how many changes an iteration times.
const changes = 200

// besideAnswer compares an answer with appending what it writes: a journal
// entry, and the record and its list entry again. It returns how much that is.
func besideAnswer(b *testing.B, s *Store) (size int) {
	answer := answers(b, s)
	answer() // so that today's backup is made
	size = bareRead(b, s.Path(), 1, "journal") + bareRead(b, s.Path(), 1, "invitations") + bareRead(b, s.Path(), 1, "list")
	b.Run("answer", func(b *testing.B) {
		versus.Tail(b, changes, versus.Do(answer), versus.Do(appender(b, size)))
	})
	return size
}

func besideChange(b *testing.B, s *Store) {
	size := besideAnswer(b, s)
	b.Run("undo-redo", func(b *testing.B) {
		write := appender(b, size)
		versus.Tail(b, changes/4, versus.Do(func() {
			if _, err := s.Undo(); err != nil {
				b.Fatal(err)
			}
			if _, err := s.Redo(); err != nil {
				b.Fatal(err)
			}
		}), versus.Do(func() { write(); write() }))
	})
}

func besideLook(b *testing.B, s *Store) {
	b.Run("statistics", func(b *testing.B) {
		versus.Run(b, versus.Do(func() {
			if _, err := s.Insight(b.Context(), nil); err != nil {
				b.Fatal(err)
			}
		}), versus.Do(func() { bareRead(b, s.Path(), noLimit, "list", "connections", "journal") }))
	})
	b.Run("journal", func(b *testing.B) {
		answer := answers(b, s)
		for range changes {
			answer()
		}
		versus.Run(b, versus.Do(func() {
			if _, err := s.Journal(""); err != nil {
				b.Fatal(err)
			}
		}), versus.Do(func() { bareRead(b, s.Path(), noLimit, "journal") }))
	})
}
