package interview

import (
	"slices"

	"linkvet/advisor"
)

// turn goes to the page that comes next, or ends when enough is asked.
func (v *Interview) turn() {
	v.end = Asking
	pages := v.pages()
	if !v.onward {
		if v.end = v.enough(pages); v.end != Asking {
			v.stay(pages)
			return
		}
	}
	for _, p := range pages {
		open := v.unasked(p)
		if len(open) == 0 || p.Extra && !v.onward || p.Questions[0].Stage == advisor.StageStart {
			continue
		}
		if v.onward || p.First || v.single && p.Title == v.pageOf(v.page).Title || v.matters(v.unaskedBeside(p, pages), pages) {
			v.open(p)
			return
		}
	}
	v.end = EverythingAsked
	v.stay(pages)
}

// turnByItself is turn for a page whose last open row was answered.
func (v *Interview) turnByItself() {
	v.turn()
	v.itself = v.end == Asking
}

// unaskedBeside are the open rows of a page and, where questions come one by one,
// of those that are asked together with it, so that the same is asked either way.
func (v *Interview) unaskedBeside(page advisor.Page, pages []advisor.Page) []string {
	var ids []string
	for _, p := range pages {
		if p.ID == page.ID || v.single && p.Title == page.Title {
			ids = append(ids, v.unasked(p)...)
		}
	}
	return ids
}

// open turns to a page and marks its first open row: one that was not asked or,
// where all were, one that was left open.
func (v *Interview) open(p advisor.Page) {
	v.page, v.choice, v.dirty, v.itself, v.warned = p.ID, 0, false, false, Notice{}
	v.visits++
	v.visit = v.visits
	v.end = Asking
	v.passed = map[string]bool{}
	v.row = slices.Concat(v.unasked(p), v.stillOpen(p), []string{p.Questions[0].ID})[0]
}

// stay is for when nothing more is asked: the page shown stays, or is the last
// one that was asked.
func (v *Interview) stay(pages []advisor.Page) {
	if v.page != "" {
		return
	}
	last := pages[0]
	for _, p := range pages {
		if v.asked(p) {
			last = p
		}
	}
	end := v.end
	v.open(last)
	v.end = end
}

// enough says why nothing more need be asked. The pages that always come are
// asked first, unless the advice is settled without.
func (v *Interview) enough(pages []advisor.Page) End {
	if v.advice.Settled {
		return Settled
	}
	if slices.ContainsFunc(pages, func(p advisor.Page) bool { return p.First && len(v.unasked(p)) > 0 }) {
		return Asking
	}
	now := v.advice.Recommendation
	if now < advisor.IgnoreOrVetFurther || v.mostOpen(pages) < now || v.suspected() && v.with(v.unaskedOn(pages), worst) > now {
		return Asking
	}
	return NoWayIn
}

// suspected reports whether a look at the profile has shown something against
// them. Then it is worth a page more to see whether they are a fake, which is
// declined and reported instead of ignored.
func (v *Interview) suspected() bool {
	return slices.ContainsFunc(v.advice.Reasons, func(f advisor.Finding) bool {
		q, _ := advisor.QuestionByID(f.Question)
		return q.Stage == advisor.StageVetting && f.Outcome == advisor.Opposes && (f.Strength == advisor.Strong || f.Strength == advisor.Moderate)
	})
}

// mostOpen is the most open recommendation that what was not asked could still
// lead to. No better answer ever makes the advice more closed, so it is that of
// the best answer to each.
func (v *Interview) mostOpen(pages []advisor.Page) advisor.Recommendation {
	return v.with(v.unaskedOn(pages), best)
}

// unaskedOn are the questions of all pages that were not asked; those of extra
// pages only once the person goes on.
func (v *Interview) unaskedOn(pages []advisor.Page) []string {
	var ids []string
	for _, p := range pages {
		if !p.Extra || v.onward {
			ids = append(ids, v.unasked(p)...)
		}
	}
	return ids
}

