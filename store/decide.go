package store

import (
	"fmt"
	"slices"
	"time"

	"linkvet/store/fault"
	"linkvet/store/merge"
	"linkvet/store/record"
)

// Decide records what the person did, which may differ from the advice.
func (s *Store) Decide(ref string, d record.Decision, because string) (record.Invitation, error) {
	return only(s.DecideAll([]string{ref}, record.Act{Decision: d, Because: because}))
}

// DecideAll records what the person did with several invitations, as one step.
func (s *Store) DecideAll(refs []string, act record.Act) ([]record.Invitation, error) {
	if _, err := record.ParseDecision(string(act.Decision)); err != nil {
		return nil, fault.Invalid("%w", err)
	}
	if err := act.Check(s.file.Now()); err != nil {
		return nil, fault.Invalid("%w", err)
	}
	var err error
	if act.Because, err = record.OwnText("a reason", act.Because); err != nil {
		return nil, err
	}
	return s.changeAll(refs, func(_ *merge.Batch, inv *record.Invitation) (record.Entry, error) {
		allowed := record.DecisionsFor(inv.Direction)
		if !slices.Contains(allowed, act.Decision) {
			return record.Entry{}, fault.Invalid("the decision %q on an %s invitation, of %s (allowed: %s)",
				act.Decision, inv.Direction, inv.DisplayName(), record.JoinDecisions(allowed))
		}
		if inv.ActDone() == act {
			return record.Entry{}, nil
		}
		detail := fmt.Sprintf("%s -> %s", s.standing(*inv), act.Short())
		inv.Take(act, s.file.Now())
		if inv.Advised != 0 {
			detail += ", advised " + inv.Advised.String()
		}
		if act.Because != "" {
			detail += ", because: " + act.Because
		}
		short := act.Short()
		if inv.Joins() {
			short = "“" + act.Said(record.KindJoin) + "”"
		}
		return record.Entry{What: "decided", Detail: detail, Short: short}, nil
	})
}

// only returns the one invitation of a batch of one.
func only(all []record.Invitation, err error) (record.Invitation, error) {
	if err != nil {
		return record.Invitation{}, err
	}
	return all[0], nil
}

// standing says where an invitation stands, for the journal.
func (s *Store) standing(inv record.Invitation) string {
	switch status := inv.Status(s.file.Now()); status {
	case record.StatusDecided:
		return inv.ActDone().Short()
	case record.StatusLater:
		return "later until " + inv.LaterUntil.String()
	default:
		return string(status)
	}
}

// Later puts an invitation off until the given day; of one that is decided, that
// is when to follow it up.
func (s *Store) Later(ref string, until record.Day) (record.Invitation, error) {
	return only(s.LaterAll([]string{ref}, until))
}

// LaterAll is Later for several invitations, as one step.
func (s *Store) LaterAll(refs []string, until record.Day) ([]record.Invitation, error) {
	if until <= record.DayIn(s.file.Now()) {
		return nil, fault.Invalid("putting off until %s, which is not in the future", until)
	}
	return s.changeAll(refs, func(_ *merge.Batch, inv *record.Invitation) (record.Entry, error) {
		before := s.standing(*inv)
		if inv.Decision != "" {
			inv.FollowUp = until
		} else {
			inv.LaterUntil, inv.Resurfaced = until, false
		}
		return record.Entry{What: "postponed", Detail: before + " -> " + s.standing(*inv), Short: "until " + until.String()}, nil
	})
}

// Reopen takes back a decision or a postponement. It refuses when the person
// has invited again since, because that newer invitation is the open one.
func (s *Store) Reopen(ref string) (record.Invitation, error) {
	return only(s.ReopenAll([]string{ref}))
}

// ReopenAll is Reopen for several invitations, as one step.
func (s *Store) ReopenAll(refs []string) ([]record.Invitation, error) {
	return s.changeAll(refs, func(b *merge.Batch, inv *record.Invitation) (record.Entry, error) {
		if inv.Decision != "" {
			if err := b.RefuseSecondOpen(*inv); err != nil {
				return record.Entry{}, err
			}
		}
		before := s.standing(*inv)
		inv.Take(record.Act{}, time.Time{})
		return record.Entry{What: "reopened", Detail: before + " -> " + s.standing(*inv)}, nil
	})
}
