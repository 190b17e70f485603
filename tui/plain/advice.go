package plain

import (
	"errors"
	"strings"
	"unicode/utf8"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/store/record"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// advice says the advice as it stands and takes what the person did. b leads back
// to where one came from: to the question where the advice was asked for in between.
func (a *asking) advice(between bool) error {
	if interview.Begun(a.v.Case().Answers) {
		a.sayAdvice()
	} else {
		a.say("%s. It appears with your first answer.", words.NoAdvice)
	}
	a.onPage, a.changing, a.row = false, false, ""
	a.sayNext()
	was := a.v.Visit()
	for !a.gone && !a.onPage && a.v.Visit() == was {
		all := a.adviceWords()
		line, err := a.ask("What did you do, or what next? A word:", helpOf(all)...)
		if errors.Is(err, errBack) && between {
			a.onPage = a.v.End() != interview.Asking
			return nil
		}
		if err != nil {
			return err
		}
		if err := a.visit(func() error { return a.hearAtAdvice(line, all) }); err != nil {
			return err
		}
	}
	return nil
}

// hearAtAdvice does what was typed at the advice. A number does nothing, as it may
// have been meant for one question more; nor does what was typed before the advice
// was said.
func (a *asking) hearAtAdvice(line string, all []word) error {
	if _, ok := numberOf(line); ok {
		a.say("A number records nothing here, as the questions are over. Type a word, such as more; ? says all words.")
		return nil
	}
	found, rest, _, several := lookUp(line, all, nil)
	if found.do == nil {
		a.say("%s ? says all words.", whichOf(line, several))
		return nil
	}
	if a.early {
		a.say("%s was typed before the advice was said, and does not count. Type it again if you mean it.", style.Capital(short(line)))
		return nil
	}
	return found.do(rest)
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
	for _, text := range []string{inv.FormerText(), words.Decided(inv, a.o.Now()), adv.Summary, words.Settled(adv), words.SignsUnseen(inv, adv)} {
		if text != "" {
			a.say("%s", text)
		}
	}
	if len(adv.Flips) > 0 && !adv.Settled {
		a.say("The word more says by what.")
	}
	if a.v.End() == interview.NoWayIn && a.v.LeftOpen() > 0 {
		a.say("%s", words.NoWayIn(inv, adv))
	}
	for _, side := range []advisor.Outcome{advisor.Supports, advisor.Opposes} {
		reasons := words.ReasonsOn(side, adv)
		if len(reasons) == 0 {
			a.say("%s: nothing you answered.", words.Side(side))
			continue
		}
		a.each(words.ReasonsAhead(side, len(reasons)))
		for _, f := range reasons {
			a.say("%s: %s", weightOf(f), sentence(style.OneLine(f.Text)))
		}
	}
	if len(adv.Respond) > 0 {
		a.say("What to do: %s", sentence(adv.Respond[0].Text))
	}
}

// weightOf is how much a reason weighs, in words.
func weightOf(f advisor.Finding) string {
	switch {
	case f.Unconfirmed:
		return "Seen by linkvet, not confirmed by you"
	case f.Strength == advisor.Veto:
		return "Decides alone"
	}
	return style.Capital(f.Weight())
}

// sayMore says what else there is to know of the advice.
func (a *asking) sayMore(inv record.Invitation, adv advisor.Advice) {
	part := func(title string, texts []string) {
		if len(texts) > 0 {
			a.say("%s:", title)
			a.each(texts...)
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

// oneDraft says a draft once, and offers what to do with it.
func (a *asking) oneDraft(r advisor.Reply) error {
	key := screen.ReplyKey(a.inv.ID, r)
	own := func() bool { return a.texts[key] != "" }
	sayDraft := func() {
		text := a.draft(a.inv.ID, r)
		a.say("The draft:")
		a.out.write(text)
		length, _ := words.Length(utf8.RuneCountInString(strings.TrimSpace(text)), a.settings.Profile())
		a.each(length)
	}
	sayDraft()
	choose, prompt := a.choose, whatNext
	for {
		all := []choice{
			{"Copy it", func() error { a.copyDraft(a.draft(a.inv.ID, r)); return nil }},
			{"Write another text in its place", func() error {
				text, err := a.block("Your text:")
				if err == nil && text != "" {
					a.keep(key, text)
					sayDraft()
				}
				return err
			}},
		}
		if own() {
			all = append(all, choice{"Original: go back to the text as it was suggested", func() error {
				yes, err := a.agrees("This throws your own text away. Go back to the suggested one?")
				if err != nil || !yes {
					return err
				}
				a.keep(key, "")
				sayDraft()
				return nil
			}})
		}
		if err := choose(prompt, all); err != nil {
			return err
		}
		choose, prompt = a.chooseAgain, nextAgain
	}
}

// copyDraft puts a draft that was just said on the clipboard.
func (s *session) copyDraft(text string) {
	err := errors.New("there is no clipboard here")
	if s.o.Copy != nil {
		if err = s.o.Copy(text); err == nil {
			s.say("Copied the draft to the clipboard.")
			return
		}
	}
	s.say("Not copied: %s. The draft stands above, to be copied by hand.", strings.TrimSuffix(style.OneLine(err.Error()), "."))
}
