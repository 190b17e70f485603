package main

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

var performance = flag.Bool("performance", false, "measure everything, a million invitations too, and write docs/performance.md and docs/growth.svg anew")

var (
	performanceDocument = filepath.Join("docs", "performance.md")
	growthPlot          = filepath.Join("docs", "growth.svg")
)

// TestPerformanceDocument holds docs/performance.md to having every block, and
// the plot to being a picture. With -performance it measures and writes them
// anew first, which takes a quarter of an hour:
//
//	go test -run TestPerformanceDocument -timeout 2h . -performance
func TestPerformanceDocument(t *testing.T) {
	if *performance {
		r := measureAll(t)
		writeBlocks(t, blocksOf(r))
		if err := os.WriteFile(growthPlot, []byte(plotGrowth(r)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	document, err := os.ReadFile(performanceDocument)
	if err != nil {
		t.Fatal(err)
	}
	for name := range blocksOf(results{}) {
		if block := blockPattern(name).FindSubmatch(document); len(block) == 0 || len(bytes.TrimSpace(block[2])) == 0 {
			t.Errorf("%s has nothing measured under %q", performanceDocument, name)
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
func writeBlocks(t *testing.T, blocks map[string]string) {
	t.Helper()
	document, err := os.ReadFile(performanceDocument)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range blocks {
		pattern := blockPattern(name)
		if !pattern.Match(document) {
			t.Errorf("%s has no place for %q", performanceDocument, name)
		}
		document = pattern.ReplaceAllFunc(document, func(old []byte) []byte {
			marks := pattern.FindSubmatch(old)
			return bytes.Join([][]byte{marks[1], []byte("\n" + text + "\n"), marks[3]}, nil)
		})
	}
	if err := os.WriteFile(performanceDocument, document, 0o644); err != nil {
		t.Fatal(err)
	}
}

// blocksOf are the texts of the blocks, by name.
func blocksOf(r results) map[string]string {
	return map[string]string{
		"machine": fmt.Sprintf("%s, %d cores, %s, %s/%s\n", r.cpu, runtime.NumCPU(), runtime.Version(), runtime.GOOS, runtime.GOARCH),
		"targets": targetTable(r),
		"times":   besideTable(r),
		"growth":  growthTable(r),
	}
}

// measureAll runs the benchmarks of all packages as a person would.
func measureAll(t *testing.T) results {
	t.Helper()
	r := results{}
	for _, run := range [][]string{{"Beside", "5x"}, {"Growth", "3x"}} {
		program := exec.Command("go", "test", "-run", "^$", "-bench", run[0], "-benchtime", run[1], "-timeout", "1h", "./...")
		program.Env = append(os.Environ(), "LINKVET_BENCH_MILLION=1")
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
