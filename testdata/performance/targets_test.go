package performance

import (
	"fmt"
	"strings"
	"testing"
)

// target is what linkvet is to reach, and how it is seen in the results.
type target struct {
	what  string
	limit float64
	unit  string
	of    func(r *results) (float64, bool)
}

// value is one that was reported.
func value(name, unit string) func(*results) (float64, bool) {
	return func(r *results) (float64, bool) { return r.get(name, unit) }
}

// over is one value divided by another.
func over(name, other, unit string) func(*results) (float64, bool) {
	return func(r *results) (float64, bool) {
		v, ok := r.get(name, unit)
		w, also := r.get(other, unit)
		return v / w, ok && also
	}
}

// slower is how much a key takes longer than the empty program's echo.
func slower(name string) func(*results) (float64, bool) {
	return func(r *results) (float64, bool) {
		v, ok := r.get(name, "ms-p95")
		w, also := r.get(name, "ms-baseline-p95")
		return v - w, ok && also
	}
}

// frame is how long one of the 120 frames of a second takes, in ms.
const frame = 1000.0 / 120

func targets() []target {
	terminal := func(name string) string { return "BesideTerminal/rows=100000/" + name }
	all := []target{
		{"import: encoding/csv and a bare bbolt load", 1.6, "x", value("store Beside/import/fresh", "x")},
		{"import: sqlite3's into a unique index", 1.4, "x", value("BesideOthers/sqlite/import", "x")},
		{"import of 400,000: of 100,000", 4.4, "x", over("store Growth/rows=400000/import", "store Growth/rows=100000/import", "ms")},
		{"import: memory at most", 110, "MiB", value("Growth/rows=100000/import-peak", "MiB")},
		{"the same archive again: the first time", 0.4, "x", value("store Beside/import/again", "x")},
		{"undo of an import: the import", 1, "x", value("store Beside/import/undo", "x")},
		{"our own JSON Lines read back: the import", 2.5, "x", value("store Beside/import/own-jsonl", "x")},
		{"our own CSV read back: the import", 1.5, "x", value("store Beside/import/own-csv", "x")},
		{"with 30,000 connections: without", 1.1, "x", value("store Beside/import/connections", "x")},
		{"export of all columns as CSV: sqlite3's of the same table", 1.1, "x", value("BesideOthers/sqlite/export", "x")},
		{"statistics: one pass over the list", 3, "x", value("store Beside/statistics", "x")},
		{"first screen: the empty program's", 1.3, "x", value(terminal("first-screen"), "x")},
		{"first screen of 400,000: of 10,000", 1.2, "x", over("Growth/rows=400000/first-screen", "Growth/rows=10000/first-screen", "ms")},
		{"first screen, cold: the empty program's, cold", 1.5, "x", value(terminal("cold"), "x")},
		{"first screen in a terminal that answers nothing: in one that does", 1.2, "x", value(terminal("silent"), "x")},
		{"everything counted and searchable after", 200, "ms", value(terminal("all-counted"), "ms")},
		{"the same, cold", 1000, "ms", value(terminal("cold-counted"), "ms")},
		{"help in a terminal that answers nothing: into a pipe", 1.2, "x", value(terminal("help"), "x")},
		{"50,000 characters pasted into the filter", 16, "ms", value(terminal("paste"), "ms")},
		{"filter key: fzf --exact's", 0.3, "x", value("BesideOthers/fzf/filter", "x")},
		{"filter key p95: fzf --exact's", 0.3, "x", value("BesideOthers/fzf/filter", "x-p95")},
		{"filter key p95: longer than the empty program's echo by", frame, "ms", slower(terminal("filter"))},
		{"cursor key p95: the empty program's echo", 1.1, "x", value(terminal("cursor"), "x-p95")},
		{"page key p95: the empty program's echo", 1.1, "x", value(terminal("page"), "x-p95")},
		{"question answered p95: the empty program's echo", 1.1, "x", value(terminal("answer"), "x-p95")},
		{"held key: the screen is behind by", 2 * frame, "ms", value(terminal("held-key"), "ms")},
	}
	all = append(all, target{"cursor key: bytes", 700, "B", value(terminal("cursor-bytes"), "B")})
	for _, key := range []string{"page", "filter", "answer"} {
		all = append(all, target{key + " key: bytes", 1000, "B", value(terminal(key+"-bytes"), "B")})
	}
	return append(all, []target{
		{"memory at most, 100,000", 75, "MiB", value(terminal("memory-peak"), "MiB")},
		{"memory at most: fzf's", 0.65, "x", value("BesideOthers/fzf/memory", "x")},
		{"memory at most, 10,000", 24, "MiB", value("BesideTerminal/rows=10000/memory-peak", "MiB")},
		{"answer saved: append and fsync", 2.6, "x", value("store Beside/answer", "x")},
		{"answer saved p99: append and fsync", 3.5, "x", value("store Beside/answer", "x-p99")},
		{"idle: bytes a second", 0, "B", value(terminal("idle-bytes"), "B")},
		{"idle: wake-ups a second", 60, "times", value(terminal("idle-wakeups"), "times")},
		{"idle: processor time, the empty program's", 1.1, "x", value(terminal("idle-cpu"), "x")},
		{"quit: the empty program's", 2, "x", value(terminal("quit"), "x")},
		{"quit while loading: the empty program's", 2, "x", value(terminal("quit-loading"), "x")},
		{"advice with all completions p99", 1, "ms", value("advisor Beside/advice", "ms-p99")},
		{"row answered, with what follows from it, p99", 1, "ms", value("advisor/interview Beside/answer", "ms-p99")},
	}...)
}

func targetTable(r results) string {
	var b strings.Builder
	b.WriteString("| what | at most | reached | |\n|---|---:|---:|---|\n")
	for _, target := range targets() {
		v, ok := target.of(&r)
		reached, verdict := "", "not measured"
		switch {
		case ok && v <= target.limit:
			reached, verdict = short(v)+" "+target.unit, "met"
		case ok && target.limit > 0:
			reached, verdict = short(v)+" "+target.unit, fmt.Sprintf("missed by %.0f%%", (v/target.limit-1)*100)
		case ok:
			reached, verdict = short(v)+" "+target.unit, "missed"
		}
		fmt.Fprintf(&b, "| %s | %s %s | %s | %s |\n", target.what, short(target.limit), target.unit, reached, verdict)
	}
	return b.String()
}

func TestTargetsAreJudged(t *testing.T) {
	var r results
	r.read(someOutput)
	got := targetTable(r)
	for _, want := range []string{
		"| import: encoding/csv and a bare bbolt load | 1.6 x | 1.6 x | met |",
		"| cursor key p95: the empty program's echo | 1.1 x | 1.1 x | met |",
		"| quit: the empty program's | 2 x |  | not measured |",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no line %s in\n%s", want, got)
		}
	}
	r.by["store Beside/import/fresh"]["x"] = 2
	if got := targetTable(r); !strings.Contains(got, "| 2 x | missed by 25% |") {
		t.Errorf("a miss is not seen:\n%s", got)
	}
}
