package store

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"linkvet/store/exchange"
	"linkvet/store/files"
	"linkvet/store/vault"
	"linkvet/store/versus"
)

// besideExport compares exporting to a file with writing the same cells, which
// are in memory already, by the standard library.
func besideExport(b *testing.B, s *Store) {
	folder := b.TempDir()
	export := func(format exchange.Format) func() {
		path := filepath.Join(folder, "invitations."+string(format))
		return func() {
			err := files.Write(path, true, func(w io.Writer) error {
				_, err := s.Export(b.Context(), w, exchange.ExportOptions{All: true, Format: format})
				return err
			})
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	plain := filepath.Join(folder, "plain")
	b.Run("export/CSV", func(b *testing.B) {
		cells := exportedCells(b, s)
		versus.Run(b, versus.Do(export(exchange.CSV)), versus.Do(func() {
			writeFile(b, plain, func(w io.Writer) error { return csv.NewWriter(w).WriteAll(cells) })
		}))
	})
	b.Run("export/JSONL", func(b *testing.B) {
		objects := exportedObjects(b, s)
		versus.Run(b, versus.Do(export(exchange.JSONLines)), versus.Do(func() {
			writeFile(b, plain, func(w io.Writer) error {
				lines := json.NewEncoder(w)
				for i := range benchRows {
					if err := lines.Encode(&objects[i%len(objects)]); err != nil {
						return err
					}
				}
				return nil
			})
		}))
	})
}

func exportedCells(b *testing.B, s *Store) [][]string {
	b.Helper()
	var text bytes.Buffer
	if _, err := s.Export(b.Context(), &text, exchange.ExportOptions{All: true}); err != nil {
		b.Fatal(err)
	}
	cells, err := csv.NewReader(&text).ReadAll()
	if err != nil {
		b.Fatal(err)
	}
	return cells
}

// exportedObjects are the first lines of JSON Lines, read back. All of them
// would be a lot to keep.
func exportedObjects(b *testing.B, s *Store) []exchange.FullObject {
	b.Helper()
	var text bytes.Buffer
	if _, err := s.Export(b.Context(), &text, exchange.ExportOptions{All: true, Format: exchange.JSONLines}); err != nil {
		b.Fatal(err)
	}
	objects := make([]exchange.FullObject, benchRows/10)
	lines := json.NewDecoder(&text)
	for i := range objects {
		if err := lines.Decode(&objects[i]); err != nil {
			b.Fatal(err)
		}
	}
	return objects
}

// besideCopy compares a backup with copying the file, and a check with reading
// it once.
func besideCopy(b *testing.B, s *Store) {
	folder := b.TempDir()
	b.Run("backup", func(b *testing.B) {
		made := 0
		versus.Run(b, versus.Do(func() {
			made++
			if _, err := s.Backup(filepath.Join(folder, strconv.Itoa(made)+".db"), false); err != nil {
				b.Fatal(err)
			}
		}), versus.Do(func() { copyFile(b, s.Path(), filepath.Join(folder, "copy.db")) }))
	})
	b.Run("check", func(b *testing.B) {
		versus.Run(b, versus.Do(func() {
			report, err := vault.Check(b.Context(), s.Path(), vault.Options{Now: newClock().now}, false)
			if err != nil || !report.OK {
				b.Fatal(report.Problems, err)
			}
		}), versus.Do(func() { readOnce(b, s.Path()) }))
	})
}

func readOnce(b *testing.B, path string) {
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	if _, err := io.CopyBuffer(struct{ io.Writer }{io.Discard}, struct{ io.Reader }{f}, make([]byte, 64<<10)); err != nil {
		b.Fatal(err)
	}
}
