package plain

import (
	"cmp"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// add takes in one invitation by hand, or those in a text copied from LinkedIn.
func (s *session) add() error {
	return s.chooseFrom("How do you want to add it?", []choice{
		{"Type it: name, headline and so on, one after the other", s.addTyped},
		{"Paste what you copied from LinkedIn", s.addPasted},
	})
}

// addTyped asks for an invitation, a field after the other. What was typed is kept
// until it is added, where the screens keep it, too.
func (s *session) addTyped() error {
	s.say("Who sent it?")
	n, err := s.pick("A number:", []string{"They did: it came to me", "I did, or I want to: it is from me", "LinkedIn did: a mail that asks me to join"})
	if err != nil {
		return err
	}
	inv, key := record.Invitation{Direction: record.Incoming}, "add"
	switch n {
	case 1:
		inv.Direction, key = record.Outgoing, "add outgoing"
	case 2:
		inv.Answers = advisor.Answers{"kind": {record.KindJoin}}
	}
	typed := typedFields{}
	if json.Unmarshal([]byte(s.texts[key]), &typed) == nil && typed.any() {
		s.say("What you typed before and did not add is kept: %s.", style.OneLine(cmp.Or(typed["name"], typed["url"], typed["headline"], typed["company"], typed["note"])))
		yes, err := s.agrees("Go on with it?")
		if err != nil {
			return err
		}
		if !yes {
			typed = typedFields{}
		}
	}
	typed["direction"] = [...]string{string(record.Incoming), string(record.Outgoing), record.KindJoin}[n]
	keep := func() {
		if data, err := json.Marshal(typed); err == nil && s.looking == nil {
			s.keep(key, string(data))
		}
	}
	if err := s.fill(&inv, typed, keep); err != nil {
		if typed.any() && errors.Is(err, errBack) {
			s.say("Nothing was added. What you typed is kept for the next add.")
		}
		return err
	}
	if s.addOne(inv) {
		s.keep(key, "")
		return s.askProfileOnce()
	}
	return nil
}

// typedFields is what was typed into the fields of an invitation, by field, as the
// forms of the screens keep it.
type typedFields map[string]string

// any reports whether anything was typed.
func (f typedFields) any() bool {
	for id, text := range f {
		if id != "direction" && strings.TrimSpace(text) != "" {
			return true
		}
	}
	return false
}

// field is a field of an invitation: what it is called, and where it goes.
type field struct {
	id, what string
	to       *string
}

// fieldsOf are the texts of an invitation in the order they are asked for.
func fieldsOf(inv *record.Invitation) []field {
	note := "Their note"
	if inv.Direction == record.Outgoing {
		note = "Your note to them"
	}
	return []field{
		{"name", "Name", &inv.Name}, {"headline", "Headline", &inv.Headline}, {"company", "Company", &inv.Company},
		{"url", "Address of the profile", &inv.URL}, {"note", note, &inv.Note},
	}
}

// fill asks for the fields of a new invitation; enter keeps what was typed before.
func (s *session) fill(inv *record.Invitation, typed typedFields, keep func()) error {
	fields := fieldsOf(inv)
	for at := 0; at < len(fields); at++ {
		f := fields[at]
		text, err := s.askField(f.what, typed[f.id], "enter alone leaves it empty")
		if errors.Is(err, errBack) && at > 0 {
			at -= 2
			continue
		}
		if err != nil {
			return err
		}
		typed[f.id], *f.to = text, text
		keep()
		if f.id == "url" && strings.TrimSpace(inv.Name) == "" && strings.TrimSpace(inv.URL) == "" {
			s.say("A name or the address of the profile is needed.")
			at = -1
		}
	}
	sent, err := s.askSent(inv.Direction, typed["sent"])
	inv.SentAt = sent
	return err
}

// askField asks for one text. Enter keeps what there is, and a full stop empties it.
func (s *session) askField(what, now, enter string) (string, error) {
	prompt := what + ", " + enter + ":"
	if shown := style.OneLine(now); shown != "" {
		prompt = what + ", now " + shown + ". Enter keeps it:"
	}
	line, err := s.ask(prompt, "Type the text. A full stop alone empties it.")
	switch {
	case err != nil || line == "":
		return now, err
	case line == ".":
		return "", nil
	}
	return line, nil
}

// askSent asks for the day on which an invitation was sent; the zero time for none.
func (s *session) askSent(dir record.Direction, now string) (time.Time, error) {
	prompt := "Sent when? Such as today, 3 weeks ago or 2026-11-01; enter alone leaves it open:"
	if dir == record.Outgoing {
		prompt = "Sent when? Such as today or 3 weeks ago; enter alone while you only think of it:"
	}
	for {
		line, err := s.ask(prompt, "Type a day, or nothing.")
		if err != nil {
			return time.Time{}, err
		}
		at, err := words.ParseSent(cmp.Or(line, now), s.o.Now())
		if err == nil {
			return at, nil
		}
		now = ""
		s.each(style.Sentence(err))
	}
}

// addOne keeps a new invitation, and reports whether it could.
func (s *session) addOne(inv record.Invitation) bool {
	var added record.Invitation
	if !s.change("adding the invitation", func() (err error) {
		added, err = s.storage.Add(inv)
		return err
	}) {
		return false
	}
	s.say("Added: %s. The word undo takes it back.", style.NameOr(added.Name))
	s.sayWhere(added.ID)
	return true
}

// sayWhere says of an invitation that was added how many the list holds now, or
// that the list, as narrowed down, does not hold it.
func (s *session) sayWhere(id string) {
	if s.refresh() != nil {
		return // the list is read next, and says what is wrong
	}
	tab := s.tabs()[s.here.tab]
	rows, total, err := s.inOrder(tab)
	if err != nil {
		return
	}
	if slices.ContainsFunc(rows, func(row int32) bool { return s.table.ID(int(row)) == id }) {
		s.say("%s", quantity.Sentence(total, "%[2]s: %[1]d invitation. The word list reads it.", "%[2]s: %[1]d invitations. The word list reads them with new numbers.", style.OneLine(tab.Name)))
		return
	}
	if s.here.filter != "" {
		s.say("It is not among those that match %s; filter alone shows all again.", style.OneLine(s.here.filter))
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
		s.each(sentOn(row, s.o.Now()))
		yes, err := s.agrees("Add it?")
		if err != nil {
			return err
		}
		if !yes {
			s.say("It was not added.")
			continue
		}
		s.addOne(inv)
	}
	return s.askProfileOnce()
}

// notePerson takes the person's own note about somebody.
func (s *session) notePerson(inv record.Invitation) error {
	note, err := s.askField("Your note about them, for yourself", inv.PersonNote, "enter alone leaves it out")
	if err != nil {
		return err
	}
	if note == inv.PersonNote {
		s.say("The note stays as it is.")
		return nil
	}
	s.correct(inv.ID, record.Edit{PersonNote: &note})
	return nil
}

// edit corrects what is known of an invitation. Each correction is saved when it
// is given.
func (s *session) edit(inv record.Invitation) error {
	var all []choice
	for _, f := range fieldsOf(&inv) {
		now := style.OneLine(*f.to)
		all = append(all, choice{f.what + ", now " + cmp.Or(now, "empty"), func() error {
			text, err := s.askField(f.what, *f.to, "enter alone leaves it empty")
			if err != nil || text == *f.to {
				return err
			}
			before := inv.Clone()
			*f.to = text
			s.correct(inv.ID, changedFields(before, inv))
			return nil
		}})
	}
	all = append(all, choice{"The day it was sent", func() error {
		at, err := s.askSent(inv.Direction, "")
		if err != nil || at.IsZero() {
			return err
		}
		s.correct(inv.ID, record.Edit{SentAt: &at})
		return nil
	}})
	return s.chooseFrom("What is to be corrected?", all)
}

// correct saves corrections.
func (s *session) correct(id string, e record.Edit) {
	if s.change("saving the correction", func() error {
		_, err := s.storage.Edit(id, e)
		return err
	}) {
		s.say("Saved. The word undo takes it back.")
	}
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
		URL: text(before.URL, after.URL), Note: text(before.Note, after.Note),
	}
	return e
}
