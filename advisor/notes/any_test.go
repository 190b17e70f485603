package notes

import (
	"slices"
	"testing"

	"linkvet/advisor"
)

// checkSuggestsAny compares SuggestsAny with Suggest, for every single question
// and for all but it.
func checkSuggestsAny(t *testing.T, inv advisor.Invitation, f Facts) {
	t.Helper()
	found := Suggest(inv, f)
	for _, q := range advisor.Questions() {
		for name, counts := range map[string]func(question, answer string) bool{
			"only":    func(question, _ string) bool { return question == q.ID },
			"all but": func(question, _ string) bool { return question != q.ID },
		} {
			want := slices.ContainsFunc(found, func(s Suggestion) bool { return counts(s.Question, s.Answer) })
			if got := SuggestsAny(inv, f, counts); got != want {
				t.Errorf("%s %s: got %v, want %v for %+v, %+v", name, q.ID, got, want, inv, f)
			}
		}
	}
}

func TestSuggestsAnyAgreesWithSuggest(t *testing.T) {
	for _, kind := range []string{"notes", "innocent", "headlines"} {
		for _, s := range samples(t, kind) {
			checkSuggestsAny(t, advisor.Invitation{Note: s.text}, Facts{NoteKnown: true})
			checkSuggestsAny(t, advisor.Invitation{Headline: s.text}, Facts{NoteKnown: true})
		}
	}
	for note := range contactNotes {
		checkSuggestsAny(t, advisor.Invitation{Note: note, Company: "Example.com"}, Facts{})
	}
	for _, f := range []Facts{
		{}, {NoteKnown: true}, {NoteKnown: true, MessagesKnown: true}, {TimesSent: manyTimes}, {Namesake: "x"}, {Messages: 1}, {InvitedBefore: "2022-11-30"}, {SameCompany: 1},
		{Profile: &ProfileFacts{Title: "Senior Recruiter"}}, {Profile: &ProfileFacts{Workplace: "X"}}, {Profile: &ProfileFacts{Mutuals: 2, Care: true}},
	} {
		checkSuggestsAny(t, advisor.Invitation{}, f)
	}
}

// FuzzSuggestsAny: whatever a stranger writes, the short way agrees.
func FuzzSuggestsAny(f *testing.F) {
	f.Add("Write me on Telegram, or see bit.ly/x. +49 151 23456789", "Recruiter")
	f.Add("a.b@c.de:80//x \xff", "Head of Sales")
	f.Fuzz(func(t *testing.T, note, headline string) {
		checkSuggestsAny(t, advisor.Invitation{Note: note, Headline: headline, Company: headline}, Facts{NoteKnown: true})
	})
}

// BenchmarkSuggestsAny times what a list asks about each invitation.
func BenchmarkSuggestsAny(b *testing.B) {
	counts := func(question, _ string) bool { return question != "note" }
	for name, inv := range map[string]advisor.Invitation{
		"no note": {Name: "Jo Pike"},
		"note":    {Note: "Hi Mila, I came across your profile and was impressed by your work on tidal turbines. I lead a small team of engineers in Delft."},
		"signs":   {Note: "Hi Mila, write me on Telegram, we pay 500 $ a day for one hour of easy work from home."},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				SuggestsAny(inv, Facts{NoteKnown: true}, counts)
			}
		})
	}
}
