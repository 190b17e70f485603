package plain

import (
	"fmt"
	"slices"
	"strings"

	"linkvet/advisor"
	"linkvet/advisor/letter"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/style"
)

// draftKey is where a note of the person's own words is kept while it is none yet.
func draftKey(id string) string { return "letter " + id }

// writeNote helps to write the note for somebody whom the person invites: it asks
// what to say, and offers ways to put it.
func (s *session) writeNote(id string) error {
	h, err := s.history(id)
	if err != nil {
		return err
	}
	inv := h.Invitation
	for _, part := range letter.Asked() {
		now := style.OneLine(inv.AnswerNotes[part.ID])
		prompt := part.Label + ", such as: " + part.Example + ". Enter leaves it out:"
		if now != "" {
			prompt = part.Label + ", now “" + now + "”. Enter keeps it:"
		}
		line, err := s.ask(prompt, "Type a few words. A full stop alone takes them away.")
		if err != nil {
			return err
		}
		if line == "" {
			continue
		}
		if line == "." {
			line = ""
		}
		s.change("saving what you said", func() error {
			inv, err = s.storage.NoteAnswer(id, part.ID, line)
			return err
		})
	}
	for {
		done := false
		s.say("These texts could be sent.")
		if err := s.choose("Number of a text:", s.noteChoices(inv, &done)); err != nil || done {
			return err
		}
		if inv, err = s.storage.Get(id); err != nil {
			return err
		}
	}
}

// noteChoices are the texts that could be sent, and writing another. They set done
// once one is chosen.
func (s *session) noteChoices(inv record.Invitation, done *bool) []choice {
	var all []choice
	seen := map[string]bool{}
	add := func(name, text string) {
		if text = strings.TrimSpace(text); text != "" && !seen[text] {
			seen[text] = true
			said := append([]string{name + ": " + style.OneLine(text)}, s.faults(inv, text)...)
			all = append(all, choice{joined(said), func() error { return s.oneNote(inv, text, done) }})
		}
	}
	add("In your own words", s.texts[draftKey(inv.ID)])
	add("Your note, as kept", inv.Note)
	parts := letter.PartsOf(inv.AnswerNotes)
	for _, v := range letter.Variants(advisor.FirstName(inv.Name), parts) {
		add(v.Name, v.Text)
	}
	if parts.IsEmpty() {
		for _, reply := range advisor.Advise(inv.Case(s.profile())).Replies {
			add("To begin with, "+reply.Kind, reply.Text)
		}
	}
	return append(all, choice{"Write it in your own words", func() error {
		text, err := s.block("Your text:")
		if err != nil || text == "" {
			return err
		}
		s.keep(draftKey(inv.ID), text)
		return s.oneNote(inv, text, done)
	}})
}

// faults are how long a note is, and what speaks against it.
func (s *session) faults(inv record.Invitation, text string) []string {
	limit := s.profile().NoteLimit()
	said := []string{fmt.Sprintf("%d of %d characters", letter.Length(text), limit)}
	for _, warning := range letter.Check(text, advisor.FirstName(inv.Name), limit) {
		said = append(said, "Look out: "+style.OneLine(warning.Text))
	}
	return said
}

// oneNote says a text, how long it is and what speaks against it, and offers what
// to do with it. It sets done when the text was kept or sent.
func (s *session) oneNote(inv record.Invitation, text string, done *bool) error {
	s.out.write(text)
	s.each(s.faults(inv, text)...)
	return s.choose(whatNext, []choice{
		{"Keep it as your note", func() error {
			if *done = s.keepNote(inv.ID, text); *done {
				s.say("Kept as your note to %s.", style.NameOr(inv.Name))
			}
			return nil
		}},
		{"Copy it", func() error { return s.copyText("the note", text) }},
		{"Record that you sent it, and keep it as your note", func() (err error) {
			if !s.keepNote(inv.ID, text) {
				return nil
			}
			*done, err = s.record([]record.Row{inv.Row(s.o.Now())}, record.Act{Decision: record.Sent})
			return err
		}},
	})
}

// keepNote keeps a text as the person's note to somebody.
func (s *session) keepNote(id, text string) bool {
	return s.change("keeping the note", func() error {
		_, err := s.storage.Edit(id, record.Edit{Note: &text})
		return err
	})
}

// firstSteps reads the first steps of who joins LinkedIn: a number says how one is
// done, and with the word tick before it ticks it off.
func (s *session) firstSteps(id string) error {
	ask := advisor.Checklist()
	s.each(ask.Why)
	for first := true; ; first = false {
		inv, err := s.storage.Get(id)
		if err != nil {
			return err
		}
		done := slices.DeleteFunc(slices.Clone(inv.Answers[ask.ID]), func(v string) bool { return v == advisor.DontKnow })
		steps := slices.DeleteFunc(slices.Clone(ask.Answers), func(c advisor.AnswerChoice) bool { return c.Value == advisor.DontKnow })
		texts := make([]string, len(steps))
		for i, c := range steps {
			state := "not done yet"
			if slices.Contains(done, c.Value) {
				state = "done"
			}
			texts[i] = c.Label + ", " + state
		}
		s.each(quantity.Sentence(len(steps), "%[2]d of %[1]d step done.", "%[2]d of %[1]d steps done.", len(done)))
		if first {
			s.number(texts)
		}
		if err := s.oneStep(texts, steps, func(n int) { s.tick(id, ask.ID, steps[n], done) }); err != nil {
			return err
		}
	}
}

// oneStep says how those steps are done whose numbers are typed, until one is
// ticked.
func (s *session) oneStep(texts []string, steps []advisor.AnswerChoice, tick func(n int)) error {
	for {
		line, err := s.ask("Number of a step, to hear how it is done; or tick and its number, once it is done or is not after all:",
			append(numbered(texts), "A number says how the step is done.", "tick and a number, such as tick 2, ticks it off, or takes that back.")...)
		if err != nil {
			return err
		}
		word, number, _ := strings.Cut(strings.ToLower(line), " ")
		ticks := word != "" && strings.HasPrefix("tick", word)
		if !ticks {
			number = line
		}
		n := choiceOf(strings.TrimSpace(number), texts)
		switch {
		case n < 0:
			s.say("%s Type a number from 1 to %d, or tick and a number.", notKnown(line), len(texts))
		case ticks:
			tick(n)
			return nil
		default:
			s.each(steps[n].Label, steps[n].How)
		}
	}
}

// tick ticks a step off, or takes that back.
func (s *session) tick(id, question string, step advisor.AnswerChoice, done []string) {
	if at := slices.Index(done, step.Value); at >= 0 {
		done = slices.Delete(done, at, at+1)
	} else {
		done = append(done, step.Value)
	}
	set, drop := advisor.Answers{question: done}, []string(nil)
	if len(done) == 0 {
		set, drop = advisor.Answers{}, []string{question}
	}
	s.change("saving the step", func() error {
		_, err := s.storage.AnswerIn("", id, set, drop...)
		return err
	})
}
