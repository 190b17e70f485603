package store

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"linkvet/advisor"
)

// Marking over one text finds what looking at each row alone finds, also after
// rows were replaced and when a query is narrowed.
func TestMarkFindsWhatMatchFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SampledFrom([]string{"ana", "Ána", "berg", "ab", "a", "b", "beran", "", "x y"})
		rows := make([]Row, rapid.IntRange(0, 60).Draw(t, "rows"))
		draw := func(i int) Row {
			return Row{
				ID: fmt.Sprint(i), Name: words.Draw(t, "name"), Company: words.Draw(t, "company"), Note: words.Draw(t, "note"),
				Status:         rapid.SampledFrom(Statuses()).Draw(t, "status"),
				Recommendation: rapid.SampledFrom(append(advisor.Recommendations(), 0)).Draw(t, "rec"),
				Tags:           rapid.SliceOfN(words, 0, 2).Draw(t, "tags"), SentAt: time.Unix(int64(i), 0),
			}
		}
		for i := range rows {
			rows[i] = draw(i)
		}
		s := NewSearcher(rows)
		for range rapid.IntRange(0, 4).Draw(t, "changes") {
			if len(rows) > 0 {
				i := rapid.IntRange(0, len(rows)-1).Draw(t, "i")
				s.Replace(i, draw(i))
			}
		}
		terms := rapid.SampledFrom([]string{"an", "ana", "!ber", "b", "name:a", "!company:b", "tag:ana", "is:waiting", "rec:none", "!x", "anab"})
		query := func() Query {
			text := ""
			for range rapid.IntRange(0, 3).Draw(t, "terms") {
				text += terms.Draw(t, "term") + " "
			}
			q, err := ParseQuery(text)
			if err != nil {
				t.Fatal(err)
			}
			return q
		}
		q, wider := query(), query()
		found, n := make([]bool, len(rows)), 0
		count := s.Mark(q, found)
		for i, hit := range found {
			if hit != q.Match(rows[i]) || hit != s.Matches(q, i) {
				t.Fatalf("row %d %+v: marked %v, matches %v, %v", i, rows[i], hit, q.Match(rows[i]), s.Matches(q, i))
			}
			if hit && q.Narrows(wider) && !wider.Match(rows[i]) {
				t.Fatalf("%+v does not narrow %+v for %+v", q, wider, rows[i])
			}
			if hit {
				n++
			}
		}
		if n != count {
			t.Fatalf("%d marked, %d counted", n, count)
		}
	})
}

func TestNarrows(t *testing.T) {
	for _, c := range []struct {
		q, other string
		want     bool
	}{
		{"ann", "an", true}, {"an", "ann", false}, {"ann berlin", "berl", true}, {"!ann", "!an", false}, {"!an x", "!an", true},
		{"company:acme", "company:ac", true}, {"company:acme", "acme", false}, {"is:later x", "x is:later", true}, {"tag:ab", "tag:a", false}, {"x", "", true},
	} {
		q, _ := ParseQuery(c.q)
		other, _ := ParseQuery(c.other)
		if q.Narrows(other) != c.want {
			t.Errorf("%q narrows %q: %v", c.q, c.other, !c.want)
		}
	}
}

func BenchmarkMark(b *testing.B) {
	rows := make([]Row, 100_000)
	for i := range rows {
		rows[i] = Row{ID: fmt.Sprint(i), Name: fmt.Sprintf("Žofia Person %d", i), Headline: "Engineer of several things"}
		if i%3 == 0 {
			rows[i].Note = "Hello, we met at the meetup last week.\nI would like to hear more about your work on bridges."
		}
	}
	s := NewSearcher(rows)
	found := make([]bool, len(rows))
	for _, text := range []string{"e", "meetup", "zebra", "person 99999", "!meetup", "!zebra", "name:99999", "is:waiting"} {
		q, err := ParseQuery(text)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s.Mark(q, found)
			}
		})
	}
}
