package performance

import (
	"fmt"
	"regexp"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
)

// module is the path of the module that is measured.
func module() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	return info.Main.Path
}

// results are what benchmarks reported.
type results struct {
	cpu   string
	names []string                      // in the order they ran
	by    map[string]map[string]float64 // by name and unit
}

// resultLine is a benchmark's name without the number of processors, its
// iterations, and its values with their units.
var resultLine = regexp.MustCompile(`^Benchmark(\S+?)(?:-\d+)?\s+\d+\s+(.*)$`)

// read takes the output of go test -bench. Names begin with the package.
func (r *results) read(output string) {
	if r.by == nil {
		r.by = map[string]map[string]float64{}
	}
	pkg := ""
	for line := range strings.Lines(output) {
		line = strings.TrimSpace(line)
		if rest, ok := strings.CutPrefix(line, "pkg: "); ok {
			pkg = strings.TrimPrefix(strings.TrimPrefix(rest, module()), "/")
			pkg = strings.TrimPrefix(pkg, "testdata/performance") // the whole program
		} else if rest, ok := strings.CutPrefix(line, "cpu: "); ok {
			r.cpu = rest
		} else if found := resultLine.FindStringSubmatch(line); found != nil {
			r.add(strings.TrimSpace(pkg+" "+found[1]), strings.Fields(found[2]))
		}
	}
}

func (r *results) add(name string, fields []string) {
	values := map[string]float64{}
	for i := 0; i+1 < len(fields); i += 2 {
		if v, err := strconv.ParseFloat(fields[i], 64); err == nil {
			values[fields[i+1]] = v
		}
	}
	if r.by[name] == nil {
		r.names = append(r.names, name)
	}
	r.by[name] = values
}

// get returns a value, and whether it was measured.
func (r *results) get(name, unit string) (float64, bool) {
	v, ok := r.by[name][unit]
	return v, ok
}

// short is a number with about three digits that count.
func short(v float64) string {
	switch {
	case v == 0:
		return "0"
	case v < 0.001:
		return fmt.Sprintf("%.2g", v)
	case v < 10:
		return strconv.FormatFloat(v, 'g', 3, 64)
	case v < 100:
		return fmt.Sprintf("%.1f", v)
	}
	return fmt.Sprintf("%.0f", v)
}

// besideTable lists what was compared, and the slow ends of it.
func besideTable(r results) string {
	var b strings.Builder
	b.WriteString("| what | unit | linkvet | the least | times |\n|---|---|---:|---:|---:|\n")
	for _, name := range r.names {
		before, after, ok := strings.Cut(name, "Beside")
		if !ok {
			continue
		}
		what := strings.TrimSpace(before) + " " + strings.Trim(after, "/")
		for _, unit := range []string{"ms", "B", "MiB", "times"} {
			for _, at := range []string{"", "-p95", "-p99"} {
				ours, ok := r.get(name, unit+at)
				if !ok {
					continue
				}
				least, _ := r.get(name, unit+"-baseline"+at)
				times := "–"
				if x, ok := r.get(name, "x"+at); ok {
					times = short(x)
				}
				fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n",
					strings.TrimSpace(what+" "+strings.TrimPrefix(at, "-")), unit, short(ours), short(least), times)
			}
		}
	}
	return b.String()
}

// speedTable is the little that most people want to know.
func speedTable(r results) string {
	var b strings.Builder
	b.WriteString("| with 100,000 invitations | linkvet | the least | which is |\n|---|---:|---:|---|\n")
	for _, c := range []struct{ what, name, unit, least string }{
		{"first screen", "BesideTerminal/rows=100000/first-screen", "ms", "a program that shows one line"},
		{"everything counted and searchable", "BesideTerminal/rows=100000/all-counted", "ms", "the same"},
		{"a letter in the filter, on the screen", "BesideTerminal/rows=100000/filter", "ms", "a program that echoes it"},
		{"a question answered, the next on the screen", "BesideTerminal/rows=100000/answer", "ms", "the same"},
		{"an answer safe on the disk", "store Beside/answer", "ms", "writing as many bytes to a plain file"},
		{"import", "store Beside/import/fresh", "ms", "splitting the table and loading a bare database"},
		{"memory at most", "BesideTerminal/rows=100000/memory-peak", "MiB", "a program that shows one line"},
	} {
		ours, _ := r.get(c.name, c.unit)
		least, _ := r.get(c.name, c.unit+"-baseline")
		fmt.Fprintf(&b, "| %s | %s %s | %s %s | %s |\n", c.what, short(ours), c.unit, short(least), c.unit, c.least)
	}
	return b.String()
}

