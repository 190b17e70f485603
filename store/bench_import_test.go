package store

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/fxamacker/cbor/v2"
	bolt "go.etcd.io/bbolt"

	"linkvet/store/exchange"
	"linkvet/store/versus"
)

// besideImport compares importing with reading the table by encoding/csv and
// loading equal records into a bare database. Importing again, undoing the import
// and reading tables of our own of the same rows are compared with importing for
// the first time, and importing connections too with importing invitations alone.
func besideImport(b *testing.B) {
	archive := chattyArchive(benchRows, benchConnections)
	folder := benchArchive(b, archive)
	alone := filepath.Join(folder, "Invitations.csv")
	var s *Store
	empty := func() { s, _ = newStore(b) }
	fresh := versus.Side{Before: empty, Run: func() { importFrom(b, s, alone) }}
	load := func() { bareLoad(b, alone) }
	b.Run("fresh", func(b *testing.B) { versus.Run(b, fresh, versus.Do(load)) })

	filled, _ := newStore(b)
	importFrom(b, filled, alone)
	b.Run("again", func(b *testing.B) {
		versus.Run(b, versus.Do(func() {
			if report := importFrom(b, filled, alone); report.Added+report.Updated > 0 {
				b.Fatalf("the same archive changes something: %+v", report)
			}
		}), fresh)
	})

	earlier, c := newStore(b)
	importFrom(b, earlier, filepath.Join(benchArchive(b, archive.Earlier(benchRows/100)), "Invitations.csv"))
	b.Run("newer", func(b *testing.B) {
		path := filepath.Join(b.TempDir(), "linkvet.db")
		versus.Run(b, versus.Side{
			Before: func() {
				copyFile(b, earlier.Path(), path)
				s = openStore(b, path, c)
			},
			Run: func() { importFrom(b, s, alone) },
		}, versus.Do(load))
	})
	b.Run("connections", func(b *testing.B) {
		versus.Run(b, versus.Side{Before: empty, Run: func() { importFrom(b, s, folder) }}, fresh)
	})
	b.Run("undo", func(b *testing.B) {
		versus.Run(b, versus.Side{
			Before: func() { empty(); importFrom(b, s, alone) },
			Run: func() {
				if _, err := s.Undo(); err != nil {
					b.Fatal(err)
				}
			},
		}, fresh)
	})
	for _, format := range []exchange.Format{exchange.CSV, exchange.JSONLines} {
		b.Run("own-"+string(format), func(b *testing.B) {
			own := filepath.Join(b.TempDir(), "own."+string(format))
			writeFile(b, own, func(w io.Writer) error {
				_, err := filled.Export(b.Context(), w, exchange.ExportOptions{All: true, Format: format})
				return err
			})
			versus.Run(b, versus.Side{Before: empty, Run: func() { importFrom(b, s, own) }}, fresh)
		})
	}
}

// barePerson is a record of an invitation and nothing else.
type barePerson struct {
	Name     string `cbor:"1,keyasint,omitempty"`
	URL      string `cbor:"2,keyasint,omitempty"`
	Note     string `cbor:"3,keyasint,omitempty"`
	SentAt   int64  `cbor:"4,keyasint,omitempty"`
	Outgoing bool   `cbor:"5,keyasint,omitempty"`
	AddedAt  int64  `cbor:"6,keyasint,omitempty"`
	Listed   bool   `cbor:"7,keyasint,omitempty"`
}

type bareEntry struct {
	key    [16]byte
	record []byte
	row    []byte
}

// bareLoad reads Invitations.csv with the standard library and writes a record
// and a list entry for each row into a new database, sorted, in batches of
// 10,000, and durable at the end.
func bareLoad(b *testing.B, table string) {
	entries := bareEntries(b, table)
	slices.SortFunc(entries, func(x, y bareEntry) int { return bytes.Compare(x.key[:], y.key[:]) })
	path := filepath.Join(filepath.Dir(table), "bare.db")
	_ = os.Remove(path)
	db, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		b.Fatal(err)
	}
	for batch := range slices.Chunk(entries, 10_000) {
		err := db.Update(func(tx *bolt.Tx) error { return putBatch(tx, batch) })
		if err != nil {
			b.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		b.Fatal(err)
	}
}

func putBatch(tx *bolt.Tx, batch []bareEntry) error {
	for _, name := range []string{"records", "list"} {
		bucket, err := tx.CreateBucketIfNotExists([]byte(name))
		if err != nil {
			return err
		}
		bucket.FillPercent = 0.9
		for i := range batch {
			value := batch[i].record
			if name == "list" {
				value = batch[i].row
			}
			if err := bucket.Put(batch[i].key[:], value); err != nil {
				return err
			}
		}
	}
	return nil
}

// bareEntries makes records of the rows: a key of the date and a hash of the
// addresses, the record in CBOR, and what a list shows.
func bareEntries(b *testing.B, path string) []bareEntry {
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(bufio.NewReaderSize(f, 64<<10))
	r.ReuseRecord = true
	if _, err := r.Read(); err != nil {
		b.Fatal(err)
	}
	var entries []bareEntry
	for {
		row, err := r.Read()
		if err == io.EOF {
			return entries
		} else if err != nil {
			b.Fatal(err)
		}
		entry, err := entryOf(row)
		if err != nil {
			b.Fatal(err)
		}
		entries = append(entries, entry)
	}
}

func entryOf(row []string) (bareEntry, error) {
	sent, err := time.Parse("1/2/06, 3:04 PM", row[2])
	if err != nil {
		return bareEntry{}, err
	}
	p := barePerson{Name: row[0], URL: row[5], Note: row[3], SentAt: sent.Unix(), AddedAt: sent.Unix(), Listed: true}
	if row[4] == "OUTGOING" {
		p.Name, p.URL, p.Outgoing = row[1], row[6], true
	}
	var e bareEntry
	binary.BigEndian.PutUint64(e.key[:8], uint64(p.SentAt))
	hash := sha256.Sum256([]byte(row[5] + row[6]))
	copy(e.key[8:], hash[:])
	if e.record, err = cbor.Marshal(p); err != nil {
		return e, err
	}
	for _, text := range [...]string{p.Name, p.URL, p.Note} {
		e.row = append(binary.AppendUvarint(e.row, uint64(len(text))), text...)
	}
	return e, nil
}
