package frametest

import (
	"linkvet/advisor/notes"
	"linkvet/advisor/profiles"
	"linkvet/store"
	"linkvet/store/linkedin/profile"
	"linkvet/store/record"
	"linkvet/tui/screen"
)

// ReadProfile returns what the fake has for every copy; a short text is the feed.
// Without anything it finds nothing.
func (f *FakeStorage) ReadProfile(ref string, data []byte, _ ...store.Reading) (store.Reading, error) {
	if f.Reading.Kind == "" {
		return store.Reading{ID: ref}, f.Failing
	}
	if len(data) < 20 {
		return store.Reading{}, &profile.WrongError{Problem: "this is the feed, not a profile", Hint: "open the profile, scroll to its end, select all and copy", Known: true}
	}
	r := f.Reading
	r.ID = ref
	return r, nil
}

// ReadProfileFile is ReadProfile for any path.
func (f *FakeStorage) ReadProfileFile(ref, path string, earlier ...store.Reading) (store.Reading, error) {
	return f.ReadProfile(ref, []byte(path), earlier...)
}

// KeepProfile records the answers.
func (f *FakeStorage) KeepProfile(r store.Reading, accepted []string) (record.Invitation, error) {
	return f.change(r.ID, "read", "their profile", func(inv *record.Invitation) {
		answers := inv.Answers.Clone()
		for _, suggestion := range r.Suggestions {
			for _, question := range accepted {
				if suggestion.Question == question {
					answers[question] = []string{suggestion.Answer}
				}
			}
		}
		inv.Answers, inv.Profile = answers, &r.Profile
	})
}

// WithReading is a program that reads SomeReading of any copy.
func WithReading() screen.Options {
	f := NewFakeStorage(SomePeople()...)
	f.Reading = SomeReading()
	return screen.Options{Storage: f}
}

// WithReadingOfAnother is one in which every copy is somebody else's.
func WithReadingOfAnother() screen.Options {
	f := NewFakeStorage(SomePeople()...)
	f.Reading = SomeReading()
	f.Reading.Differs = true
	return screen.Options{Storage: f}
}

// SomeReading is what a page and a panel may come to.
func SomeReading() store.Reading {
	return store.Reading{
		Kind: profile.Page, Name: "Corvina Aldersey", Profile: profiles.Profile{ReadOn: "2026-07-14", Kinds: []string{"page"}},
		Suggestions: []notes.Suggestion{
			{Question: "shared", Answer: "some", Because: "LinkedIn shows 14 connections in common, among them Tobias Renn."},
			{Question: "verified", Answer: "matches", Because: "LinkedIn's panel says that the workplace Brightquay Energy was confirmed, and that is where they say they work."},
			{Question: "joined", Answer: "fits", Because: "The panel says the account was made in May 2011."},
			{Question: "role", Answer: "recruiter", Because: "The headline says “Talent Partner”."},
		},
		Hints:   []profiles.Hint{{Question: "claimed_tie", Text: "Fernwick Logistics. They: 2015 to 2020. You: 2014 to 2021."}},
		Missing: []string{"skills", "recommendations"},
	}
}
