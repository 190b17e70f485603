package plain

import (
	"slices"
	"strings"

	"linkvet/advisor"
	"linkvet/store/dates"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// askFrom is from how many invitations on a change is asked about first.
const askFrom = 10

// careful asks before a change of many.
func (s *session) careful(n int, what string) (bool, error) {
	if n < askFrom {
		return true, nil
	}
	return s.agrees(what)
}

// decide asks what the person did with invitations, and records it.
func (s *session) decide(rows []record.Row) (done bool, err error) {
	if slices.ContainsFunc(rows, func(r record.Row) bool { return r.Direction != rows[0].Direction }) {
		s.say("Some came to you and some were sent by you: decide on them apart.")
		return false, nil
	}
	s.say("%s: what did you do?", screen.WhomByName(rows))
	acts := actsOn(rows[0].Direction)
	advised, one := s.advised(rows)
	texts := make([]string, len(acts))
	for i, act := range acts {
		if texts[i] = act.Said(words.KindOf(rows)); one && act == advised {
			texts[i] = asAdvised(act, words.KindOf(rows))
		}
	}
	n, err := s.pick("A number:", texts)
	if err != nil {
		return false, err
	}
	if acts[n].Decision == record.NotDecided {
		return s.later(rows)
	}
	return s.record(rows, acts[n])
}

// asAdvised is what the person did where that is the advice.
func asAdvised(act record.Act, kind string) string {
	return quantity.Text("%s (as advised)", act.Said(kind))
}

// actsOn are what can have been done with invitations of one direction. They are
// the same of everybody, so that a number never means something else.
func actsOn(dir record.Direction) []record.Act {
	acts := words.Acts(dir)
	if dir == record.Incoming {
		acts = slices.Insert(acts, len(acts)-1, record.Act{Decision: record.Declined, Reported: true})
	}
	return acts
}

// advised is the one act that carries the advice on all of the invitations out;
// not ok where there is none.
func (s *session) advised(rows []record.Row) (act record.Act, ok bool) {
	found, err := s.storage.Histories(screen.IDsOfRows(rows))
	if err != nil {
		return act, false // the advice goes unsaid; the decision can be recorded all the same
	}
	for i, h := range found {
		inv := h.Invitation
		next, is := words.Next(inv, words.AdviceOn(inv, s.profile()))
		if !is || i > 0 && next.Act != act {
			return record.Act{}, false
		}
		act, ok = next.Act, true
	}
	return act, ok
}

// grave reports whether an act is asked about before it is recorded: where it is
// hard to undo on LinkedIn, or lets somebody in against a warning.
func grave(rows []record.Row, act record.Act) bool {
	if act.Reported || act.Decision == record.Blocked || act.Decision == record.Reported {
		return true
	}
	letsIn := act.Decision == record.Accepted || act.Decision == record.Sent
	return letsIn && slices.ContainsFunc(rows, func(r record.Row) bool { return r.Recommendation >= advisor.Decline })
}

// record keeps what the person did. What is grave, or done with many, is asked about
// first. Where it is not what the advice was about, it asks why.
func (s *session) record(rows []record.Row, act record.Act) (done bool, err error) {
	kind := words.KindOf(rows)
	if grave(rows, act) || len(rows) >= askFrom {
		yes, err := s.agrees(quantity.Text("This records of %s: “%s”. Record it?", screen.WhomByName(rows), act.Said(kind)))
		if err != nil {
			return false, err
		}
		if !yes {
			s.say("Nothing was recorded.")
			return false, nil
		}
	}
	agrees := !slices.ContainsFunc(rows, func(r record.Row) bool { return !act.Decision.Agrees(r.Recommendation) })
	if !agrees {
		s.sayOtherAdvice(rows, act)
		s.say("%s", words.WhyAsked(act.Said(kind), rows[0].Advice(), len(rows) > 1))
		if act.Because, err = s.askWhy(); err != nil {
			return false, err
		}
	}
	what := words.Recorded(screen.Whom(rows), kind, act)
	ids := screen.IDsOfRows(rows)
	if !s.change("saving the decision", func() error {
		_, err := s.storage.DecideAll(ids, act)
		return err
	}) {
		return false, nil
	}
	s.finish(ids)
	s.say("Saved: %s. The word undo takes it back.", what)
	return true, nil
}

// askWhy asks for the reason of a decision. A letter that answers a question with yes
// or no is none.
func (s *session) askWhy() (string, error) {
	for {
		line, err := s.ask("Why, or enter for no reason:", "Type a few words, or nothing. b records nothing.")
		if err != nil || !slices.Contains([]string{"y", "n", "yes", "no"}, strings.ToLower(line)) {
			return line, err
		}
		s.say("That is no reason. Type a few words, enter alone to record it without, or b to record nothing.")
	}
}

// sayOtherAdvice says of several for whom the advice was another, and which.
func (s *session) sayOtherAdvice(rows []record.Row, act record.Act) {
	if len(rows) < 2 {
		return
	}
	var other []record.Row
	for i := range rows {
		if !act.Decision.Agrees(rows[i].Recommendation) {
			other = append(other, rows[i])
		}
	}
	for i, row := range other {
		if i == mostNamed {
			s.each(quantity.Text("And %d more.", len(other)-i))
			return
		}
		s.say("%s: the advice was “%s”.", style.NameOr(row.Name), row.Advice())
	}
}

// laterWords are the days that a person can name.
const laterWords = "Such as tomorrow, friday, 2 weeks, 1 month, or 2026-12-01."

// askDay asks for a day to come.
func (s *session) askDay(prompt string) (record.Day, error) {
	for {
		line, err := s.ask(prompt, laterWords)
		if err != nil {
			return 0, err
		}
		if line == "" {
			s.say("%s", notKnown(line))
			continue
		}
		day, err := record.ParseLater(line, s.o.Now())
		if err == nil {
			return day, nil
		}
		s.each(style.Sentence(err))
	}
}

// later puts off invitations until a day. Of decided ones it is the day of a
// follow-up.
func (s *session) later(rows []record.Row) (done bool, err error) {
	decided := rows[0].Status == record.StatusDecided
	if slices.ContainsFunc(rows, func(r record.Row) bool { return (r.Status == record.StatusDecided) != decided }) {
		s.say("Some of them are decided; reopen lets them wait again first.")
		return false, nil
	}
	prompt := "Put off until when?"
	if decided {
		prompt = "Follow up on which day?"
	}
	day, err := s.askDay(prompt + " " + laterWords)
	if err != nil {
		return false, err
	}
	question := quantity.Text("This puts off until %s: %s. Put off?", dates.Weekday(day.Time()), screen.Whom(rows))
	if yes, err := s.careful(len(rows), question); err != nil || !yes {
		return false, err
	}
	ids := screen.IDsOfRows(rows)
	if !s.change("postponing", func() error {
		_, err := s.storage.LaterAll(ids, day)
		return err
	}) {
		return false, nil
	}
	s.finish(ids)
	s.each(words.PutOff(screen.Whom(rows), day, decided))
	return true, nil
}

// reopen lets invitations wait again.
func (s *session) reopen(rows []record.Row) (done bool, err error) {
	whom := screen.Whom(rows)
	if yes, err := s.careful(len(rows), quantity.Text("This takes back what you decided on or put off: %s. Let them wait?", whom)); err != nil || !yes {
		return false, err
	}
	if !slices.ContainsFunc(rows, func(r record.Row) bool {
		return r.Decision != "" || r.Status == record.StatusLater || r.Status == record.StatusDecided
	}) {
		s.each(words.WaitAlready(rows))
		return false, nil
	}
	if s.change("reopening", func() error {
		_, err := s.storage.ReopenAll(screen.IDsOfRows(rows))
		return err
	}) {
		s.say("%s. The word undo takes it back.", words.WaitAgain(rows))
	}
	return false, nil
}

// remove takes invitations out of the store.
func (s *session) remove(rows []record.Row) (done bool, err error) {
	whom := screen.Whom(rows)
	yes, err := s.agrees(quantity.Sentence(len(rows), "Delete %[2]s from linkvet, with answers and notes? LinkedIn is not touched, and undo brings it back.",
		"Delete %[2]s from linkvet, with answers and notes? LinkedIn is not touched, and undo brings them back.", whom))
	if err == nil && !yes {
		s.say("Nothing was deleted.")
	}
	if err != nil || !yes {
		return false, err
	}
	if !s.change("deleting", func() error {
		_, err := s.storage.Delete(screen.IDsOfRows(rows))
		return err
	}) {
		return false, nil
	}
	s.say("Deleted: %s. The word undo brings it back.", whom)
	return true, nil
}

// tag adds tags to invitations and takes others off.
func (s *session) tag(rows []record.Row) (done bool, err error) {
	all, some := words.CommonTags(rows)
	if len(all) > 0 {
		s.say("Tags of all: %s.", style.OneLine(strings.Join(all, ", ")))
	}
	if len(some) > 0 {
		s.say("Tags of some: %s.", style.OneLine(strings.Join(some, ", ")))
	}
	line, err := s.ask("Tags to add, with commas between them; with a minus before it, one to take off:", "Such as: old colleague, bridges, -later. Without a comma each word is a tag.")
	if err != nil {
		return false, err
	}
	add, remove := words.ParseTags(line)
	if len(add)+len(remove) == 0 {
		s.say("No tags were changed.")
		return false, nil
	}
	if s.change("saving the tags", func() error {
		_, err := s.storage.Tag(screen.IDsOfRows(rows), add, remove)
		return err
	}) {
		s.say("Tagged %s: %s. The word undo takes it back.", screen.Whom(rows), strings.Join(append(add, style.Prefixed("without ", remove)...), ", "))
	}
	return false, nil
}
