package plain

import (
	"errors"
	"regexp"
	"strings"

	"linkvet/advisor/interview"
	"linkvet/store"
	"linkvet/store/fault"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// undo takes the last change back.
func (s *session) undo() error {
	s.reverse("undoing", "Undone", "There is nothing to undo.", s.storage.Undo)
	return nil
}

// redo makes it again.
func (s *session) redo() error {
	s.reverse("redoing", "Done again", "There is nothing to do again.", s.storage.Redo)
	return nil
}

func (s *session) reverse(doing, done, nothing string, do func() (store.Change, error)) {
	_ = s.try(doing, func() error { // what is wrong is said
		change, err := do()
		if errors.Is(err, fault.ErrNothing) {
			s.say("%s", nothing)
			return nil
		}
		if err == nil {
			s.changed = true
			s.say("%s: %s", done, sentence(tagsInWords(screen.StepText(change.Words))))
		}
		return err
	})
}

// signedTag is a tag that was added or taken off, as the journal has it.
var signedTag = regexp.MustCompile(` ([+-])(\pL)`)

// inWords is an entry of the journal as it is said.
func inWords(text string) string {
	text = strings.Replace(text, ": ", " ", 1) // what was done, and with whom
	return tagsInWords(text)
}

// tagsInWords says tags that were added or taken off.
func tagsInWords(text string) string {
	if !strings.HasPrefix(text, "tagged") {
		return text
	}
	return signedTag.ReplaceAllStringFunc(text, func(found string) string {
		return map[byte]string{'+': ", with ", '-': ", without "}[found[1]] + found[2:]
	})
}

// begun remembers whose questions were begun last, so that the next start can
// offer to go on.
func (s *session) begun(id string) {
	if s.texts[record.PreferredBegun] != id {
		s.keep(record.PreferredBegun, id)
	}
}

// finish forgets it once those are decided.
func (s *session) finish(ids []string) {
	for _, id := range ids {
		if s.texts[record.PreferredBegun] == id {
			s.keep(record.PreferredBegun, "")
		}
	}
}

// offerToGoOn offers to go on with the questions that were left.
func (s *session) offerToGoOn() error {
	id := s.texts[record.PreferredBegun]
	if id == "" || s.looking != nil {
		return nil
	}
	inv, err := s.storage.Get(id)
	if err != nil { // it may have been deleted since
		return nil
	}
	status := inv.Status(s.o.Now())
	if !interview.Begun(inv.Answers) || status != record.StatusWaiting && status != record.StatusOutgoing {
		return nil
	}
	yes, err := s.agrees(quantity.Text("You were answering the questions about %s. Go on?", style.NameOr(inv.Name)))
	if errors.Is(err, errBack) || err == nil && !yes {
		s.say("Their answers are kept; you find them in the list.")
		s.keep(record.PreferredBegun, "")
		return nil
	}
	if err != nil {
		return err
	}
	return s.visit(func() error {
		_, err := s.vetOne(id)
		return err
	})
}
