package vetting

import (
	"strings"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/style"
)

// advice is advice with what the recommendation is called for an invitation of
// that direction and kind.
type advice struct {
	advisor.Advice
	label string
}

// adviceFor is the advice on answers, without the answers that would change it
// and that the person has given otherwise, until it is settled: what was just
// answered is not what is still open.
func adviceFor(adv advisor.Advice, a advisor.Answers) advice {
	label := adv.Recommendation.LabelFor(a.Value("direction"), a.Value("kind"))
	if adv.Settled {
		return advice{adv, label}
	}
	var open []advisor.Flip
	for _, f := range adv.Flips {
		if said := a.Value(f.Question); said == "" || said == advisor.DontKnow {
			open = append(open, f)
		}
	}
	adv.Flips = open
	return advice{adv, label}
}

// adviceOn is the advice on an invitation under a profile.
func adviceOn(inv record.Invitation, p advisor.Profile) advice {
	c := inv.Case(p)
	return adviceFor(advisor.Advise(c), c.Answers)
}

// vetoed reports whether a sign decided by itself.
func (a advice) vetoed() bool {
	return len(a.Reasons) > 0 && a.Reasons[0].Strength == advisor.Veto && !a.Reasons[0].Unconfirmed
}

// reasonsOf returns the reasons on one side, heaviest first; what is not
// confirmed comes last.
func (a advice) reasonsOf(side advisor.Outcome) []advisor.Finding {
	var confirmed, not []advisor.Finding
	for _, f := range a.Reasons {
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

func sideTitle(side advisor.Outcome) string {
	if side == advisor.Supports {
		return "For"
	}
	return "Against"
}

// weight is the strength of a reason in three columns: dots, a square for what
// decides alone, a diamond for what the person has not confirmed.
func weight(f advisor.Finding) string {
	switch {
	case f.Unconfirmed:
		return "◆  "
	case f.Strength == advisor.Veto:
		return "■  "
	case f.Strength == advisor.Strong:
		return "●●●"
	case f.Strength == advisor.Moderate:
		return "●● "
	}
	return "●  "
}

// weightLegend says what the signs of weight mean.
const weightLegend = "● weak   ●● moderate   ●●● strong   ■ decides alone   ◆ not confirmed"

// reasonLines draw one reason, with its weight in a column of its own.
func reasonLines(st *style.Styles, f advisor.Finding, w int) []string {
	paint := st.Good
	switch {
	case f.Unconfirmed:
		paint = st.Accent
	case f.Strength == advisor.Veto:
		paint = st.Danger
	case f.Outcome == advisor.Opposes:
		paint = st.Caution
	}
	text := f.Text
	if f.Unconfirmed {
		text = strings.TrimSuffix(text, ".") + " (not confirmed)"
	}
	sign := weight(f)
	lines := hang(sign+" ", text, w)
	lines[0] = paint.Render(sign) + strings.TrimPrefix(lines[0], sign)
	return lines
}

// flipLines draw one answer that would change the advice.
func flipLines(st *style.Styles, f advisor.Flip, w int) []string {
	lines := hang("→ ", f.Text, w)
	lines[0] = strings.Replace(lines[0], "→", st.Accent.Render("→"), 1)
	return lines
}
