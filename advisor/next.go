package advisor

// budget is how many screens the questionnaire shows at the most; the stop
// signs together are one.
const budget = 14

// Next returns the questions to ask next, on one screen: all open stop signs
// together, else a single question. It returns none when nothing that is open
// can change the recommendation, when everything that could has been asked, or
// when the questionnaire has taken as long as it may. A question answered
// "don't know" has been asked.
func Next(c Case) []Question {
	if stops := unasked(c.Answers, StageStopSigns); len(stops) > 0 {
		return public(stops)
	}
	if q := nextQuestion(c); q != nil {
		return []Question{q.public()}
	}
	return []Question{}
}

// Remaining returns at most how many more screens Next can still ask for.
func Remaining(c Case) int {
	left := 0
	for _, stage := range stages[1:] {
		open := unasked(c.Answers, stage)
		switch {
		case stage == StageStopSigns:
			left += min(1, len(open))
		default:
			left += len(open)
		}
	}
	if len(Next(c)) == 0 {
		return 0
	}
	return max(1, min(left, budget-asked(c.Answers)))
}

func nextQuestion(c Case) *ruleQuestion {
	for _, id := range []string{"know", "trust"} {
		if waits(id, c.Answers) {
			return book().byID[id]
		}
	}
	l := leaningOf(c.Profile)
	possible := reachable(c.Answers, l)
	if possible.len() == 1 || asked(c.Answers) >= budget {
		return nil
	}
	for _, id := range []string{"role", "reputable", "relevant"} {
		if waits(id, c.Answers) {
			return book().byID[id]
		}
	}
	q := inquiry{answers: c.Answers, leaning: l, now: decide(standingOf(c.Answers, l), l), possible: possible}
	for _, stage := range stageOrder(c.Answers) {
		if best := q.outlooks(ids(unasked(c.Answers, stage))); len(best) > 0 {
			return best[0].question
		}
	}
	return nil
}

// stageOrder: for somebody known a little the favor test decides, so it comes
// first; for a stranger it comes last.
func stageOrder(a Answers) []string {
	if known(a) || pathOf(a) == outgoing {
		return []string{StageFavorTest, StageWorth, StageVetting}
	}
	return []string{StageVetting, StageWorth, StageFavorTest}
}

// waits reports whether a question applies and has not been asked.
func waits(id string, a Answers) bool {
	return a.Value(id) == "" && Applies(id, a)
}

// unasked returns the questions of a stage that apply and have not been asked;
// motive never weighs, so it is only ever asked on request.
func unasked(a Answers, stage string) []*ruleQuestion {
	var list []*ruleQuestion
	for i := range book().Questions {
		q := &book().Questions[i]
		if q.Stage == stage && q.ID != "motive" && waits(q.ID, a) {
			list = append(list, q)
		}
	}
	return list
}

// asked counts the screens that the answers have taken.
func asked(a Answers) int {
	n, stops := 0, 0
	for _, q := range book().Questions {
		switch {
		case a.Value(q.ID) == "" || q.Stage == StageStart:
		case q.Stage == StageStopSigns:
			stops = 1
		default:
			n++
		}
	}
	return n + stops
}

func ids(questions []*ruleQuestion) []string {
	list := make([]string, len(questions))
	for i, q := range questions {
		list[i] = q.ID
	}
	return list
}

func public(questions []*ruleQuestion) []Question {
	list := make([]Question, len(questions))
	for i, q := range questions {
		list[i] = q.public()
	}
	return list
}
