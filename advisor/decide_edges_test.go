package advisor

import (
	"fmt"
	"slices"
	"testing"
)

// definite are answers without a stop sign, and those given.
func definite(pairs ...string) Answers {
	a := noStopSigns()
	for i := 0; i < len(pairs); i += 2 {
		a[pairs[i]] = []string{pairs[i+1]}
	}
	return a
}

// TestEnoughSpeaksForThem at the edges: two moderate signs, one that the weak ones
// do not speak against, or four weak ones; and one from outside.
func TestEnoughSpeaksForThem(t *testing.T) {
	for _, c := range []struct {
		t    tally
		want authenticity
	}{
		{tally{moderate: 2, weak: -4, outside: 1}, genuine},
		{tally{moderate: 1, outside: 1}, genuine},
		{tally{moderate: 1, weak: -1, weakAgainst: 1, outside: 1}, open},
		{tally{weak: 4, outside: 1}, genuine},
		{tally{weak: 3, outside: 1}, open},
		{tally{moderate: 2, weak: 4}, open},
		{tally{moderateAgainst: 1, moderate: -1}, shaky},
		{tally{moderateAgainst: 1, weakAgainst: 1, weak: -1}, shaky},
		{tally{moderateAgainst: 1, weakAgainst: 1, weak: -1, outside: 1}, open},
		{tally{strongFor: 1, moderateAgainst: 1, moderate: -1, outside: 1}, genuine},
		{tally{strongFor: 1, moderateAgainst: 2, moderate: -2, outside: 1}, shaky},
		{tally{against: 1}, doubtful},
		{tally{against: 1, weakAgainst: 1}, doubtful},
		{tally{against: 1, weakAgainst: 2}, fake},
		{tally{against: 1, moderateAgainst: 1, weakAgainst: 1}, fake},
		{tally{against: 1, moderateAgainst: 2, strongFor: 1}, doubtful},
		{tally{against: 2}, fake},
		{tally{against: 2, strongFor: 1}, doubtful},
	} {
		if got := judge(c.t); got != c.want {
			t.Errorf("%+v is %d, want %d", c.t, got, c.want)
		}
	}
}

// TestSignsThatMoveTogetherCountOnce, with the weight of the heaviest.
func TestSignsThatMoveTogetherCountOnce(t *testing.T) {
	strong, two, one, none := tally{against: 1}, tally{moderateAgainst: 1, weakAgainst: 1}, tally{weakAgainst: 1}, tally{}
	for _, c := range []struct{ a, b, want tally }{
		{strong, two, strong}, {two, one, two}, {one, none, one}, {strong, none, strong},
		{tally{against: 1, weakAgainst: 1}, strong, tally{against: 1, weakAgainst: 1}},
	} {
		if heavier(c.a, c.b) != c.want || heavier(c.b, c.a) != c.want {
			t.Errorf("of %+v and %+v the heavier is %+v, the other way round %+v", c.a, c.b, heavier(c.a, c.b), heavier(c.b, c.a))
		}
	}
}

// TestLeansAtTheirEdges: a thousand connections lean against, one fewer does not,
// and one lean alone breaks no tie.
func TestLeansAtTheirEdges(t *testing.T) {
	peer := definite("know", "no", "role", "peer", "identity", "confirmed")
	for _, c := range []struct {
		connections int
		usage       string
		want        Recommendation
	}{
		{manyConnections, "light", ReviewAndAccept}, {manyConnections - 1, "light", Accept}, {manyConnections, "active", Accept}, {0, "light", Accept},
	} {
		p := Profile{Connections: &c.connections, Usage: c.usage}
		if err := p.Validate(); err != nil {
			t.Error(err)
		}
		if got := recommend(Case{Profile: p, Answers: peer}); got != c.want {
			t.Errorf("%d connections, %s use: %s, want %s", c.connections, c.usage, got, c.want)
		}
	}
}

