package plain

import (
	"errors"
	"io/fs"
	"reflect"
	"slices"
	"strings"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/linkedin/profile"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// isThere reports whether a file could not be written as there is one already.
func isThere(err error) bool { return errors.Is(err, fs.ErrExist) }

// readProfile reads what the person copied or saved of the inviter's profile, one
// copy after the other, and takes the suggested answers that they confirm.
func (s *session) readProfile(id string) error {
	s.say("Nothing is sent, and the text is not kept.")
	var read []store.Reading
	for more := true; more; {
		r, ok, err := s.readCopy(id, read)
		if errors.Is(err, errBack) && len(read) > 0 {
			break
		}
		if err != nil {
			return err
		}
		if !ok {
			continue // it asks for a copy again
		}
		s.sayReading(r, read)
		read = append(read, r)
		if more, err = s.agrees("Read another copy, such as the panel?"); err != nil {
			return err
		}
	}
	r := read[len(read)-1]
	accepted, err := s.confirm(r)
	if err != nil {
		return err
	}
	if s.change("keeping what was read", func() error {
		_, err := s.storage.KeepProfile(r, accepted)
		return err
	}) {
		s.say("Recorded %s, and what was read.", style.Count(len(accepted), "answer", "answers"))
	}
	return nil
}

// readCopy reads one copy beside those read before; not ok where it is none of
// this person's.
func (s *session) readCopy(id string, before []store.Reading) (r store.Reading, ok bool, err error) {
	path, err := s.ask("Path of the file, or enter to paste the text:", "Copy the whole page, or the panel under More, About this profile; or save the page, or its PDF.")
	if err != nil {
		return r, false, err
	}
	if path != "" {
		r, err = s.storage.ReadProfileFile(id, screen.ExpandHome(path), before...)
	} else {
		text, asked := s.block("Paste the text.")
		if asked != nil {
			return r, false, asked
		}
		r, err = s.storage.ReadProfile(id, []byte(text), before...)
	}
	if err != nil {
		s.fail("reading the profile", err)
		if wrong, ok := errors.AsType[*profile.WrongError](err); ok {
			s.each(style.Capital(wrong.Hint))
		}
		return r, false, nil
	}
	if r.Differs {
		ok, err = s.agrees("The text is about " + style.NameOr(r.Name) + ". Is that the same person?")
		return r, ok, err
	}
	return r, true, nil
}

// sayReading says whose profile was read and what was found in it that earlier
// copies did not say.
func (s *session) sayReading(r store.Reading, earlier []store.Reading) {
	if r.Name == "" {
		s.say("Read a copy that names nobody.")
	} else {
		s.say("Read a copy of the profile of %s.", style.OneLine(r.Name))
	}
	var suggested []string
	for _, suggestion := range r.Suggestions {
		suggested = append(suggested, suggestion.Question)
	}
	if len(suggested) > 0 {
		s.say("Found answers to suggest: %s.", words.Labels(suggested, ", "))
	} else {
		s.say("Found no answer to suggest.")
	}
	for _, hint := range r.Hints {
		if !slices.ContainsFunc(earlier, func(e store.Reading) bool { return slices.Contains(e.Hints, hint) }) {
			s.each(style.OneLine(hint.Text))
		}
	}
	if len(r.Missing) > 0 {
		s.say("Not in this copy: %s. To have it, %s.", strings.Join(r.Missing, ", "), r.HowToComplete())
	}
}

// confirm says what a profile suggests and returns the questions whose answers the
// person confirms; each is asked by itself.
func (s *session) confirm(r store.Reading) ([]string, error) {
	s.say("%s suggested.", style.Capital(style.Count(len(r.Suggestions), "answer is", "answers are")))
	var accepted []string
	for _, suggestion := range r.Suggestions {
		q, _ := advisor.QuestionByID(suggestion.Question)
		yes, err := s.agrees(q.Label + ": " + screen.LabelOf(q, suggestion.Answer) + ". " + sentence(style.OneLine(suggestion.Because)) + " Is it so?")
		if err != nil {
			return nil, err
		}
		if yes {
			accepted = append(accepted, suggestion.Question)
		}
	}
	return accepted, nil
}

// changeProfile asks a few things about the person, which the advice takes into
// account.
func (s *session) changeProfile() error {
	before := s.profile()
	p := before
	asked := s.askProfileFields(&p)
	same := asked != nil && reflect.DeepEqual(p, before)
	if same && s.settings.ProfileAsked() {
		return asked
	}
	if s.change("saving your profile", func() error {
		if err := s.settings.SaveProfile(p); err != nil {
			return err
		}
		return s.storage.Readvise(s.ctx)
	}) && !same {
		s.say("Profile saved; the advice takes it into account.")
	}
	return asked
}

// askProfileFields asks for each field; enter keeps what there is, and b goes back
// to the field before.
func (s *session) askProfileFields(p *advisor.Profile) error {
	questions := []func() error{func() error {
		goals, err := s.several("Your goals", advisor.GoalChoices(), p.Goals)
		if err == nil {
			p.Goals = goals
		}
		return err
	}}
	for _, field := range words.ProfileChoices() {
		questions = append(questions, func() error { return s.askProfileField(field, p) })
	}
	questions = append(questions, func() error { return s.askConnections(p) })
	for at := 0; at < len(questions); {
		switch err := questions[at](); {
		case errors.Is(err, errBack) && at > 0:
			at--
		case err != nil:
			return err
		default:
			at++
		}
	}
	return nil
}

// askProfileField asks for one field of those with choices.
func (s *session) askProfileField(field words.ProfileField, p *advisor.Profile) error {
	texts := make([]string, len(field.Choices))
	now := ""
	for i, c := range field.Choices {
		texts[i] = c.Label
		if c.Value == field.Value(*p) {
			now = c.Label
		}
	}
	s.say("%s, now %s.", field.Label, now)
	s.number(texts)
	for {
		line, err := s.ask("A number, or enter to keep it:", field.Help)
		if err != nil || line == "" {
			return err
		}
		if n := choiceOf(line, texts); n >= 0 {
			field.Set(p, field.Choices[n].Value)
			return nil
		}
		s.say("Type a number from 1 to %d.", len(texts))
	}
}

// several asks for any number of choices; enter keeps those there are.
func (s *session) several(label string, choices []advisor.AnswerChoice, now []string) ([]string, error) {
	var texts, chosen []string
	for _, c := range choices {
		texts = append(texts, c.Label)
		for _, value := range now {
			if value == c.Value {
				chosen = append(chosen, c.Label)
			}
		}
	}
	said := "none"
	if len(chosen) > 0 {
		said = strings.Join(chosen, ", ")
	}
	s.say("%s, now %s.", label, said)
	s.number(texts)
	for {
		line, err := s.ask("Numbers, 0 for none, or enter to keep them:", "Such as 1 3-5.")
		switch {
		case err != nil:
			return nil, err
		case line == "":
			return now, nil
		case line == "0":
			return []string{}, nil
		}
		if places := numbers(line, len(choices)); len(places) > 0 {
			var values []string
			for _, at := range places {
				values = append(values, choices[at].Value)
			}
			return values, nil
		}
		s.say("Type numbers from 1 to %d.", len(choices))
	}
}

// askConnections asks how many connections the person has.
func (s *session) askConnections(p *advisor.Profile) error {
	for {
		line, err := s.ask("How many connections do you have on LinkedIn? About is enough; enter keeps it:", "A number, such as 350.")
		if err != nil || line == "" {
			return err
		}
		n, problem := words.ParseConnections(line)
		if problem == "" {
			p.Connections = n
			return nil
		}
		s.each(problem)
	}
}
