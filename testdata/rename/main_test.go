package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Renamed, the whole repository still finds all that it imports, tests too, and
// nothing but go.mod and imports names the module.
func TestTheRepositoryCanBeRenamed(t *testing.T) {
	root := copyOfTheRepository(t)
	before := goList(t, root)
	const to = "example.org/somebody/linkvet"
	changed, err := rename(root, to)
	if err != nil {
		t.Fatal(err)
	}
	if changed < 200 {
		t.Errorf("only %d files changed", changed)
	}
	after := goList(t, root)
	if want := strings.ReplaceAll("\n"+before, "\nlinkvet", "\n"+to); "\n"+after != want {
		t.Errorf("the packages are now\n%s\nwant%s", after, want)
	}
	if back, err := rename(root, "linkvet"); err != nil || back != changed {
		t.Errorf("back again: %d files, %v; there it was %d", back, err, changed)
	}
}

func TestWhatIsNoPathIsRefused(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "go.mod"), "module linkvet\n\ngo 1.26\n")
	write(t, filepath.Join(root, "a.go"), "package a\n\nimport _ \"linkvet/b\"\n")
	for _, to := range []string{"", "example.org/other", "exa mple.org/linkvet", "https://example.org/linkvet"} {
		if _, err := rename(root, to); err == nil {
			t.Errorf("%q is taken", to)
		}
	}
	if source, err := os.ReadFile(filepath.Join(root, "a.go")); err != nil || !strings.Contains(string(source), `"linkvet/b"`) {
		t.Errorf("a refused name changed the imports (%v):\n%s", err, source)
	}
}

func TestOnlyOurImportsAreRenamed(t *testing.T) {
	const source = "package a\n\nimport (\n\t\"linkvet/b\" // why\n\tc \"linkvet\"\n\t\"linkvetted/d\"\n)\n\nvar e = \"linkvet/b\"\n"
	got, err := renameImports("a.go", []byte(source), "linkvet", "x.org/linkvet")
	want := "package a\n\nimport (\n\t\"x.org/linkvet/b\" // why\n\tc \"x.org/linkvet\"\n\t\"linkvetted/d\"\n)\n\nvar e = \"linkvet/b\"\n"
	if err != nil || string(got) != want {
		t.Errorf("%v\n%s", err, got)
	}
}

// copyOfTheRepository copies what go list needs: the Go files, and whatever may be
// embedded in them.
func copyOfTheRepository(t *testing.T) string {
	t.Helper()
	from, to := filepath.Join("..", ".."), t.TempDir()
	err := filepath.WalkDir(from, func(name string, entry os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		inside, err := filepath.Rel(from, name)
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if inside != "." && strings.HasPrefix(entry.Name(), ".") || inside == "dist" {
				return filepath.SkipDir
			}
			return os.MkdirAll(filepath.Join(to, inside), 0o755)
		}
		switch filepath.Ext(name) {
		case ".golden", ".svg", ".zip", ".db": // many, and never embedded
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, inside), text, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
	return to
}

// goList lists the repository's own packages with all they import, and fails
// when one of them is not found.
func goList(t *testing.T, root string) string {
	t.Helper()
	list := exec.Command("go", "list", "-test", "-deps", "-f", `{{if and .Module .Module.Main (not .ForTest)}}{{.ImportPath}}{{end}}`,
		"./...", "./testdata/performance/...", "./testdata/terminal", "./testdata/rename", "./testdata/packages")
	list.Dir = root
	var failed strings.Builder
	list.Stderr = &failed
	out, err := list.Output()
	if err != nil {
		t.Fatalf("%v: %v\n%s", list.Args, err, failed.String())
	}
	return string(out)
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