// TestWhatASuggestionHoldsBack: stop signs always, strong signs where they are
// vetted, and nothing milder.
func TestWhatASuggestionHoldsBack(t *testing.T) {
	friend := definite("know", "well", "trust", "yes")
	peer := definite("know", "no", "role", "peer", "identity", "confirmed")
	mail := definite("kind", "join", "know", "well", "trust", "yes", "wants_account", "yes", "planned_use", "active", "at_ease", "yes")
	for _, c := range []struct {
		who         string
		a           Answers
		id, value   string
		holds, open bool
	}{
		{"a friend", friend, "asks_for_money", "yes", true, true},
		{"a friend", friend, "elsewhere", "inconsistent", false, false},
		{"a mail from a friend", mail, "bad_link_or_file", "yes", true, true},
		{"a mail from a friend", mail, "elsewhere", "inconsistent", false, false},
		{"a peer", peer, "elsewhere", "inconsistent", true, false},
		{"a peer", peer, "repeated_spam", "yes", true, true},
		{"a peer", peer, "profile", "sparse", false, false},
		{"a peer", peer, "comfortable", "no", false, false},
		{"a peer", peer, "elsewhere", "consistent", false, false},
	} {
		a := c.a.Clone()
		if c.open {
			delete(a, c.id)
		}
		calm, warned := recommend(Case{Answers: a}), Case{Answers: a, Unconfirmed: []Unconfirmed{{Question: c.id, Answer: c.value}}}
		if got := recommend(warned); calm != Accept || (got == IgnoreOrVetFurther) != c.holds {
			t.Errorf("%s, %s=%s suggested: %s instead of %s, want it held back %v", c.who, c.id, c.value, got, calm, c.holds)
		}
	}
}

// TestAMissingBadgeCountsForThoseWhoCanGetOne: it makes a doubtful recruiter a
// fake, who is reported, and leaves anybody else as they are.
func TestAMissingBadgeCountsForThoseWhoCanGetOne(t *testing.T) {
	signs := []string{"know", "no", "company", "missing", "generic_identity", "yes", "verified", "none"}
	for role, want := range map[string]Recommendation{"recruiter": Decline, "peer": IgnoreOrVetFurther, "salesperson": IgnoreOrVetFurther} {
		adv := Advise(Case{Answers: definite(append(signs, "role", role)...)})
		if adv.Recommendation != want || adv.Report != (want == Decline) {
			t.Errorf("%s: %s, report %v", role, adv.Recommendation, adv.Report)
		}
	}
	for _, c := range []struct {
		a    Answers
		want Outcome
	}{
		{definite("know", "no", "role", "recruiter", "verified", "none"), Opposes},
		{definite("know", "no", "role", "peer", "verified", "none"), Neutral},
		{definite("know", "no", "role", "other", "verified", "none", "reasons", "leader"), Opposes},
		{definite("know", "no", "role", "other", "verified", "none", "reasons", "learn_from"), Neutral},
	} {
		if got := findingOn("verified", Case{Answers: c.a}).Outcome; got != c.want {
			t.Errorf("%v: a missing badge is %s, want %s", c.a, got, c.want)
		}
	}
}

// TestOfSeveralReasonsOneThatCounts is enough for the finding, wherever it stands:
// a goal leaves a leader out, and learning counts.
func TestOfSeveralReasonsOneThatCounts(t *testing.T) {
	p := Profile{Goals: []string{"contact_recruiters"}}
	for _, reasons := range [][]string{{"leader", "learn_from"}, {"learn_from", "leader"}} {
		a := definite("know", "no")
		a["reasons"] = reasons
		if f := findingOn("reasons", Case{Profile: p, Answers: a}); f.Outcome != Supports || f.Strength == "" {
			t.Errorf("%v: %+v", reasons, f)
		}
	}
	if f := findingOn("reasons", Case{Profile: p, Answers: definite("know", "no", "reasons", "leader")}); f.Outcome != Neutral {
		t.Errorf("leader alone: %+v", f)
	}
}

// TestOfAFriendTheRoleIsAskedOnceSaid, so that it can be changed; "don't know" is
// no role.
func TestOfAFriendTheRoleIsAskedOnceSaid(t *testing.T) {
	for said, want := range map[string]bool{"": false, DontKnow: false, "recruiter": true} {
		a := Answers{"know": {"well"}, "trust": {"yes"}}
		if said != "" {
			a["role"] = []string{said}
		}
		if Applies("role", a) != want {
			t.Errorf("role %q of a friend is asked: %v", said, !want)
		}
	}
}

// TestThePagesOfAFriendAreFew: those that are asked come first, each with rows,
// and what is not asked of a friend comes as extra.
func TestThePagesOfAFriendAreFew(t *testing.T) {
	var asked, extra []string
	for _, page := range Pages(Answers{"know": {"well"}, "trust": {"yes"}}) {
		if len(page.Questions) == 0 {
			t.Errorf("the page %s has no rows", page.ID)
		}
		if page.Extra {
			extra = append(extra, page.ID)
		} else if asked = append(asked, page.ID); len(extra) > 0 {
			t.Errorf("the page %s is asked after those that are extra: %v", page.ID, extra)
		}
	}
	if !slices.Contains(asked, "who") || !slices.Contains(asked, "stop-signs") || slices.Contains(asked, "account") {
		t.Errorf("asked %v, extra %v", asked, extra)
	}
}

