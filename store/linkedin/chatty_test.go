package linkedin_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"linkvet/store/linkedin"
	"linkvet/store/linkedin/archivetest"
)

// Archives for measuring are the same each time, hold what they say, and are
// about as big as real ones with a note in every third row.
func TestChattyArchives(t *testing.T) {
	for _, n := range []int{1_000, 20_000} {
		options := archivetest.Options{Invitations: n, Connections: n * 3 / 10, Seed: 8, Chatty: true}
		archive := archivetest.New(options)
		facts := archive.Facts
		if facts.Incoming+facts.Outgoing != n {
			t.Errorf("%d rows were asked for: %+v", n, facts)
		}
		if third := n / 3; facts.Notes < third*9/10 || facts.Notes > third*11/10 {
			t.Errorf("%d of %d rows have a note", facts.Notes, n)
		}
		first, second := invitationsOf(t, archive), invitationsOf(t, archivetest.New(options))
		if first != second {
			t.Errorf("%d rows differ the second time", n)
		}
		if size := len(first) / n; size < 200 || size > 300 {
			t.Errorf("%d rows have %d bytes each", n, size)
		}
		if !strings.Contains(first, "\n\n") || !strings.Contains(first, "🚀") {
			t.Errorf("%d rows have no note of several lines, or no emoji", n)
		}
		wantFacts(t, archive)
		wantFacts(t, archive.Earlier(n/100))
	}
}

func invitationsOf(t *testing.T, archive *archivetest.Archive) string {
	t.Helper()
	var text bytes.Buffer
	if err := archive.WriteInvitations(&text); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// wantFacts reads an archive and counts what is in it.
func wantFacts(t *testing.T, archive *archivetest.Archive) {
	t.Helper()
	folder := t.TempDir()
	if err := archive.WriteFolder(folder); err != nil {
		t.Fatal(err)
	}
	read, err := linkedin.Read(context.Background(), []string{folder}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := countRows(read); got != archive.Facts {
		t.Errorf("read  %+v\nmade  %+v", got, archive.Facts)
	}
}
