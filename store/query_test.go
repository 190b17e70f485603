package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"linkvet/advisor"
	"linkvet/store/fault"
	"linkvet/store/fold"
	"linkvet/store/list"
	"linkvet/store/record"
)

func queryRows() []record.Row {
	return []record.Row{
		{ID: "ada", Name: "Ada Lindström", Headline: "Data Scientist", Company: "Ölkraft AB", Note: "We met in Lyon", SentAt: day("2026-03-01"),
			Status: record.StatusWaiting, Recommendation: advisor.Accept, Answered: 3, Tags: []string{"Work", "fair"}, Due: true, Suggested: true, PersonNote: "Sings;\nowes me #slides"},
		{ID: "bo", Name: "BO YU", Company: "Lyon Data", SentAt: day("2026-02-28"), Status: record.StatusDecided, Decision: record.Ignored, Suggested: true, URL: "https://www.linkedin.com/in/bo-yú"},
		{ID: "cy", Name: "Łukasz Ｗ\u00a0Roe", Status: record.StatusLater, Note: "ratio 3:1 and x:y", Back: true, Suggested: true, Recommendation: advisor.DeclineAndBlock},
		{ID: "di", Status: record.StatusGone, SentAt: day("2025-12-31"), Headline: "نص محمّد", Recommendation: advisor.ReviewAndAcceptIfRelevant},
	}
}

