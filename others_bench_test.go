//go:build linux

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"linkvet/store"
	"linkvet/store/vault"
	"linkvet/store/versus"
)

// BenchmarkBesideOthers does what other programs can do too beside them, in turn
// in one run, where they are installed.
func BenchmarkBesideOthers(b *testing.B) {
	const rows = 100_000
	db := benchStore(b, rows)
	b.Run("fzf", func(b *testing.B) { besideFzf(b, db) })
	b.Run("sqlite", func(b *testing.B) { besideSqlite(b, db) })
}

// need passes a comparison over where a program is missing.
func need(b *testing.B, name string) {
	b.Helper()
	if _, err := exec.LookPath(name); err != nil {
		b.Skip(name + " is not installed, so there is nothing to compare with")
	}
}

// besideFzf filters the same people by the same keys.
func besideFzf(b *testing.B, db string) {
	need(b, "fzf")
	lines := filepath.Join(b.TempDir(), "lines")
	n := writeLines(b, db, lines)
	count := waitingIn(b, db)
	ours, other := seen{}, seen{}
	for b.Loop() {
		program := exec.Command("sh", "-c", `exec fzf --exact <"$0"`, lines)
		program.Env = append(os.Environ(), "TERM=xterm-256color", "FZF_DEFAULT_OPTS=")
		other.add(filter(b, (&watched{}).begin(b, program), fmt.Sprintf("%d/%d", n, n)))
		w := watch(b, "linkvet", "--db", db)
		w.until(b, count)
		w.key(b, "A") // everybody, as there
		w.key(b, "/")
		ours.add(filter(b, w, count))
	}
	b.Run("filter", func(b *testing.B) { versus.Report(b, "ms", ours["filter"], other["filter"], "p95") })
	b.Run("memory", func(b *testing.B) { versus.Report(b, "MiB", ours["memory"], other["memory"]) })
}

// filter types into a filter that has begun and ends the program.
func filter(tb testing.TB, w *watched, ready string) seen {
	tb.Helper()
	memory := peak(w.program.Process.Pid)
	w.until(tb, ready)
	w.rest = 300 * time.Millisecond // fzf shows the key at once and what it found later
	s := seen{}
	for _, word := range []string{"martin", "sol", "engin"} {
		for i, key := range strings.Split(word, "") {
			<-time.After(time.Duration(7+i*13%29) * time.Millisecond)
			took, _ := w.key(tb, key)
			s.took("filter", took)
		}
		w.key(tb, "\x15") // takes all of it back
	}
	s["memory"] = []float64{memory()}
	_ = w.program.Process.Kill()
	_ = w.program.Wait()
	_ = w.tty.Close()
	return s
}

// writeLines writes everybody in a line each, with what linkvet's filter looks
// at, and returns how many there are.
func writeLines(tb testing.TB, db, path string) int {
	tb.Helper()
	s, err := store.Open(db, vault.Options{Now: time.Now})
	if err != nil {
		tb.Fatal(err)
	}
	rows, err := s.Rows(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	var b bytes.Buffer
	for _, row := range rows {
		fmt.Fprintln(&b, strings.Join(strings.Fields(row.Name+" "+row.Headline+" "+row.Company+" "+row.Note), " "))
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		tb.Fatal(err)
	}
	return len(rows)
}

// besideSqlite takes the same table in, and writes one out.
func besideSqlite(b *testing.B, db string) {
	need(b, "sqlite3")
	table := filepath.Join(filepath.Dir(db), "Invitations.csv")
	taken, folder := filepath.Join(b.TempDir(), "sqlite.db"), b.TempDir()
	load := func() {
		commands := []string{
			`create table i ("From","To","Sent At","Message","Direction","inviterProfileUrl","inviteeProfileUrl");`,
			`create unique index u on i ("Sent At","inviterProfileUrl","inviteeProfileUrl","From","To");`,
			".mode csv", ".import --skip 1 '" + table + "' i",
		}
		must(b, exec.Command("sqlite3", append([]string{taken}, commands...)...))
	}
	fresh := filepath.Join(folder, "linkvet.db")
	remove := func(path string) func() { return func() { _ = os.Remove(path) } }
	linkvet := func(args ...string) { must(b, self(os.Args[0], folder, "linkvet", args...)) }
	b.Run("import", func(b *testing.B) {
		versus.Run(b, versus.Side{Before: remove(fresh), Run: func() { linkvet("import", "--db", fresh, table) }},
			versus.Side{Before: remove(taken), Run: load})
	})
	b.Run("export", func(b *testing.B) {
		out := filepath.Join(folder, "out.csv")
		versus.Run(b, versus.Side{Before: remove(out), Run: func() { linkvet("export", "--db", db, "--all", "-o", out) }},
			versus.Do(func() {
				must(b, exec.Command("sqlite3", "-csv", "-header", taken, ".output '"+out+"'", "select * from i;"))
			}))
	})
}

func must(tb testing.TB, program *exec.Cmd) {
	tb.Helper()
	if out, err := program.CombinedOutput(); err != nil {
		tb.Fatalf("%v: %v\n%s", program.Args, err, out)
	}
}
