package vetting

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/screen"
	"linkvet/tui/widget"
)

// saves follows the answers on their way to the store. The zero value has
// nothing on its way.
type saves struct {
	under map[uint64][]string // question ids, by request
	lost  []string            // could not be saved; tried again with the next
	any   bool                // something was saved in this session
}

func (s *saves) start(request uint64, ids []string) {
	if s.under == nil {
		s.under = map[uint64][]string{}
	}
	s.under[request] = ids
	s.lost = nil
}

func (s *saves) done(request uint64) {
	if _, mine := s.under[request]; mine {
		delete(s.under, request)
		s.any = true
	}
}

func (s *saves) failed(request uint64) {
	s.lost = append(s.lost, s.under[request]...)
	delete(s.under, request)
}

// Idle reports whether the store holds everything that is shown.
func (s *saves) Idle() bool { return len(s.under) == 0 && len(s.lost) == 0 }

// word says in a word or two how it stands.
func (s *saves) word() string {
	switch {
	case len(s.lost) > 0:
		return "✕ not saved"
	case len(s.under) > 0:
		return "saving…"
	case s.any:
		return "✔ saved"
	}
	return ""
}

// save writes the answers to some questions as they are shown, or that they
// have none, with those that could not be saved before.
func (q *Questionnaire) save(ids []string) tea.Cmd {
	set := advisor.Answers{}
	var none []string
	ids = slices.Concat(ids, q.Saves.lost)
	for _, id := range ids {
		if values, ok := q.Answers[id]; ok {
			set[id] = values
		} else {
			none = append(none, id)
		}
	}
	request := q.env.Request()
	q.Saves.start(request, ids)
	return saveAnswers(q.env, request, q.ID, set, none...)
}

// Retry tries once more to write what could not be saved.
func (q *Questionnaire) Retry() tea.Cmd {
	if len(q.Saves.lost) == 0 {
		return nil
	}
	return q.save(nil)
}

// notSaved hears that answers could not be saved. They stay in memory, and the
// first question of which that is so is on the screen again.
func (q *Questionnaire) notSaved(request uint64) {
	ids, mine := q.Saves.under[request]
	q.Saves.failed(request)
	if !mine || len(ids) == 0 || !q.applies(ids) {
		return
	}
	for i, screen := range q.History {
		if slices.Contains(screen, ids[0]) {
			q.History = q.History[:i]
			break
		}
	}
	q.advise()
	q.show(ids[0])
}

// leaveUnsavedMsg says that the person leaves although answers are not saved.
type leaveUnsavedMsg struct{}

// confirmLeave asks whether to leave although answers are not saved.
func (q *Questionnaire) confirmLeave() screen.Screen {
	return widget.NewConfirm(q.env, "Leave without saving?",
		"Not saved: "+labelList(q.Saves.lost)+". Give the answer again to try once more, such as after making room on the disk.",
		"Leave", leaveUnsavedMsg{})
}

// saveAnswers keeps answers, and takes back those of the questions in clear.
func saveAnswers(e *screen.Env, request uint64, id string, set advisor.Answers, clear ...string) tea.Cmd {
	answers := e.Answers()
	set = set.Clone()
	return e.Change(screen.Save{Request: request, Doing: "saving the answer", Counts: id}, "answered", func() (record.Invitation, error) {
		return answers.Answer(id, set, clear...)
	})
}
