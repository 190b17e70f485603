//go:build unix

package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/record"
	"linkvet/store/vault"
	"linkvet/testdata/terminal"
)

// invitationsInTheTerminal is how many invitations the one looked for is among:
// fewer under the race detector, which makes the store some twenty times slower.
func invitationsInTheTerminal() int {
	if raceDetector {
		return 5_000
	}
	return 100_000
}

// grouped is a number as the screen shows it.
func grouped(n int) string {
	if n < 1_000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", grouped(n/1_000), n%1_000)
}

// In a terminal: one invitation among very many is found by typing, three are
// tagged, one is put off, that is undone and done again, and the next program
// finds it all there.
func TestTheInboxInATerminal(t *testing.T) {
	db := storeOf(t, invitationsInTheTerminal())
	s, err := store.Open(db, vault.Options{Now: time.Now, Profile: func() advisor.Profile { return advisor.Profile{} }})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for i, name := range []string{"Zuzana Needle Alpha", "Zuzana Needle Beta", "Žuzana Needle Gamma"} {
		inv, err := s.Add(record.Invitation{Direction: record.Incoming, Name: name, SentAt: time.Now().Add(time.Duration(i-10) * time.Minute)})
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, inv.ID)
	}
	rows, err := s.Rows(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	of := fmt.Sprintf(" of %s", grouped(len(rows)))
	config := filepath.Join(t.TempDir(), "config.yaml")

	w := startIn(t, t.TempDir(), terminal.Options{}, "--db", db, "--config", config)
	w.Press("", "Waiting")
	w.Press("5", "All"+grouped(len(rows)))
	w.Press("/zuzana needle gamma", "1"+of)
	w.Press("\x7f\x7f\x7f\x7f\x7f\x7f", "3"+of)
	w.Press("\rA", "3 selected")
	w.Press("t", "Now: no tags")
	w.Press("found\r", "#found")
	w.Press("A", "enter open") // takes them out of the selection again
	w.Press("l", "Put off until when?")
	w.Press("2 weeks\r", "Put off until", "Žuzana Needle Gamma")
	w.Press("z", "Undone: postponed")
	w.Press("Z", "Done again: postponed")
	w.Quit()

	w = startIn(t, t.TempDir(), terminal.Options{}, "--db", db, "--config", config)
	w.Press("", "Waiting")
	w.Press("5", "Later 1")
	w.Press("2", "Žuzana Needle Gamma")
	w.Press("5/tag:found", "3"+of)
	w.Press("\r", "Žuzana Needle Gamma")
	w.Press("z", "Undone: postponed")
	w.Press("z", "Undone: tagged")
	w.Press("Z", "Done again: tagged")
	w.Quit()
	for _, id := range ids {
		inv, err := s.Get(id)
		if err != nil || !slices.Equal(inv.Tags, []string{"found"}) || !inv.LaterUntil.IsZero() {
			t.Errorf("%s: tags %v, put off until %v, %v", inv.Name, inv.Tags, inv.LaterUntil, err)
		}
	}
}

// A second terminal program over the same store offers to look only.
func TestASecondTerminalProgram(t *testing.T) {
	db := storeOf(t, 20)
	home := t.TempDir()
	first := startIn(t, home, terminal.Options{}, "--db", db)
	first.Press("", "Waiting")
	second := startIn(t, home, terminal.Options{}, "--db", db)
	second.Press("", "Another linkvet has your invitations open")
	second.Press("t", "still open")
	second.Press("l", "only looking")
	second.Press("x", "Waiting")
	second.Quit()
	third := startIn(t, home, terminal.Options{}, "--db", db)
	third.Press("", "Another linkvet")
	first.Quit()
	third.Press("t", "Waiting")
	third.Quit()
}
