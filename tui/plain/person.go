package plain

import (
	"errors"
	"slices"
	"strings"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/store"
	"linkvet/store/fault"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// history reads one invitation with its journal.
func (s *session) history(id string) (store.History, error) {
	found, err := s.storage.Histories([]string{id})
	if err == nil && len(found) == 0 {
		err = fault.ErrNotFound
	}
	if err != nil {
		return store.History{}, err
	}
	return found[0], nil
}

// What is asked below choices that were just said, and below those said before.
const (
	whatNext    = "What next? A number:"
	firstChoice = "the first choice" // asks the questions

	nextAgain = "What next? A number, or ? to hear what there is:"
)

// person says all of one invitation and offers what can be done with it, until
// that is left or it is decided.
func (s *session) person(id string) error {
	for again := false; ; again = true {
		h, err := s.history(id)
		if errors.Is(err, fault.ErrNotFound) && again {
			return nil // it was deleted here
		}
		if err != nil {
			s.fail("reading the invitation", err)
			return nil
		}
		done := false
		choices := s.personChoices(h, &done)
		if again {
			s.say("%s", s.rowLine(h.Invitation.Row(s.o.Now())))
			err = s.chooseAgain(nextAgain, choices)
		} else {
			s.sayPerson(h.Invitation)
			err = s.choose(whatNext, choices)
		}
		if err != nil || done {
			return err
		}
	}
}

// sayPerson says what is known of an invitation.
func (s *session) sayPerson(inv record.Invitation) {
	now := s.o.Now()
	row := inv.Row(now)
	s.heard = inv.ID
	s.say("%s", sentence(style.NameOr(row.Name)))
	s.each(words.Who(row)...)
	if row.Recommendation != 0 {
		if row.Settled {
			s.each(quantity.Text("Advice: %s", row.Advice()))
		} else {
			s.each(quantity.Text("Advice so far: %s", row.Advice()))
		}
		if row.Report {
			s.say("Report it to LinkedIn.")
		}
	}
	s.each(inv.FormerText())
	for _, state := range words.States(row, now, firstChoice, "the word later in the list") {
		s.each(state.Text)
	}
	s.sayNote(inv)
	s.saySigns(inv)
	s.each(words.FromArchive(inv, now)...)
	if note := style.OneLine(inv.PersonNote); note != "" {
		s.say("Your note: %s", sentence(note))
	}
	if len(inv.Tags) > 0 {
		s.say("Tags: %s.", style.OneLine(strings.Join(inv.Tags, ", ")))
	}
	s.each(sentOn(row, now))
}

// sayNote says what the inviter wrote.
func (s *session) sayNote(inv record.Invitation) {
	row := inv.Row(s.o.Now())
	switch {
	case inv.Note == "":
		s.each(words.NoNote(row))
	case row.Direction == record.Outgoing:
		s.say("%s: %s", words.NoteTitle(row), sentence("“"+style.OneLine(inv.Note)+"”"))
	default:
		s.say("Their note: %s", sentence("“"+style.OneLine(inv.Note)+"”"))
	}
}

// saySigns says what note and archive point to.
func (s *session) saySigns(inv record.Invitation) {
	for _, sign := range words.Signs(inv) {
		if sign.Warns {
			s.say("Warning: %s", sentence(sign.Text))
			continue
		}
		s.say("Worth knowing: %s", sentence(sign.Text))
	}
}

// personChoices are what can be done with an invitation. They set done when
// nothing is left to do with it for now.
func (s *session) personChoices(h store.History, done *bool) []choice {
	inv := h.Invitation
	row := inv.Row(s.o.Now())
	asks := "Answer the questions"
	if interview.Begun(inv.Answers) {
		asks = "Go on with the questions, and hear the advice"
	}
	one := []record.Row{row}
	until := func(do func([]record.Row) (bool, error)) func() error {
		return s.changing(func() (err error) {
			*done, err = do(one)
			return err
		})
	}
	all := []choice{{asks, func() (err error) {
		*done, err = s.vetOne(inv.ID)
		return err
	}}}
	add := func(text string, do func() error) { all = append(all, choice{text, do}) }
	add("Decide: record what you did", until(s.decide))
	if row.Decision == "" {
		add("Later: put it off until a day", until(s.later))
	} else {
		add("Follow up on a day", until(s.later))
	}
	add("Read their profile, which you copied or saved", s.changing(func() error { return s.readProfile(inv.ID) }))
	add("Tags", until(s.tag))
	add("Your note about them", s.changing(func() error { return s.notePerson(inv) }))
	add("Correct what is known: name, headline and so on", s.changing(func() error { return s.edit(inv) }))
	add("Everything: answers and what happened", func() error { return s.everything(h) })
	add("Copy something", func() error { return s.copy(inv) })
	add("Delete it from linkvet", until(s.remove))
	// What only some have follows, so that a number means the same of everybody.
	if row.Direction == record.Outgoing {
		add("Write your note to them", s.changing(func() error { return s.writeNote(inv.ID) }))
	}
	if row.Join {
		add("First steps on LinkedIn, to tick off", s.changing(func() error { return s.firstSteps(inv.ID) }))
	}
	if inv.URL != "" {
		add("Profile: open it in your browser", func() error { return s.open(inv.URL) })
	}
	for _, own := range s.settings.Commands() {
		if s.o.Command != nil {
			add("Your command: "+own.Name, func() error { return s.runOwn(own, row) })
		}
	}
	if row.Decision != "" || row.Status == record.StatusLater {
		add("Reopen: let it wait again", until(s.reopen))
	}
	return all
}

// everything says the answers given and what happened.
func (s *session) everything(h store.History) error {
	inv := h.Invitation
	if len(inv.Answers) == 0 {
		s.say("No question is answered yet.")
	}
	var no []string
	for _, q := range advisor.Questions() {
		values := inv.Answers[q.ID]
		if len(values) == 0 {
			continue
		}
		if slices.Equal(values, []string{"no"}) && inv.AnswerNotes[q.ID] == "" {
			no = append(no, q.Label)
			continue
		}
		s.say("%s: %s", q.Label, sentence(screen.AnswerText(q, values)))
		if note := style.OneLine(inv.AnswerNotes[q.ID]); note != "" {
			s.say("Your note on it: %s", sentence(note))
		}
	}
	if len(no) > 0 {
		s.each(quantity.Sentence(len(no), "Answered with no, %d question: %s.", "Answered with no, %d questions: %s.", strings.Join(no, "; ")))
	}
	if len(h.Journal) > 0 {
		s.say("What happened, newest first:")
	}
	for i := len(h.Journal) - 1; i >= 0; i-- {
		entry := h.Journal[i]
		text := entry.What
		switch {
		case !entry.Answers.Empty(): // the answers were said
			text += ": " + quantity.Of(max(len(entry.Answers.Was), len(entry.Answers.Is)), "question", "questions")
		case entry.Detail != "":
			text += ": " + strings.ReplaceAll(style.OneLine(entry.Detail), " -> ", ", then ")
		}
		s.each(style.Date(entry.At, s.o.Now()) + ", " + inWords(text))
	}
	return nil
}

// copy puts a text of an invitation on the clipboard, or says it.
func (s *session) copy(inv record.Invitation) error {
	texts := []choice{{"Name", func() error { return s.copyText("the name", style.NameOr(inv.Name)) }}}
	if inv.URL != "" {
		texts = append(texts, choice{"Address", func() error { return s.copyText("the address", inv.URL) }})
	}
	if inv.Note != "" {
		texts = append(texts, choice{"Their note", func() error { return s.copyText("the note", inv.Note) }})
	}
	for _, reply := range words.AdviceOn(inv, s.profile()).Replies {
		texts = append(texts, choice{quantity.Text("The draft: %s", reply.Kind), func() error { return s.copyText("the draft", s.draft(inv.ID, reply)) }})
	}
	return s.choose("Copy what? A number:", texts)
}

// copyText puts text on the clipboard; where that fails it is said.
func (s *session) copyText(what, text string) error {
	if s.o.Copy != nil {
		err := s.o.Copy(text)
		if err == nil {
			s.say("Copied to the clipboard: %s.", what)
			return nil
		}
		s.say("It could not be put on the clipboard: %s", sentence(style.OneLine(err.Error())))
	}
	s.say("To be copied by hand, %s:", what)
	s.out.write(text)
	return nil
}

// open shows an address and opens it when the person agrees.
func (s *session) open(url string) error {
	yes, err := s.agrees(quantity.Text("Open %s in your browser?", url))
	if err == nil && !yes {
		s.say("It was not opened.")
	}
	if err != nil || !yes {
		return err
	}
	if s.o.OpenURL == nil {
		s.fail("opening the page", screen.ErrNoBrowser)
		return nil
	}
	if err := s.o.OpenURL(url); err != nil {
		s.fail("opening the page", err)
		return nil
	}
	s.say("Opened in your browser.")
	return nil
}

// runOwn runs a command of the person's own on an invitation. One that takes the
// terminal over has it until it ends; of another the first of what it prints is
// said.
func (s *session) runOwn(own screen.OwnCommand, row record.Row) error {
	args, err := own.Fill(&row)
	if err != nil {
		s.fail(own.Name, err)
		return nil
	}
	cmd, err := s.o.Command(args, own.Terminal)
	if err != nil {
		s.fail(own.Name, err)
		return nil
	}
	if err := s.out.flush(); err != nil {
		return err
	}
	var printed string
	ended := make(chan error, 1)
	go func() {
		var err error
		if own.Terminal {
			err = cmd.Run()
		} else {
			printed, err = s.o.Output(cmd)
		}
		ended <- err
	}()
	select {
	case err = <-ended:
	case <-s.ctx.Done():
		return s.ctx.Err()
	}
	s.each(style.OneLine(printed))
	if err != nil {
		s.fail(own.Name, err)
		return nil
	}
	s.say("%s has run.", style.OneLine(own.Name))
	return nil
}
