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

// Five kinds of people among forty: an old colleague, a scam, a plausible stranger,
// a recruiter and a salesperson. After a first pass over all of them, each is
// vetted; in the middle of a page the program is killed, and goes on there.
func TestFiveKindsOfPeopleInATerminal(t *testing.T) {
	db := filepath.Join(t.TempDir(), "linkvet.db")
	s, err := store.Open(db, vault.Options{Now: time.Now, Profile: func() advisor.Profile { return advisor.Profile{} }})
	if err != nil {
		t.Fatal(err)
	}
	people := []record.Invitation{
		{Name: "Olga Ortiz", Headline: "Bridge engineer", Note: "We shared an office for three years."},
		{Name: "Sven Scam", Note: "Dear friend, I can double your crypto, write me on Telegram."},
		{Name: "Petra Plausible", Headline: "Bridge inspector", Note: "I read your paper on welds and would like to follow your work."},
		{Name: "Rita Recruiter", Headline: "Recruiter for civil engineers"},
		{Name: "Sam Seller", Headline: "Account executive"},
	}
	for len(people) < 40 {
		people = append(people, record.Invitation{Name: fmt.Sprint("Person ", len(people))})
	}
	ids := map[string]string{}
	for i, inv := range people {
		inv.Direction, inv.SentAt = record.Incoming, time.Now().Add(-time.Duration(i+1)*time.Hour)
		added, err := s.Add(inv)
		if err != nil {
			t.Fatal(err)
		}
		ids[inv.Name] = added.ID
	}
	home := t.TempDir()
	w := startIn(t, home, terminal.Options{}, "--db", db)
	find := func(name string) {
		w.Press("/", "filter")
		w.Press(name, "1 of 1")
		w.Press("\r", name)
	}
	w.Press("", "Waiting 40")
	w.Press("F", "0 of 40 answered")
	w.Press("1"+strings.Repeat("4", 19), "20 of 40 answered")
	w.Press(strings.Repeat("4", 19), "39 of 40 answered")
	w.Press("4", "Stop signs", "1 person you know and trust")
	w.Press("n", "First pass: 1 to accept")

	w.Press("d", "What did you do?", "Olga Ortiz")
	w.Press("\r", "Saved: Olga Ortiz, accepted")

	find("Sven Scam")
	w.Press("v", "What are they to you, mainly?")
	w.Press("\r", "Have you seen any of these?")
	w.Press(" ", "1 ticked")
	w.Press("\r", "DECLINE AND BLOCK", "Report it to LinkedIn")
	w.Press("\x1b", "1 ticked")
	w.Press("\x1b", "Sven Scam")

	find("Petra Plausible")
	w.Press("v", "What are they to you, mainly?")
	w.Press("2", "Have you seen any of these?")
	w.Look()
	w.Press("n", "What do note and profile show?")
	w.Press("1", "How full is the profile")
	w.Press("1", "Are there people you both know")
	waitForDraft(t, db, ids["Petra Plausible"])
	w.Kill()
	w = startIn(t, home, terminal.Options{}, "--db", db)
	w.Press("", "Go on with", "Petra Plausible", "page 3 of")
	w.Press("c", "Are there people you both know", "Written for me", "Full")
	w.Press("2", "Do they push you early")
	w.Press("\r", "Have you looked anything up")
	w.Press("1", "photo")
	w.Press("\r", "What would the connection be worth")
	w.Press("1", "Which reasons")
	w.Press("\r", "ACCEPT", "What to write")
	w.Press("\x1b", "What would the connection be worth")
	w.Press("\x1b", "Petra Plausible", "Waiting 39")

	find("Rita Recruiter")
	w.Press("v", "What are they to you, mainly?")
	w.Press("3", "known to be good")
	w.Press("1", "Have you seen any of these?")
	w.Look()
	w.Press("n", "What do note and profile show?")
	w.Press("b", "Have you seen any of these?")
	w.Press("v", "REVIEW AND ACCEPT")
	w.Press("\x1b", "Have you seen any of these?")
	w.Press("\x1b", "Rita Recruiter", "Waiting 39")

	find("Sam Seller")
	w.Press("v", "What are they to you, mainly?")
	w.Press("4", "relevant")
	w.Press("3", "Have you seen any of these?")
	w.Look()
	w.Press("n", "IGNORE OR VET FURTHER", "No question left could let you accept")
	w.Press("l", "Put off until when?")
	w.Press("24 dec\r", "Put off until", "Sam Seller", "Later 1")
	w.Quit()

	for name, want := range map[string]advisor.Recommendation{
		"Olga Ortiz": advisor.Accept, "Sven Scam": advisor.DeclineAndBlock, "Petra Plausible": advisor.Accept,
		"Rita Recruiter": advisor.ReviewAndAccept, "Sam Seller": advisor.IgnoreOrVetFurther,
	} {
		inv, err := s.Get(ids[name])
		if err != nil || inv.Recommendation != want {
			t.Errorf("%s: %s, not %s (%v)", name, inv.Recommendation, want, err)
		}
	}
}
