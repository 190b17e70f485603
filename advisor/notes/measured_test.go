package notes

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"linkvet/advisor"
)

// measuredLanguages are those that notes are read in.
var measuredLanguages = []string{"en", "es", "fr", "de", "pt", "it", "nl", "pl", "tr"}

// measuredNote is one line of testdata/measured: a note of some kind, and the
// answers of which one has to be suggested. For an innocent note they are those
// that are no false alarm.
type measuredNote struct {
	where    string
	kind     string
	expected []string // question=answer
	text     string
}

const innocentKind = "innocent"

// measuredNotes reads a half of the set in one language. Phrases are written with
// the development half in view. The held-out half is only counted: whoever reads
// its misses and mends them has nothing left to measure by.
func measuredNotes(t *testing.T, half, language string) []measuredNote {
	t.Helper()
	file := filepath.Join("testdata", "measured", half+"."+language+".tsv")
	var list []measuredNote
	for i, line := range tableLines(t, file) {
		where := fmt.Sprintf("%s:%d", file, i+2)
		fields := strings.Split(line, "\t")
		if len(fields) != 3 {
			t.Fatalf("%s: got %d fields, want 3", where, len(fields))
		}
		n := measuredNote{where: where, kind: fields[0], text: fields[2]}
		if fields[1] != "-" {
			n.expected = strings.Split(fields[1], ",")
		}
		for _, pair := range n.expected {
			if question, answer, _ := strings.Cut(pair, "="); !takes(question, answer) {
				t.Fatalf("%s: no question takes %s", where, pair)
			}
		}
		list = append(list, n)
	}
	return list
}

// tally counts how notes were read.
type tally struct{ bad, caught, innocent, alarms int }

// recall is how many of the bad notes were caught.
func (c tally) recall() float64 { return share(c.caught, c.bad) }

// precision is how many of the notes that raised an alarm are bad ones.
func (c tally) precision() float64 { return share(c.caught, c.caught+c.alarms) }

func share(part, whole int) float64 { return float64(part) / float64(max(whole, 1)) }

func (c tally) plus(d tally) tally {
	return tally{c.bad + d.bad, c.caught + d.caught, c.innocent + d.innocent, c.alarms + d.alarms}
}

func (c tally) String() string {
	return fmt.Sprintf("recall %3.0f%% (%d of %d), precision %3.0f%% (%d false alarms in %d)",
		100*c.recall(), c.caught, c.bad, 100*c.precision(), c.alarms, c.innocent)
}

// read counts one note, and reports whether it was read rightly.
func (c *tally) read(n measuredNote) bool {
	found := pairs(Suggest(advisor.Invitation{Note: n.text}, Facts{}))
	expected := func(pair string) bool { return slices.Contains(n.expected, pair) }
	if n.kind == innocentKind {
		c.innocent++
		if slices.ContainsFunc(found, func(pair string) bool { return isAlarm(pair) && !expected(pair) }) {
			c.alarms++
			return false
		}
		return true
	}
	c.bad++
	if !slices.ContainsFunc(found, expected) {
		return false
	}
	c.caught++
	return true
}

// isAlarm reports whether a suggested answer costs an honest person something: it
// speaks against them, or takes them for a recruiter or a salesperson.
func isAlarm(pair string) bool {
	question, answer, _ := strings.Cut(pair, "=")
	return question == "role" || speaksAgainst(question, answer)
}

// floors are how well notes must be read, in each language and overall. Whoever
// adds a phrase that lowers the precision has added the wrong one.
var floors = map[string]struct{ recall, recallOfAll, precision float64 }{
	"development": {0.90, 0.95, 1},
	"held-out":    {0.80, 0.88, 0.95},
}

// TestMeasured reads both halves of the set. go test -v prints what came of it.
func TestMeasured(t *testing.T) {
	for half, floor := range floors {
		var all tally
		for _, language := range measuredLanguages {
			var c tally
			for _, n := range measuredNotes(t, half, language) {
				if !c.read(n) && half == "development" {
					t.Logf("%s: misread as %s: %s", n.where, pairs(Suggest(advisor.Invitation{Note: n.text}, Facts{})), n.text)
				}
			}
			t.Logf("%-11s %s: %s", half, language, c)
			if c.recall() < floor.recall || c.precision() < floor.precision {
				t.Errorf("%s %s: %s, want recall %.2f and precision %.2f at least", half, language, c, floor.recall, floor.precision)
			}
			all = all.plus(c)
		}
		t.Logf("%-11s all: %s", half, all)
		if all.recall() < floor.recallOfAll {
			t.Errorf("%s: %s, want recall %.2f at least", half, all, floor.recallOfAll)
		}
		if all.bad < 100 || all.innocent < 100 {
			t.Errorf("%s: only %d bad and %d innocent notes", half, all.bad, all.innocent)
		}
	}
}
