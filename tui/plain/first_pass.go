package plain

import (
	"errors"
	"fmt"
	"strings"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/store/list"
	"linkvet/store/record"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// passMost is how many a first pass takes at most; the next one goes on.
const passMost = 500

// firstPass goes down those who wait in the list and asks of each only who it is.
// All of it is one step to undo.
func (s *session) firstPass() error {
	ids, err := s.passIDs()
	if err != nil {
		return err
	}
	if len(ids) == 0 {
		s.say("Nobody is left for a first pass; vet asks the questions of all who wait.")
		return nil
	}
	visit := fmt.Sprint("first pass ", s.o.Now().UnixNano())
	s.say("First pass, %s. Type a number for each; skip goes on without an answer, and done ends the pass.", style.Count(len(ids), "person", "people"))
	for at := 0; at < len(ids); {
		step, err := s.passOne(visit, ids[at], at+1, len(ids))
		switch {
		case errors.Is(err, errBack) && at > 0:
			at--
			continue
		case err != nil:
			return err
		}
		if step == passEnds {
			break
		}
		at++
	}
	if err := s.visit(func() error { return s.passSigns(visit, ids) }); err != nil {
		return err
	}
	return s.sayPassed(ids)
}

// passIDs are those who wait and of whom nothing but who they are was asked.
func (s *session) passIDs() ([]string, error) {
	rows, err := s.waiting()
	if err != nil {
		return nil, err
	}
	most := len(interview.TakeFirstBack())
	var ids []string
	for i := range rows {
		row := &rows[i]
		if (row.Answered == 0 || !row.Settled && row.Answered <= most) && len(ids) < passMost {
			ids = append(ids, row.ID)
		}
	}
	return ids, nil
}

// passStep says how a first pass goes on.
type passStep uint8

const (
	passOn passStep = iota
	passEnds
)

// passOne asks who one person is.
func (s *session) passOne(visit, id string, at, of int) (passStep, error) {
	h, err := s.history(id)
	if err != nil {
		s.fail("reading the invitation", err)
		return passOn, nil
	}
	inv := h.Invitation
	row := inv.Row(s.o.Now())
	s.say("%d of %d. %s", at, of, sentence(strings.Join(append([]string{style.NameOr(row.Name)}, words.Who(row)...), ", ")))
	s.sayNote(inv)
	s.saySigns(inv)
	s.each(words.FromArchive(inv, s.o.Now())...)
	var texts []string
	for n, first := range advisor.FirstPass() {
		text := first.Label
		if interview.GivenFirst(inv.Answers) == n {
			text += ", as answered"
		}
		texts = append(texts, text)
	}
	s.number(texts)
	for {
		line, err := s.ask(advisor.Pages(nil)[0].Ask+" A number, skip, or done:",
			append(numbered(texts), "skip: goes on to the next person", "open: takes the answer back", "done: ends the first pass")...)
		if err != nil {
			return passOn, err
		}
		switch strings.ToLower(line) {
		case "skip", "":
			return passOn, nil
		case "done":
			return passEnds, nil
		case "open":
			s.answerFirst(visit, id, nil, interview.TakeFirstBack())
			return passOn, nil
		}
		if n := choiceOf(line, texts); n >= 0 {
			set, clear := interview.GiveFirst(n)
			if s.answerFirst(visit, id, set, clear) {
				return passOn, nil
			}
			continue
		}
		s.say("“%s” is no answer here: type a number from 1 to %d, skip, or done.", style.OneLine(line), len(texts))
	}
}

// answerFirst keeps answers as part of a first pass.
func (s *session) answerFirst(visit, id string, set advisor.Answers, clear []string) bool {
	return s.change("saving the answer", func() error {
		_, err := s.storage.AnswerIn(visit, id, set, clear...)
		return err
	})
}

// passSigns asks once for the stop signs of all whom the pass found known and
// trusted. Who may have one is left out, and asked about like anybody else.
func (s *session) passSigns(visit string, ids []string) error {
	found, err := s.storage.Histories(ids)
	if err != nil {
		return err
	}
	var people []record.Invitation
	out := map[string]bool{}
	for _, h := range found {
		inv := h.Invitation
		if interview.GivenFirst(inv.Answers) < 0 || !interview.OnlySigns(inv.Case(s.profile())) {
			continue
		}
		people = append(people, inv)
		for _, sign := range words.Signs(inv) {
			out[inv.ID] = out[inv.ID] || sign.Warns
		}
	}
	if len(people) == 0 {
		return nil
	}
	s.sayStopSigns(people[0].Answers)
	s.say("Those are the signs. Now the people: leave out whoever you have seen one of.")
	for {
		for i, inv := range people {
			text := style.NameOr(inv.Name)
			if out[inv.ID] {
				text += ", left out: the questions are asked about them later"
			}
			s.say("%d. %s", i+1, sentence(text))
		}
		line, err := s.ask("Numbers of people to leave out; or none, to say that you have seen no sign of any of the others:",
			"none: says that none of the signs was seen of those who are not left out", "A number leaves somebody out, or takes them in again.")
		if err != nil {
			return err
		}
		if strings.EqualFold(line, "none") {
			break
		}
		for _, at := range numbers(line, len(people)) {
			out[people[at].ID] = !out[people[at].ID]
		}
	}
	for _, inv := range people {
		if !out[inv.ID] {
			s.answerFirst(visit, inv.ID, interview.NoSigns(inv.Answers), nil)
		}
	}
	return nil
}

// sayStopSigns says what is asked of people who are known and trusted.
func (s *session) sayStopSigns(a advisor.Answers) {
	for _, page := range advisor.Pages(a) {
		if !page.Signs {
			continue
		}
		s.say("Stop signs of people you know and trust. %s", page.Ask)
		for _, q := range page.Questions {
			s.each(q.Line)
		}
		return
	}
}

// sayPassed says what is left to do after a first pass.
func (s *session) sayPassed(ids []string) error {
	if err := s.refresh(); err != nil {
		return err
	}
	wanted := map[string]bool{}
	for _, id := range ids {
		wanted[id] = true
	}
	var left [list.ToMind + 1]int
	for i := range s.table.Len() {
		if wanted[s.table.ID(i)] {
			left[s.table.Key(i).Takes()]++
		}
	}
	s.say("First pass: %s to accept, %s to vet, %s with a warning. The word undo takes it back.",
		style.Thousands(left[list.ToAccept]), style.Thousands(left[list.ToVet]), style.Thousands(left[list.ToMind]))
	return nil
}
