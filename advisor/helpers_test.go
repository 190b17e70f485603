package advisor

import (
	"bytes"

	"pgregory.net/rapid"
)

func parseAnswersBytes(data []byte) (Answers, error) {
	return ParseAnswersJSON(bytes.NewReader(data), "test")
}

// genAnswers draws answers in which each question is answered, left open or
// said to be unknown.
func genAnswers(t *rapid.T) Answers {
	a := Answers{}
	share := rapid.IntRange(0, 4).Draw(t, "answered share")
	for _, q := range book().Questions {
		if q.Stage == StageStart {
			continue
		}
		if rapid.IntRange(0, 4).Draw(t, q.ID+" answered") <= share {
			a[q.ID] = []string{rapid.SampledFrom(q.values()).Draw(t, q.ID)}
		}
	}
	calm(t, a)
	if rapid.IntRange(0, 9).Draw(t, "path") == 0 {
		a["direction"] = []string{"outgoing"}
	} else if rapid.IntRange(0, 9).Draw(t, "joining") == 0 {
		a["kind"] = []string{"join"}
	}
	return a
}

// calm takes most stop signs back, or hardly any case would get past them.
func calm(t *rapid.T, a Answers) {
	if rapid.IntRange(0, 9).Draw(t, "stop signs stay") == 0 {
		return
	}
	for _, q := range rules().stops {
		if ans, ok := q.answer(a.Value(q.ID)); ok && ans.Then != 0 {
			a[q.ID] = []string{q.Answers[len(q.Answers)-1].Value} // don't know
			if rapid.Bool().Draw(t, q.ID+" no") {
				a[q.ID] = []string{noneOf(q)}
			}
		}
	}
}

// worstOf is the answer to a stop sign that stops the most.
func worstOf(q *stopSign) string {
	worst := q.Answers[0]
	for _, ans := range q.Answers {
		if ans.Then > worst.Then {
			worst = ans
		}
	}
	return worst.Value
}

// noneOf is the answer to a stop sign that is not there.
func noneOf(q *stopSign) string {
	for _, ans := range q.Answers {
		if ans.Outcome == Neutral && ans.Value != DontKnow {
			return ans.Value
		}
	}
	return DontKnow
}

// genCase draws a case with something suggested now and then.
func genCase(t *rapid.T) Case {
	c := Case{Profile: genProfile(t), Answers: genAnswers(t)}
	if rapid.IntRange(0, 3).Draw(t, "suggested") == 0 {
		for range rapid.IntRange(1, 3).Draw(t, "suggestions") {
			q := rapid.SampledFrom(allQuestions()).Draw(t, "suggested question")
			c.Unconfirmed = append(c.Unconfirmed, Unconfirmed{Question: q.ID, Answer: rapid.SampledFrom(q.options[1:]).Draw(t, "suggested answer")})
		}
	}
	return c
}

func genProfile(t *rapid.T) Profile {
	p := Profile{
		Goals:     rapid.SliceOfNDistinct(rapid.SampledFrom(values(GoalChoices())), 0, 3, rapid.ID[string]).Draw(t, "goals"),
		Usage:     rapid.SampledFrom([]string{"", "active", "light"}).Draw(t, "usage"),
		Comfort:   rapid.SampledFrom([]string{"", "comfortable", "unsure"}).Draw(t, "comfort"),
		JobSearch: rapid.SampledFrom([]string{"", "looking", "open", "no"}).Draw(t, "job"),
	}
	if n := rapid.IntRange(-1, 3000).Draw(t, "connections"); n >= 0 {
		p.Connections = &n
	}
	return p
}

// stateOf reduces a case, as it is, to what decides.
func stateOf(c Case) (caseState, leaning) {
	c = rules().withPlans(c)
	l := rules().leaningOf(c.Profile)
	kinds := rules().reasonKindsOf(rules().askingOf(c.Answers).path, l)
	o := rules().optionsOf(c, kinds)
	return o.state(kinds), l
}

// reachable returns every recommendation that some way of answering the open
// questions leads to, leaving any of them open included.
func reachable(c Case) recommendationSet { return rules().newInquiry(c).possible }

func recommend(c Case) Recommendation { return decide(stateOf(c)) }

// counts reports whether an answer to the question would count.
func counts(id string, a Answers) bool { return rules().askingOf(a).counts(book().byID[id]) }

func allQuestions() []*ruleQuestion {
	list := make([]*ruleQuestion, len(book().Questions))
	for i := range book().Questions {
		list[i] = &book().Questions[i]
	}
	return list
}
