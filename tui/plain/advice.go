package plain

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// advice says the advice as it stands and offers to record what the person did.
// b leads back to the questions.
func (a *asking) advice() error {
	if !interview.Begun(a.v.Case().Answers) {
		a.say("%s. It appears with your first answer.", words.NoAdvice)
	} else {
		a.sayAdvice()
	}
	was := a.v.Visit()
	choose, prompt := a.choose, whatNext
	for !a.gone && a.v.Visit() == was {
		err := choose(prompt, a.adviceChoices())
		choose, prompt = a.chooseAgain, nextAgain
		if errors.Is(err, errBack) {
			a.onPage = true
			a.said = 0 // the page is read out again
			return nil
		}
		if err != nil || a.onPage {
			return err
		}
	}
	return nil
}

// now is the advice on the answers as they are, and on whom.
func (a *asking) now() (record.Invitation, advisor.Advice) {
	inv := a.inv
	inv.Answers = a.v.Case().Answers
	return inv, words.StillOpen(a.v.Advice(), inv.Answers)
}

// sayAdvice says the advice, what speaks for and against it, and what to do.
func (a *asking) sayAdvice() {
	inv, adv := a.now()
	a.say("Advice on %s: %s", style.NameOr(inv.Name), sentence(adv.Label))
	if adv.Report {
		a.say("Report it to LinkedIn.")
	}
	a.each(adv.Summary, words.Settled(adv))
	for _, text := range []string{inv.FormerText(), words.Decided(inv, a.o.Now()), words.SignsUnseen(inv, adv)} {
		if text != "" {
			a.say("%s", text)
		}
	}
	if a.v.End() == interview.NoWayIn && a.v.LeftOpen() > 0 {
		a.say("%s", words.NoWayIn(adv))
	}
	for _, side := range []advisor.Outcome{advisor.Supports, advisor.Opposes} {
		reasons := words.ReasonsOn(side, adv)
		if len(reasons) == 0 {
			a.say("%s: nothing you answered.", words.Side(side))
			continue
		}
		a.say("%s, %s:", words.Side(side), style.Count(len(reasons), "reason", "reasons"))
		for i, f := range reasons {
			a.say("%d. %s: %s", i+1, weightOf(f), sentence(style.OneLine(f.Text)))
		}
	}
	if len(adv.Respond) > 0 {
		a.say("What to do: %s", sentence(adv.Respond[0].Text))
	}
}

// weightOf is how much a reason weighs, in words.
func weightOf(f advisor.Finding) string {
	if f.Strength == advisor.Veto && !f.Unconfirmed {
		return "Decides alone"
	}
	return style.Capital(f.Weight())
}

// adviceChoices record what was done, and lead on. Those that everybody has come
// first, in an order that never changes.
func (a *asking) adviceChoices() []choice {
	inv, adv := a.now()
	row := inv.Row(a.o.Now())
	if !interview.Begun(inv.Answers) {
		adv.Recommendation, adv.Report, adv.Settled = 0, false, false
	}
	row.Recommendation, row.Report, row.Settled = adv.Recommendation, adv.Report, adv.Settled
	var all []choice
	add := func(text string, do func() error) { all = append(all, choice{text, do}) }
	next, ok := words.Next(inv, adv, a.v.End())
	for _, act := range actsOn(row.Direction) {
		if ok && act == next.Act {
			add(asAdvised(act, row.Kind()), func() error { return a.carryOutAdvice(row, next) })
			continue
		}
		add(act.Said(row.Kind()), func() error { return a.recordAct(row, act) })
	}
	add("More about this advice", func() error { a.sayMore(inv, adv); return nil })
	add("Answers: change one", a.changeAnswer)
	if ok && next.Act.Decision != record.NotDecided && !next.Asks {
		add("Record what is advised, and follow it up on a day", func() error { return a.followUp(row, next.Act) })
	}
	if n := len(adv.Replies); n > 0 {
		add("Write: "+style.Count(n, "draft", "drafts")+" to send", a.drafts)
	}
	if a.v.End() != interview.Asking && a.v.LeftOpen() > 0 {
		add("Ask the rest of the questions", a.onward)
	}
	if a.v.CanUndo() {
		add("Undo the last page", func() error { a.takeBack(); a.onPage = true; return nil })
	}
	if a.several {
		add("Skip: go on to the next person", func() error { return a.leave(skipped) })
		add("Stop: ask about no more people now", func() error { return a.leave(stopped) })
	}
	return all
}

