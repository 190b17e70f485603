//go:build unix

package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/record"
	"linkvet/store/vault"
	"linkvet/testdata/terminal"
)

// In a terminal: a first pass over forty invitations is killed in the middle and
// goes on where it was; the stop signs are asked once, and the list is sorted by
// what is left to do.
func TestAFirstPassInATerminal(t *testing.T) {
	db := filepath.Join(t.TempDir(), "linkvet.db")
	s, err := store.Open(db, vault.Options{Now: time.Now, Profile: func() advisor.Profile { return advisor.Profile{} }})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		inv := record.Invitation{Direction: record.Incoming, Name: fmt.Sprintf("Person %02d", i), SentAt: time.Now().Add(-time.Duration(i+1) * time.Hour)}
		if _, err := s.Add(inv); err != nil {
			t.Fatal(err)
		}
	}
	home := t.TempDir()
	w := startIn(t, home, terminal.Options{}, "--db", db)
	w.Press("", "Waiting 40")
	w.Press("F", "Who is this to you?", "0 of 40 answered")
	for i := range 20 {
		w.Press(fmt.Sprint(1+i%4), fmt.Sprintf("%d of 40 answered", i+1))
	}
	w.Kill()

	w = startIn(t, home, terminal.Options{}, "--db", db)
	w.Press("", "Waiting 40")
	w.Press("F", "0 of 20 answered", "1 of 20", "Person 20") // nobody is asked about twice
	w.Type("12341234123412341234")                           // as fast as anybody can
	w.Sees("Stop signs", "10 people you know and trust")
	w.Press("n", "First pass: 10 to accept, 30 to vet", "by what it takes")
	w.Quit()
	accept := 0
	err = s.Each(t.Context(), func(inv record.Invitation) error {
		if inv.Settled && inv.Recommendation == advisor.Accept {
			accept++
		}
		if len(inv.Answers) == 0 {
			t.Errorf("%s has no answer", inv.Name)
		}
		return nil
	})
	if err != nil || accept != 10 {
		t.Errorf("%d to accept, %v", accept, err)
	}
	change, err := s.Undo()
	if err != nil || len(change.IDs) < 20 {
		t.Errorf("the second pass is undone as %q of %d, %v", change.Words, len(change.IDs), err)
	}
}

// Text pasted where there is nothing to type, into a terminal that does not mark
// it, is not worked off key by key before ctrl+c is heard.
func TestCtrlCBehindAFloodOfKeys(t *testing.T) {
	w := startIn(t, t.TempDir(), terminal.Options{}, "demo")
	w.Press("", "Mira Solberg")
	began := time.Now()
	w.Type(strings.Repeat("jk some words that were copied from a page ", 1_400) + "\x03")
	if err := w.End(); err != nil {
		t.Error(err)
	}
	if took := time.Since(began); took > 25*time.Second {
		t.Errorf("it took %s to leave", took)
	}
}
