//go:build unix

package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/vault"
	"linkvet/testdata/terminal"
)

// waitForDraft waits until the store holds a text that is being typed, or whose
// questions were begun. It looks only now and then, so that it does not keep the
// program from writing.
func waitForDraft(t *testing.T, db, text string) {
	t.Helper()
	s, err := store.Open(db, vault.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	deadline := time.After(20 * time.Second)
	for {
		texts, err := s.Unsaved()
		if err != nil {
			t.Fatal(err)
		}
		if slices.Contains(slices.Collect(maps.Values(texts)), text) {
			return
		}
		select {
		case <-time.After(150 * time.Millisecond):
		case <-deadline:
			t.Fatalf("%q is never in the store, which has %q", text, texts)
		}
	}
}

// stopSigns is how many there are.
func stopSigns() int {
	n := 0
	for _, q := range advisor.Questions() {
		if q.Stage == advisor.StageStopSigns {
			n++
		}
	}
	return n
}

// Somebody answers, changes their mind, resizes the window and types a note in
// the middle of a page. Then the program is killed. The next one offers to go on
// there, with every answer and the note as far as it was typed.
func TestNothingIsLostWhenTheProgramIsKilled(t *testing.T) {
	for round := range 3 {
		t.Run(fmt.Sprint(round), func(t *testing.T) {
			home := t.TempDir()
			runIn(t, home, "add", "--name", "Ana Kovalenko", "--company", "Nordwind")
			s := startIn(t, home, terminal.Options{Columns: 80, Rows: 24})
			s.Sees("Kovalenko")
			s.Type("\r")
			s.Sees("A little")
			s.Type("1")
			s.Sees("trust")
			s.Type("kn")
			s.Sees("recruiter")
			s.Resize(60, 15)
			s.Sees("salesperson")
			s.Resize(120, 40)
			s.Sees("salesperson", "Advice")
			s.Type("2")
			s.Sees("gift cards")
			s.Look()
			s.Type("n")
			s.Sees("Written for me")
			s.Type("1")
			s.Sees("recommendations")
			s.Type("N")
			s.Sees("counts")
			s.Type("asked Ljubica")
			s.Sees("Ljubica")
			waitForDraft(t, filepath.Join(home, ".local", "share", "linkvet", "linkvet.db"), "asked Ljubica")
			s.Kill()

			if got, want := runIn(t, home, "list", "--json"), fmt.Sprintf(`"answered":%d`, 3+stopSigns()); !strings.Contains(got, want) {
				t.Errorf("after the crash the store has %s", got)
			}
			s = startIn(t, home, terminal.Options{Columns: 80, Rows: 24})
			s.Sees("Go on with", "Kovalenko")
			s.Type("c")
			s.Sees("recommendations", "Written for me")
			s.Type("N")
			s.Sees("Ljubica")
			s.Type("\r")
			s.Sees("recommendations", "Ljubica")
			s.Type("\x03")
			if err := s.End(); err != nil {
				t.Errorf("ctrl+c: %v", err)
			}
		})
	}
}
