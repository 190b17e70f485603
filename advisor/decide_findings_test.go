package advisor

import (
	"slices"
	"strings"
	"testing"
)

func findingOn(id string, c Case) Finding {
	all := Advise(c).Findings
	return all[slices.IndexFunc(all, func(f Finding) bool { return f.Question == id })]
}

// TestNothingSaidNothingFound: without an answer every question is unknown, but
// for the two that describe the invitation and are answered by default.
func TestNothingSaidNothingFound(t *testing.T) {
	for _, f := range Advise(Case{}).Findings {
		q := book().byID[f.Question]
		want := Unknown
		switch {
		case !counts(q.ID, Answers{}):
			want = NotAsked
		case q.Stage == StageStart:
			want = Neutral
		}
		if f.Outcome != want || f.Strength != "" || f.Text != "" {
			t.Errorf("%+v, want %s", f, want)
		}
	}
}

// TestEachAnswerIsFoundAsTheRulebookSays gives one answer at a time.
func TestEachAnswerIsFoundAsTheRulebookSays(t *testing.T) {
	for _, q := range book().Questions {
		for _, ans := range q.Answers {
			a := Answers{q.ID: {ans.Value}}
			if ans.Value == DontKnow || !counts(q.ID, a) || ans.When != "" || ans.Reason != "" {
				continue
			}
			f := findingOn(q.ID, Case{Answers: a})
			if f.Outcome != ans.Outcome || f.Strength != ans.Strength || f.Text == "" || !slices.Equal(f.Sources, ans.Sources) {
				t.Errorf("%s=%s: %+v, want %s %s", q.ID, ans.Value, f, ans.Outcome, ans.Strength)
			}
		}
	}
}

// TestOnlyTheWholeScamPatternIsAVeto: pushing off the platform and promising too
// much decide together, and nothing else becomes heavier by it.
func TestOnlyTheWholeScamPatternIsAVeto(t *testing.T) {
	for _, c := range []struct {
		a    Answers
		want Strength
	}{
		{Answers{"off_platform": {"yes"}}, Strong},
		{Answers{"off_platform": {"yes"}, "too_good": {"no"}}, Strong},
		{Answers{"off_platform": {"yes"}, "too_good": {"yes"}}, Veto},
	} {
		c.a["asks_to_run"] = []string{"yes"}
		if got := findingOn("off_platform", Case{Answers: c.a}).Strength; got != c.want {
			t.Errorf("%v: %s, want %s", c.a, got, c.want)
		}
		if got := findingOn("asks_to_run", Case{Answers: c.a}).Strength; got != Strong {
			t.Errorf("%v: asks_to_run is %s", c.a, got)
		}
		if f := findingOn("too_good", Case{Answers: c.a}); c.want == Veto && f.Strength != Veto {
			t.Errorf("%v: too_good is %s", c.a, f.Strength)
		}
	}
}

// TestWhatIsSuggestedIsToldOfItsOwnQuestion: each unconfirmed finding says what
// was seen of it, the first where there are several, and weighs as its answer would.
func TestWhatIsSuggestedIsToldOfItsOwnQuestion(t *testing.T) {
	c := Case{Unconfirmed: []Unconfirmed{
		{"bad_link_or_file", "yes", "A link to a shortener."},
		{"asks_for_money", "yes", "A wallet address."},
		{"asks_for_money", "yes", "Doubled money."},
		{"impostor", "yes", ""},
	}}
	for id, want := range map[string]string{
		"asks_for_money": "A wallet address.", "bad_link_or_file": "A link to a shortener.",
		"impostor": book().byID["impostor"].Answers[0].Because,
	} {
		if f := findingOn(id, c); !f.Unconfirmed || f.Outcome != Opposes || f.Strength != Veto || f.Text != want {
			t.Errorf("%s: %+v, want %q", id, f, want)
		}
	}
	if f := findingOn("seeks_secrets", c); f.Unconfirmed || f.Outcome != Unknown {
		t.Errorf("not suggested: %+v", f)
	}
}

// TestSeveralReasonsCountTogether: the one that is worth the most decides, in
// whatever order they are given, and the explanation names them all.
func TestSeveralReasonsCountTogether(t *testing.T) {
	base := Answers{"know": {"no"}, "role": {"other"}, "verified": {"none"}, "company": {"lists_them"}}
	for id, value := range noStopSigns() {
		base[id] = value
	}
	with := func(reasons ...string) Case {
		a := base.Clone()
		a["reasons"] = reasons
		return Case{Answers: a}
	}
	alone, both, swapped := recommend(with("leader")), recommend(with("leader", "learn_from")), recommend(with("learn_from", "leader"))
	if best := recommend(with("learn_from")); alone == best || both != best || swapped != best {
		t.Errorf("leader %s, learn_from %s, both %s, the other way round %s", alone, best, both, swapped)
	}
	f := findingOn("reasons", with("leader", "learn_from"))
	for _, value := range []string{"leader", "learn_from"} {
		ans, _ := book().byID["reasons"].answer(value)
		if !strings.Contains(f.Text, ans.Because) || !slices.Contains(f.Sources, ans.Sources[0]) {
			t.Errorf("%s is not in %+v", value, f)
		}
	}
	if f.Outcome != Supports {
		t.Errorf("%+v", f)
	}
}

func TestStrengthsAreOrdered(t *testing.T) {
	order := []Strength{Veto, Strong, Moderate, Weak, ""}
	for i, s := range order {
		for j, other := range order {
			if s.Heavier(other) != (i < j) {
				t.Errorf("%q heavier than %q: %v", s, other, s.Heavier(other))
			}
		}
	}
}

// TestReasonsComeHeaviestFirst, and within a strength in the order of the rulebook.
func TestReasonsComeHeaviestFirst(t *testing.T) {
	list := Advise(Case{Answers: Answers{
		"know": {"no"}, "note": {"generic"}, "elsewhere": {"nothing"}, "photo": {"someone_elses"}, "shared": {"trusted"}, "bad_link_or_file": {"yes"},
	}}).Reasons
	order := func(f Finding) int { return f.Strength.rank()*1000 + book().byID[f.Question].index }
	if len(list) < 5 || list[0].Strength != Veto || !slices.IsSortedFunc(list, func(a, b Finding) int { return order(a) - order(b) }) {
		t.Errorf("%+v", list)
	}
}

// TestAssessSaysWhatAdviseSays of all vignettes and situations.
func TestAssessSaysWhatAdviseSays(t *testing.T) {
	for _, v := range append(vignettes(t), situations(t)...) {
		adv := Advise(v.advisorCase())
		if r, report, settled := Assess(v.advisorCase()); r != adv.Recommendation || report != adv.Report || settled != adv.Settled || settled != (len(adv.Possible) == 1) {
			t.Errorf("%s: %s %v %v, but %s %v %v", v.ID, r, report, settled, adv.Recommendation, adv.Report, adv.Settled)
		}
	}
}
