package insight

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/store/sealed"
)

var now = time.Date(2026, time.November, 20, 9, 0, 0, 0, time.UTC)

// reportOf counts invitations, newest first, as the store does.
func reportOf(t *testing.T, profile advisor.Profile, all ...record.Invitation) Report {
	t.Helper()
	tally := New(now, profile)
	byID := map[string]*record.Invitation{}
	for i := range all {
		inv := &all[i]
		if inv.ID == "" {
			inv.ID = fmt.Sprintf("%010d", i)
		}
		byID[inv.ID] = inv
		key := record.ListKey(inv.SentAt, inv.ID)
		payload, err := sealed.Open(key, record.EncodeSummary(key, inv.Row(now)))
		var skim record.Skim
		if err == nil {
			err = record.SkimSummary(payload, &skim)
		}
		if err != nil {
			t.Fatal(err)
		}
		if tally.Listed([]byte(inv.ID), record.Seconds(inv.SentAt), &skim) {
			tally.Whole(inv)
		}
	}
	for _, id := range tally.Wanted() {
		tally.Name(byID[id])
	}
	return tally.Report()
}

// decider is a genuine stranger who decides on something, accepted against the
// advice, for a person who shares what they know and wants nothing else.
func decider(i int) record.Invitation {
	inv := record.Invitation{
		Name: fmt.Sprintf("Ada Example %d", i), Direction: record.Incoming, SentAt: now.AddDate(0, 0, -i-1), DecidedAt: now, Decision: record.Accepted,
		Answers: advisor.Answers{"know": {"no"}, "role": {"other"}, "company": {"lists_them"}, "identity": {"confirmed"}, "reasons": {"decision_maker"}},
	}
	for _, q := range advisor.Questions() {
		if q.Stage == advisor.StageStopSigns {
			inv.Answers[q.ID] = []string{q.NotSeen()}
		}
	}
	inv.Recommendation, inv.Report, inv.Settled = advisor.Assess(inv.Case(narrow))
	inv.Advised = inv.Recommendation
	return inv
}

var narrow = advisor.Profile{Goals: []string{"share_expertise"}}

func deciders(n int) []record.Invitation {
	all := make([]record.Invitation, n)
	for i := range all {
		all[i] = decider(i)
	}
	return all
}

// A habit against the advice is named by an answer, with the setting that would
// bring the advice to it, as trying it on the same decisions shows.
func TestAHabitIsNamedWithItsSetting(t *testing.T) {
	r := reportOf(t, narrow, deciders(12)...)
	if r.AgainstAdvice != 12 || r.Agreement.Opened != 12 || !r.Agreement.Enough || len(r.Agreement.Groups) == 0 {
		t.Fatalf("%+v", r.Agreement)
	}
	g := r.Agreement.Groups[0]
	if g.Way != Opened || g.Cases != 12 || g.Differing != 12 || g.Tried != 12 || g.Today != 0 || !strings.HasPrefix(g.Setting, "Goal: ") || g.Matched != 12 {
		t.Fatalf("%+v", g)
	}
	for _, s := range settings(narrow) {
		c := decider(0)
		after, report, _ := advisor.Assess(c.Case(s.profile))
		if s.words == g.Setting && !c.Decision.CarriesOut(after, report) {
			t.Errorf("with %s the advice is %s", s.words, after)
		}
	}
	if text := g.Sentence(); !strings.Contains(text, "you accepted all") || !strings.Contains(text, "whether that is so, you know") {
		t.Error(text)
	}
}

// What is said of few cases is that they are few.
func TestTooFewCasesAreSaidToBe(t *testing.T) {
	r := reportOf(t, narrow, deciders(leastAdvised-1)...)
	if r.Agreement.Enough || len(r.Agreement.Groups) > 0 {
		t.Errorf("%+v", r.Agreement)
	}
	if text := strings.Join(r.Words(), "\n"); !strings.Contains(text, "9 decisions with advice are too few to see a habit.") {
		t.Error(text)
	}
}

