package advisor

// Advise turns a case into explained advice. Answers must be valid (see
// Answers.Validate); unknown ids and values count as open.
func Advise(c Case) Advice {
	l := leaningOf(c.Profile)
	s := standingOf(c.Answers, l)
	possible := reachable(c.Answers, l)
	all := findings(c.Answers, s, l)
	adv := Advice{
		Recommendation: decide(s, l),
		Report:         reports(c.Answers, s),
		Settled:        possible.len() == 1,
		Reasons:        reasons(all),
		Unknown:        openQuestions(c.Answers),
		Possible:       possible.list(),
		Findings:       all,
	}
	q := inquiry{answers: c.Answers, leaning: l, now: adv.Recommendation, possible: possible}
	adv.NextChecks = q.checks()
	adv.Flips = q.flips()
	w := wording{c: c, standing: s, advice: &adv}
	w.write()
	return adv
}

// Assess is the short form of Advise, for lists: the recommendation, whether
// to report, and whether it is settled.
func Assess(c Case) (r Recommendation, report, settled bool) {
	l := leaningOf(c.Profile)
	s := standingOf(c.Answers, l)
	return decide(s, l), reports(c.Answers, s), reachable(c.Answers, l).len() == 1
}

// openQuestions returns the ids of the questions whose answer would count and
// that are not answered; kind and direction have defaults and motive never weighs.
func openQuestions(a Answers) []string {
	open := []string{}
	for _, q := range book().Questions {
		if q.Stage != StageStart && q.ID != "motive" && isOpen(a, q.ID) && counts(q.ID, a) {
			open = append(open, q.ID)
		}
	}
	return open
}
