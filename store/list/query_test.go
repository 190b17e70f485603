package list

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store/fault"
	"linkvet/store/record"
)

func queryRows() []record.Row {
	return []record.Row{
		{ID: "ada", Name: "Ada Lindström", Headline: "Data Scientist", Company: "Ölkraft AB", Note: "We met in Lyon", SentAt: dayOf("2026-03-01"),
			Status: record.StatusWaiting, Recommendation: advisor.Accept, Answered: 3, Tags: []string{"Work", "fair"}, Due: true, Suggested: true, PersonNote: "Sings;\nowes me #slides"},
		{ID: "bo", Name: "BO YU", Company: "Lyon Data", SentAt: dayOf("2026-02-28"), Status: record.StatusDecided, Decision: record.Ignored, Suggested: true, Warned: true, URL: "https://www.linkedin.com/in/bo-yú"},
		{ID: "cy", Name: "Łukasz Ｗ\u00a0Roe", Status: record.StatusLater, Note: "ratio 3:1 and x:y", Back: true, Suggested: true, Warned: true, Recommendation: advisor.DeclineAndBlock},
		{ID: "di", Status: record.StatusGone, SentAt: dayOf("2025-12-31"), Headline: "نص محمّد", Recommendation: advisor.ReviewAndAcceptIfRelevant},
	}
}

func TestQuery(t *testing.T) {
	rows := queryRows()
	table := searchable(t, tableOf(rows))
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
		"is:warned":                 "cy",
		"!is:warned is:later":       "",
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
		q, err := ParseQuery(query, time.UTC)
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
		if _, err := ParseQuery(query, time.UTC); !errors.Is(err, fault.ErrInvalid) || !strings.Contains(err.Error(), words) {
			t.Errorf("%q: %v", query, err)
		}
	}
}

func TestLikeFields(t *testing.T) {
	for query, want := range map[string][]string{
		"city:oslo": {"city:"}, "company:acme 10:30 https://x.example": nil, "ann !Role:peer": {"role:"}, "note: x url:x #a:b": nil,
	} {
		q, err := ParseQuery(query, time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		if got := q.LikeFields(); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
}

func dayOf(s string) time.Time {
	day, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return day
}

func TestADayOfAQueryIsThePersonsDay(t *testing.T) {
	tokyo, err := time.LoadLocation("Asia/Tokyo")
	if err != nil {
		t.Fatal(err)
	}
	sent := func(hour int) record.Row {
		return record.Row{ID: "ada", Name: "Ada", SentAt: time.Date(2026, 7, 14, hour, 0, 0, 0, tokyo)}
	}
	for _, c := range []struct {
		query string
		hour  int
		want  bool
	}{
		{"after:2026-07-14", 8, true}, // the 13th in UTC
		{"before:2026-07-14", 8, false},
		{"after:2026-07-14", -1, false},
		{"before:2026-07-14", -1, true},
		{"before:2026-07-15", 23, true},
	} {
		q, err := ParseQuery(c.query, tokyo)
		if err != nil {
			t.Fatal(err)
		}
		if got := q.Match(sent(c.hour)); got != c.want {
			t.Errorf("%s, sent at %d o'clock in Tokyo: %v, want %v", c.query, c.hour, got, c.want)
		}
		rows := []record.Row{sent(c.hour)}
		marks := make([]bool, 1)
		if searchable(t, tableOf(rows)).Mark(q, marks); marks[0] != c.want {
			t.Errorf("%s, sent at %d o'clock in Tokyo: marked %v, want %v", c.query, c.hour, marks[0], c.want)
		}
	}
}

// A query that is typed to its end is not taken for what it does not say.
func TestCheckWhole(t *testing.T) {
	for query, want := range map[string]string{
		"":                        "",
		`ann "data science"`:      "",
		`name:"ann lee" !x`:       "",
		`(m/w/d) CEO | Founder &`: "",
		"or and not":              "",
		`"OR"`:                    "",
		"#":                       "",
		"((":                      "at character 1, ((: a query has no brackets",
		"é ann )":                 "at character 7, ): a query has no brackets",
		`ann "data sci`:           "at character 5, a quotation mark",
		`name:"ann`:               "at character 1, a quotation mark",
		"ann name:":               "at character 5, name: with nothing",
		"ann ! bo":                "at character 5, ! with nothing",
		"ann !":                   "at character 5, ! with nothing",
		"ann OR bo":               "at character 5, OR: all words",
	} {
		err := CheckWhole(query)
		if want == "" && err != nil || want != "" && (!errors.Is(err, fault.ErrInvalid) || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: %v, want %q", query, err, want)
		}
	}
}

// TestAWordCountsOnce: a text that is pasted says most of its words again, and
// looking for each of them again changes nothing.
func TestAWordCountsOnce(t *testing.T) {
	once, err := ParseQuery("anna berlin !acme is:due url:anna", time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	again, err := ParseQuery("anna berlin Anna !acme is:due url:anna status:due !acme bérlin url:anna", time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(again, once) {
		t.Errorf("said twice it is %v, and once %v", again, once)
	}
}