// measure is a figure that grows with what the store holds.
type measure struct {
	what, pkg, name, unit string
}

func growing() []measure {
	return []measure{
		{"first screen", "", "first-screen", "ms"},
		{"everything counted", "", "all-counted", "ms"},
		{"open and read the first rows", "store", "first-rows", "ms"},
		{"read all rows", "store", "all-rows", "ms"},
		{"all rows searchable", "tui", "searchable", "ms"},
		{"a letter in the filter and back", "tui", "filter", "ms"},
		{"save an answer", "store", "answer", "ms"},
		{"import", "store", "import", "ms"},
		{"memory", "", "memory", "MiB"},
		{"memory at most", "", "memory-peak", "MiB"},
		{"memory of an import at most", "", "import-peak", "MiB"},
	}
}

// mostRows is the largest size that is measured: an archive may hold 500,000 rows.
const mostRows = 400_000

func sizes() []int { return []int{1_000, 10_000, 100_000, mostRows} }

func (m measure) at(r results, rows int) (float64, bool) {
	return r.get(strings.TrimSpace(fmt.Sprintf("%s Growth/rows=%d/%s", m.pkg, rows, m.name)), m.unit)
}

func growthTable(r results) string {
	var b strings.Builder
	b.WriteString("| what | unit | 1,000 | 10,000 | 100,000 | 400,000 | the last step |\n|---|---|---:|---:|---:|---:|---:|\n")
	for _, m := range growing() {
		fmt.Fprintf(&b, "| %s | %s |", m.what, m.unit)
		for _, rows := range sizes() {
			v, ok := m.at(r, rows)
			if cell := short(v); ok {
				b.WriteString(" " + cell)
			}
			b.WriteString(" |")
		}
		many, _ := m.at(r, 100_000)
		if most, ok := m.at(r, mostRows); ok && many > 0 {
			fmt.Fprintf(&b, " %sx", short(most/many))
		}
		b.WriteString(" |\n")
	}
	return b.String()
}

var someOutput = `goos: linux
pkg: ` + module() + `/store
cpu: Some Processor
BenchmarkBeside/import/fresh-2         	       5	      1688 ms	      1055 ms-baseline	         1.600 x
BenchmarkGrowth/rows=1000/answer-2             	       3	         0.6336 ms
BenchmarkGrowth/rows=100000/answer-2             	       3	         0.7 ms
BenchmarkGrowth/rows=400000/answer-2             	       3	         1.4 ms
pkg: ` + module() + `/testdata/performance
BenchmarkBesideTerminal/rows=100000/cursor         	       5	         7.035 ms	         6.146 ms-baseline	         9.362 ms-baseline-p95	        10.28 ms-p95	         1.145 x	         1.098 x-p95
`

func TestResultsAreRead(t *testing.T) {
	var r results
	r.read(someOutput)
	if r.cpu != "Some Processor" {
		t.Errorf("measured on %q", r.cpu)
	}
	for _, want := range []string{
		"| store import/fresh | ms | 1688 | 1055 | 1.6 |",
		"| Terminal/rows=100000/cursor | ms | 7.04 | 6.15 | 1.15 |",
		"| Terminal/rows=100000/cursor p95 | ms | 10.3 | 9.36 | 1.1 |",
	} {
		if got := besideTable(r); !strings.Contains(got, want) {
			t.Errorf("no line %s in\n%s", want, got)
		}
	}
	if got, want := speedTable(r), "| import | 1688 ms | 1055 ms |"; !strings.Contains(got, want) {
		t.Errorf("no line %s in\n%s", want, got)
	}
	if got, want := growthTable(r), "| save an answer | ms | 0.634 | | 0.7 | 1.4 | 2x |"; !strings.Contains(got, want) {
		t.Errorf("no line %s in\n%s", want, got)
	}
}
