//go:build unix

package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/record"
	"linkvet/store/vault"
	"linkvet/testdata/terminal"
)

// In a terminal: a page is pasted over the inbox as terminals paste, a PDF is read
// by its path in a process of its own, and what is ticked is recorded.
func TestReadingAProfileInATerminal(t *testing.T) {
	db := filepath.Join(t.TempDir(), "linkvet.db")
	s, err := store.Open(db, vault.Options{Now: time.Now, Profile: func() advisor.Profile { return advisor.Profile{} }})
	if err != nil {
		t.Fatal(err)
	}
	inv, err := s.Add(record.Invitation{Direction: record.Incoming, Name: "Corvina Aldersey", SentAt: time.Now().Add(-time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	page := "\x1b[200~Corvina Aldersey\r· 2nd\rGrid Planner at Brightquay Energy\rContact info\r500+\rconnections\rTobias, Marta and 3 other mutual connections\r" +
		"About\rI plan.\rExperience\rPlanner\rBrightquay Energy · Full-time\rMar 2021 - Present · 5 yrs\r\x1b[201~"
	pdf, err := filepath.Abs(filepath.Join("testdata", "profiles", "english.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	w := startIn(t, t.TempDir(), terminal.Options{}, "--db", db)
	w.Press("", "Waiting 1")
	w.Press(page, "1 suggested answer from the page", "5 connections in common", "Not in this copy")
	w.Press("p", "Read so far: the page")
	w.Press("\x1b[200~"+pdf+"\x1b[201~", "english.pdf")
	w.Press("\r", "from the page, the PDF")
	w.Press("1", "[✔]")
	w.Press("\r", "Kept what was read, with 1 answer")
	w.Quit()
	got, err := s.Get(inv.ID)
	if err != nil || got.Answers.Value("shared") != "some" || got.Profile == nil || len(got.Profile.Positions) != 4 || got.Profile.Mutuals != 5 {
		t.Errorf("%v: %v %+v", err, got.Answers, got.Profile)
	}
	if left, err := os.ReadDir(filepath.Dir(db)); err != nil || len(left) > 3 {
		t.Errorf("left beside the store: %v, %v", left, err)
	}
}