// Where no setting would do it, a rule about the answer is tried, and named as the
// person's file would have it.
func TestAHabitIsNamedWithItsRule(t *testing.T) {
	var all []record.Invitation
	for i := range 24 { // peers who are let in, but for those with odd contact details
		inv := decider(i)
		delete(inv.Answers, "reasons")
		inv.Answers["role"], inv.Answers["contact_info"] = []string{"peer"}, []string{"fits"}
		if i%2 == 0 {
			inv.Answers["contact_info"], inv.Decision = []string{"odd"}, record.Ignored
		}
		inv.Recommendation, inv.Report, inv.Settled = advisor.Assess(inv.Case(advisor.Profile{}))
		if inv.Advised = inv.Recommendation; inv.Advised != advisor.Accept {
			t.Fatalf("advised %s", inv.Advised)
		}
		all = append(all, inv)
	}
	r := reportOf(t, advisor.Profile{}, all...)
	if len(r.Agreement.Groups) != 1 {
		t.Fatalf("%+v", r.Agreement.Groups)
	}
	g := r.Agreement.Groups[0]
	if g.Question != "contact_info" || g.Answer != "odd" || g.Way != Closed || g.Differing != 12 || g.Setting != "" || g.Rule != "strength: strong" || g.Matched != 12 {
		t.Errorf("%+v", g)
	}
	if text := g.Sentence(); !strings.Contains(text, "A rule of your own, “strength: strong” for contact_info=odd, would make the advice what you did in 12 of the last 12.") {
		t.Error(text)
	}
}

// A setting that would lose elsewhere what it gains is not proposed.
func TestASettingThatGainsNothingIsNotProposed(t *testing.T) {
	all := deciders(5)
	for i := range 12 { // the same people, turned down as advised
		inv := decider(100 + i)
		inv.Decision = record.Ignored
		all = append(all, inv)
	}
	for i := range 5 {
		all[i].Answers["field"] = []string{"unrelated"} // so that they are a group
	}
	for _, g := range reportOf(t, narrow, all...).Agreement.Groups {
		if g.Setting != "" {
			t.Errorf("%+v", g)
		}
	}
}

// Nothing is said of an empty store but what to do, and every number of a report is
// in its words.
func TestWordsHaveAllOfIt(t *testing.T) {
	empty := reportOf(t, advisor.Profile{})
	if words := empty.Words(); len(words) != 2 || !strings.Contains(words[1], "Import your LinkedIn archive") {
		t.Errorf("%q", words)
	}
	r := reportOf(t, narrow, append(deciders(12),
		record.Invitation{Name: "", SentAt: now.AddDate(-1, 0, 0), Direction: record.Incoming, Note: "Hello", Tags: []string{"choir"}},
		record.Invitation{Name: "Bo Sample", SentAt: now.AddDate(-1, -2, 0), Direction: record.Outgoing, Listed: true},
	)...)
	words := r.Words()
	for _, c := range r.Chapters() {
		lines := append([]string{c.Title + "."}, c.Says...)
		for _, b := range c.Bars {
			lines = append(lines, b.Label+": "+Figures(b.N)+".")
		}
		for _, p := range c.People {
			lines = append(lines, r.PersonLine(p))
		}
		for _, line := range lines {
			if !slices.Contains(words, line) {
				t.Errorf("%q is not said", line)
			}
		}
	}
	for _, want := range []string{
		"(no name), 20 November 2025", "Bo Sample, 20 September 2025", "In 2026 so far, 12 invitations came to you, and you sent none.",
		"1 of those that came carried a note.", "#choir: 1.", "Half of those you decided on had waited 6 days or less.", "The longest had waited 12 days.",
	} {
		if !slices.Contains(words, want) {
			t.Errorf("%q is not said in\n%s", want, strings.Join(words, "\n"))
		}
	}
}

func TestFigures(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1_000: "1,000", 1_234_567: "1,234,567"} {
		if got := Figures(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}
