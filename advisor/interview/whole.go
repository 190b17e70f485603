package interview

import (
	"slices"

	"linkvet/advisor"
)

// EndPage ends the page. What is open on it stays open: a sign without a word, as
// does what is suggested, and all else as not known. It asks once more where no
// sign is ticked, and on a page that came by itself and on which nothing was done:
// there the key may have been meant for the page before.
func (v *Interview) EndPage() Step {
	itself := v.itself
	warned := v.calm()
	page := v.Page()
	if page.Signs && !slices.ContainsFunc(page.Rows, func(r Row) bool { return !r.Open() || v.left[r.Question.ID] }) && warned.What != NothingTicked {
		v.warned = Notice{What: NothingTicked}
		return Step{Said: v.warned}
	}
	if itself && warned.What != CameByItself {
		v.warned = Notice{CameByItself, len(v.unasked(page.Page))}
		return Step{Said: v.warned}
	}
	n, changed := v.leave(page)
	v.turn()
	return Step{Changed: changed, Turned: true, Said: v.leftOpen(n)}
}

func (v *Interview) leftOpen(n int) Notice {
	switch {
	case n == 0:
		return Notice{}
	case v.end == Settled:
		return Notice{LeftSettled, n}
	}
	return Notice{LeftOpen, n}
}

// leave leaves the open rows of a page open.
func (v *Interview) leave(page Page) (n int, changed []string) {
	unknown := advisor.Answers{}
	for _, row := range page.Rows {
		id := row.Question.ID
		if !slices.Contains(v.unasked(page.Page), id) {
			continue
		}
		n++
		if page.Signs || row.Hinted() || !row.Has(advisor.DontKnow) {
			v.left[id] = true
		} else {
			unknown[id] = []string{advisor.DontKnow}
		}
	}
	return n, v.set(unknown)
}

// None says of every open row of the page what its key says: that the sign was
// not seen, or that the answer is not known. Where no sign is open any more, it
// says so of those answered with "don't know". It asks once more where that would
// deny a suggestion.
func (v *Interview) None() Step {
	warned := v.calm()
	page := v.Page()
	if page.None == "" {
		return Step{}
	}
	if !page.Signs {
		_, changed := v.leave(page)
		v.turn()
		return Step{Changed: changed, Turned: true}
	}
	suggested := 0
	given := advisor.Answers{}
	open := slices.ContainsFunc(page.Rows, Row.Open)
	for _, row := range page.Rows {
		if Seen(row) || open && !row.Open() {
			continue
		}
		none := row.Question.NotSeen()
		given[row.Question.ID] = []string{none}
		if row.Hinted() && row.Suggested != none {
			suggested++
		}
	}
	if notice := (Notice{SignsSuggested, suggested}); suggested > 0 && warned != notice {
		v.warned = notice
		return Step{Said: notice}
	}
	changed := v.set(given)
	v.turn()
	return Step{Changed: changed, Turned: true}
}

// Take answers the marked row as suggested.
func (v *Interview) Take() Step {
	v.calm()
	row := v.Marked()
	switch {
	case !row.Hinted():
		return say(NothingSuggested, v.hinted())
	case row.Question.Kind == advisor.Multi:
		return v.toggle(row, row.Suggested)
	}
	return v.give(row.Suggested)
}

// TakeAll answers as suggested every row of the page that the person has not
// answered otherwise.
func (v *Interview) TakeAll() Step {
	v.calm()
	if v.hinted() == 0 {
		return say(NothingSuggested, 0)
	}
	given := advisor.Answers{}
	for _, row := range v.Page().Rows {
		if row.Hinted() {
			given[row.Question.ID] = []string{row.Suggested}
		}
	}
	changed := v.set(given)
	left := v.stillOpen(v.pageOf(v.page))
	if len(left) == 0 {
		v.turnByItself()
		return Step{Changed: changed, Turned: true}
	}
	if len(left) > 0 {
		v.mark(left[0])
	}
	return Step{Changed: changed}
}

// hinted is how many rows of the page have a suggestion that stands.
func (v *Interview) hinted() int {
	n := 0
	for _, row := range v.Page().Rows {
		if row.Hinted() {
			n++
		}
	}
	return n
}