// TestReachedExactlyAtTheEdges opens, in cases that hang on a single sign or
// reason, every few of the questions that decide them.
func TestReachedExactlyAtTheEdges(t *testing.T) {
	for _, c := range []struct {
		name string
		a    Answers
		open []string
	}{
		{"no reason, nothing in it, another field", definite("know", "no", "role", "peer", "identity", "confirmed", "reasons", "none", "benefit", "none", "field", "unrelated",
			"admire", "no", "favor_company", "no", "favor_event", "no", "favor_intro", "no"), []string{"reasons", "benefit", "field"}},
		{"known a little, a note for everybody", definite("know", "slightly", "trust", "yes", "role", "peer", "company", "lists_them", "photo", "professional", "generic_identity", "yes",
			"note", "generic", "reasons", "learn_from"), []string{"note", "generic_identity", "photo", "favor_do"}},
		{"a stranger, the same", definite("know", "no", "role", "peer", "company", "lists_them", "photo", "professional", "generic_identity", "yes",
			"note", "generic", "reasons", "learn_from"), []string{"note", "generic_identity", "photo", "verified"}},
		{"a mix-up", definite("know", "no", "role", "other", "claimed_tie", "mistaken", "identity", "confirmed", "reasons", "none"), []string{"claimed_tie", "reasons", "identity"}},
		{"to send, in vague words", definite("direction", "outgoing", "know", "slightly", "trust", "yes", "favor_do", "yes", "own_words", "no"), []string{"own_words", "know", "favor_do"}},
	} {
		for set := range 1 << len(c.open) {
			a, open := c.a.Clone(), []string{"favor_ask"}
			delete(a, "favor_ask")
			for i, id := range c.open {
				if set&(1<<i) != 0 {
					open = append(open, id)
					delete(a, id)
				}
			}
			for _, q := range book().Questions { // all else is said
				if a.Open(q.ID) && q.Stage != StageStart && !slices.Contains(open, q.ID) && !slices.Contains(favorQuestions[:2], q.ID) {
					a[q.ID] = []string{mildest(&q)}
				}
			}
			if !slices.Contains(open, "favor_do") && a.Open("favor_do") {
				open = append(open, "favor_do")
			}
			if got, want := reachable(Case{Answers: a}), bruteForce(Case{Answers: a}, open); got != want {
				t.Errorf("%s, open %v: %v, want %v", c.name, open, got.list(), want.list())
			}
		}
	}
}

// TestBarrenOrNot: the last reason that is open decides whether there is none.
func TestBarrenOrNot(t *testing.T) {
	base := definite("know", "no", "role", "peer", "identity", "confirmed", "reasons", "none", "benefit", "none", "field", "unrelated", "admire", "no", "motive", "mistake")
	for id, value := range map[string]string{"favor_do": "no", "favor_company": "no", "favor_event": "no", "favor_intro": "no", "appropriate": "yes", "comfortable": "yes"} {
		base[id] = []string{value}
	}
	for _, q := range book().Questions {
		if q.Stage == StageVetting && base.Open(q.ID) {
			base[q.ID] = []string{mildest(&q)}
		}
	}
	// Leans against tell "no reason at all" from "unclear", and a passed favor test.
	leans := Profile{Usage: "light", Comfort: "unsure"}
	for id, want := range map[string][]Recommendation{
		"": {Accept, IgnoreOrVetFurther}, "reasons": {Accept, ReviewAndAccept, IgnoreOrVetFurther},
		"benefit": {Accept, ReviewAndAccept, IgnoreOrVetFurther}, "field": {Accept, ReviewAndAccept, IgnoreOrVetFurther},
	} {
		a, open := base.Clone(), []string{"favor_ask"}
		if delete(a, id); id != "" {
			open = append(open, id)
		}
		c := Case{Profile: leans, Answers: a}
		if got := reachable(c); got != bruteForce(c, open) || !slices.Equal(got.list(), want) {
			t.Errorf("%q open: %v, want %v", id, got.list(), want)
		}
	}
}

// mildest is an answer that weighs nothing, or else one for them; no mix-up.
func mildest(q *ruleQuestion) string {
	for _, outcome := range []Outcome{Neutral, Supports} {
		for _, ans := range q.Answers {
			if ans.Outcome == outcome && ans.Value != DontKnow && ans.Value != "mistaken" && ans.Reason == "" {
				return ans.Value
			}
		}
	}
	return q.options[len(q.options)-1]
}

// TestPagesNumberTheirFaults names the entry of a first pass as a person counts.
func TestPagesNumberTheirFaults(t *testing.T) {
	b := &rulebook{FirstPass: []ruleFirst{{Label: "a", Answers: map[string]string{}}}}
	if err := b.checkFirstPass(); err == nil || err.Error() != "entry 1: label and answers must both be given" {
		t.Error(fmt.Errorf("got %w", err))
	}
}
