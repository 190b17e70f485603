package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/files"
	"linkvet/store/record"
	"linkvet/store/vault"
	"linkvet/tui/screen"
)

//go:embed testdata/demo.json
var demoJSON []byte

// demo is what testdata/demo.json holds: nobody in it exists. Its times are in
// days before or after the day it is shown.
type demo struct {
	Profile     advisor.Profile  `json:"profile"`
	Invitations []demoInvitation `json:"invitations"`
}

type demoInvitation struct {
	Direction      record.Direction `json:"direction"`
	Kind           string           `json:"kind"`
	Unsent         bool             `json:"unsent"` // the person only thinks of sending it
	Name           string           `json:"name"`
	Headline       string           `json:"headline"`
	Company        string           `json:"company"`
	URL            string           `json:"url"`
	Note           string           `json:"note"`
	DaysAgo        int              `json:"days_ago"`
	Answers        advisor.Answers  `json:"answers"`
	Decision       record.Decision  `json:"decision"`
	Because        string           `json:"because"`
	DecidedDaysAgo int              `json:"decided_days_ago"`
	LaterInDays    int              `json:"later_in_days"`
}

func readDemo() (demo, error) {
	decoder := json.NewDecoder(bytes.NewReader(demoJSON))
	decoder.DisallowUnknownFields()
	var d demo
	if err := decoder.Decode(&d); err != nil {
		return demo{}, fmt.Errorf("reading the demo: %w", err)
	}
	return d, nil
}

// openDemo makes a temporary store with the demo's invitations. It is removed
// when the program ends.
func (a *app) openDemo() (screen.Storage, screen.Settings, error) {
	d, err := readDemo()
	if err != nil {
		return nil, nil, err
	}
	folder, remove, err := files.TempFolder("linkvet-demo")
	if err != nil {
		return nil, nil, fmt.Errorf("making the demo's store: %w", err)
	}
	a.atEnd(remove)

	settings := &demoSettings{profile: d.Profile}
	clock := demoClock{now: a.now}
	s, err := store.Open(filepath.Join(folder, "demo.db"), vault.Options{Now: clock.Now, Profile: settings.Profile})
	if err != nil {
		return nil, nil, err
	}
	s.PDF = pdfReader()
	for _, invitation := range d.Invitations {
		if err := invitation.add(s, &clock); err != nil {
			return nil, nil, fmt.Errorf("the demo's invitation of %s: %w", invitation.Name, err)
		}
	}
	if err := s.ForgetSteps(); err != nil {
		return nil, nil, fmt.Errorf("finishing the demo: %w", err)
	}
	clock.daysAgo = 0
	return a.storage(s), settings, nil
}

// demoClock lets the demo's past happen in the past. It is only turned back
// before the store is handed out.
type demoClock struct {
	now     func() time.Time
	daysAgo int
}

// Now is the time the demo is at.
func (c *demoClock) Now() time.Time { return c.now().AddDate(0, 0, -c.daysAgo) }

func (d demoInvitation) add(s *store.Store, clock *demoClock) error {
	clock.daysAgo = d.DaysAgo
	// The hours differ so that a list by time has an order people can see.
	sent := clock.Now().Add(-time.Duration(len(d.Name)) * time.Hour)
	if d.Unsent {
		sent = time.Time{}
	}
	described := record.Invitation{
		Direction: d.Direction, Name: d.Name, Headline: d.Headline, Company: d.Company, URL: d.URL, Note: d.Note,
		SentAt: sent,
	}
	if d.Kind != "" {
		described.Answers = advisor.Answers{"kind": {d.Kind}}
	}
	inv, err := s.Add(described)
	if err != nil {
		return err
	}
	clock.daysAgo = d.DecidedDaysAgo
	if len(d.Answers) > 0 {
		if _, err := s.Answer(inv.ID, d.Answers); err != nil {
			return err
		}
	}
	if d.Decision != "" {
		if _, err := s.Decide(inv.ID, d.Decision, d.Because); err != nil {
			return err
		}
	}
	if d.LaterInDays > 0 {
		_, err = s.Later(inv.ID, record.DayIn(clock.Now().AddDate(0, 0, d.LaterInDays)))
	}
	return err
}

// demoSettings are the settings of the demo: forgotten when it ends.
type demoSettings struct {
	mu         sync.Mutex
	oneByOne   bool
	accessible bool
	profile    advisor.Profile
	theme      string
	sections   []screen.OwnList
	keys       map[string][]string
}

// with runs fn while nobody else changes the settings.
func (s *demoSettings) with(fn func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	fn()
}

// Profile returns the profile of the demo.
func (s *demoSettings) Profile() (p advisor.Profile) {
	s.with(func() { p = s.profile })
	return p
}

// ProfileAsked is true: the demo's profile is filled in.
func (s *demoSettings) ProfileAsked() bool { return true }

// SaveProfile keeps the profile until the demo ends.
func (s *demoSettings) SaveProfile(p advisor.Profile) error {
	s.with(func() { s.profile = p })
	return nil
}

// Theme returns the theme of the demo.
func (s *demoSettings) Theme() (theme string) {
	s.with(func() { theme = s.theme })
	return theme
}

// SaveTheme keeps the theme until the demo ends.
func (s *demoSettings) SaveTheme(theme string) error {
	s.with(func() { s.theme = theme })
	return nil
}

// OneByOne reports whether the questions come one by one.
func (s *demoSettings) OneByOne() (on bool) {
	s.with(func() { on = s.oneByOne })
	return on
}

// SaveOneByOne keeps that until the demo ends.
func (s *demoSettings) SaveOneByOne(on bool) error {
	s.with(func() { s.oneByOne = on })
	return nil
}

// Accessible reports whether the program goes line by line.
func (s *demoSettings) Accessible() (on bool) {
	s.with(func() { on = s.accessible })
	return on
}

// SaveAccessible keeps that until the demo ends.
func (s *demoSettings) SaveAccessible(on bool) error {
	s.with(func() { s.accessible = on })
	return nil
}

// SaveMouse keeps nothing: the terminal program remembers it until it ends.
func (s *demoSettings) SaveMouse(bool) error { return nil }

// Lists returns the lists of the demo.
func (s *demoSettings) Lists() (all []screen.OwnList) {
	s.with(func() { all = s.sections })
	return all
}

// SaveLists keeps the lists until the demo ends.
func (s *demoSettings) SaveLists(all []screen.OwnList) error {
	s.with(func() { s.sections = all })
	return nil
}

// Keys returns the keys of the demo that differ from the program's own.
func (s *demoSettings) Keys() (keys map[string][]string) {
	s.with(func() { keys = s.keys })
	return keys
}

// SaveKeys keeps keys until the demo ends.
func (s *demoSettings) SaveKeys(keys map[string][]string) error {
	s.with(func() { s.keys = keys })
	return nil
}

// Commands returns none: what the person's own programs do with invented people
// is real.
func (s *demoSettings) Commands() []screen.OwnCommand { return nil }

// Files says that the demo keeps no files.
func (s *demoSettings) Files() []screen.File {
	return []screen.File{{What: "files", Path: "(the demo keeps none)"}}
}
