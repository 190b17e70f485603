package notes

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"linkvet/advisor"
)

// FuzzSuggest: whatever a stranger writes, reading it does not fail, gives the
// same result twice, quotes only what is there, and answers only what can be
// answered.
func FuzzSuggest(f *testing.F) {
	for _, kind := range []string{"notes", "innocent", "headlines"} {
		for _, s := range samples(f, kind) {
			f.Add(s.text, "Recruiter")
		}
	}
	f.Add("https://", "www.")
	f.Add("a.b@c.de:80//x", ".@.")
	f.Add("t e l e g r a m Whаtsаpp ᴛᴇʟ 0x9C1eF04b7A25d83a6F19B0cD72e854aA3bD6fE10\non", "a b c d")
	f.Add("\xff.\xfe.com \u202e", strings.Repeat("sales manager ", 20))
	f.Fuzz(func(t *testing.T, note, headline string) {
		inv, facts := advisor.Invitation{Note: note, Headline: headline, Company: headline}, Facts{NoteKnown: true}
		got := Suggest(inv, facts)
		if again := Suggest(inv, facts); got == nil || !reflect.DeepEqual(got, again) {
			t.Fatalf("got %+v, then %+v", got, again)
		}
		asked := map[string]bool{}
		for _, s := range got {
			if !strings.Contains(note, s.Quote) {
				t.Errorf("%q is not in the note", s.Quote)
			}
			_, ok := advisor.QuestionByID(s.Question)
			if !ok || asked[s.Question] {
				t.Fatalf("question %q is unknown or appears twice", s.Question)
			}
			asked[s.Question] = true
			if !takes(s.Question, s.Answer) {
				t.Errorf("%s does not take %q", s.Question, s.Answer)
			}
			if s.Because == "" || utf8.ValidString(headline) && utf8.ValidString(note) && !utf8.ValidString(s.Because) {
				t.Errorf("%s: because %q", s.Question, s.Because)
			}
		}
	})
}

// BenchmarkSuggest times reading one invitation: most have no note, and the
// list of all must not wait for those that have.
func BenchmarkSuggest(b *testing.B) {
	note := "Hi Mila, I came across your profile and was impressed by your work on tidal turbines. I lead a small team of engineers in Delft and we are thinking about similar questions, so I would be glad to stay in touch. Best, Jo"
	for name, inv := range map[string]advisor.Invitation{
		"no note":  {Name: "Jo Pike"},
		"note":     {Name: "Jo Pike", Note: note},
		"headline": {Name: "Jo Pike", Headline: "Senior engineer, tidal turbines at Globex Marine"},
		"hostile":  {Name: "Jo Pike", Note: strings.Repeat("send we your i 1 % earn ", 10000)},
		"accents":  {Name: "Jo Pike", Note: "Grüße aus Köln, ich fand Ihren Vortrag über Gezeitenkraftwerke großartig und würde mich über einen Austausch freuen."},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Suggest(inv, Facts{NoteKnown: true})
			}
		})
	}
}

// BenchmarkLength times reading hostile text per KiB, with nothing clipped: the
// shortest and the longest text take about the same, so reading is linear.
func BenchmarkLength(b *testing.B) {
	for _, kib := range []int{4, 16, 64} {
		hostile := strings.Repeat("send the code my account locked pay you customs fee t e l e g r a m Whаtsаpp 1 % ", kib<<10)[:kib<<10]
		b.Run(fmt.Sprintf("%d KiB", kib), func(b *testing.B) {
			r := reading{book: phrases(), note: hostile}
			for b.Loop() {
				r.found = r.found[:0]
				r.book.words.read(r.note, r.readNote)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*kib), "µs/KiB")
		})
	}
}

// BenchmarkParsePhrases times what the first note costs.
func BenchmarkParsePhrases(b *testing.B) {
	for b.Loop() {
		if _, err := parsePhrases(phrasesYAML); err != nil {
			b.Fatal(err)
		}
	}
}
