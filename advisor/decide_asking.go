package advisor

import "slices"

// Applies reports whether a question is asked, given the other answers. The
// answer to a question that does not apply is kept but does not count (for the
// exceptions see asking.counts).
func Applies(id string, a Answers) bool {
	q, ok := book().byID[id]
	return ok && askingOf(a).applies(q)
}

// asking is what decides which questions are asked.
type asking struct {
	path    path
	well    bool // they are known well
	known   bool // well or slightly
	trusted bool // known well and trusted
	role    string
	favors  bool // the main favors are not both answered
	scam    bool // the scam pattern is complete
}

func askingOf(a Answers) asking {
	know := a.Value("know")
	return asking{
		path:    pathOf(a.Value("direction"), a.Value("kind")),
		well:    know == "well",
		known:   know == "well" || know == "slightly",
		trusted: know == "well" && a.Value("trust") == "yes",
		role:    a.Value("role"),
		favors:  isOpen(a, "favor_do") || isOpen(a, "favor_ask"),
		scam:    a.Value("off_platform") == "yes" && a.Value("too_good") == "yes",
	}
}

func (s asking) applies(q *ruleQuestion) bool {
	switch s.path {
	case outgoing:
		return s.appliesOutgoing(q)
	case joining:
		return q.Stage == StageStart || q.Stage == StageStopSigns || q.ID == "know" || q.ID == "trust" && s.known
	}
	switch q.ID {
	case "own_words":
		return false
	case "trust":
		return s.known
	case "role":
		return !s.trusted || s.role != "" && s.role != DontKnow
	case "reputable":
		return s.role == "recruiter"
	case "relevant":
		return s.role == "salesperson"
	case "motive":
		return !s.well
	}
	if q.Stage == StageVetting || q.Stage == StageWorth || q.Stage == StageFavorTest {
		return !s.trusted && s.appliesFavor(q)
	}
	return true
}

func (s asking) appliesOutgoing(q *ruleQuestion) bool {
	if q.Stage == StageStart {
		return q.ID == "direction"
	}
	switch q.ID {
	case "know", "shared", "field", "reasons", "own_words":
		return true
	case "trust":
		return s.known
	}
	return q.Stage == StageFavorTest && s.appliesFavor(q)
}

// appliesFavor: the three smaller favors are asked only while the two main
// ones are not both answered; a yes given to one earlier still counts.
func (s asking) appliesFavor(q *ruleQuestion) bool {
	return slices.Index(favorQuestions, q.ID) < 2 || s.favors
}

// counts reports whether an answer to the question would count. That is so
// whenever it is asked, and in two more cases that the order of decision
// names: the scam pattern stops everything, and any yes passes the favor test.
func (s asking) counts(q *ruleQuestion) bool {
	switch q.ID {
	case "off_platform", "too_good":
		if s.scam {
			return true
		}
	case "favor_company", "favor_event", "favor_intro":
		return s.applies(book().named.favors[0])
	}
	return s.applies(q)
}
