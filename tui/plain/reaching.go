package plain

import (
	"slices"
	"strconv"
	"strings"

	"linkvet/advisor"
	"linkvet/advisor/letter"
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
		if err := s.choose("Number of a text:", s.noteChoices(inv)); err != nil {
			return err
		}
		if inv, err = s.storage.Get(id); err != nil {
			return err
		}
	}
}

// noteChoices are the texts that could be sent, and writing another.
func (s *session) noteChoices(inv record.Invitation) []choice {
	var all []choice
	seen := map[string]bool{}
	add := func(name, text string) {
		if text = strings.TrimSpace(text); text != "" && !seen[text] {
			seen[text] = true
			all = append(all, choice{name + ": " + style.OneLine(text), func() error { return s.oneNote(inv, text) }})
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
		return s.oneNote(inv, text)
	}})
}

// oneNote says a text, how long it is and what speaks against it, and offers what
// to do with it.
func (s *session) oneNote(inv record.Invitation, text string) error {
	limit := s.profile().NoteLimit()
	s.out.write(text)
	s.say("%d of %d characters.", letter.Length(text), limit)
	for _, warning := range letter.Check(text, advisor.FirstName(inv.Name), limit) {
		s.say("Look out: %s", sentence(style.OneLine(warning.Text)))
	}
	return s.choose(whatNext, []choice{
		{"Keep it as your note", func() error {
			if s.change("keeping the note", func() error {
				_, err := s.storage.Edit(inv.ID, record.Edit{Note: &text})
				return err
			}) {
				s.say("Kept as your note to %s.", style.NameOr(inv.Name))
			}
			return nil
		}},
		{"Copy it", func() error { return s.copyText("the note", text) }},
		{"Record that you sent it", func() error {
			_, err := s.record([]record.Row{inv.Row(s.o.Now())}, record.Act{Decision: record.Sent})
			return err
		}},
	})
}

// firstSteps reads the first steps of who joins LinkedIn, and ticks them off.
func (s *session) firstSteps(id string) error {
	ask := advisor.Checklist()
	s.each(ask.Why)
	for {
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
		s.say("%s of %s done.", strconv.Itoa(len(done)), style.Count(len(steps), "step", "steps"))
		n, err := s.pick("Number of a step that is done, or that is not after all:", texts)
		if err != nil {
			return err
		}
		s.tick(id, ask.ID, steps[n], done)
	}
}

// tick ticks a step off, or takes that back, and says how it is done.
func (s *session) tick(id, question string, step advisor.AnswerChoice, done []string) {
	if at := slices.Index(done, step.Value); at >= 0 {
		done = slices.Delete(done, at, at+1)
	} else {
		done = append(done, step.Value)
		s.each(step.How)
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
