package tui

import (
	"fmt"
	"slices"
	"time"

	"linkvet/advisor"
	"linkvet/store"
)

// begunKey is where the id of the invitation is kept whose questions were
// begun last.
const begunKey = "begun"

// resumeOffer is an invitation whose questions were left; the zero one offers
// nothing.
type resumeOffer struct {
	id, name        string
	answered, total int // screens; total counts at most so many
	settled         bool
}

// resumeOf is the offer to go on with an invitation, if it still waits.
func resumeOf(inv store.Invitation, profile advisor.Profile, now time.Time) resumeOffer {
	c := inv.Case(profile)
	answered := len(answeredScreens(c.Answers))
	status := inv.Status(now)
	if answered == 0 || status != store.StatusWaiting && status != store.StatusOutgoing {
		return resumeOffer{}
	}
	left := advisor.Remaining(c)
	return resumeOffer{id: inv.ID, name: nameOr(inv.Name), answered: answered, total: answered + left, settled: left == 0}
}

// line is the offer in words, in w columns; "" for none.
func (r resumeOffer) line(e *env, w int) string {
	if r.id == "" || e.readOnly {
		return ""
	}
	rest := fmt.Sprintf(", %d of %d?  ", r.answered, r.total)
	if r.settled {
		rest = ", all answered?  "
	}
	const does = " goes on"
	st, key := e.styles, footerKey(e.keys.byID[actResume].keys)
	name := truncate(r.name, max(w-width(" ↩ Resume ")-width(rest)-width(key+does), 4))
	return st.Accent.Render(" ↩ ") + "Resume " + st.Strong.Render(name) + rest + st.Key.Render(key) + st.Muted.Render(does)
}

// begin remembers that questions of an invitation are being answered, so that
// the next start can offer to go on.
func (e *env) begin(id string) { e.drafts[begunKey] = id }

// finish forgets it again once the person has decided.
func (e *env) finish(id string) {
	if e.drafts[begunKey] == id {
		delete(e.drafts, begunKey)
	}
	if e.resume.id == id {
		e.resume = resumeOffer{}
	}
}

// answeredScreens returns what was answered, screen by screen, in the order of
// the questions.
func answeredScreens(a advisor.Answers) [][]string {
	var screens [][]string
	seen := map[string]bool{}
	for _, question := range advisor.Questions() {
		if a.Value(question.ID) == "" || question.Stage == advisor.StageStart {
			continue
		}
		ids := advisor.Together(question.ID, a)
		if !slices.Contains(ids, question.ID) {
			ids = []string{question.ID} // set aside
		}
		if !seen[ids[0]] {
			seen[ids[0]] = true
			screens = append(screens, ids)
		}
	}
	return screens
}
