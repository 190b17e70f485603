package linkedin_test

import (
	"archive/zip"
	"bytes"
	"context"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"linkvet/store/linkedin"
	"linkvet/store/linkedin/archivetest"
)

var update = flag.Bool("update", false, "write the synthetic archive again")

const archives = "../../testdata/archives"

var bigArchive = filepath.Join(archives, "Basic_LinkedInDataExport_07-14-2026.zip")

// bigOptions make the archive that is kept with the program.
func bigOptions() archivetest.Options {
	return archivetest.Options{Invitations: 600, Connections: 5000, Seed: 20260714}
}

// TestBigArchiveIsGenerated compares unpacked bytes, since another Go version
// may pack them differently.
func TestBigArchiveIsGenerated(t *testing.T) {
	var want bytes.Buffer
	if _, err := archivetest.Write(&want, bigOptions()); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(bigArchive, want.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(bigArchive)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) > 400<<10 {
		t.Errorf("the archive has %d bytes, which is a lot to keep in a repository", len(got))
	}
	if unpack(t, got) != unpack(t, want.Bytes()) {
		t.Error("the archive is not what the generator makes; run this test with -update")
	}
}

func unpack(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		all.WriteString(f.Name + "\n")
		if _, err := io.Copy(&all, r); err != nil {
			t.Fatal(err)
		}
	}
	return all.String()
}

func TestReadBigArchive(t *testing.T) {
	var calls int
	var last, total int64
	got, err := linkedin.Read(context.Background(), []string{bigArchive}, func(done, all int64) {
		if done < last || done > all {
			t.Errorf("progress went from %d to %d of %d", last, done, all)
		}
		calls, last, total = calls+1, done, all
	})
	if err != nil {
		t.Fatal(err)
	}
	if calls == 0 || last != total {
		t.Errorf("progress ended at %d of %d after %d calls", last, total, calls)
	}
	facts := archivetest.New(bigOptions()).Facts
	if diff := countRows(got); diff != facts {
		t.Errorf("read  %+v\nmade  %+v", diff, facts)
	}
	if len(got.Skipped) > 0 {
		t.Errorf("skipped: %+v", got.Skipped)
	}
	wantWarnings(t, got.Warnings, "Ad_Targeting.csv is stored as UTF-16", "13 connections hide their name")
	if want := time.Date(2026, 7, 13, 0, 0, 0, 0, time.UTC); got.Newest.Before(want) {
		t.Errorf("the newest time is %v, want one after %v", got.Newest, want)
	}
}

// TestBigArchiveShape holds the archive to the shape real ones have.
func TestBigArchiveShape(t *testing.T) {
	f := archivetest.New(bigOptions()).Facts
	if f.Incoming != 480 || f.Outgoing != 120 || f.Connections != 5000 || f.Waiting != 45 {
		t.Errorf("%+v", f)
	}
	if f.WaitingPeople >= f.Waiting || f.OutgoingConnected == 0 || f.Notes < 12 || f.Notes > 24 {
		t.Errorf("%+v", f)
	}
}

// countRows counts what was read by the rule an import goes by.
func countRows(a *linkedin.Archive) archivetest.Facts {
	known, waiting := map[string]bool{}, map[string]bool{}
	for _, c := range a.Connections {
		known[c.Slug] = true
	}
	f := archivetest.Facts{Connections: len(a.Connections), Hidden: 13}
	for _, inv := range a.Invitations {
		if inv.Note != "" {
			f.Notes++
		}
		switch {
		case inv.Outgoing:
			f.Outgoing++
			if known[inv.Slug] {
				f.OutgoingConnected++
			}
		case known[inv.Slug]:
			f.Incoming++
			f.IncomingConnected++
		default:
			f.Incoming++
			f.Waiting++
			waiting[inv.Slug] = true
		}
	}
	f.WaitingPeople = len(waiting)
	return f
}

// wantWarnings checks that there are exactly these warnings, by their start.
func wantWarnings(t *testing.T, got []string, want ...string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("warnings: %q\nwant: %q", got, want)
		return
	}
	for i := range want {
		if !strings.HasPrefix(got[i], want[i]) {
			t.Errorf("warning %q, want one that begins %q", got[i], want[i])
		}
	}
}
