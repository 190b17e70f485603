package words

import (
	"strings"

	"linkvet/advisor"
	"linkvet/advisor/notes"
	"linkvet/store/quantity"
	"linkvet/store/record"
)

// NoAdvice is said in place of advice while nothing is answered that it could
// rest on.
const NoAdvice = "No advice yet"

// Prepare reads the phrases and the rules before they are needed, so that the
// first note that is shown does not wait for them.
func Prepare() {
	notes.Prepare()
	advisor.Prepare()
}

// AdviceOn is the advice on an invitation under a profile.
func AdviceOn(inv record.Invitation, p advisor.Profile) advisor.Advice {
	c := inv.Case(p)
	return StillOpen(advisor.Advise(c), c.Answers)
}

// StillOpen is advice without the answers that would change it and that the
// person has given otherwise, until it is settled: what was just answered is not
// what is still open.
func StillOpen(adv advisor.Advice, a advisor.Answers) advisor.Advice {
	if adv.Settled {
		return adv
	}
	var open []advisor.Flip
	for _, f := range adv.Flips {
		if said := a.Value(f.Question); said == "" || said == advisor.DontKnow {
			open = append(open, f)
		}
	}
	adv.Flips = open
	return adv
}

// Vetoed reports whether a sign decided by itself.
func Vetoed(adv advisor.Advice) bool {
	return len(adv.Reasons) > 0 && adv.Reasons[0].Strength == advisor.Veto && !adv.Reasons[0].Unconfirmed
}

// ReasonsOn returns the reasons on one side, heaviest first; what is not
// confirmed comes last.
func ReasonsOn(side advisor.Outcome, adv advisor.Advice) []advisor.Finding {
	var confirmed, not []advisor.Finding
	for _, f := range adv.Reasons {
		switch {
		case f.Outcome != side:
		case f.Unconfirmed:
			not = append(not, f)
		default:
			confirmed = append(confirmed, f)
		}
	}
	return append(confirmed, not...)
}

// Side names the reasons on one side.
func Side(side advisor.Outcome) string {
	if side == advisor.Supports {
		return "For"
	}
	return "Against"
}

// ReasonsAhead announces the reasons on one side.
func ReasonsAhead(side advisor.Outcome, n int) string {
	if side == advisor.Supports {
		return quantity.Sentence(n, "For, %d reason:", "For, %d reasons:")
	}
	return quantity.Sentence(n, "Against, %d reason:", "Against, %d reasons:")
}

// Settled says whether an open question could still change the advice, and to
// what.
func Settled(adv advisor.Advice) string {
	if adv.Settled {
		return "Settled: nothing you could still answer changes this."
	}
	if len(adv.CouldBecome) == 0 {
		return "Not settled yet."
	}
	return quantity.Text("Not settled: it could still become %s.", quantity.Or(adv.CouldBecome))
}

// RulesChanged says how many recommendations are different under the rules in
// force: the person's own changed, or the program's.
func RulesChanged(different int, own bool) string {
	if own {
		return quantity.Sentence(different, "Your own rules changed: %d recommendation is different", "Your own rules changed: %d recommendations are different")
	}
	return quantity.Sentence(different, "The rules changed with this version: %d recommendation is different", "The rules changed with this version: %d recommendations are different")
}

// labelsShown is how many questions are named before the rest is counted.
const labelsShown = 12

// Labels names several questions in few words each, with sep between them.
func Labels(ids []string, sep string) string {
	var labels []string
	for _, id := range ids[:min(labelsShown, len(ids))] {
		labels = append(labels, Label(id))
	}
	if more := len(ids) - labelsShown; more > 0 {
		labels = append(labels, quantity.Text("%d more", more))
	}
	return strings.Join(labels, sep)
}

// Few names questions in a sentence: three of them, and how many more.
func Few(ids []string) string {
	const most = 3
	var labels []string
	for _, id := range ids[:min(most, len(ids))] {
		labels = append(labels, Label(id))
	}
	if more := len(ids) - most; more > 0 {
		labels = append(labels, quantity.Text("%d more", more))
	}
	return quantity.And(labels)
}

// Label is a question in few words.
func Label(id string) string {
	question, _ := advisor.QuestionByID(id)
	return question.Label
}

// Length says how long a text of so many characters is, against LinkedIn's limits
// for a note, and whether it is too long.
func Length(n int, p advisor.Profile) (said string, tooLong bool) {
	limit := p.NoteLimit()
	switch {
	case n > advisor.NoteLimitPremium:
		return quantity.Text("%d of %d characters: %d too many, even for a note with Premium", n, limit, n-advisor.NoteLimitPremium), true
	case n > limit:
		return quantity.Text("%d of %d characters: %d too many for a note, unless you have Premium (%d)", n, limit, n-limit, advisor.NoteLimitPremium), true
	}
	return quantity.Text("%d of %d characters", n, limit), false
}
