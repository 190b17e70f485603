package advisor

// Advise turns a case into explained advice. Answers must be valid (see
// Answers.Validate); unknown ids and values count as open.
func Advise(c Case) Advice { return rules().advise(c) }

func (r *ruleset) advise(c Case) Advice {
	q := r.newInquiry(c)
	v := view{c: q.c, asking: q.asking, options: q.options, state: q.state, leaning: q.leaning}
	all := v.findings()
	adv := Advice{
		Recommendation: q.now,
		Label:          q.asking.path.label(q.now),
		Report:         q.options.reports(q.state),
		Settled:        q.possible.len() == 1,
		Reasons:        reasons(all),
		Unknown:        r.openQuestions(q.c.Answers),
		Possible:       q.possible.list(),
		CouldBecome:    q.asking.path.labels(q.possible, q.now),
		Findings:       all,
	}
	adv.NextChecks = q.checks(adv.Unknown)
	adv.Flips = q.flips()
	wording{view: &v, advice: &adv}.write()
	return adv
}

// Prepare works out what every advice needs, so that the first does not wait for
// it.
func Prepare() { rules().newInquiry(Case{}) }

// Assess is the short form of Advise, for lists: the recommendation, whether
// to report, and whether it is settled.
func Assess(c Case) (r Recommendation, report, settled bool) { return rules().assess(c) }

func (r *ruleset) assess(c Case) (now Recommendation, report, settled bool) {
	q := r.newInquiry(c)
	return q.now, q.options.reports(q.state), q.possible.len() == 1
}

// openQuestions returns the ids of the questions whose answer would count and
// that are not answered; kind and direction have defaults and motive never weighs.
func (r *ruleset) openQuestions(a Answers) []string {
	asking := r.askingOf(a)
	open := []string{}
	for i := range r.Questions {
		q := &r.Questions[i]
		if q.Stage != StageStart && !q.NeverWeighs && isOpen(a, q.ID) && asking.counts(q) {
			open = append(open, q.ID)
		}
	}
	return open
}
