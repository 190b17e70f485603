package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// arrows says which of our packages each package may import. A package that is
// not here does not belong.
var arrows = map[string][]string{
	".":              {"tui", "store", "store/linkedin", "store/tabular", "advisor", "config"},
	"tui":            {"store", "advisor"},
	"store":          {"store/linkedin", "store/tabular", "advisor"},
	"store/linkedin": {},
	"store/tabular":  {},
	"advisor":        {},
	"config":         {},

	"store/versus":               {}, // compares times, for benchmarks
	"store/linkedin/archivetest": {}, // invented archives, for tests
}

// forTests may be imported by the tests of any package, and by nothing else.
var forTests = []string{"linkvet/store/versus", "linkvet/store/linkedin/archivetest", "github.com/charmbracelet/x/exp/golden"}

// owners says which packages may import a module, by the beginning of its path.
var owners = map[string][]string{
	"go.etcd.io/bbolt":         {"store"},
	"github.com/spf13/viper":   {"config"},
	"charm.land/":              {"tui", "."},
	"github.com/charmbracelet": {"tui", "."},
	"github.com/spf13/cobra":   {"."},
}

// topFolders are all the folders the root may have, hidden ones aside.
var topFolders = []string{"advisor", "config", "docs", "store", "testdata", "tui", "dist"}

// goFiles calls visit with every Go file outside testdata, parsed, and the
// package folder it is in.
func goFiles(t *testing.T, visit func(folder, name string, file *ast.File)) {
	t.Helper()
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && (entry.Name() == "testdata" || strings.HasPrefix(entry.Name(), ".")):
			return fs.SkipDir
		case entry.IsDir() || !strings.HasSuffix(name, ".go"):
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		visit(path.Dir(name), name, file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// reach returns all that a package imports, also through others. Its tests may
// import that, to prepare what the package is given.
func reach(folder string) []string {
	reached := slices.Clone(arrows[folder])
	for i := 0; i < len(reached); i++ {
		for _, next := range arrows[reached[i]] {
			if !slices.Contains(reached, next) {
				reached = append(reached, next)
			}
		}
	}
	return reached
}

func importsOf(file *ast.File) []string {
	var paths []string
	for _, spec := range file.Imports {
		if p, err := strconv.Unquote(spec.Path.Value); err == nil {
			paths = append(paths, p)
		}
	}
	return paths
}

func TestImportsFollowTheArrows(t *testing.T) {
	seen := map[string]bool{}
	goFiles(t, func(folder, name string, file *ast.File) {
		allowed, known := arrows[folder]
		if !known {
			t.Errorf("%s: package %s is not part of the house", name, folder)
			return
		}
		seen[folder] = true
		if strings.HasSuffix(name, "_test.go") {
			allowed = reach(folder)
		}
		for _, imported := range importsOf(file) {
			if slices.Contains(forTests, imported) {
				if !strings.HasSuffix(name, "_test.go") {
					t.Errorf("%s: %s is for tests", name, imported)
				}
				continue
			}
			ours, ok := strings.CutPrefix(imported, "linkvet/")
			if ok && ours != folder && !slices.Contains(allowed, ours) {
				t.Errorf("%s: %s may not import %s", name, folder, ours)
			}
			for module, packages := range owners {
				if strings.HasPrefix(imported, module) && !slices.Contains(packages, folder) {
					t.Errorf("%s: only %v may import %s", name, packages, imported)
				}
			}
		}
	})
	for folder := range arrows {
		if !seen[folder] {
			t.Errorf("package %s is gone", folder)
		}
	}
}

func TestRootHasOnlyTheKnownFolders(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if entry.IsDir() && !strings.HasPrefix(entry.Name(), ".") && !slices.Contains(topFolders, entry.Name()) {
			t.Errorf("folder %s is not part of the house", entry.Name())
		}
	}
}

// The clock is passed in, so that what depends on the time can be tested; only
// package main and tests may read the real one.
func TestOnlyMainReadsTheClock(t *testing.T) {
	goFiles(t, func(folder, name string, file *ast.File) {
		if folder == "." || strings.HasSuffix(name, "_test.go") || !slices.Contains(importsOf(file), "time") {
			return
		}
		ast.Inspect(file, func(node ast.Node) bool {
			selector, ok := node.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			pkg, ok := selector.X.(*ast.Ident)
			if ok && pkg.Name == "time" && slices.Contains([]string{"Now", "Since", "Until"}, selector.Sel.Name) {
				t.Errorf("%s: time.%s outside package main", name, selector.Sel.Name)
			}
			return true
		})
	})
}

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
	for _, module := range directDependencies(t) {
		if !strings.Contains(text, "`"+module+"`") {
			t.Errorf("ARCHITECTURE.md does not say why %s is there", module)
		}
	}
}

func directDependencies(t *testing.T) []string {
	t.Helper()
	gomod, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	var modules []string
	for line := range strings.Lines(string(gomod)) {
		fields := strings.Fields(strings.TrimPrefix(line, "require "))
		if len(fields) >= 2 && strings.HasPrefix(fields[1], "v") && !strings.Contains(line, "// indirect") {
			modules = append(modules, fields[0])
		}
	}
	return modules
}
