package store

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"linkvet/advisor"
	"linkvet/store/linkedin"
)

// change loads one invitation, lets edit change it, and saves it together with
// a journal entry. What edit leaves as it was is not written.
func (s *Store) change(ref string, edit func(tx *bolt.Tx, inv *Invitation) (Entry, error)) (Invitation, error) {
	var after Invitation
	err := s.update(func(tx *bolt.Tx) (bool, error) {
		id, err := s.resolve(tx, ref)
		if err != nil {
			return false, err
		}
		before, err := s.get(tx, id)
		if err != nil {
			return false, err
		}
		after = before.clone()
		entry, err := edit(tx, &after)
		if err != nil {
			return false, err
		}
		if same, err := sameRecord(before, after); err != nil || same {
			return false, err
		}
		after.ChangedAt = s.now()
		if err := put(tx, s.now(), before, after); err != nil {
			return false, err
		}
		entry.At, entry.Who, entry.ID = s.now(), whoPerson, after.ID
		return true, note(tx, entry)
	})
	if err != nil {
		return Invitation{}, err
	}
	return after, nil
}

// sameRecord reports whether two states of an invitation would be kept as the
// same bytes.
func sameRecord(a, b Invitation) (bool, error) {
	x, err := encodeInvitation(a)
	if err != nil {
		return false, err
	}
	y, err := encodeInvitation(b)
	return bytes.Equal(x, y), err
}

// Answer records answers and clears others, and keeps the advice that follows
// from all of them. An answer replaces the earlier one as a whole.
func (s *Store) Answer(ref string, set advisor.Answers, clear ...string) (Invitation, error) {
	if err := set.Validate(); err != nil {
		return Invitation{}, invalid("%w", err)
	}
	for _, id := range clear {
		if _, ok := advisor.QuestionByID(id); !ok {
			return Invitation{}, invalid("unknown question %q; linkvet questions lists them", id)
		}
	}
	return s.change(ref, func(_ *bolt.Tx, inv *Invitation) (Entry, error) {
		before := inv.Answers
		inv.Answers = before.Clone()
		for id, values := range set {
			if len(values) == 0 {
				delete(inv.Answers, id)
			} else {
				inv.Answers[id] = slices.Clone(values)
			}
		}
		for _, id := range clear {
			delete(inv.Answers, id)
		}
		s.advise(inv)
		return Entry{What: "answered", Detail: describeAnswers(before, inv.Answers)}, nil
	})
}

// describeAnswers says in words what changed, in the order of the questions.
func describeAnswers(before, after advisor.Answers) string {
	var parts []string
	for _, q := range advisor.Questions() {
		was, is := strings.Join(before[q.ID], ","), strings.Join(after[q.ID], ",")
		switch {
		case was == is:
		case was == "":
			parts = append(parts, q.ID+": "+is)
		case is == "":
			parts = append(parts, q.ID+": "+was+" -> no answer")
		default:
			parts = append(parts, q.ID+": "+was+" -> "+is)
		}
	}
	if len(parts) == 0 {
		return "advice renewed"
	}
	return strings.Join(parts, "; ")
}

// Decide records what the person did, which may differ from the advice.
func (s *Store) Decide(ref string, d Decision, because string) (Invitation, error) {
	if _, err := ParseDecision(string(d)); err != nil {
		return Invitation{}, invalid("%w", err)
	}
	because = linkedin.CleanText(because)
	return s.change(ref, func(_ *bolt.Tx, inv *Invitation) (Entry, error) {
		allowed := decisionsFor(inv.Direction)
		if !slices.Contains(allowed, d) {
			return Entry{}, invalid("the decision %q on an %s invitation (allowed: %s)", d, inv.Direction, joinDecisions(allowed))
		}
		if inv.Decision == d && inv.Because == because {
			return Entry{}, nil
		}
		detail := fmt.Sprintf("%s -> %s", s.standing(*inv), d)
		inv.Decision, inv.Because, inv.DecidedAt = d, because, s.now()
		inv.Advised, inv.LaterUntil = inv.Recommendation, time.Time{}
		if inv.Advised != 0 {
			detail += ", advised " + inv.Advised.String()
		}
		if because != "" {
			detail += ", because: " + because
		}
		return Entry{What: "decided", Detail: detail}, nil
	})
}

// decisionsFor returns what can be decided on an invitation of that direction.
func decisionsFor(dir Direction) []Decision {
	if dir == Outgoing {
		return []Decision{Sent, NotSent}
	}
	return []Decision{Accepted, Ignored, Declined, Blocked, Reported}
}

func joinDecisions(decisions []Decision) string {
	words := make([]string, len(decisions))
	for i, d := range decisions {
		words[i] = string(d)
	}
	return strings.Join(words, ", ")
}

// standing says where an invitation stands, for the journal.
func (s *Store) standing(inv Invitation) string {
	switch status := inv.Status(s.now()); status {
	case StatusDecided:
		return string(inv.Decision)
	case StatusLater:
		return "later until " + inv.LaterUntil.Format(time.DateOnly)
	default:
		return string(status)
	}
}

// Later puts an undecided invitation off until the given time.
func (s *Store) Later(ref string, until time.Time) (Invitation, error) {
	until = moment(seconds(until))
	if !until.After(s.now()) {
		return Invitation{}, invalid("putting off until %s, which is not in the future", until.Format(time.DateOnly))
	}
	return s.change(ref, func(_ *bolt.Tx, inv *Invitation) (Entry, error) {
		if inv.Decision != "" {
			return Entry{}, invalid("putting off what is decided (%s): reopen it first", inv.Decision)
		}
		before := s.standing(*inv)
		inv.LaterUntil = until
		return Entry{What: "postponed", Detail: before + " -> " + s.standing(*inv)}, nil
	})
}

// Reopen takes back a decision or a postponement. It refuses when the person
// has invited again since, because that newer invitation is the open one.
func (s *Store) Reopen(ref string) (Invitation, error) {
	return s.change(ref, func(tx *bolt.Tx, inv *Invitation) (Entry, error) {
		if inv.Decision != "" {
			if err := s.refuseSecondOpen(tx, *inv); err != nil {
				return Entry{}, err
			}
		}
		before := s.standing(*inv)
		inv.Decision, inv.Because, inv.DecidedAt, inv.Advised = "", "", time.Time{}, 0
		inv.LaterUntil = time.Time{}
		return Entry{What: "reopened", Detail: before + " -> " + s.standing(*inv)}, nil
	})
}