// onward goes on asking although enough is asked.
func (a *asking) onward() error {
	if !a.v.Onward() {
		a.say("There is nothing left to ask.")
	}
	a.onPage = a.v.End() == interview.Asking
	return nil
}

// carryOutAdvice records what is advised. What is grave is asked about first.
func (a *asking) carryOutAdvice(row record.Row, next words.NextAct) error {
	if next.Asks {
		yes, err := a.agrees(quantity.Text("This records, as advised: “%s”. Record it?", next.Said))
		if err != nil || !yes {
			return err
		}
	}
	return a.recordAct(row, next.Act)
}

// recordAct records what the person did, and leaves the questions.
func (a *asking) recordAct(row record.Row, act record.Act) error {
	do, how := a.session.record, decided
	if act.Decision == record.NotDecided {
		do, how = func(rows []record.Row, _ record.Act) (bool, error) { return a.later(rows) }, postponed
	}
	done, err := do([]record.Row{row}, act)
	if err != nil || !done {
		return err
	}
	return a.leave(how)
}

// followUp records what is advised, with a day on which it comes back.
func (a *asking) followUp(row record.Row, act record.Act) error {
	day, err := a.askDay("Follow up on which day? " + laterWords)
	if err != nil {
		return err
	}
	act.FollowUp = day
	return a.recordAct(row, act)
}

// sayMore says what else there is to know of the advice.
func (a *asking) sayMore(inv record.Invitation, adv advisor.Advice) {
	part := func(title string, texts []string) {
		if len(texts) > 0 {
			a.say("%s: %s", title, joined(slices.Clone(texts)))
		}
	}
	var ways, flips, checks []string
	for _, r := range adv.Respond[min(1, len(adv.Respond)):] {
		ways = append(ways, style.Capital(r.Way)+": "+r.Text)
	}
	for _, f := range adv.Flips {
		flips = append(flips, f.Text)
	}
	for _, c := range adv.NextChecks {
		checks = append(checks, words.Label(c.Question)+": "+c.How)
	}
	part("Other ways to answer", ways)
	if adv.Settled {
		part("What would have changed it", flips)
	} else {
		part("What could still change it", flips)
		part("What is worth checking", checks)
	}
	part("Afterwards", adv.NextSteps)
	part("Why it may have come", adv.Motives)
	if len(adv.Unknown) > 0 {
		a.say("Not known: %s.", words.Labels(adv.Unknown, ", "))
	}
	for _, q := range advisor.Questions() {
		if note := style.OneLine(inv.AnswerNotes[q.ID]); note != "" {
			a.say("Your note on %s: %s", q.Label, sentence(note))
		}
	}
}

// draft is a suggested reply as the person left it.
func (s *session) draft(id string, r advisor.Reply) string {
	if text := s.texts[screen.ReplyKey(id, r)]; text != "" {
		return text
	}
	return r.Text
}

// drafts offers the replies to send, to copy or to write anew.
func (a *asking) drafts() error {
	_, adv := a.now()
	var all []choice
	for _, r := range adv.Replies {
		all = append(all, choice{style.Capital(style.OneLine(r.Kind)), func() error { return a.oneDraft(r) }})
	}
	if len(all) == 1 {
		return all[0].do()
	}
	return a.choose("Number of a draft:", all)
}

// oneDraft says a draft and offers what to do with it.
func (a *asking) oneDraft(r advisor.Reply) error {
	key := screen.ReplyKey(a.inv.ID, r)
	for {
		text := a.draft(a.inv.ID, r)
		a.say("The draft:")
		a.out.write(text)
		length, _ := words.Length(utf8.RuneCountInString(strings.TrimSpace(text)), a.settings.Profile())
		a.each(length)
		err := a.choose(whatNext, []choice{
			{"Copy it", func() error { return a.copyText("the draft", text) }},
			{"Write another text in its place", func() error {
				text, err := a.block("Your text:")
				if err == nil && text != "" {
					a.keep(key, text)
				}
				return err
			}},
			{"Original: as it was suggested", func() error { a.keep(key, ""); return nil }},
		})
		if err != nil {
			return err
		}
	}
}