// matters reports whether the given questions could still change the advice: by
// themselves, or together with the others that were not asked.
func (v *Interview) matters(ids []string, pages []advisor.Page) bool {
	all := v.unaskedOn(pages)
	others := slices.DeleteFunc(slices.Clone(all), func(id string) bool { return slices.Contains(ids, id) })
	for _, choose := range []func(advisor.Question) []string{best, worst} {
		if v.with(all, choose) != v.with(others, choose) || v.with(ids, choose) != v.advice.Recommendation {
			return true
		}
	}
	return slices.ContainsFunc(v.advice.NextChecks, func(c advisor.Check) bool { return slices.Contains(ids, c.Question) })
}

// RestMatters reports whether what is open on the page shown could still change the
// advice.
func (v *Interview) RestMatters() bool {
	open := v.unasked(v.pageOf(v.page))
	return len(open) > 0 && v.matters(open, v.pages())
}

// with is the recommendation with the chosen answers to the given questions.
func (v *Interview) with(ids []string, choose func(advisor.Question) []string) advisor.Recommendation {
	c := v.Case()
	for _, id := range ids {
		q, _ := advisor.QuestionByID(id)
		if values := choose(q); len(values) > 0 {
			c.Answers[id] = values
		}
	}
	r, _, _ := advisor.Assess(c)
	return r
}

// best is the answer that speaks most for somebody: all of them where a question
// takes several.
func best(q advisor.Question) []string {
	if values := heaviest(q, advisor.Supports); len(values) > 0 {
		return values
	}
	if seen := q.NotSeen(); seen != "" {
		return []string{seen}
	}
	return nil
}

// worst is the answer that speaks most against somebody.
func worst(q advisor.Question) []string {
	if values := heaviest(q, advisor.Opposes); len(values) > 0 {
		return values
	}
	for _, value := range []string{"no", "none"} {
		if (advisor.Answers{q.ID: {value}}).Validate() == nil {
			return []string{value}
		}
	}
	return nil
}

// heaviest are the answers with that outcome, or the heaviest one where a
// question takes but one.
func heaviest(q advisor.Question, outcome advisor.Outcome) []string {
	var values []string
	strength := advisor.Strength("")
	for _, c := range q.Answers {
		switch {
		case c.Outcome != outcome:
		case q.Kind == advisor.Multi:
			values = append(values, c.Value)
		case len(values) == 0 || c.Strength.Heavier(strength):
			values, strength = []string{c.Value}, c.Strength
		}
	}
	return values
}

// land marks a question after answers changed: on the page shown if it is still
// there, else on the one that has it, else what comes next.
func (v *Interview) land(id string) {
	pages := v.pages()
	has := func(p advisor.Page) bool {
		return slices.ContainsFunc(p.Questions, func(q advisor.Question) bool { return q.ID == id })
	}
	if now := v.pageOf(v.page); now.ID == v.page && has(now) {
		return
	}
	if at := slices.IndexFunc(pages, has); at >= 0 {
		end := v.end
		v.open(pages[at])
		v.row, v.end = id, end
		return
	}
	v.page = ""
	v.turn()
}

// Show goes to a question, whether or not it would be asked. It returns false
// for one that does not apply.
func (v *Interview) Show(id string) bool {
	for _, p := range v.pages() {
		if slices.ContainsFunc(p.Questions, func(q advisor.Question) bool { return q.ID == id }) {
			v.open(p)
			v.row = id
			return true
		}
	}
	return false
}

// Back goes to the page before that was asked. It returns false on the first.
func (v *Interview) Back() bool {
	v.calm()
	var before *advisor.Page
	for _, p := range v.pages() {
		if p.ID == v.page {
			break
		}
		if v.asked(p) {
			before = &p
		}
	}
	if before == nil {
		return false
	}
	v.open(*before)
	return true
}

// Onward goes on asking although enough is asked. It returns false when there is
// nothing left to ask.
func (v *Interview) Onward() bool {
	v.onward = true
	v.turn()
	return v.end == Asking
}

// Proceed goes to what is to be answered next: on the page shown, or wherever it
// is; or it ends when enough is asked.
func (v *Interview) Proceed() Step {
	v.calm()
	pages := v.pages()
	if v.onward || v.enough(pages) == Asking {
		if open := v.unasked(v.pageOf(v.page)); len(open) > 0 {
			v.mark(open[0])
			return Step{}
		}
	}
	v.turn()
	return Step{Turned: true}
}
