package advisor

import "math/rand/v2"

// eachPage goes through the pages that are asked, calls visit before each, and
// answers them from a truth; what that does not hold is "don't know".
func eachPage(c Case, truth Answers, visit func(Case)) Case {
	for {
		open := openPage(c.Answers)
		if len(open) == 0 {
			return c
		}
		visit(c)
		c.Answers = c.Answers.Clone()
		for _, q := range open {
			if c.Answers[q.ID] = truth[q.ID]; len(truth[q.ID]) == 0 {
				c.Answers[q.ID] = []string{DontKnow}
			}
		}
	}
}

// openPage returns the questions without an answer on the first page that has
// some.
func openPage(a Answers) []Question {
	for _, page := range Pages(a) {
		var open []Question
		for _, q := range page.Questions {
			if !page.Extra && len(a[q.ID]) == 0 {
				open = append(open, q)
			}
		}
		if len(open) > 0 {
			return open
		}
	}
	return nil
}

func noStopSigns() Answers {
	a := Answers{}
	for _, q := range rules().stops {
		a[q.ID] = []string{noneOf(q)}
	}
	return a
}

// randomStranger is somebody unknown, genuine or not, who answers to about two
// thirds of what can be checked.
func randomStranger(random *rand.Rand) Answers {
	truth := noStopSigns()
	truth["know"] = []string{"no"}
	real := random.IntN(4) > 0
	for _, q := range book().Questions {
		if q.Stage == StageStart || q.Stage == StageStopSigns || q.ID == "know" || random.IntN(3) == 0 {
			continue
		}
		var fits []string
		for _, ans := range q.Answers {
			if ans.Value != DontKnow && (q.Stage != StageVetting || real == (ans.Outcome != Opposes) || ans.Outcome == Neutral) {
				fits = append(fits, ans.Value)
			}
		}
		truth[q.ID] = []string{fits[random.IntN(len(fits))]}
	}
	return truth
}
