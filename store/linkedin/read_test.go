package linkedin_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"linkvet/store/linkedin"
)

func TestReadEras(t *testing.T) {
	for _, tt := range eras {
		t.Run(tt.path, func(t *testing.T) {
			got, err := linkedin.Read(context.Background(), []string{filepath.Join(archives, tt.path)}, nil)
			if err != nil {
				t.Fatal(err)
			}
			same(t, "invitations", describeInvitations(got), tt.invitations)
			same(t, "connections", describeConnections(got), tt.connections)
			same(t, "messages", describeMessages(got), tt.messages)
			same(t, "own", describeOwn(got), tt.own)
			same(t, "skipped", describeSkipped(got), tt.skipped)
			wantWarnings(t, got.Warnings, tt.warnings...)
			if !got.HasInvitations || got.HasConnections != (tt.connections != nil) {
				t.Errorf("tables found: %v, %v", got.HasInvitations, got.HasConnections)
			}
		})
	}
}

func describeInvitations(a *linkedin.Archive) []string {
	var all []string
	for _, inv := range a.Invitations {
		direction, sent := "in", "-"
		if inv.Outgoing {
			direction = "out"
		}
		if !inv.SentAt.IsZero() {
			sent = inv.SentAt.Format("2006-01-02T15:04")
		}
		all = append(all, fmt.Sprintf("%s %s (%s) %s %d: %s", direction, inv.Name, inv.Slug, sent, inv.Line, inv.Note))
	}
	return all
}

func describeConnections(a *linkedin.Archive) []string {
	var all []string
	for _, c := range a.Connections {
		all = append(all, fmt.Sprintf("%s (%s) %s %s, %s", c.Name, c.Slug, c.ConnectedOn.Format(time.DateOnly), c.Company, c.Position))
	}
	return all
}

func describeMessages(a *linkedin.Archive) []string {
	var all []string
	for _, m := range a.Messages {
		all = append(all, fmt.Sprintf("%s (%s) %d %s %s", m.Name, m.Slug, m.Count, m.First.Format(time.DateOnly), m.Last.Format(time.DateOnly)))
	}
	return all
}

func describeOwn(a *linkedin.Archive) []string {
	var all []string
	for _, p := range a.Positions {
		all = append(all, p.Company+" "+p.Since+"-"+p.Until)
	}
	for _, s := range a.Schools {
		all = append(all, s.Name+" "+s.Since+"-"+s.Until)
	}
	return all
}

func describeSkipped(a *linkedin.Archive) []string {
	var all []string
	for _, s := range a.Skipped {
		all = append(all, fmt.Sprintf("%s:%d %s", s.File, s.Line, s.Reason))
	}
	return all
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s\ngot  %q\nwant %q", what, got, want)
	}
}

// TestReadSeveralPaths joins tables given side by side.
func TestReadSeveralPaths(t *testing.T) {
	dir := filepath.Join(archives, "2025")
	got, err := linkedin.Read(context.Background(), []string{filepath.Join(dir, "Invitations.csv"), filepath.Join(dir, "Connections.csv")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Invitations) != 3 || len(got.Connections) != 2 || !got.HasInvitations || !got.HasConnections {
		t.Errorf("%+v", got)
	}
	if want := time.Date(2025, 7, 4, 21, 37, 0, 0, time.UTC); !got.Newest.Equal(want) {
		t.Errorf("newest %v, want %v", got.Newest, want)
	}
}

func TestReadTheSameFileTwice(t *testing.T) {
	path := filepath.Join(archives, "2025")
	once, err := linkedin.Read(context.Background(), []string{path}, nil)
	if err != nil {
		t.Fatal(err)
	}
	twice, err := linkedin.Read(context.Background(), []string{path, filepath.Join(path, ".")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(twice.Connections) != len(once.Connections) || !slices.Equal(twice.Warnings, once.Warnings) {
		t.Errorf("%d connections and %q, once %d and %q", len(twice.Connections), twice.Warnings, len(once.Connections), once.Warnings)
	}
}

func TestReadConnectionsAlone(t *testing.T) {
	got, err := linkedin.Read(context.Background(), []string{filepath.Join(archives, "2021/Connections.csv")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	wantWarnings(t, got.Warnings, "there is no Invitations.csv: only your connections were read")
	if got.HasInvitations || len(got.Connections) != 2 {
		t.Errorf("%+v", got)
	}
}

// TestReadFolderOfCopies reads what browsers and macOS leave: copies with a
// number, a folder of the archive's name, and hidden twins without content.
func TestReadFolderOfCopies(t *testing.T) {
	dir := t.TempDir()
	inner := filepath.Join(dir, "Basic_LinkedInDataExport_07-02-2026 (1)", "deeper")
	row := "From,To,Sent At,Message,Direction\rAda Fairbrook,Robin Ashgrove,\"3/3/26, 3:03 PM\",old Macintosh lines,INCOMING\r"
	write(t, filepath.Join(inner, "Invitations (1).csv"), row)
	write(t, filepath.Join(inner, "._Invitations (1).csv"), row)
	write(t, filepath.Join(dir, "__MACOSX", "Invitations (1).csv"), row)
	write(t, filepath.Join(dir, "holiday.jpg"), "\xff\xd8")
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(dir, link); err != nil {
		t.Fatal(err)
	}
	got, err := linkedin.Read(context.Background(), []string{link}, nil)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "invitations", describeInvitations(got), []string{"in Ada Fairbrook () 2026-03-03T23:03 2: old Macintosh lines"})
	if file := got.Invitations[0].File; file != "Basic_LinkedInDataExport_07-02-2026 (1)/deeper/Invitations (1).csv" {
		t.Errorf("file %q", file)
	}
}

// TestWarningsAreFew: a column of unreadable times does not bury the report.
func TestWarningsAreFew(t *testing.T) {
	text := "From,To,Sent At,Message,Direction\n"
	for range 50 {
		text += "Ada Fairbrook,Robin Ashgrove,46051.6,,INCOMING\n"
	}
	path := filepath.Join(t.TempDir(), "Invitations.csv")
	write(t, path, text)
	got, err := linkedin.Read(context.Background(), []string{path}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Invitations) != 50 || len(got.Warnings) != 22 || got.Warnings[20] != "Invitations.csv: 30 more times that cannot be read" {
		t.Errorf("%d invitations, warnings %q", len(got.Invitations), got.Warnings)
	}
}

func TestReadCanceled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	got, err := linkedin.Read(ctx, []string{bigArchive}, func(done, total int64) {
		if done > total/2 {
			cancel()
		}
	})
	if got != nil || err != context.Canceled {
		t.Errorf("%v, %v", got, err)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
