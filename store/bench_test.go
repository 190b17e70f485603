package store

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"linkvet/store/linkedin/archivetest"
	"linkvet/store/list"
	"linkvet/store/merge"
	"linkvet/store/versus"
)

// The benchmarks of the store, each beside the least that could do the same:
//
//	go test -run '^$' -bench Beside -benchtime 5x ./store
//
// They go through what the package exports, so that it can change inside.

// benchRows is a comfortable ceiling for a real archive: LinkedIn allows 30,000
// connections.
const (
	benchRows        = 100_000
	benchConnections = 30_000
)

// benchArchive writes the tables of an archive into a folder, which it returns.
func benchArchive(b *testing.B, a *archivetest.Archive) string {
	b.Helper()
	folder := b.TempDir()
	if err := a.WriteFolder(folder); err != nil {
		b.Fatal(err)
	}
	return folder
}

func chattyArchive(invitations, connections int) *archivetest.Archive {
	return archivetest.New(archivetest.Options{Invitations: invitations, Connections: connections, Seed: 1, Chatty: true})
}

// importFrom does what linkvet import does.
func importFrom(b *testing.B, s *Store, paths ...string) merge.ImportReport {
	b.Helper()
	sources, err := merge.ReadSources(b.Context(), paths, nil)
	if err != nil {
		b.Fatal(err)
	}
	report, err := s.ImportSources(b.Context(), sources, false, nil)
	if err != nil {
		b.Fatal(err)
	}
	return report
}

// benchStore returns a store that was filled from an archive.
func benchStore(b *testing.B, invitations, connections int) *Store {
	b.Helper()
	s, _ := newStore(b)
	importFrom(b, s, benchArchive(b, chattyArchive(invitations, connections)))
	return s
}

// allRows are all the rows of a store, as the terminal program reads them.
func allRows(b *testing.B, s *Store) *list.Table {
	b.Helper()
	rows, err := s.Table(b.Context(), -1)
	if err != nil {
		b.Fatal(err)
	}
	return rows
}

func BenchmarkBeside(b *testing.B) {
	b.Run("import", besideImport)
	s := benchStore(b, benchRows, benchConnections)
	besideStart(b, s)
	besideChange(b, s)
	besideLook(b, s)
	besideExport(b, s)
	besideCopy(b, s)
}

// BenchmarkGrowth times what depends on how much the store holds.
func BenchmarkGrowth(b *testing.B) {
	versus.Sizes(b, func(b *testing.B, n int) {
		folder := benchArchive(b, chattyArchive(n, min(n*3/10, benchConnections)))
		var s *Store
		b.Run("import", func(b *testing.B) {
			versus.Alone(b, versus.Side{
				Before: func() { s, _ = newStore(b) },
				Run:    func() { importFrom(b, s, folder) },
			})
		})
		s, _ = newStore(b)
		importFrom(b, s, folder)
		b.Run("first-rows", func(b *testing.B) {
			versus.Alone(b, versus.Do(func() { openAndShow(b, s.Path()) }))
		})
		b.Run("all-rows", func(b *testing.B) {
			versus.Alone(b, versus.Do(func() { allRows(b, s) }))
		})
		besideAnswer(b, s) // a few would only show how the disk catches up with the import
	})
}

// copyFile copies a file and makes the copy durable.
func copyFile(b *testing.B, from, to string) {
	b.Helper()
	in, err := os.Open(from)
	if err != nil {
		b.Fatal(err)
	}
	defer in.Close()
	writeFile(b, to, func(w io.Writer) error {
		_, err := io.Copy(w, in)
		return err
	})
}

// writeFile writes a file and makes it durable: the least for all that lasts.
func writeFile(b *testing.B, path string, write func(w io.Writer) error) {
	b.Helper()
	f, err := os.Create(filepath.Clean(path))
	if err != nil {
		b.Fatal(err)
	}
	if err := write(f); err != nil {
		b.Fatal(err)
	}
	if err := f.Sync(); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
}
