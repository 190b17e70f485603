package plain

import (
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strings"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/linkedin/profile"
	"linkvet/store/quantity"
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
	path := "" // of the next copy, where it was typed already
	for more := true; more; {
		r, ok, err := s.readCopy(id, path, read)
		path = ""
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
		if path, more, err = s.another(); err != nil {
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
		s.each(quantity.Sentence(len(accepted), "Recorded %d answer, and what was read.", "Recorded %d answers, and what was read."))
	}
	return nil
}

// another asks whether there is another copy, which may be said by its path.
func (s *session) another() (path string, more bool, err error) {
	for {
		line, err := s.ask("Read another copy, such as the panel? y for yes, n for no, or its path:", "y asks for the copy, n goes on with what was found, and a path reads that file.")
		switch low := strings.ToLower(line); {
		case err != nil:
			return "", false, err
		case low == "y" || low == "yes":
			return "", true, nil
		case low == "n" || low == "no":
			return "", false, nil
		case isPath(line) || strings.Contains(line, "."):
			return line, true, nil
		}
		s.say("%s Type y, n, or the path of a file.", notKnown(line))
	}
}

// readCopy reads one copy beside those read before, at a path where it is known;
// not ok where it is none of this person's.
func (s *session) readCopy(id, path string, before []store.Reading) (r store.Reading, ok bool, err error) {
	if path == "" {
		if path, err = s.ask("Path of the file, or enter to paste the text:", "Copy the whole page, or the panel under More, About this profile; or save the page, or its PDF."); err != nil {
			return r, false, err
		}
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
		ok, err = s.agrees(quantity.Text("The text is about %s. Is that the same person?", style.NameOr(r.Name)))
		if err == nil && !ok {
			s.say("Nothing was taken from it.")
		}
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
		s.say("Not in this copy: %s. %s", strings.Join(r.Missing, ", "), r.HowToComplete())
	}
}

// confirm says what a profile suggests and returns the questions whose answers the
// person confirms; each is asked by itself.
func (s *session) confirm(r store.Reading) ([]string, error) {
	s.each(quantity.Sentence(len(r.Suggestions), "%d answer is suggested.", "%d answers are suggested."))
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

// askProfileOnce asks about the person where that was never done.
func (s *session) askProfileOnce() error {
	if s.o.Demo || s.looking != nil || s.settings.ProfileAsked() {
		return nil
	}
	s.say("Now your profile: what you want from LinkedIn decides which invitations are worth it.")
	return s.changeProfile()
}

// changeProfile asks a few things about the person, which the advice takes into
// account.
func (s *session) changeProfile() error {
	before := s.profile()
	p := before
	asked := s.askProfileFields(&p)
	same := reflect.DeepEqual(p, before)
	if asked != nil && same && s.settings.ProfileAsked() {
		return asked
	}
	saved := s.change("saving your profile", func() error {
		if err := s.settings.SaveProfile(p); err != nil {
			return err
		}
		return s.storage.Readvise(s.ctx)
	})
	switch {
	case saved && same:
		s.say("Your profile stays as it is. The word settings leads to it again.")
	case saved:
		s.say("Profile saved; the advice takes it into account.")
	}
	return asked
}

// errDone says that the rest of the questions is left as it is.
var errDone = errors.New("done")

// askProfileFields asks for each field; enter keeps what there is, b goes back to
// the field before, and done leaves the rest as it is.
func (s *session) askProfileFields(p *advisor.Profile) error {
	questions := []func(where string) error{func(where string) error {
		goals, err := s.several(where+"What are you on LinkedIn for?", advisor.GoalChoices(), p.Goals)
		if err == nil {
			p.Goals = goals
		}
		return err
	}}
	for _, field := range words.ProfileChoices() {
		questions = append(questions, func(where string) error { return s.askProfileField(where, field, p) })
	}
	questions = append(questions, func(where string) error { return s.askConnections(where, p) })
	s.each(quantity.Sentence(len(questions), "%d question about you. Enter keeps what there is, done leaves the rest for later.", "%d questions about you. Enter keeps what there is, done leaves the rest for later."))
	for at := 0; at < len(questions); {
		err := questions[at](fmt.Sprintf("Question %d of %d. ", at+1, len(questions)))
		switch {
		case errors.Is(err, errDone):
			return nil
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

// askOrDone is ask where the word done leaves what follows.
func (s *session) askOrDone(prompt string, help ...string) (string, error) {
	line, err := s.ask(prompt, append(help, "Enter keeps what there is.", "done: leaves the rest of these questions as it is")...)
	if err == nil && strings.EqualFold(line, "done") {
		err = errDone
	}
	return line, err
}

// askProfileField asks for one field of those with choices.
func (s *session) askProfileField(where string, field words.ProfileField, p *advisor.Profile) error {
	texts := make([]string, len(field.Choices))
	now := ""
	for i, c := range field.Choices {
		texts[i] = c.Label
		if c.Value == field.Value(*p) {
			now = c.Label
		}
	}
	s.say("%s%s Now: %s", where, field.Ask, sentence(now))
	s.number(texts)
	for {
		line, err := s.askOrDone("A number:", append(numbered(texts), field.Help)...)
		if err != nil || line == "" {
			return err
		}
		if n := choiceOf(line, texts); n >= 0 {
			field.Set(p, field.Choices[n].Value)
			s.each(style.Capital(field.Choices[n].Label))
			return nil
		}
		s.say("%s Type a number from 1 to %d.", notKnown(line), len(texts))
	}
}

// several asks for any number of choices; enter keeps those there are.
func (s *session) several(question string, choices []advisor.AnswerChoice, now []string) ([]string, error) {
	label := func(values []string) string {
		var chosen []string
		for _, c := range choices {
			if slices.Contains(values, c.Value) {
				chosen = append(chosen, c.Label)
			}
		}
		if len(chosen) == 0 {
			return "none"
		}
		return strings.Join(chosen, "; ")
	}
	texts := make([]string, len(choices))
	for i, c := range choices {
		texts[i] = c.Label
	}
	s.say("%s Now: %s", question, sentence(label(now)))
	s.number(texts)
	for {
		line, err := s.askOrDone("One number or several, or 0 for none:", append(numbered(texts), "Several numbers are typed such as 1 3-5.")...)
		if err != nil || line == "" {
			return now, err
		}
		if line == "0" {
			s.say("None.")
			return []string{}, nil
		}
		if places := numbers(line, len(choices)); len(places) > 0 {
			var values []string
			for _, at := range places {
				values = append(values, choices[at].Value)
			}
			s.each(style.Capital(label(values)))
			return values, nil
		}
		s.say("%s Type numbers from 1 to %d, such as 1 3-5.", notKnown(line), len(choices))
	}
}

// askConnections asks how many connections the person has.
func (s *session) askConnections(where string, p *advisor.Profile) error {
	now := "not known"
	if p.Connections != nil {
		now = quantity.Number(*p.Connections)
	}
	for {
		line, err := s.askOrDone(where+words.AskedAs("connections")+" Now: "+now+". About is enough:", "A number, such as 350.")
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
