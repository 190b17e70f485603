//go:build linux

package performance

import (
	"path/filepath"
	"testing"

	"linkvet/store/linkedin/archivetest"
	"linkvet/store/versus"
)

// BenchmarkGrowth looks from outside at what depends on how much the store
// holds: the start, the memory, and the memory of an import.
func BenchmarkGrowth(b *testing.B) {
	versus.Sizes(b, func(b *testing.B, rows int) {
		folder := b.TempDir()
		options := archivetest.Options{Invitations: rows, Connections: min(rows*3/10, 30_000), Seed: 1, Chatty: true}
		if err := archivetest.New(options).WriteFolder(folder); err != nil {
			b.Fatal(err)
		}
		db := filepath.Join(folder, "linkvet.db")
		s := seen{}
		s["import-peak"] = []float64{importPeak(b, folder, db)}
		count := waitingIn(b, db)
		for b.Loop() {
			s.add(look(b, count, "--db", db))
		}
		for _, c := range []struct{ name, unit string }{
			{"first-screen", "ms"}, {"all-counted", "ms"}, {"memory", "MiB"}, {"memory-peak", "MiB"}, {"import-peak", "MiB"},
		} {
			b.Run(c.name, func(b *testing.B) { versus.Report(b, c.unit, s[c.name], nil) })
		}
	})
}

// look starts linkvet, waits until all is counted, searches a little and quits.
func look(tb testing.TB, counted string, args ...string) seen {
	tb.Helper()
	w := watch(tb, "linkvet", args...)
	memory := peak(w.Cmd.Process.Pid)
	s := seen{}
	s.took("first-screen", w.Until("Waiting"))
	s.took("all-counted", w.Until(counted))
	for _, key := range []string{"/", "r", "o", "b", "\x1b"} {
		w.Key(key, done)
	}
	now, _ := anonymousMiB(w.Cmd.Process.Pid)
	s["memory"], s["memory-peak"] = []float64{now}, []float64{memory()}
	w.Quit()
	return s
}

// importPeak imports an archive by the command and returns the most memory it
// took.
func importPeak(tb testing.TB, archive, db string) float64 {
	tb.Helper()
	cmd := command(program(tb, "linkvet"), tb.TempDir(), "import", "--db", db, archive)
	if err := cmd.Start(); err != nil {
		tb.Fatal(err)
	}
	memory := peak(cmd.Process.Pid)
	if err := cmd.Wait(); err != nil {
		tb.Fatal(err)
	}
	return memory()
}
