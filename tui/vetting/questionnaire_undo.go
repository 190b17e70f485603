package vetting

import (
	"maps"
	"slices"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/screen"
)

// taken is one change of answers: what the questions of a screen said before
// and after. A question without an answer is in neither.
type taken struct{ was, is advisor.Answers }

// takenNow is the change that given makes to the answers.
func takenNow(a, given advisor.Answers) taken {
	t := taken{was: advisor.Answers{}, is: given.Clone()}
	for id := range given {
		if values, ok := a[id]; ok {
			t.was[id] = values
		}
	}
	return t
}

// takenBefore reads from the journal what was answered before this screen was
// opened, oldest first, so that it can be taken back as well.
func takenBefore(journal []record.Entry) []taken {
	var list []taken
	for _, entry := range journal {
		t := taken{was: entry.Answers.Was, is: entry.Answers.Is}
		if n := len(list); n > 0 && list[n-1].inverseOf(t) {
			list = list[:n-1]
		} else if !entry.Answers.Empty() {
			list = append(list, t)
		}
	}
	return list
}

// inverseOf reports whether a change takes another back.
func (t taken) inverseOf(other taken) bool {
	return maps.EqualFunc(t.was, other.is, slices.Equal) && maps.EqualFunc(t.is, other.was, slices.Equal)
}

// stands reports whether the answers still are as the change left them.
func (t taken) stands(a advisor.Answers) bool {
	for _, id := range t.ids() {
		if !slices.Equal(a[id], t.is[id]) {
			return false
		}
	}
	return true
}

// ids are the questions that changed, in the order they are asked.
func (t taken) ids() []string {
	var ids []string
	for _, question := range advisor.Questions() {
		if len(t.was[question.ID])+len(t.is[question.ID]) > 0 {
			ids = append(ids, question.ID)
		}
	}
	return ids
}

// canTakeBack reports whether there is something to take back: an answer, or
// the decision before it in a session.
func (q *Questionnaire) canTakeBack() bool { return len(q.taken) > 0 || q.session.canGoBack() }

// takeBack takes the last answer back and asks again.
func (q *Questionnaire) takeBack() screen.Step {
	for len(q.taken) > 0 {
		last := q.taken[len(q.taken)-1]
		q.taken = q.taken[:len(q.taken)-1]
		ids := last.ids()
		if len(ids) == 0 || !last.stands(q.Answers) {
			continue // something else has changed it since
		}
		before := q.setAside()
		for _, id := range ids {
			if values, ok := last.was[id]; ok {
				q.Answers[id] = values
			} else {
				delete(q.Answers, id)
			}
		}
		q.aside = asideNews(len(before), len(q.setAside()))
		if n := len(q.History); n > 0 && slices.Contains(q.History[n-1], ids[0]) {
			q.History = q.History[:n-1]
		}
		q.env.Say("Taken back: " + labelList(ids))
		saving := q.save(ids)
		q.advise()
		q.show(ids[0])
		return screen.Stay(saving)
	}
	if q.session.canGoBack() {
		return screen.BackWith(backToLastMsg{})
	}
	q.env.Say("There is no answer to take back")
	return screen.Step{}
}
