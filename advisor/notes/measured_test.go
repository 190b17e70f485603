package notes

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"linkvet/advisor"
)

// measuredNote is one line of testdata/measured: a note of some kind, and the
// answers of which one has to be suggested. An innocent note has none; its
// expected answers say only what is no false alarm.
type measuredNote struct {
	kind     string
	expected []string // question=answer
	text     string
}

const innocentKind = "innocent"

// measuredNotes reads one half of the set in one language. Phrases may be written
// with the development half in view; the held-out half only says how they do.
func measuredNotes(t *testing.T, half, language string) []measuredNote {
	t.Helper()
	file := filepath.Join("testdata", "measured", half+"."+language+".tsv")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var list []measuredNote
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		fields := strings.Split(line, "\t")
		if len(fields) != 3 {
			t.Fatalf("%s:%d: got %d fields, want 3", file, i+2, len(fields))
		}
		list = append(list, measuredNote{fields[0], strings.Split(fields[1], ","), fields[2]})
	}
	return list
}

// tally counts how notes were read.
type tally struct{ bad, caught, innocent, alarms int }

func (c tally) recall() float64 { return share(c.caught, c.bad) }

func (c tally) precision() float64 { return share(c.caught, c.caught+c.alarms) }

func share(part, whole int) float64 { return float64(part) / float64(max(whole, 1)) }

// read counts one note, and reports whether it was read rightly.
func (c *tally) read(n measuredNote) bool {
	found := pairs(Suggest(advisor.Invitation{Note: n.text}, Facts{}))
	if n.kind == innocentKind {
		c.innocent++
		if slices.ContainsFunc(found, func(pair string) bool { return isAlarm(pair) && !slices.Contains(n.expected, pair) }) {
			c.alarms++
			return false
		}
		return true
	}
	c.bad++
	if slices.ContainsFunc(found, func(pair string) bool { return slices.Contains(n.expected, pair) }) {
		c.caught++
		return true
	}
	return false
}

// isAlarm reports whether a suggested answer costs an honest person something: it
// speaks against them, or takes them for a recruiter or a salesperson.
func isAlarm(pair string) bool {
	question, answer, _ := strings.Cut(pair, "=")
	return question == "role" || speaksAgainst(question, answer)
}

func TestMeasured(t *testing.T) {
	for _, half := range []string{"development", "held-out"} {
		var all tally
		for _, language := range []string{"en", "es", "fr", "de", "pt", "it", "nl", "pl", "tr"} {
			var c tally
			for _, n := range measuredNotes(t, half, language) {
				if !c.read(n) && half == cmp.Or(os.Getenv("SHOW"), "-") {
					t.Logf("%s %s: %s: %v", language, n.kind, n.text, pairs(Suggest(advisor.Invitation{Note: n.text}, Facts{})))
				}
			}
			t.Logf("%-11s %s  recall %3.0f%% of %d  precision %3.0f%%  alarms %d of %d", half, language, 100*c.recall(), c.bad, 100*c.precision(), c.alarms, c.innocent)
			all.bad, all.caught, all.innocent, all.alarms = all.bad+c.bad, all.caught+c.caught, all.innocent+c.innocent, all.alarms+c.alarms
		}
		t.Logf("%-11s all recall %3.0f%% of %d  precision %3.0f%%  alarms %d of %d", half, 100*all.recall(), all.bad, 100*all.precision(), all.alarms, all.innocent)
	}
}
