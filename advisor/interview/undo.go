package interview

import (
	"maps"
	"slices"

	"linkvet/advisor"
)

// set gives answers, or takes them back where there are no values, as part of
// this visit's change. It returns the questions whose answers differ now.
func (v *Interview) set(given advisor.Answers) []string {
	did := Change{Was: advisor.Answers{}, Is: advisor.Answers{}, visit: v.visit}
	for id, values := range given {
		did.add(id, v.c.Answers[id], values)
	}
	if !did.empty() {
		v.acts, v.undone, v.taken = append(v.acts, did), nil, nil
	}
	return v.change(given)
}

// change is set for what is no action of its own.
func (v *Interview) change(given advisor.Answers) []string {
	var changed []string
	for id, values := range given {
		if !slices.Equal(v.c.Answers[id], values) {
			changed = append(changed, id)
		}
	}
	if len(changed) == 0 {
		return nil
	}
	if !v.dirty {
		v.past, v.dirty = append(v.past, Change{Was: advisor.Answers{}, Is: advisor.Answers{}, visit: v.visit}), true
	}
	change := &v.past[len(v.past)-1]
	for _, id := range changed {
		change.add(id, v.c.Answers[id], given[id])
		v.put(id, given[id])
	}
	if change.empty() {
		v.past, v.dirty = v.past[:len(v.past)-1], false
	}
	v.renew()
	return inOrder(changed)
}

// put sets one answer, or clears it.
func (v *Interview) put(id string, values []string) {
	if len(values) == 0 {
		delete(v.c.Answers, id)
	} else {
		v.c.Answers[id] = slices.Clone(values)
	}
}

// add takes one more answer into a change.
func (c *Change) add(id string, was, is []string) {
	if first, touched := c.Was[id]; touched || len(c.Is[id]) > 0 {
		was = first
	}
	delete(c.Was, id)
	delete(c.Is, id)
	if slices.Equal(was, is) {
		return
	}
	if len(was) > 0 {
		c.Was[id] = was
	}
	if len(is) > 0 {
		c.Is[id] = is
	}
}

func (c Change) empty() bool { return len(c.Was)+len(c.Is) == 0 }

// ids are the questions that changed, in the order of the rulebook.
func (c Change) ids() []string {
	ids := slices.Collect(maps.Keys(c.Was))
	for id := range c.Is {
		if _, both := c.Was[id]; !both {
			ids = append(ids, id)
		}
	}
	return inOrder(ids)
}

// stands reports whether the answers still are as the change left them.
func (c Change) stands(a advisor.Answers) bool {
	for _, id := range c.ids() {
		if !slices.Equal(a[id], c.Is[id]) {
			return false
		}
	}
	return true
}

// Past puts changes of answers, oldest first, into the form that New takes: one
// that took another back is left out with it.
func Past(changes []Change) []Change {
	var past []Change
	for _, c := range changes {
		n := len(past)
		switch {
		case n > 0 && maps.EqualFunc(past[n-1].Was, c.Is, slices.Equal) && maps.EqualFunc(past[n-1].Is, c.Was, slices.Equal):
			past = past[:n-1]
		case !c.empty():
			past = append(past, c)
		}
	}
	return past
}

// CanUndo reports whether there is a change to take back.
func (v *Interview) CanUndo() bool { return len(v.past) > 0 }

// Last are the questions that Undo takes back, and whether one of them is on the
// page shown; none where there is nothing.
func (v *Interview) Last() (ids []string, here bool) {
	for _, change := range slices.Backward(v.past) {
		if change.stands(v.c.Answers) {
			ids = change.ids()
			return ids, v.beside(ids)
		}
	}
	return nil, false
}

// Undo takes back what the last visit of a page that changed something changed,
// and shows that page. It changes nothing when there is none, or something else
// has changed it since.
func (v *Interview) Undo() Step {
	v.calm()
	v.acts, v.undone = nil, nil
	for len(v.past) > 0 {
		last := v.past[len(v.past)-1]
		here := v.dirty
		v.past, v.dirty = v.past[:len(v.past)-1], false
		if !last.stands(v.c.Answers) {
			continue
		}
		ids := last.ids()
		for _, id := range ids {
			v.put(id, last.Was[id])
		}
		v.renew()
		v.reopen(ids, here)
		v.taken = append(v.taken, last)
		return Step{Changed: ids, Turned: true}
	}
	return Step{}
}

// CanRedoPage reports whether Undo took something back since anything else was
// answered.
func (v *Interview) CanRedoPage() bool { return len(v.taken) > 0 }

// RedoPage gives the answers again that Undo took back last, and shows their page.
// It does nothing where something else has changed them since.
func (v *Interview) RedoPage() Step {
	v.calm()
	n := len(v.taken) - 1
	if n < 0 {
		return Step{}
	}
	last, rest := v.taken[n], v.taken[:n]
	ids := last.ids()
	if !(Change{Was: last.Is, Is: last.Was}).stands(v.c.Answers) {
		v.taken = nil
		return Step{}
	}
	turned := !v.onPage(ids) && v.Show(ids[0])
	changed := v.set(last.values(last.Is))
	v.taken = rest
	return Step{Changed: changed, Turned: turned}
}

// beside reports whether one of the questions is on the page shown, or is asked one
// by one with it.
func (v *Interview) beside(ids []string) bool {
	here := v.pageOf(v.page)
	return slices.ContainsFunc(v.pages(), func(p advisor.Page) bool {
		return (p.ID == here.ID || p.Title == here.Title) &&
			slices.ContainsFunc(p.Questions, func(q advisor.Question) bool { return slices.Contains(ids, q.ID) })
	})
}

// reopen shows the page of questions that were taken back, as if it had not been
// asked. On the page that is shown the visit goes on.
func (v *Interview) reopen(ids []string, here bool) {
	visit := v.visit
	shown := here && v.onPage(ids)
	if !shown && !v.Show(ids[0]) {
		v.land(ids[0])
	}
	page := v.pageOf(v.page)
	for _, q := range page.Questions {
		delete(v.left, q.ID)
	}
	v.open(page)
	if shown {
		v.visit = visit
	}
}

func (v *Interview) onPage(ids []string) bool {
	return slices.ContainsFunc(v.pageOf(v.page).Questions, func(q advisor.Question) bool { return slices.Contains(ids, q.ID) })
}

// inOrder sorts questions as the rulebook has them.
func inOrder(ids []string) []string {
	var sorted []string
	for _, q := range advisor.Questions() {
		if slices.Contains(ids, q.ID) {
			sorted = append(sorted, q.ID)
		}
	}
	return sorted
}