func TestQuery(t *testing.T) {
	rows := queryRows()
	table := searchable(t, list.NewTable(rows))
	marks := make([]bool, len(rows))
	for query, want := range map[string]string{
		"":                          "ada bo cy di",
		"  \t ":                     "ada bo cy di",
		"LYON":                      "ada bo",
		"lyon data":                 "ada bo",
		`"met in lyon"`:             "ada",
		`"in  LYON`:                 "ada", // not closed yet
		`"lyon met"`:                "",
		"lindstrom olkraft":         "ada",
		"lukasz w":                  "cy",
		`"w roe"`:                   "cy",
		"محمد":                      "di",
		"!lyon":                     "cy di",
		`lyon !"met in"`:            "bo",
		"!":                         "", // a plain character that nobody has
		"status:waiting":            "ada",
		"is:decided":                "bo",
		"!is:gone":                  "ada bo cy",
		"rec:accept":                "ada",
		"rec:none lyon":             "bo",
		"decision:ignored":          "bo",
		"decision:none is:waiting":  "ada",
		"name:lin":                  "ada",
		`name:"bo yu"`:              "bo",
		"name:lyon":                 "",
		"company:lyon":              "bo",
		"Company:LYON":              "bo",
		"company:":                  "ada bo cy di", // being typed
		"has:note":                  "ada cy",
		"has:answer":                "ada",
		"has:url":                   "bo",
		"has:tag":                   "ada",
		"has:headline !has:company": "di",
		"!has:date":                 "cy",
		"before:2026-03-01":         "bo di",
		"after:2026-03-01":          "ada",
		"after:2026":                "ada bo",
		"before:2026-03 after:2026": "bo",
		"tag:work":                  "ada",
		"tag:wor":                   "",
		"x:y":                       "cy", // no field, so a word
		"3:1":                       "cy",
		"fair":                      "ada",
		"scientistolkraft":          "", // not across two texts
		"zzz":                       "",
		"owes sings":                "ada",
		`"sings; owes"`:             "ada",
		"has:mynote":                "ada",
		"!has:mynote":               "bo cy di",
		"is:due":                    "ada",
		"!status:due":               "bo cy di",
		"is:changed":                "cy",
		"is:marked":                 "ada cy",
		"!is:marked is:waiting":     "",
		"rec:decline":               "", // exactly
		"rec:block":                 "cy",
		"rec:decline-and-block":     "cy",
		"rec:review":                "di",
		"!rec:review rec:ignore":    "",
		"#wor":                      "ada",
		"#air":                      "",
		"#sings":                    "",    // no tag
		`"#slides"`:                 "ada", // a word
		"#":                         "ada", // being typed
		"!#fair":                    "bo cy di",
		"url:Bo-Yu":                 "bo",
		"url:in/bo !is:gone":        "bo",
		"!url:bo-yu":                "ada cy di",
		"url:":                      "ada bo cy di",
		"linkedin":                  "", // not among the words
	} {
		q, err := list.ParseQuery(query)
		if err != nil {
			t.Errorf("%q: %v", query, err)
			continue
		}
		var matched, found []string
		for _, row := range rows {
			if q.Match(row) {
				matched = append(matched, row.ID)
			}
		}
		table.Mark(q, marks)
		for i, hit := range marks {
			if hit {
				found = append(found, table.ID(i))
			}
		}
		if got := strings.Join(matched, " "); got != want {
			t.Errorf("%q matches %q, want %q", query, got, want)
		}
		if got := strings.Join(found, " "); got != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
}

func TestQueryErrorsNameWhatIsAllowed(t *testing.T) {
	for query, words := range map[string]string{
		"status:open":      "waiting, later, decided, accepted, gone, outgoing, due, changed, marked",
		"is:foo":           "not allowed: is:foo (allowed: waiting",
		"is:":              "waiting",
		"rec:maybe":        "decline-and-block, none",
		"decision:sent_ok": "not_sent, none",
		"rec:b":            "none, review, ignore, block",
		"has:money":        "note, headline",
		"has:my":           "date, mynote",
		"before:soon":      "2026-03-01",
		"a after:":         "2026-03-01",
	} {
		if _, err := list.ParseQuery(query); !errors.Is(err, fault.ErrInvalid) || !strings.Contains(err.Error(), words) {
			t.Errorf("%q: %v", query, err)
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"":                     "",
		"plain text":           "plain text",
		"  Ada \n LIND ":       "ada lind",
		"Jürgen Müller-Straße": "jurgen muller-strasse",
		"Ðorđe Łukasz Ørsted":  "dorde lukasz orsted",
		"ΣΊΣΥΦΟΣ Σίσυφος":      "σισυφοσ σισυφοσ",
		"İstanbul ıslak":       "istanbul islak",
		"ＦＵＬＬ　width ﬁne":       "full width fine",
		"राम":                  "राम", // the vowel sign is the name
		"रम":                   "रम",
		"\u0301":               "",
		"e\u0301 \u00e9":       "e e",
	} {
		if got := fold.Text(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		if once := fold.Text(s); fold.Text(once) != once {
			t.Fatalf("Fold(%q) = %q and again %q", s, once, fold.Text(once))
		}
	})
}

func TestSummaryRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String()
		moments := rapid.Int64Range(-1<<40, 1<<40)
		row := record.Row{
			ID: record.MakeID(record.Incoming, text.Draw(t, "who"), 1), Direction: rapid.SampledFrom([]record.Direction{record.Incoming, record.Outgoing}).Draw(t, "direction"),
			Name: text.Draw(t, "name"), Headline: text.Draw(t, "headline"), Company: text.Draw(t, "company"), URL: text.Draw(t, "url"),
			Note: text.Draw(t, "note"), SentAt: record.Moment(moments.Draw(t, "sent")), TimesSent: rapid.IntRange(1, 500).Draw(t, "times"),
			LaterUntil: record.Moment(moments.Draw(t, "later")), DecidedAt: record.Moment(moments.Draw(t, "decided")),
			Connected: rapid.Bool().Draw(t, "connected"), Gone: rapid.Bool().Draw(t, "gone"), Listed: rapid.Bool().Draw(t, "listed"),
			Recommendation: advisor.Recommendation(rapid.IntRange(0, 6).Draw(t, "rec")), Report: rapid.Bool().Draw(t, "report"),
			Settled: rapid.Bool().Draw(t, "settled"), Answered: rapid.IntRange(0, 60).Draw(t, "answered"),
			Decision: rapid.SampledFrom(append(record.Decisions(), "")).Draw(t, "decision"), Tags: rapid.SliceOfN(text, 0, 3).Draw(t, "tags"),
			PersonNote: rapid.OneOf(rapid.Just(""), text).Draw(t, "own note"), Resurfaced: rapid.Bool().Draw(t, "resurfaced"),
			Doubtful: rapid.Bool().Draw(t, "doubtful"), FactsSum: rapid.Uint32().Draw(t, "facts"),
		}
		key := record.ListKey(row.SentAt, row.ID)
		value := record.EncodeSummary(key, row)
		got, err := record.DecodeSummary(key, value)
		if err != nil || fmt.Sprintf("%#v", got.Object()) == "" || !sameRow(got, row) {
			t.Fatalf("%+v\nwant %+v, %v", got, row, err)
		}
		cut := rapid.IntRange(0, len(value)-1).Draw(t, "cut")
		if _, err := record.DecodeSummary(key, value[:cut]); err == nil {
			t.Fatalf("cut to %d of %d bytes it still decodes", cut, len(value))
		}
	})
}

func sameRow(a, b record.Row) bool {
	same := slices.Equal(a.Tags, b.Tags) && a.SentAt.Equal(b.SentAt) && a.LaterUntil.Equal(b.LaterUntil) && a.DecidedAt.Equal(b.DecidedAt)
	for _, r := range []*record.Row{&a, &b} {
		r.Tags, r.SentAt, r.LaterUntil, r.DecidedAt = nil, time.Time{}, time.Time{}, time.Time{}
	}
	return same && fmt.Sprintf("%#v", a) == fmt.Sprintf("%#v", b)
}

func TestLikeFields(t *testing.T) {
	for query, want := range map[string][]string{
		"city:oslo": {"city:"}, "company:acme 10:30 https://x.example": nil, "ann !Role:peer": {"role:"}, "note: x url:x #a:b": nil,
	} {
		q, err := list.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		if got := q.LikeFields(); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
}
