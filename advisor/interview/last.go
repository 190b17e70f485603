package interview

import "linkvet/advisor"

// CanRedo reports whether there is something that UndoLast took back.
func (v *Interview) CanRedo() bool { return len(v.undone) > 0 }

// UndoLast takes back what the last action changed, and asks that again, as part of
// the visit that it was done in. What was answered in an earlier program is taken
// back page by page.
func (v *Interview) UndoLast() Step {
	v.calm()
	n := len(v.acts)
	if n == 0 || !v.acts[n-1].stands(v.c.Answers) {
		return v.Undo()
	}
	last := v.acts[n-1]
	v.acts, v.undone = v.acts[:n-1], append(v.undone, last)
	v.dirty = v.lastIn(last.visit)
	ids := last.ids()
	v.change(last.values(last.Was))
	turned := v.revisit(ids, last.visit)
	for _, q := range v.pageOf(v.page).Questions {
		delete(v.left, q.ID)
	}
	return Step{Changed: ids, Turned: turned, Visit: last.visit}
}

// RedoLast gives again the answers that UndoLast took back last, and goes on after
// them. It does nothing where another answer was given since.
func (v *Interview) RedoLast() Step {
	v.calm()
	n := len(v.undone)
	if n == 0 || !(Change{Was: v.undone[n-1].Is, Is: v.undone[n-1].Was}).stands(v.c.Answers) {
		v.undone = nil
		return Step{}
	}
	next := v.undone[n-1]
	v.acts, v.undone = append(v.acts, next), v.undone[:n-1]
	ids := next.ids()
	turned := v.revisit(ids, next.visit)
	v.change(next.values(next.Is))
	return Step{Changed: ids, Turned: v.Proceed().Turned || turned, Visit: next.visit}
}

// values are the answers to all questions of a change before or after it.
func (c Change) values(side advisor.Answers) advisor.Answers {
	given := advisor.Answers{}
	for _, id := range c.ids() {
		given[id] = side[id]
	}
	return given
}

// revisit shows a page again with a question marked, as part of an earlier visit,
// and reports whether another one was shown.
func (v *Interview) revisit(ids []string, visit int) (turned bool) {
	if turned = v.visit != visit || !v.onPage(ids); turned {
		if !v.Show(ids[0]) {
			v.land(ids[0])
		}
		v.visit, v.dirty = visit, v.lastIn(visit)
	}
	v.mark(ids[0])
	return turned
}

// lastIn reports whether the last change was made in a visit.
func (v *Interview) lastIn(visit int) bool {
	n := len(v.past)
	return n > 0 && v.past[n-1].visit == visit
}
