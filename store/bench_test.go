package store

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"linkvet/advisor"
	"linkvet/store/linkedin"
)

// bigArchive has the measures of a real one: few notes, dates that mostly fall.
func bigArchive(n int) *linkedin.Archive {
	a := &linkedin.Archive{HasInvitations: true, HasConnections: true, Newest: day("2026-05-01")}
	start := minute("2026-04-30 12:00")
	for i := range n {
		slug := fmt.Sprintf("person-%x", i*2654435761%4294967296)
		row := linkedin.Invitation{
			Name: fmt.Sprintf("Pérson %d Lindqvist", i), Slug: slug, URL: "https://www.linkedin.com/in/" + slug,
			SentAt: start.Add(-time.Duration(i) * 17 * time.Minute), Outgoing: i%7 == 0,
		}
		if i%3 == 0 {
			row.Note = "Hello, we met at the fair in Lyon and I would like to keep in touch about the study you showed there."
		}
		a.Invitations = append(a.Invitations, row)
	}
	for i := range n * 3 / 10 {
		row := a.Invitations[i*3]
		a.Connections = append(a.Connections, linkedin.Connection{Name: row.Name, Slug: row.Slug, URL: row.URL, Company: "Acme", Position: "Engineer", ConnectedOn: day("2026-04-30")})
	}
	return a
}

func benchImport(b *testing.B, n int) {
	a := bigArchive(n)
	for b.Loop() {
		b.StopTimer()
		s, _ := newStore(b)
		b.StartTimer()
		if _, err := s.Import(b.Context(), a, false, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkImport10k(b *testing.B)  { benchImport(b, 10_000) }
func BenchmarkImport100k(b *testing.B) { benchImport(b, 100_000) }

// BenchmarkImportAgain10k merges what is there already.
func BenchmarkImportAgain10k(b *testing.B) { benchImportAgain(b, 10_000) }

// BenchmarkImportAgain100k is the same with ten times as much.
func BenchmarkImportAgain100k(b *testing.B) { benchImportAgain(b, 100_000) }

func benchImportAgain(b *testing.B, n int) {
	s, a := bigStore(b, n)
	for b.Loop() {
		if _, err := s.Import(b.Context(), a, false, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func bigStore(b *testing.B, n int) (*Store, *linkedin.Archive) {
	s, _ := newStore(b)
	a := bigArchive(n)
	if _, err := s.Import(b.Context(), a, false, nil); err != nil {
		b.Fatal(err)
	}
	return s, a
}

// BenchmarkBareLoad10k is the floor for an import: the same keys and values
// written by bbolt alone, sorted, in one transaction.
func BenchmarkBareLoad10k(b *testing.B) {
	s, _ := bigStore(b, 10_000)
	var tables [][]keyed
	err := s.view(func(tx *bolt.Tx) error {
		for _, name := range [][]byte{bucketInvitations(), bucketList(), bucketConnections()} {
			var table []keyed
			err := tx.Bucket(name).ForEach(func(k, v []byte) error {
				table = append(table, keyed{append([]byte{}, k...), append([]byte{}, v...)})
				return nil
			})
			if err != nil {
				return err
			}
			tables = append(tables, table)
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		db, err := bolt.Open(filepath.Join(b.TempDir(), "bare.db"), 0o600, &bolt.Options{InitialMmapSize: 16 << 20})
		if err != nil {
			b.Fatal(err)
		}
		err = db.Update(func(tx *bolt.Tx) error {
			for i, table := range tables {
				bucket, err := tx.CreateBucket([]byte{byte('a' + i)})
				if err != nil {
					return err
				}
				for _, e := range table {
					if err := bucket.Put(e.key, e.value); err != nil {
						return err
					}
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
	}
}

func BenchmarkRows100k(b *testing.B) {
	s, _ := bigStore(b, 100_000)
	for b.Loop() {
		if rows, err := s.Rows(b.Context()); err != nil || len(rows) != 100_000 {
			b.Fatal(len(rows), err)
		}
	}
}

func BenchmarkNewest40Of100k(b *testing.B) {
	s, _ := bigStore(b, 100_000)
	for b.Loop() {
		if table, err := s.Table(b.Context(), 40); err != nil || table.Len() != 40 {
			b.Fatal(table, err)
		}
	}
}

func BenchmarkOpen100k(b *testing.B) {
	s, _ := bigStore(b, 100_000)
	for b.Loop() {
		if _, err := Open(s.Path(), Options{Now: newClock().now}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAnswerOf10k(b *testing.B) {
	s, _ := bigStore(b, 10_000)
	newest, err := s.Table(b.Context(), 1)
	if err != nil {
		b.Fatal(err)
	}
	id := newest.ID(0)
	values := []string{"well", "slightly"}
	for i := 0; b.Loop(); i++ {
		if _, err := s.Answer(id, advisor.Answers{"know": {values[i%2]}}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkTable100k reads what BenchmarkRows100k reads, in its compact form.
func BenchmarkTable100k(b *testing.B) {
	s, _ := bigStore(b, 100_000)
	b.ReportAllocs()
	for b.Loop() {
		if table, err := s.Table(b.Context(), -1); err != nil || table.Len() != 100_000 {
			b.Fatal(table, err)
		}
	}
}

func bigTable(b *testing.B) *Table {
	s, _ := bigStore(b, 100_000)
	table, err := s.Table(b.Context(), -1)
	if err != nil {
		b.Fatal(err)
	}
	return table
}

func BenchmarkSearchable100k(b *testing.B) {
	table := bigTable(b)
	b.ReportAllocs()
	for b.Loop() {
		searchable(b, table)
	}
}

func BenchmarkSearch100k(b *testing.B) {
	table := searchable(b, bigTable(b))
	found := make([]bool, table.Len())
	for _, text := range []string{"lyon", "person 77777", "nobody", "!lyon", "is:waiting fair"} {
		q, err := ParseQuery(text)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				table.Mark(q, found)
			}
		})
	}
}

// BenchmarkReplaceOneOf100k changes one row, BenchmarkReplaceAllOf100k every one.
func BenchmarkReplaceOneOf100k(b *testing.B) { benchReplace(b, 1) }
func BenchmarkReplaceAllOf100k(b *testing.B) { benchReplace(b, 100_000) }

func benchReplace(b *testing.B, n int) {
	table := searchable(b, bigTable(b))
	rows := make(map[int]Row, n)
	for i := range n {
		rows[i] = table.At(i)
	}
	for b.Loop() {
		table.Replace(rows)
	}
}

func BenchmarkEach100k(b *testing.B) {
	s, _ := bigStore(b, 100_000)
	for b.Loop() {
		if err := s.Each(b.Context(), func(Invitation) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}
