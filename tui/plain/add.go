package plain

import (
	"slices"
	"strings"
	"time"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/record"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// add takes in one invitation by hand, or those in a text copied from LinkedIn.
func (s *session) add() error {
	return s.choose("How? A number:", []choice{
		{"Type it", s.addTyped},
		{"Paste what you copied from LinkedIn", s.addPasted},
	})
}

// addTyped asks for an invitation, a field after the other.
func (s *session) addTyped() error {
	inv := record.Invitation{Direction: record.Incoming}
	n, err := s.pick("A number:", []string{"It came to me", "It is from me", "It is a mail that asks me to join LinkedIn"})
	if err != nil {
		return err
	}
	switch n {
	case 1:
		inv.Direction = record.Outgoing
	case 2:
		inv.Answers = advisor.Answers{"kind": {record.KindJoin}}
	}
	if err := s.fill(&inv, "enter alone leaves it empty"); err != nil {
		return err
	}
	if strings.TrimSpace(inv.Name) == "" && strings.TrimSpace(inv.URL) == "" {
		s.say("A name or the address of the profile is needed. Nothing was added.")
		return nil
	}
	s.addOne(inv)
	return nil
}

// fill asks for the fields of an invitation; enter keeps what there is.
func (s *session) fill(inv *record.Invitation, enter string) error {
	note, when := "Their note", "Sent when? Such as today, 3 weeks ago or 2026-11-01; "
	if inv.Direction == record.Outgoing {
		note, when = "Your note to them", "Sent when? Nothing while you only think of it; "
	}
	for _, field := range []struct {
		what string
		to   *string
	}{{"Name", &inv.Name}, {"Headline", &inv.Headline}, {"Company", &inv.Company}, {"Address of the profile", &inv.URL}, {note, &inv.Note}} {
		prompt := field.what + ", " + enter + ":"
		if now := style.OneLine(*field.to); now != "" {
			prompt = field.what + ", now “" + now + "”, " + enter + ":"
		}
		line, err := s.ask(prompt, "Type the text. A full stop alone empties the field.")
		if err != nil {
			return err
		}
		switch line {
		case "":
		case ".":
			*field.to = ""
		default:
			*field.to = line
		}
	}
	for {
		line, err := s.ask(when+enter+":", "Type a day, or nothing.")
		if err != nil || line == "" {
			return err
		}
		at, err := words.ParseSent(line, s.o.Now())
		if err == nil {
			inv.SentAt = at
			return nil
		}
		s.each(style.Sentence(err))
	}
}

// addOne keeps a new invitation.
func (s *session) addOne(inv record.Invitation) {
	var added record.Invitation
	if s.change("adding the invitation", func() (err error) {
		added, err = s.storage.Add(inv)
		return err
	}) {
		s.say("Added: %s. The word undo takes it back.", style.NameOr(added.Name))
		s.sayIfElsewhere(added.ID)
	}
}

// sayIfElsewhere says of an invitation that the list, as narrowed down, does not
// hold it.
func (s *session) sayIfElsewhere(id string) {
	if s.refresh() != nil {
		return // the list is read next, and says what is wrong
	}
	tab := s.tabs()[s.here.tab]
	rows, _, err := s.inOrder(tab)
	if err != nil || slices.ContainsFunc(rows, func(row int32) bool { return s.table.ID(int(row)) == id }) {
		return
	}
	if s.here.filter != "" {
		s.say("It is not among those that match “%s”; filter alone shows all again.", style.OneLine(s.here.filter))
		return
	}
	s.say("It is not in this list, %s; the word other goes to another.", style.OneLine(tab.Name))
}

// addPasted takes the invitations in a text copied from LinkedIn, each once the
// person agrees.
func (s *session) addPasted() error {
	text, err := s.block("Paste the text.")
	if err != nil {
		return err
	}
	found, err := store.Recognize(text, s.o.Now())
	if err != nil {
		s.each(style.Sentence(err))
		return nil
	}
	for _, inv := range found {
		row := inv.Row(s.o.Now())
		s.each(append([]string{style.NameOr(row.Name)}, words.Who(row)...)...)
		s.sayNote(inv)
		s.each(words.Sent(row, s.o.Now()))
		yes, err := s.agrees("Add it?")
		if err != nil {
			return err
		}
		if yes {
			s.addOne(inv)
		}
	}
	return nil
}

// edit corrects what is known of an invitation, and keeps the person's own note.
func (s *session) edit(before record.Invitation) error {
	after := before.Clone()
	note, err := s.ask("Your note about them, for yourself; enter keeps it as it is:", "Type your note. A full stop alone empties it.")
	if err != nil {
		return err
	}
	switch note {
	case "":
	case ".":
		after.PersonNote = ""
	default:
		after.PersonNote = note
	}
	if err := s.fill(&after, "enter keeps it"); err != nil {
		return err
	}
	e := changedFields(before, after)
	if e == (record.Edit{}) {
		s.say("Nothing was changed.")
		return nil
	}
	if s.change("saving the corrections", func() error {
		_, err := s.storage.Edit(before.ID, e)
		return err
	}) {
		s.say("Saved.")
	}
	return nil
}

// changedFields are the fields of an invitation that differ.
func changedFields(before, after record.Invitation) record.Edit {
	text := func(before, after string) *string {
		if before == after {
			return nil
		}
		return &after
	}
	e := record.Edit{
		Name: text(before.Name, after.Name), Headline: text(before.Headline, after.Headline), Company: text(before.Company, after.Company),
		URL: text(before.URL, after.URL), Note: text(before.Note, after.Note), PersonNote: text(before.PersonNote, after.PersonNote),
	}
	if !before.SentAt.Equal(after.SentAt) {
		at := after.SentAt.Truncate(time.Second)
		e.SentAt = &at
	}
	return e
}
