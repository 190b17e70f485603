// Command rename gives the module of this repository another path: in go.mod and
// in every import. Nothing else in the repository depends on the path.
//
//	go run ./testdata/rename example.org/somebody/linkvet
package main

import (
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run ./testdata/rename NEW/PATH, at the root of the repository")
		os.Exit(2)
	}
	changed, err := rename(".", os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "rename:", err)
		os.Exit(1)
	}
	fmt.Printf("the module is %s now: go.mod and %d files changed\n", os.Args[1], changed)
}

// rename gives the module at root another path and returns in how many Go files
// imports were changed. Nothing is written before every file was read.
func rename(root, to string) (int, error) {
	from, err := modulePath(root)
	if err != nil {
		return 0, err
	}
	if path.Base(to) != "linkvet" {
		return 0, fmt.Errorf("%s does not end in /linkvet, and go install names the program after the end", to)
	}
	changes := map[string][]byte{}
	err = filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != root && strings.HasPrefix(entry.Name(), "."):
			return fs.SkipDir
		case entry.IsDir() || filepath.Ext(name) != ".go":
			return nil
		}
		source, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		renamed, err := renameImports(name, source, from, to)
		if err == nil && renamed != nil {
			changes[name] = renamed
		}
		return err
	})
	if err != nil {
		return 0, err
	}
	edit := exec.Command("go", "mod", "edit", "-module", to) // refuses what is no path
	edit.Dir = root
	if out, err := edit.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("%w: %s", err, out)
	}
	for name, renamed := range changes {
		if err := os.WriteFile(name, renamed, 0o644); err != nil {
			return 0, err
		}
	}
	format := exec.Command("gofmt", "-w", ".") // imports are sorted by their path
	format.Dir = root
	if out, err := format.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("gofmt: %w: %s", err, out)
	}
	return len(changes), nil
}

func modulePath(root string) (string, error) {
	gomod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return "", err
	}
	for line := range strings.Lines(string(gomod)) {
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), "module "); ok {
			return strings.TrimSpace(name), nil
		}
	}
	return "", errors.New("go.mod names no module")
}

// renameImports returns a file with its imports of the module renamed, nil where
// it has none.
func renameImports(name string, source []byte, from, to string) ([]byte, error) {
	files := token.NewFileSet()
	parsed, err := parser.ParseFile(files, name, source, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	var out []byte
	done := 0
	for _, spec := range parsed.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return nil, err
		}
		rest, ours := strings.CutPrefix(imported, from)
		if !ours || rest != "" && rest[0] != '/' {
			continue
		}
		out = append(out, source[done:files.Position(spec.Path.Pos()).Offset]...)
		out = append(out, strconv.Quote(to+rest)...)
		done = files.Position(spec.Path.End()).Offset
	}
	if done == 0 {
		return nil, nil
	}
	return append(out, source[done:]...), nil
}
