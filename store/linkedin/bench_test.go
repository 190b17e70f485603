package linkedin_test

import (
	"bufio"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"testing"

	"linkvet/store/linkedin"
	"linkvet/store/linkedin/archivetest"
	"linkvet/store/versus"
)

// BenchmarkBeside compares reading a table with splitting the same file by the
// standard library, which keeps nothing of it.
func BenchmarkBeside(b *testing.B) {
	folder := b.TempDir()
	options := archivetest.Options{Invitations: 100_000, Connections: 30_000, Seed: 1, Chatty: true}
	if err := archivetest.New(options).WriteFolder(folder); err != nil {
		b.Fatal(err)
	}
	for _, table := range []string{"Invitations", "Connections"} {
		path := filepath.Join(folder, table+".csv")
		b.Run("parse/"+table, func(b *testing.B) {
			versus.Run(b, versus.Do(func() {
				if _, err := linkedin.Read(b.Context(), []string{path}, nil); err != nil {
					b.Fatal(err)
				}
			}), versus.Do(func() { splitCSV(b, path) }))
		})
	}
}

// splitCSV reads a table and keeps nothing.
func splitCSV(b *testing.B, path string) {
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(bufio.NewReaderSize(f, 64<<10))
	r.ReuseRecord, r.FieldsPerRecord, r.LazyQuotes = true, -1, true
	for {
		if _, err := r.Read(); err == io.EOF {
			return
		} else if err != nil {
			b.Fatal(err)
		}
	}
}
