package advisor

import (
	"reflect"
	"regexp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// ladders list answers from worst to best. Questions whose answers are not
// better or worse than each other (know, role, motive, relevant) have none.
var ladders = map[string][]string{
	"trust":            {"no", "yes"},
	"off_platform":     {"yes", "no"},
	"too_good":         {"yes", "no"},
	"claimed_tie":      {"false", "none", "plausible", "true"},
	"shared":           {"none", "some", "trusted", "confirmed"},
	"identity":         {"refuted", "confirmed"},
	"verified":         {"none", "badge", "matches"},
	"joined":           {"recent_but_senior", "fits"},
	"company":          {"missing", "real", "lists_them"},
	"asks_to_run":      {"yes", "no"},
	"wants_account":    {"no", "yes"},
	"planned_use":      {"light", "active"},
	"at_ease":          {"no", "yes"},
	"elsewhere":        {"inconsistent", "nothing", "consistent"},
	"photo":            {"someone_elses", "none", "professional"},
	"profile":          {"sparse", "substantial"},
	"generic_identity": {"yes", "no"},
	"network_fits":     {"no", "yes"},
	"contact_info":     {"odd", "fits"},
	"note":             {"generic", "none", "personal"},
	"care_notice":      {"yes", "no"},
	"field":            {"unrelated", "complementary", "same"},
	"reasons":          {"none", "leader", "learn_from"},
	"admire":           {"no", "yes"},
	"appropriate":      {"no", "yes"},
	"comfortable":      {"no", "yes"},
	"benefit":          {"none", "theirs", "mine", "mutual"},
	"own_words":        {"no", "yes"},
	"favor_do":         {"no", "yes"},
	"favor_company":    {"no", "yes"},
	"favor_event":      {"no", "yes"},
	"favor_intro":      {"no", "yes"},
	"reputable":        {"no", "yes"},
	"relevant":         {"no", "later", "yes"},
}

func TestBetterAnswersNeverClose(t *testing.T) {
	for _, q := range rules().stops {
		ladders[q.ID] = []string{worstOf(q), noneOf(q)}
	}
	for id, ladder := range ladders {
		t.Run(id, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				a, p := genAnswers(t), genProfile(t)
				if id == "relevant" {
					a["role"] = []string{"salesperson"}
				}
				last := DeclineAndBlock
				for _, value := range ladder {
					a[id] = []string{value}
					r := recommend(Case{Profile: p, Answers: a})
					if r > last {
						t.Fatalf("%s=%s makes %s of %s in %v", id, value, r, last, a)
					}
					last = r
				}
			})
		})
	}
}

func TestUnknownLiesBetween(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, p := genAnswers(t), genProfile(t)
		q := rapid.SampledFrom(allQuestions()).Draw(t, "question")
		if q.Stage == StageStart {
			return
		}
		best, worst := DeclineAndBlock, Accept
		for _, v := range q.options[1:] {
			a[q.ID] = []string{v}
			r := recommend(Case{Profile: p, Answers: a})
			best, worst = min(best, r), max(worst, r)
		}
		delete(a, q.ID)
		if r := recommend(Case{Profile: p, Answers: a}); r < best || r > worst {
			t.Fatalf("without %s: %s, but its answers give %s to %s: %v", q.ID, r, best, worst, a)
		}
	})
}

func TestStopSignsDominate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, p := genAnswers(t), genProfile(t)
		q := rapid.SampledFrom(rules().stops).Draw(t, "sign")
		ans := rapid.SampledFrom(q.Answers).Draw(t, "answer")
		if ans.Then == 0 {
			return
		}
		a[q.ID] = []string{ans.Value}
		adv := Advise(Case{Profile: p, Answers: a})
		if veto := ans.veto(whoOf(a.Value("know"), a.Value("trust"))); adv.Recommendation < veto.Then || veto.Report && !adv.Report {
			t.Fatalf("%s=%s: %s, report %v", q.ID, ans.Value, adv.Recommendation, adv.Report)
		}
	})
	a := Answers{"off_platform": {"yes"}, "too_good": {"yes"}, "know": {"well"}, "trust": {"yes"}}
	if adv := Advise(Case{Answers: a}); adv.Recommendation != DeclineAndBlock || !adv.Report {
		t.Errorf("scam pattern: %s, report %v", adv.Recommendation, adv.Report)
	}
}

// complete answers the open questions that count, one after another.
func complete(t *rapid.T, a Answers) Answers {
	a = a.Clone()
	for {
		open := rules().openQuestions(a)
		if len(open) == 0 {
			return a
		}
		q := book().byID[open[rapid.IntRange(0, len(open)-1).Draw(t, "next")]]
		a[q.ID] = []string{rapid.SampledFrom(q.options[1:]).Draw(t, q.ID+" completed")}
	}
}

