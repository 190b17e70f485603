package performance

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

var (
	performance     = flag.Bool("performance", false, "measure everything, 400,000 invitations too, and write docs/performance.md, its plot and the table of the README again")
	performanceFrom = flag.String("performance-from", "", "write them from a `file` with what go test -bench has printed")
)

// root is the folder of the repository.
var root = filepath.Join("..", "..")

var (
	performanceDocument = filepath.Join(root, "docs", "performance.md")
	growthPlot          = filepath.Join(root, "docs", "growth.svg")
)

// TestPerformanceDocument holds docs/performance.md and the README to having
// every block, and the plot to being a picture. With -performance it measures
// and writes them again first, which takes a quarter of an hour:
//
//	go test -v -run TestPerformanceDocument -timeout 2h ./testdata/performance -performance
func TestPerformanceDocument(t *testing.T) {
	if r, ok := measured(t); ok {
		for file, blocks := range blocksOf(r) {
			writeBlocks(t, file, blocks)
		}
		if err := os.WriteFile(growthPlot, []byte(plotGrowth(r)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for file, blocks := range blocksOf(results{}) {
		document, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for name := range blocks {
			if block := blockPattern(name).FindSubmatch(document); len(block) == 0 || len(bytes.TrimSpace(block[2])) == 0 {
				t.Errorf("%s has nothing measured under %q", file, name)
			}
		}
	}
	picture, err := os.ReadFile(growthPlot)
	if err != nil {
		t.Fatal(err)
	}
	wantSVG(t, picture)
}

// blockPattern finds what is written between the two marks of a block.
func blockPattern(name string) *regexp.Regexp {
	return regexp.MustCompile(`(?s)(<!-- ` + regexp.QuoteMeta(name) + ` -->\n)(.*?)(<!-- /` + regexp.QuoteMeta(name) + ` -->)`)
}

// writeBlocks puts what was measured between the words of the document.
func writeBlocks(t *testing.T, file string, blocks map[string]string) {
	t.Helper()
	document, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range blocks {
		pattern := blockPattern(name)
		if !pattern.Match(document) {
			t.Errorf("%s has no place for %q", file, name)
		}
		document = pattern.ReplaceAllFunc(document, func(old []byte) []byte {
			marks := pattern.FindSubmatch(old)
			return bytes.Join([][]byte{marks[1], []byte("\n" + text + "\n"), marks[3]}, nil)
		})
	}
	if err := os.WriteFile(file, document, 0o644); err != nil {
		t.Fatal(err)
	}
}

// blocksOf are the texts of the blocks, by file and name.
func blocksOf(r results) map[string]map[string]string {
	machine := fmt.Sprintf("%s, %d cores, %s, %s/%s", r.cpu, runtime.NumCPU(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return map[string]map[string]string{
		performanceDocument: {
			"machine": machine + "\n", "targets": targetTable(r), "times": besideTable(r), "growth": growthTable(r),
		},
		filepath.Join(root, "README.md"): {"speed": speedTable(r) + "\nMeasured on: " + machine + "\n"},
	}
}

// measured are new results, if any are asked for.
func measured(t *testing.T) (r results, ok bool) {
	t.Helper()
	switch {
	case *performance:
		return measureAll(t), true
	case *performanceFrom != "":
		output, err := os.ReadFile(*performanceFrom)
		if err != nil {
			t.Fatal(err)
		}
		r.read(string(output))
		return r, true
	}
	return r, false
}

// measureAll runs the benchmarks of all packages as a person would.
func measureAll(t *testing.T) results {
	t.Helper()
	r := results{}
	for _, run := range [][]string{{"Beside", "5x"}, {"Growth", "3x"}} {
		program := exec.Command("go", "test", "-run", "^$", "-bench", run[0], "-benchtime", run[1], "-timeout", "1h", "./...", "./testdata/performance")
		program.Dir = root
		program.Env = append(os.Environ(), "LINKVET_BENCH_MOST=1")
		var out bytes.Buffer
		program.Stdout, program.Stderr = io.MultiWriter(&out, os.Stderr), os.Stderr
		if err := program.Run(); err != nil {
			t.Fatalf("%v: %v", program.Args, err)
		}
		r.read(out.String())
	}
	return r
}

func wantSVG(t *testing.T, picture []byte) {
	t.Helper()
	tokens := xml.NewDecoder(bytes.NewReader(picture))
	root := ""
	for {
		token, err := tokens.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", growthPlot, err)
		}
		if start, ok := token.(xml.StartElement); ok && root == "" {
			root = start.Name.Local
		}
	}
	if root != "svg" || !strings.Contains(string(picture), "polyline") {
		t.Errorf("%s draws nothing", growthPlot)
	}
}
