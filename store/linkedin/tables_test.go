package linkedin_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"linkvet/store/linkedin"
)

// TestTables reads the folders in testdata/tables.
func TestTables(t *testing.T) {
	archive, err := txtar.ParseFile("../../testdata/tables/tables.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	cases := 0
	for _, f := range archive.Files {
		name, isWant := strings.CutSuffix(f.Name, ".want")
		if !isWant {
			if runtime.GOOS == "windows" {
				f.Name = strings.ReplaceAll(f.Name, ":", "_")
			}
			write(t, filepath.Join(dir, f.Name), string(f.Data))
			continue
		}
		cases++
		t.Run(name, func(t *testing.T) {
			if got := describeTables(t, filepath.Join(dir, name)); got != string(f.Data) {
				t.Errorf("got\n%swant\n%s", got, f.Data)
			}
		})
	}
	if cases < 10 {
		t.Errorf("only %d cases", cases)
	}
}

func describeTables(t *testing.T, paths ...string) string {
	t.Helper()
	a, err := linkedin.Read(context.Background(), paths, nil)
	if err != nil {
		return "refused: " + err.Error() + "\n"
	}
	var out strings.Builder
	for _, line := range describeInvitations(a) {
		fmt.Fprintln(&out, strings.TrimRight(line, " "))
	}
	for _, c := range a.Connections {
		fmt.Fprintf(&out, "connection %s (%s) %s\n", c.Name, c.Slug, c.ConnectedOn.Format("2006-01-02"))
	}
	for _, m := range a.Messages {
		fmt.Fprintf(&out, "message %s (%s) %d\n", m.Name, m.Slug, m.Count)
	}
	for _, line := range describeSkipped(a) {
		fmt.Fprintln(&out, "skipped "+line)
	}
	for _, w := range a.Warnings {
		if short, _, found := strings.Cut(w, ": most incoming"); found {
			w = short
		}
		if short, _, found := strings.Cut(w, ": only your"); found {
			w = short
		}
		fmt.Fprintln(&out, "warning "+w)
	}
	return out.String()
}

// TestFolderOfZips reads the zips of a folder that holds nothing else to read.
func TestFolderOfZips(t *testing.T) {
	zip, err := os.ReadFile(bigArchive)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "Basic_LinkedInDataExport_07-14-2026.zip"), string(zip))
	write(t, filepath.Join(dir, "Basic_LinkedInDataExport_07-14-2026 (1).zip"), string(zip))
	write(t, filepath.Join(dir, "notes.txt"), "x")
	a, err := linkedin.Read(context.Background(), []string{dir}, nil)
	if err != nil {
		t.Fatal(err)
	}
	once, err := linkedin.Read(context.Background(), []string{bigArchive}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Invitations) != len(once.Invitations) || len(a.Connections) != len(once.Connections) {
		t.Errorf("%d invitations and %d connections, want %d and %d", len(a.Invitations), len(a.Connections), len(once.Invitations), len(once.Connections))
	}
	if said := strings.Join(a.Warnings, "\n"); !strings.Contains(said, "the same as another file given") || !strings.Contains(said, "notes.txt: not read") {
		t.Errorf("warnings %q", said)
	}
}
