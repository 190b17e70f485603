package tui

import (
	"fmt"
	"slices"
	"strings"
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
	answered := len(answeredScreens(c.Answers, nil))
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

// waitingShown are those of the list, or of the selection, who wait for an
// answer, in the order of the list and then those it does not show; none while
// the list is not read to its end.
func (s *inbox) waitingShown() []string {
	if s.list == nil || s.list.partial {
		return nil
	}
	var ids []string
	ask := func(i int32) {
		if s.list.table.Brief(int(i)).Status() == store.StatusWaiting {
			ids = append(ids, strings.Clone(s.list.table.ID(int(i))))
		}
	}
	if s.list.nPicked == 0 {
		for _, i := range s.shown() {
			ask(i)
		}
		return ids
	}
	left := slices.Clone(s.list.picked)
	for _, i := range s.shown() {
		if left[i] {
			left[i] = false
			ask(i)
		}
	}
	for i, picked := range left {
		if picked {
			ask(int32(i))
		}
	}
	return ids
}

// vettingActions are the ways into the questions beside those of the marked
// invitation.
func (s *inbox) vettingActions() []actionID {
	var acts []actionID
	if s.env.resume.id != "" {
		acts = append(acts, actResume)
	}
	if _, ok := s.selected(); ok {
		acts = append(acts, actVetAll)
	}
	return acts
}
