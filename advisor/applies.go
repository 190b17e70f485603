package advisor

import "slices"

// Applies reports whether a question is asked, given the other answers. The
// answer to a question that does not apply is kept but does not count (for the
// exceptions see counts).
func Applies(id string, a Answers) bool {
	q, ok := book().byID[id]
	if !ok {
		return false
	}
	switch pathOf(a) {
	case outgoing:
		return appliesOutgoing(q, a)
	case joining:
		return q.Stage == StageStart || q.Stage == StageStopSigns || q.ID == "know" || q.ID == "trust" && known(a)
	}
	switch id {
	case "own_words":
		return false
	case "trust":
		return known(a)
	case "role":
		return !knownAndTrusted(a) || !isOpen(a, id)
	case "reputable":
		return a.Value("role") == "recruiter"
	case "relevant":
		return a.Value("role") == "salesperson"
	case "motive":
		return a.Value("know") != "well"
	}
	if q.Stage == StageVetting || q.Stage == StageWorth || q.Stage == StageFavorTest {
		return !knownAndTrusted(a) && appliesFavor(id, a)
	}
	return true
}

func appliesOutgoing(q *ruleQuestion, a Answers) bool {
	if q.Stage == StageStart {
		return q.ID == "direction"
	}
	switch q.ID {
	case "know", "shared", "field", "reasons", "own_words":
		return true
	case "trust":
		return known(a)
	}
	return q.Stage == StageFavorTest && appliesFavor(q.ID, a)
}

// appliesFavor: the three smaller favors are asked only while the two main
// ones are not both answered; a yes given to one earlier still counts.
func appliesFavor(id string, a Answers) bool {
	if slices.Index(favorQuestions, id) < 2 {
		return true
	}
	return isOpen(a, "favor_do") || isOpen(a, "favor_ask")
}

// counts reports whether an answer to the question would count. That is so
// whenever it is asked, and in two more cases that the order of decision
// names: the scam pattern stops everything, and any yes passes the favor test.
func counts(id string, a Answers) bool {
	switch id {
	case "off_platform", "too_good":
		if scamPattern(a) {
			return true
		}
	case "favor_company", "favor_event", "favor_intro":
		return Applies("favor_do", a)
	}
	return Applies(id, a)
}

func known(a Answers) bool {
	return a.Value("know") == "well" || a.Value("know") == "slightly"
}

func knownAndTrusted(a Answers) bool {
	return a.Value("know") == "well" && a.Value("trust") == "yes"
}
