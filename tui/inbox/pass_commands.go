package inbox

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/store/list"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/lists"
	"linkvet/tui/screen"
)

// passEndedMsg brings those of a pass of whom only the stop signs are open.
type passEndedMsg struct {
	request uint64
	trusted []record.Invitation
}

// passDoneMsg says that a first pass is done.
type passDoneMsg struct{}

// saveIn keeps answers as part of a step, and takes those of other questions
// back.
func saveIn(e *screen.Env, request uint64, visit, id string, set advisor.Answers, clear ...string) tea.Cmd {
	answers := e.Answers()
	return e.Change(screen.Save{Request: request, Doing: "saving the answer", Counts: id}, "answered", func() (record.Invitation, error) {
		return answers.AnswerIn(visit, id, set, clear...)
	})
}

// endPass finds, behind all that is still to be saved, those of whom only the stop
// signs are open.
func endPass(e *screen.Env, request uint64, ids []string) tea.Cmd {
	invitations, profile := e.Invitations(), e.Settings.Profile()
	return e.Write(screen.Save{Request: request, Doing: "working out what is left to ask"}, func() (tea.Msg, error) {
		found, err := invitations.Histories(ids)
		msg := passEndedMsg{request: request}
		for _, h := range found {
			if inv := h.Invitation; interview.GivenFirst(inv.Answers) >= 0 && interview.OnlySigns(inv.Case(profile)) {
				msg.trusted = append(msg.trusted, inv)
			}
		}
		return msg, err
	})
}

// tellDone says that a pass is done, behind all that is still to be saved.
func tellDone(e *screen.Env) tea.Cmd {
	return e.Write(screen.Save{Request: e.Request(), Doing: "saving the answers"}, func() (tea.Msg, error) {
		return passDoneMsg{}, nil
	})
}

// passMost is how many a first pass takes at most: with more, its end would be
// far away. The next pass goes on with the rest.
const passMost = 500

// startPass begins a first pass over the selection, or else over the list: those
// who wait and of whom nothing was asked. Of those who were answered in a pass
// before it only asks for stop signs, where those are all that is left.
func (s *inbox) startPass() screen.Step {
	var open, before []string
	most := len(interview.TakeFirstBack())
	s.eachWaiting(func(i int32) bool {
		key := s.listing.table.Key(int(i))
		id := func() string { return strings.Clone(s.listing.table.ID(int(i))) }
		switch {
		case key.Outgoing:
		case !key.Answered():
			open = append(open, id())
		case key.Recommendation == advisor.Accept && len(before) < passMost:
			if row := s.listing.table.At(int(i)); !row.Settled && row.Answered <= most {
				before = append(before, id())
			}
		}
		return len(open) < passMost
	})
	if len(open)+len(before) == 0 {
		s.env.Say(nobodyLeft(s.env))
		return screen.Step{}
	}
	return screen.Push(newFirstPass(s, open, before))
}

// nobodyLeft says that a first pass has nobody to be about.
func nobodyLeft(e *screen.Env) string {
	return quantity.Text("Nobody is left for a first pass; %s asks the questions of all who wait", e.KeyFor(keys.VetAll))
}

// row returns the row of an invitation.
func (s *inbox) row(id string) (record.Row, bool) {
	i, ok := s.listing.find(id)
	if !ok {
		return record.Row{}, false
	}
	return s.listing.table.At(i), true
}

// passDone sorts the list by what is left to do, and says what that is for all who
// wait, so that it adds up however often the pass was left.
func (s *inbox) passDone() screen.Step {
	s.env.Preferences.SetPass("") // the next one is another step
	if s.listing == nil {
		return screen.Step{}
	}
	var next screen.Step
	sorted := false
	if now := s.sorts[s.chosen]; now.By != lists.ByWhatItTakes || now.Reverse {
		next, sorted = s.sortAs(lists.Order{By: lists.ByWhatItTakes}), true
	} else {
		next = s.arrange()
	}
	var left [list.ToMind + 1]int
	open := 0
	s.eachWaiting(func(i int32) bool {
		switch key := s.listing.table.Key(int(i)); {
		case key.Outgoing:
		case key.Answered():
			left[key.Takes()]++
		default:
			open++
		}
		return true
	})
	accept, vet, mind := left[list.ToAccept], left[list.ToVet], left[list.ToMind]
	said := quantity.Text("First pass: %d to accept, %d to vet, %d with a warning", accept, vet, mind)
	if open > 0 {
		said = quantity.Text("First pass: %d to accept, %d to vet, %d with a warning, %d not answered", accept, vet, mind, open)
	}
	if sorted {
		said = quantity.Text("%s. The list is sorted by what it takes now", said)
	}
	s.env.SayUndoable(said)
	return next
}
