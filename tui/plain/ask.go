package plain

import (
	"strconv"
	"strings"
	"time"

	"linkvet/store/clean"
	"linkvet/tui/style"
)

// typedAhead is how soon a line comes that was typed before it was asked for: sooner
// than anybody hears and types.
const typedAhead = 200 * time.Millisecond

// ask says a prompt and returns what the person types, without spaces around it.
// help are the lines that ? says.
func (s *session) ask(prompt string, help ...string) (string, error) {
	for {
		s.say("%s", prompt)
		if err := s.out.flush(); err != nil {
			return "", err
		}
		asked := s.o.Now()
		line, err := s.in.line()
		if err != nil {
			return "", err
		}
		s.early = s.in.live && s.o.Now().Sub(asked) < typedAhead
		switch line = strings.TrimSpace(line); strings.ToLower(line) {
		case "b", "back":
			return "", errBack
		case "q", "quit":
			return "", errQuit
		case "?", "help":
			s.each(help...)
			s.say("b goes back, q saves and quits.")
		default:
			return line, nil
		}
	}
}

// choice is something to choose by its number, or by the beginning of its text.
type choice struct {
	text string
	do   func() error
}

// chooseFrom is choose behind a question.
func (s *session) chooseFrom(question string, choices []choice) error {
	s.say("%s", question)
	return s.choose("A number:", choices)
}

// choose says the choices with their numbers, and visits the one that the person
// types. It returns errBack only when that was typed here.
func (s *session) choose(prompt string, choices []choice) error {
	s.number(textsOf(choices))
	return s.chooseAgain(prompt, choices)
}

// chooseAgain is choose for choices that were said before: ? says them.
func (s *session) chooseAgain(prompt string, choices []choice) error {
	n, err := s.pickAgain(prompt, textsOf(choices))
	if err != nil {
		return err
	}
	return s.visit(choices[n].do)
}

func textsOf(choices []choice) []string {
	texts := make([]string, len(choices))
	for i, c := range choices {
		texts[i] = c.text
	}
	return texts
}

// pick says texts with their numbers and returns the place of the one that the
// person types.
func (s *session) pick(prompt string, texts []string) (int, error) {
	s.number(texts)
	return s.pickAgain(prompt, texts)
}

// pickAgain is pick for texts that were said before: ? says them.
func (s *session) pickAgain(prompt string, texts []string) (int, error) {
	for {
		line, err := s.ask(prompt, numbered(texts)...)
		if err != nil {
			return 0, err
		}
		if n := choiceOf(line, texts); n >= 0 {
			return n, nil
		}
		_, several := match(line, texts)
		s.say("%s Type a number from 1 to %d, or ? to hear them.", whichOf(line, several), len(texts))
	}
}

// notKnown says of a line that it is none of what can be typed.
func notKnown(line string) string {
	switch {
	case strings.TrimSpace(line) == "":
		return "Nothing was typed."
	case strings.HasPrefix(line, "\x1b"):
		return "That key does nothing here."
	}
	return "Not known here: " + sentence(short(line))
}

// mostHeard is how many characters of what was typed are said again.
const mostHeard = 40

// short is the beginning of what was typed, to say which line is meant.
func short(line string) string {
	text := []rune(strings.Join(strings.Fields(clean.Line(line)), " "))
	if len(text) > mostHeard {
		return string(text[:mostHeard]) + " and so on"
	}
	return string(text)
}

// number says texts, each after its number.
func (s *session) number(texts []string) { s.each(numbered(texts)...) }

// numbered are texts, each after its number.
func numbered(texts []string) []string {
	lines := make([]string, len(texts))
	for i, text := range texts {
		lines[i] = strconv.Itoa(i+1) + ". " + style.Capital(text)
	}
	return lines
}

// choiceOf is the place of what somebody typed among texts: by number, or by words
// that only one of them begins with or holds; -1 for none.
func choiceOf(line string, texts []string) int {
	if n, ok := numberOf(line); ok {
		if n >= 1 && n <= len(texts) {
			return n - 1
		}
		return -1
	}
	at, _ := match(line, texts)
	return at
}

// agrees asks a question that is answered with yes or no, until it is.
func (s *session) agrees(question string) (bool, error) {
	for {
		line, err := s.ask(question+" y for yes, n for no:", "y says yes, n says no.")
		if err != nil {
			return false, err
		}
		switch strings.ToLower(line) {
		case "y", "yes":
			return true, nil
		case "n", "no":
			return false, nil
		}
		s.say("%s Type y for yes, or n for no.", notKnown(line))
	}
}

// block takes text of several lines, up to one that holds only a full stop.
func (s *session) block(prompt string) (string, error) {
	s.say("%s End with a line that holds only a full stop; b first goes back.", prompt)
	if err := s.out.flush(); err != nil {
		return "", err
	}
	s.unfinished = "the text"
	var text strings.Builder
	for {
		line, err := s.in.line()
		if err != nil {
			return "", err
		}
		switch word := strings.TrimSpace(line); {
		case word == ".":
			s.unfinished = ""
			return strings.TrimSpace(text.String()), nil
		case text.Len() > 0: // a text may hold any word
		case word == "b":
			s.unfinished = ""
			return "", errBack
		case word == "q":
			s.unfinished = ""
			return "", errQuit
		case word == "?":
			s.say("Type or paste lines; one that holds only a full stop ends them. b goes back, q saves and quits.")
			if err := s.out.flush(); err != nil {
				return "", err
			}
			continue
		}
		if text.Len()+len(line) < longestText {
			text.WriteString(line + "\n")
		}
	}
}

// numbers reads numbers and spans of them, such as "1 3-5", of a list of n; the
// places count from 0. It returns nil for what is none.
func numbers(text string, n int) []int {
	places, _, _ := numbersOf(text, n)
	return places
}
