package list

import (
	"fmt"
	"testing"
	"time"

	"linkvet/store/record"
)

func TestNarrows(t *testing.T) {
	for _, c := range []struct {
		q, other string
		want     bool
	}{
		{"ann", "an", true}, {"an", "ann", false}, {"ann berlin", "berl", true}, {"!ann", "!an", false}, {"!an x", "!an", true},
		{"company:acme", "company:ac", true}, {"company:acme", "acme", false}, {"is:later x", "x is:later", true}, {"tag:ab", "tag:a", false}, {"x", "", true},
		{"#bri", "#br", true}, {"#br", "#bri", false}, {"#bri", "#r", false}, {"#bri", "bri", false}, {"!#bri", "!#br", false},
		{"url:ana-c x", "url:ana", true}, {"x", "url:ana", false}, {"url:ana", "ana", false}, {"is:due", "is:changed", false},
	} {
		q, _ := ParseQuery(c.q, time.UTC)
		other, _ := ParseQuery(c.other, time.UTC)
		if q.Narrows(other) != c.want {
			t.Errorf("%q narrows %q: %v", c.q, c.other, !c.want)
		}
	}
}

func BenchmarkMark(b *testing.B) {
	rows := make([]record.Row, 100_000)
	for i := range rows {
		rows[i] = record.Row{ID: fmt.Sprint(i), Name: fmt.Sprintf("Žofia Person %d", i), URL: fmt.Sprintf("https://www.linkedin.com/in/zofia-person-%d", i), Headline: "Engineer of several things"}
		if i%3 == 0 {
			rows[i].Note = "Hello, we met at the meetup last week.\nI would like to hear more about your work on bridges."
		}
	}
	table := searchable(b, tableOf(rows))
	found := make([]bool, len(rows))
	for _, text := range []string{"e", "meetup", "zebra", "person 99999", "!meetup", "!zebra", "name:99999", "is:waiting", "#br", "url:99999", "99999 url:99999"} {
		q, err := ParseQuery(text, time.UTC)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				table.Mark(q, found)
			}
		})
	}
}
