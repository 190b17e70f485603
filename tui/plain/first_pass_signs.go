package plain

import (
	"fmt"
	"strings"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// signs asks once for the stop signs of all whom the pass found known and trusted.
// Who may have one is left out, and asked about like anybody else.
func (p *passing) signs() error {
	found, err := p.storage.Histories(p.ids)
	if err != nil {
		return err
	}
	var people []record.Invitation
	out := map[string]bool{}
	for _, h := range found {
		inv := h.Invitation
		if interview.GivenFirst(inv.Answers) < 0 || !interview.OnlySigns(inv.Case(p.profile())) {
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
	p.sayStopSigns(people[0].Answers)
	if len(people) == 1 {
		err = p.signsOfOne(people[0], out)
	} else {
		err = p.signsOfMany(people, out)
	}
	if err != nil {
		return err
	}
	for _, inv := range people {
		if !out[inv.ID] {
			p.answerFirst(p.visit, inv.ID, interview.NoSigns(inv.Answers), nil)
		}
	}
	return nil
}

// signsOfOne asks whether one person shows a sign.
func (p *passing) signsOfOne(inv record.Invitation, out map[string]bool) error {
	seen, err := p.agrees(quantity.Text("Have you seen any of these of %s?", style.NameOr(inv.Name)))
	if err != nil {
		return err
	}
	if out[inv.ID] = seen; seen {
		p.say("The questions ask which, when you vet %s.", style.NameOr(inv.Name))
		return nil
	}
	p.say("None seen of %s.", style.NameOr(inv.Name))
	return nil
}

// signsOfMany asks who of several shows a sign.
func (p *passing) signsOfMany(people []record.Invitation, out map[string]bool) error {
	var names []string
	for _, inv := range people {
		names = append(names, style.NameOr(inv.Name))
	}
	p.say("Have you seen any of these of one of the following people?")
	p.number(names)
	for {
		p.sayLeftOut(people, out)
		help := append(numbered(names), "none: says that no sign was seen of all others", "A number says that you have seen one of that person, or takes it back. The questions ask which, when you vet them.")
		line, err := p.ask("Numbers of people with a sign, or none, when there are no more:", help...)
		if err != nil {
			return err
		}
		if at, _ := match(line, []string{"none", "done"}); at >= 0 {
			return nil
		}
		places, wrong, ok := numbersOf(line, len(people))
		switch {
		case !ok:
			p.say("%s Type numbers from 1 to %d, or none.", notKnown(line), len(people))
		case wrong != "":
			p.say("Nobody has the number %s; they go from 1 to %d. Nothing was changed.", wrong, len(people))
		}
		for _, at := range places {
			out[people[at].ID] = !out[people[at].ID]
		}
	}
}

// sayLeftOut says of whom a sign is said to be seen, or may be.
func (p *passing) sayLeftOut(people []record.Invitation, out map[string]bool) {
	var names []string
	for i, inv := range people {
		if out[inv.ID] {
			names = append(names, fmt.Sprintf("%d, %s", i+1, style.NameOr(inv.Name)))
		}
	}
	if len(names) > 0 {
		p.say("With a sign, to be vetted later: %s.", strings.Join(names, "; "))
	}
}

// sayStopSigns says what is asked of people who are known and trusted.
func (p *passing) sayStopSigns(a advisor.Answers) {
	for _, page := range advisor.Pages(a) {
		if !page.Signs {
			continue
		}
		p.say("Now the stop signs, once for all whom you know and trust; they are %d.", len(page.Questions))
		for _, q := range page.Questions {
			p.each(q.Line)
		}
		return
	}
}
