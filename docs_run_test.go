//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// What a document says can be run is run, in a home with invitations.
func TestExamplesRun(t *testing.T) {
	for path, text := range documents(t) {
		for i, e := range examplesOf(text) {
			if !e.run || !installed(t, path, e.tools) {
				continue
			}
			home := exampleHome(t)
			id := strings.Fields(runIn(t, home, "list", "--columns", "id"))[1]
			script := exec.Command("sh", "-e", "-u", "-c", strings.ReplaceAll(e.text, "7k2", id))
			script.Env = append(linkvet(home).Env, "USER=somebody", "LANG=C.UTF-8")
			script.Env[len(script.Env)-3] = "PATH=" + filepath.Join(home, "bin") + string(os.PathListSeparator) + os.Getenv("PATH")
			script.Dir = t.TempDir()
			if out, err := script.CombinedOutput(); err != nil {
				t.Errorf("%s, example %d: %v\n%s\nprints\n%s", path, i+1, err, e.text, out)
			}
		}
	}
}

func installed(t *testing.T, where string, tools []string) bool {
	t.Helper()
	for _, tool := range tools {
		if _, err := exec.LookPath(tool); err != nil {
			t.Logf("%s: an example is not run, because %s is not installed", where, tool)
			return false
		}
	}
	return true
}

// exampleHome is a home with linkvet on its path, a mail program that swallows
// everything, and some invitations.
func exampleHome(t *testing.T) string {
	t.Helper()
	home := t.TempDir()
	bin := filepath.Join(home, "bin")
	if err := os.Mkdir(bin, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(os.Args[0], filepath.Join(bin, "linkvet")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(bin, "mail"), []byte("#!/bin/sh\ncat >/dev/null\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	archive, err := filepath.Abs(filepath.Join("testdata", "archives", "Basic_LinkedInDataExport_07-14-2026.zip"))
	if err != nil {
		t.Fatal(err)
	}
	runIn(t, home, "import", archive)
	id := strings.TrimSpace(runIn(t, home, "add", "--name", "Ana Kovalenko", "--headline", "Engineer", "--quiet"))
	runIn(t, home, "note", id, "met her at the fair")
	runIn(t, home, "later", id, "tomorrow")
	return home
}