func TestCompletionsStayWithinPossible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, p := genAnswers(t), genProfile(t)
		adv := Advise(Case{Profile: p, Answers: a})
		done := complete(t, a)
		r := recommend(Case{Profile: p, Answers: done})
		if !slices.Contains(adv.Possible, r) {
			t.Fatalf("%v completed as %v gives %s, not among %v", a, done, r, adv.Possible)
		}
		if adv.Settled && r != adv.Recommendation {
			t.Fatalf("settled on %s, but %v gives %s", adv.Recommendation, done, r)
		}
	})
}

// bruteForce tries every way of answering the open questions, or leaving them
// open, where they count: with the others as they are, or from the start.
func bruteForce(c Case, open []string) recommendationSet {
	var found recommendationSet
	start, a := c.Answers, c.Answers.Clone()
	var try func(i int)
	try = func(i int) {
		if i == len(open) {
			for _, id := range open {
				if !a.Open(id) && !counts(id, withOpen(a, id)) && !counts(id, start) {
					return
				}
			}
			c.Answers = a
			found = found.add(recommend(c))
			return
		}
		q := book().byID[open[i]]
		values := q.options
		if q.UnsureCaps {
			values = append(slices.Clone(values), DontKnow)
		}
		for _, v := range values {
			a[open[i]] = []string{v}
			try(i + 1)
		}
		delete(a, open[i])
	}
	try(0)
	return found
}

// withOpen returns the answers without one of them.
func withOpen(a Answers, id string) Answers {
	b := a.Clone()
	delete(b, id)
	return b
}

func TestReachableEqualsBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := genCase(t)
		a := c.Answers
		for _, q := range book().Questions { // everything definite first
			if a.Open(q.ID) && q.Stage != StageStart {
				a[q.ID] = []string{rapid.SampledFrom(q.options[1:]).Draw(t, q.ID+" definite")}
			}
		}
		calm(t, a)
		for _, q := range rules().stops {
			if a.Open(q.ID) {
				a[q.ID] = []string{noneOf(q)}
			}
		}
		var open []string
		reopen := func(q *ruleQuestion) {
			if q.Stage != StageStart && !slices.Contains(open, q.ID) {
				open = append(open, q.ID)
				delete(a, q.ID)
			}
		}
		for range rapid.IntRange(0, 5).Draw(t, "open") {
			reopen(rapid.SampledFrom(allQuestions()).Draw(t, "open question"))
		}
		for _, s := range c.Unconfirmed[:min(2, len(c.Unconfirmed))] {
			reopen(book().byID[s.Question])
		}
		c.Profile.Usage, c.Profile.Comfort = "", "" // which would answer what is to be open
		if got, want := reachable(c), bruteForce(c, open); got != want {
			t.Fatalf("open %v of %v, suggested %v: reachable %v, brute force %v", open, a, c.Unconfirmed, got.list(), want.list())
		}
	})
}

func TestFlipsFlip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, p := genAnswers(t), genProfile(t)
		adv := Advise(Case{Profile: p, Answers: a})
		if len(adv.Flips) > maxFlips {
			t.Fatalf("%d flips", len(adv.Flips))
		}
		for _, f := range adv.Flips {
			b := a.Clone()
			b[f.Question] = []string{f.Answer}
			if r := recommend(Case{Profile: p, Answers: b}); r != f.Recommendation || r == adv.Recommendation {
				t.Fatalf("flip %+v gives %s (was %s)", f, r, adv.Recommendation)
			}
		}
	})
}

var placeholder = regexp.MustCompile(`\{\w*\}|%[sdv]`)

func TestAdviceIsWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Case{Profile: genProfile(t), Answers: genAnswers(t)}
		c.Invitation.Name = rapid.SampledFrom([]string{"", "Mia", "Dr. Amara Osei", "李 伟"}).Draw(t, "name")
		c.Invitation.Company = rapid.SampledFrom([]string{"", "Northwind"}).Draw(t, "company")
		adv := Advise(c)
		if again := Advise(c); !reflect.DeepEqual(adv, again) {
			t.Fatal("the same case gave two advices")
		}
		if len(adv.Findings) != len(book().Questions) {
			t.Fatalf("%d findings for %d questions", len(adv.Findings), len(book().Questions))
		}
		for i, f := range adv.Findings {
			if f.Question != book().Questions[i].ID || f.Outcome == "" || f.Outcome == Supports && f.Strength == "" {
				t.Fatalf("finding %+v", f)
			}
		}
		texts := []string{adv.Summary}
		for _, r := range adv.Respond {
			texts = append(texts, r.Way, r.Text)
		}
		for _, r := range adv.Replies {
			texts = append(texts, r.Text)
			if n := len([]rune(r.Text)); n > NoteLimit {
				t.Fatalf("reply of %d characters: %s", n, r.Text)
			}
		}
		for _, text := range append(texts, adv.NextSteps...) {
			if text == "" || placeholder.MatchString(text) {
				t.Fatalf("text %q", text)
			}
		}
		if len(adv.Respond) == 0 {
			t.Fatalf("no way to carry out %s", adv.Recommendation)
		}
	})
}
