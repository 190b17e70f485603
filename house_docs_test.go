package main

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestArchitectureNamesEveryPackageAndDependency(t *testing.T) {
	document, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(document)
	for folder := range arrows {
		if folder == "." {
			folder = "main"
		}
		if !strings.Contains(text, "`"+folder+"`") {
			t.Errorf("ARCHITECTURE.md does not name package %s", folder)
		}
	}
	direct, all := dependencies(t)
	for _, module := range direct {
		if !strings.Contains(text, "`"+module+"`") {
			t.Errorf("ARCHITECTURE.md does not say why %s is there", module)
		}
	}
	_, table, _ := strings.Cut(text, "## Dependencies")
	for line := range strings.Lines(table) {
		module, ok := strings.CutPrefix(line, "| `")
		if module, _, _ = strings.Cut(module, "`"); ok && !slices.Contains(all, module) {
			t.Errorf("ARCHITECTURE.md explains %s, which go.mod does not require", module)
		}
	}
}

// fileName is a Go file that a document names with its folder.
var fileName = regexp.MustCompile("`([a-z_]+/[a-z_/]+\\.go)`")

func TestDocumentsNameFilesThatExist(t *testing.T) {
	for _, document := range []string{"ARCHITECTURE.md", "CONTRIBUTING.md"} {
		text, err := os.ReadFile(document)
		if err != nil {
			t.Fatal(err)
		}
		found := fileName.FindAllSubmatch(text, -1)
		if len(found) == 0 {
			t.Errorf("%s names no file", document)
		}
		for _, match := range found {
			if _, err := os.Stat(string(match[1])); err != nil {
				t.Errorf("%s names %s: %v", document, match[1], err)
			}
		}
	}
}

// dependencies returns the modules that go.mod requires: those that our own
// code imports, and all of them.
func dependencies(t *testing.T) (direct, all []string) {
	t.Helper()
	gomod, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(gomod)) {
		fields := strings.Fields(strings.TrimPrefix(line, "require "))
		if len(fields) < 2 || !strings.HasPrefix(fields[1], "v") {
			continue
		}
		all = append(all, fields[0])
		if !strings.Contains(line, "// indirect") {
			direct = append(direct, fields[0])
		}
	}
	return direct, all
}
