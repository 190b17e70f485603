package plain

import (
	"errors"
	"fmt"
	"strings"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/store/list"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// passMost is how many a first pass takes at most; the next one goes on.
const passMost = 500

// passing is a first pass under way.
type passing struct {
	*session
	visit string // all of it is one step to undo
	ids   []string
	given map[string]bool // who was answered about in this pass
}

// firstPass goes down those who wait in the list and asks of each only who it is. It
// goes on where an earlier one was left.
func (s *session) firstPass() error {
	ids, err := s.passIDs()
	if err != nil {
		return err
	}
	if len(ids) == 0 {
		s.say("Nobody is left for a first pass; vet asks the questions of all who wait.")
		return nil
	}
	p := &passing{session: s, visit: fmt.Sprint("first pass ", s.o.Now().UnixNano()), ids: ids, given: map[string]bool{}}
	at, err := p.firstOpen()
	if err != nil {
		return err
	}
	s.each(quantity.Sentence(len(ids), "First pass, %d person: %s", "First pass, %d people: %s", advisor.Pages(nil)[0].Ask))
	if at == len(ids) {
		s.say("All of them are answered; b goes back to them.")
	} else if at > 0 {
		s.each(quantity.Text("It begins with number %d; b goes back to those answered before.", at+1))
	}
	s.number(passTexts())
	s.say("Type a number for each, or skip, undo or done.")
	for at < len(ids) {
		step, err := p.one(at)
		switch {
		case errors.Is(err, errBack) && at > 0:
			at--
			continue
		case errors.Is(err, errBack), errors.Is(err, errQuit):
			s.each(quantity.Sentence(len(p.given), "%d person is answered in this pass. The word pass goes on with it.", "%d people are answered in this pass. The word pass goes on with it."))
			return err
		case err != nil:
			return err
		}
		if step == passEnds {
			break
		}
		at += int(step)
	}
	if err := s.visit(p.signs); err != nil {
		return err
	}
	return s.sayPassed(ids)
}

// firstOpen is the place of the first one who has no answer of a first pass; all are
// passed by where everybody has.
func (p *passing) firstOpen() (int, error) {
	found, err := p.storage.Histories(p.ids)
	if err != nil {
		return 0, err
	}
	for at, id := range p.ids {
		for _, h := range found {
			if h.Invitation.ID == id && interview.GivenFirst(h.Invitation.Answers) < 0 {
				return at, nil
			}
		}
	}
	return len(p.ids), nil
}

// passTexts are the answers of a first pass.
func passTexts() []string {
	var texts []string
	for _, first := range advisor.FirstPass() {
		texts = append(texts, first.Label)
	}
	return texts
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

// passStep says how a first pass goes on: by how many people.
type passStep int

const (
	passBack passStep = -1
	passStay passStep = 0
	passOn   passStep = 1
	passEnds passStep = 2
)

// one asks who one person is.
func (p *passing) one(at int) (passStep, error) {
	id := p.ids[at]
	h, err := p.history(id)
	if err != nil {
		p.fail("reading the invitation", err)
		return passOn, nil
	}
	inv := h.Invitation
	row := inv.Row(p.o.Now())
	p.each(quantity.Text("%d of %d. %s", at+1, len(p.ids), sentence(strings.Join(append([]string{style.NameOr(row.Name)}, words.Who(row)...), ", "))))
	p.sayNote(inv)
	p.saySigns(inv)
	p.each(words.FromArchive(inv, p.o.Now())...)
	if n := interview.GivenFirst(inv.Answers); n >= 0 {
		p.say("Answered: %s", sentence(style.Capital(advisor.FirstPass()[n].Label)))
	}
	return p.hear(inv, at)
}

// hear takes an answer about one person, or a word.
func (p *passing) hear(inv record.Invitation, at int) (step passStep, err error) {
	texts := passTexts()
	on := func(to passStep) func(string) error {
		return func(string) error { step = to; return nil }
	}
	all := []word{
		{word: "skip", about: "goes on to the next person, and leaves it as it is", do: func(string) error { p.say("Skipped."); step = passOn; return nil }},
		{word: "undo", about: "takes the answer back, or that about the person before", do: func(string) error { step = p.takeBack(inv, at); return nil }},
		{word: "done", about: "ends the first pass", do: on(passEnds)},
	}
	for {
		line, err := p.ask("Who is it? A number:", append(numbered(texts), helpOf(all)...)...)
		if err != nil {
			return passStay, err
		}
		if n, ok := numberOf(line); ok {
			if n >= 1 && n <= len(texts) {
				return p.answer(inv, n-1), nil
			}
			p.say("%d is no answer here; they go from 1 to %d.", n, len(texts))
			continue
		}
		found, rest, n, several := lookUp(line, all, texts)
		switch {
		case found.do != nil:
			err := found.do(rest)
			return step, err
		case n >= 0:
			return p.answer(inv, n), nil
		case line == "":
			p.say("Nothing was typed. Type a number from 1 to %d, or skip to leave it open.", len(texts))
		default:
			p.say("%s ? says the answers and the words.", whichOf(line, several))
		}
	}
}

// answer gives one of the answers.
func (p *passing) answer(inv record.Invitation, n int) passStep {
	set, clear := interview.GiveFirst(n)
	if !p.answerFirst(p.visit, inv.ID, set, clear) {
		return passStay
	}
	p.given[inv.ID] = true
	p.say("%s: %s", style.NameOr(inv.Name), sentence(advisor.FirstPass()[n].Label))
	return passOn
}

// takeBack takes the answer about a person back or, where there is none, goes to the
// person before and takes back that.
func (p *passing) takeBack(inv record.Invitation, at int) passStep {
	step := passStay
	if interview.GivenFirst(inv.Answers) < 0 {
		if at == 0 {
			p.say("There is nothing to take back.")
			return passStay
		}
		before, err := p.storage.Get(p.ids[at-1])
		if err != nil {
			p.fail("reading the invitation", err)
			return passStay
		}
		inv, step = before, passBack
	}
	if interview.GivenFirst(inv.Answers) >= 0 && p.answerFirst(p.visit, inv.ID, nil, interview.TakeFirstBack()) {
		delete(p.given, inv.ID)
		p.say("Taken back: %s is open again.", style.NameOr(inv.Name))
	}
	return step
}

// answerFirst keeps answers as part of a first pass.
func (s *session) answerFirst(visit, id string, set advisor.Answers, clear []string) bool {
	return s.change("saving the answer", func() error {
		_, err := s.storage.AnswerIn(visit, id, set, clear...)
		return err
	})
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
	open := 0
	for i := range s.table.Len() {
		switch key := s.table.Key(i); {
		case !wanted[s.table.ID(i)]:
		case key.Answered():
			left[key.Takes()]++
		default:
			open++
		}
	}
	s.each(quantity.Text("First pass: %d to accept, %d to vet, %d with a warning, %d not answered. The word undo takes it back.", left[list.ToAccept], left[list.ToVet], left[list.ToMind], open))
	return nil
}
