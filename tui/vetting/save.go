package vetting

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/screen"
	"linkvet/tui/widget"
	"linkvet/tui/words"
)

// saves follows the answers on their way to the store. The zero value has
// nothing on its way.
type saves struct {
	under map[uint64][]string // question ids, by request
	lost  []string            // could not be saved; tried again with the next
}

func (s *saves) start(request uint64, ids []string) {
	if s.under == nil {
		s.under = map[uint64][]string{}
	}
	s.under[request] = ids
	s.lost = nil
}

func (s *saves) done(request uint64) {
	delete(s.under, request)
}

func (s *saves) failed(request uint64) {
	s.lost = append(s.lost, s.under[request]...)
	delete(s.under, request)
}

// idle reports whether the store holds everything that is shown.
func (s *saves) idle() bool { return len(s.under) == 0 && len(s.lost) == 0 }

// word says in a word or two how it stands. An answer usually is on the disk a
// millisecond after its frame; only where that takes long is it said, so that most
// answers change the screen once. Nothing is called saved before it is.
func (s *saves) word(slow bool) string {
	switch {
	case len(s.lost) > 0:
		return "✕ not saved"
	case len(s.under) > 0 && slow:
		return "saving…"
	}
	return "autosave on"
}

// save writes the answers to some questions as they are shown, or that they
// have none, with those that could not be saved before. All that is answered in
// one visit of a page is one step.
func (q *questionnaire) save(ids []string, visit int) tea.Cmd {
	set := advisor.Answers{}
	var none []string
	ids = slices.Concat(ids, q.saves.lost)
	answers := q.answers()
	for _, id := range ids {
		if values, ok := answers[id]; ok {
			set[id] = values
		} else {
			none = append(none, id)
		}
	}
	request := q.env.Request()
	q.saves.start(request, ids)
	return saveAnswers(q.env, request, q.visits.Name(visit), q.id, set, none...)
}

// Retry tries once more to write what could not be saved.
func (q *questionnaire) Retry() tea.Cmd {
	if len(q.saves.lost) == 0 {
		return nil
	}
	return q.save(nil, q.questions.Visit())
}

// notSaved hears that answers could not be saved. They stay in memory, and the
// first question of which that is so is marked again.
func (q *questionnaire) notSaved(request uint64) {
	ids, mine := q.saves.under[request]
	q.saves.failed(request)
	if mine && len(ids) > 0 {
		q.questions.Show(ids[0])
	}
}

// leaveUnsavedMsg says that the person leaves although answers are not saved.
type leaveUnsavedMsg struct{}

// confirmLeave asks whether to leave although answers are not saved.
func (q *questionnaire) confirmLeave() screen.Screen {
	return widget.NewConfirm(q.env, "Leave without saving?",
		"Not saved: "+words.Labels(q.saves.lost, labelGap)+". Give the answer again to try once more, such as after making room on the disk.",
		"Leave", leaveUnsavedMsg{})
}

// saveAnswers keeps answers given in a visit, and takes back those of the
// questions in clear.
func saveAnswers(e *screen.Env, request uint64, visit, id string, set advisor.Answers, clear ...string) tea.Cmd {
	answers := e.Answers()
	set = set.Clone()
	return e.Change(screen.Save{Request: request, Doing: "saving the answer", Counts: id}, "answered", func() (record.Invitation, error) {
		return answers.AnswerIn(visit, id, set, clear...)
	})
}
