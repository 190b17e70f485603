//go:build linux

package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/record"
	"linkvet/store/vault"
)

// invitationsInTheTerminal is how many invitations the one looked for is among:
// fewer under the race detector, which makes the store some twenty times slower.
func invitationsInTheTerminal() int {
	if raceDetector {
		return 5_000
	}
	return 100_000
}

// press sends keys and waits until the screen shows a text. Spaces do not count:
// a terminal is told to move instead of being sent them.
func (w *watched) press(t *testing.T, keys, text string) {
	t.Helper()
	w.mu.Lock()
	from := len(w.written)
	w.mu.Unlock()
	if _, err := w.tty.WriteString(keys); err != nil {
		t.Fatal(err)
	}
	squeezed := func() []byte {
		w.mu.Lock()
		defer w.mu.Unlock()
		return bytes.ReplaceAll([]byte(ansi.Strip(string(w.written[from:]))), []byte(" "), nil)
	}
	wanted := bytes.ReplaceAll([]byte(text), []byte(" "), nil)
	deadline := time.After(30 * time.Second)
	again := time.NewTicker(500 * time.Millisecond)
	defer again.Stop()
	for !bytes.Contains(squeezed(), wanted) {
		select {
		case <-w.wrote:
		case <-again.C:
			// Only what changes is sent, so the text may have come in pieces:
			// have the whole screen drawn again.
			if _, err := w.tty.WriteString("\x0c"); err != nil {
				t.Fatal(err)
			}
		case <-deadline:
			shown := squeezed()
			t.Fatalf("after %q the screen never showed %q: …%q", keys, text, shown[max(len(shown)-600, 0):])
		}
	}
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
	db := benchStore(t, invitationsInTheTerminal())
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

	w := watch(t, "linkvet", "--db", db, "--config", config)
	w.press(t, "", "Waiting")
	w.press(t, "4", "All"+grouped(len(rows)))
	w.press(t, "/zuzana needle gamma", "1"+of)
	w.press(t, "\x7f\x7f\x7f\x7f\x7f\x7f", "3"+of)
	w.press(t, "\rA", "3 selected")
	w.press(t, "t", "Now: no tags")
	w.press(t, "found\r", "#found")
	w.press(t, "A", "enter open") // takes them out of the selection again
	w.press(t, "l", "Put off until when?")
	w.press(t, "2 weeks\r", "Put off: Žuzana Needle Gamma")
	w.press(t, "z", "Undone: postponed")
	w.press(t, "Z", "Done again: postponed")
	w.quit(t)

	w = watch(t, "linkvet", "--db", db, "--config", config)
	w.press(t, "", "Waiting")
	w.press(t, "4", "Later 1")
	w.press(t, "2", "Žuzana Needle Gamma")
	w.press(t, "4/tag:found", "3"+of)
	w.press(t, "\r", "Žuzana Needle Gamma")
	w.press(t, "z", "Undone: postponed")
	w.press(t, "z", "Undone: tagged")
	w.press(t, "Z", "Done again: tagged")
	w.quit(t)
	for _, id := range ids {
		inv, err := s.Get(id)
		if err != nil || !slices.Equal(inv.Tags, []string{"found"}) || !inv.LaterUntil.IsZero() {
			t.Errorf("%s: tags %v, put off until %v, %v", inv.Name, inv.Tags, inv.LaterUntil, err)
		}
	}
}

// A second terminal program over the same store offers to look only.
func TestASecondTerminalProgram(t *testing.T) {
	db := benchStore(t, 20)
	home := t.TempDir()
	first := watchAt(t, home, "linkvet", "--db", db)
	first.press(t, "", "Waiting")
	second := watchAt(t, home, "linkvet", "--db", db)
	second.press(t, "", "Another linkvet has your invitations open")
	second.press(t, "t", "still open")
	second.press(t, "l", "only looking")
	second.press(t, "x", "Waiting")
	second.quit(t)
	third := watchAt(t, home, "linkvet", "--db", db)
	third.press(t, "", "Another linkvet")
	first.quit(t)
	third.press(t, "t", "Waiting")
	third.quit(t)
}
