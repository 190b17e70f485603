//go:build linux

package performance

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"linkvet/store/versus"
	"linkvet/testdata/terminal"
)

// BenchmarkBesideOthers does what other programs can do too beside them, in turn
// in one run, where they are installed.
func BenchmarkBesideOthers(b *testing.B) {
	const rows = 100_000
	db := benchStore(b, rows)
	b.Run("fzf", func(b *testing.B) { besideFzf(b, db) })
	b.Run("sqlite", func(b *testing.B) { besideSqlite(b, db) })
}

// need skips a comparison where a program is missing.
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
		fzf := exec.Command("sh", "-c", `exec fzf --exact <"$0"`, lines)
		fzf.Env = append(os.Environ(), "TERM=xterm-256color", "FZF_DEFAULT_OPTS=")
		other.add(filter(b, terminal.Start(b, fzf, terminal.Options{}), fmt.Sprintf("%d/%d", n, n)))
		w := watch(b, "linkvet", "--db", db)
		w.Until(count)
		w.Key("A", done) // everybody, as there
		w.Key("/", done)
		ours.add(filter(b, w, count))
	}
	b.Run("filter", func(b *testing.B) { versus.Report(b, "ms", ours["filter"], other["filter"], "p95") })
	b.Run("memory", func(b *testing.B) { versus.Report(b, "MiB", ours["memory"], other["memory"]) })
}

// filter types into a filter that has begun and ends the program.
func filter(tb testing.TB, w *terminal.Program, ready string) seen {
	tb.Helper()
	memory := peak(w.Cmd.Process.Pid)
	w.Until(ready)
	const rest = 300 * time.Millisecond // fzf shows the key at once and what it found later
	s := seen{}
	for _, word := range []string{"martin", "sol", "engin"} {
		for i, key := range strings.Split(word, "") {
			<-time.After(time.Duration(7+i*13%29) * time.Millisecond)
			took, _ := w.Key(key, rest)
			s.took("filter", took)
		}
		w.Key("\x15", rest) // takes all of it back
	}
	s["memory"] = []float64{memory()}
	w.Kill()
	return s
}

// writeLines writes everybody in a line each, with what linkvet's filter looks
// at, and returns how many there are.
func writeLines(tb testing.TB, db, path string) int {
	tb.Helper()
	listed := json.NewDecoder(bytes.NewReader(must(tb, command(program(tb, "linkvet"), tb.TempDir(), "list", "--json", "--db", db))))
	var b bytes.Buffer
	people := 0
	for ; listed.More(); people++ {
		var row struct{ Name, Headline, Company, Note string }
		if err := listed.Decode(&row); err != nil {
			tb.Fatal(err)
		}
		fmt.Fprintln(&b, strings.Join(strings.Fields(row.Name+" "+row.Headline+" "+row.Company+" "+row.Note), " "))
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		tb.Fatal(err)
	}
	return people
}

// besideSqlite takes the same table in, and writes one out that has all columns of
// ours.
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
	linkvet := func(args ...string) { must(b, command(program(b, "linkvet"), folder, args...)) }
	b.Run("import", func(b *testing.B) {
		versus.Run(b, versus.Side{Before: remove(fresh), Run: func() { linkvet("import", "--new-store", "--db", fresh, table) }},
			versus.Side{Before: remove(taken), Run: load})
	})
	b.Run("export", func(b *testing.B) {
		ours, out := filepath.Join(folder, "ours.csv"), filepath.Join(folder, "out.csv")
		export := func(to string) { linkvet("export", "--db", db, "--all", "--columns", "all", "-o", to, "--force") }
		export(ours)
		must(b, exec.Command("sqlite3", taken, ".mode csv", ".import '"+ours+"' same"))
		versus.Run(b, versus.Do(func() { export(out) }), versus.Do(func() {
			must(b, exec.Command("sqlite3", "-csv", "-header", taken, ".output '"+out+"'", "select * from same;"))
		}))
	})
}
