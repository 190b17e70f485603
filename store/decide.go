package store

import (
	"fmt"
	"slices"
	"time"

	"linkvet/store/linkedin"
)

// Decide records what the person did, which may differ from the advice.
func (s *Store) Decide(ref string, d Decision, because string) (Invitation, error) {
	return only(s.DecideAll([]string{ref}, d, because))
}

// DecideAll is Decide for several invitations, as one step.
func (s *Store) DecideAll(refs []string, d Decision, because string) ([]Invitation, error) {
	if _, err := ParseDecision(string(d)); err != nil {
		return nil, invalid("%w", err)
	}
	because = linkedin.CleanText(because)
	return s.changeAll(refs, func(_ *batch, inv *Invitation) (Entry, error) {
		allowed := decisionsFor(inv.Direction)
		if !slices.Contains(allowed, d) {
			return Entry{}, invalid("the decision %q on an %s invitation, of %s (allowed: %s)",
				d, inv.Direction, inv.DisplayName(), joinDecisions(allowed))
		}
		if inv.Decision == d && inv.Because == because {
			return Entry{}, nil
		}
		detail := fmt.Sprintf("%s -> %s", s.standing(*inv), d)
		inv.Decision, inv.Because, inv.DecidedAt = d, because, s.file.now()
		inv.Advised = inv.Recommendation
		inv.stopWaiting()
		if inv.Advised != 0 {
			detail += ", advised " + inv.Advised.String()
		}
		if because != "" {
			detail += ", because: " + because
		}
		return Entry{What: "decided", Detail: detail, brief: string(d)}, nil
	})
}

// only returns the one invitation of a batch of one.
func only(all []Invitation, err error) (Invitation, error) {
	if err != nil {
		return Invitation{}, err
	}
	return all[0], nil
}

// standing says where an invitation stands, for the journal.
func (s *Store) standing(inv Invitation) string {
	switch status := inv.Status(s.file.now()); status {
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
	return only(s.LaterAll([]string{ref}, until))
}

// LaterAll is Later for several invitations, as one step.
func (s *Store) LaterAll(refs []string, until time.Time) ([]Invitation, error) {
	until = moment(seconds(until))
	if !until.After(s.file.now()) {
		return nil, invalid("putting off until %s, which is not in the future", until.Format(time.DateOnly))
	}
	return s.changeAll(refs, func(_ *batch, inv *Invitation) (Entry, error) {
		if inv.Decision != "" {
			return Entry{}, invalid("putting off %s, which is decided (%s): reopen it first", inv.DisplayName(), inv.Decision)
		}
		before := s.standing(*inv)
		inv.LaterUntil, inv.Resurfaced = until, false
		return Entry{What: "postponed", Detail: before + " -> " + s.standing(*inv), brief: "until " + until.Format(time.DateOnly)}, nil
	})
}

// Reopen takes back a decision or a postponement. It refuses when the person
// has invited again since, because that newer invitation is the open one.
func (s *Store) Reopen(ref string) (Invitation, error) {
	return only(s.ReopenAll([]string{ref}))
}

// ReopenAll is Reopen for several invitations, as one step.
func (s *Store) ReopenAll(refs []string) ([]Invitation, error) {
	return s.changeAll(refs, func(b *batch, inv *Invitation) (Entry, error) {
		if inv.Decision != "" {
			if err := b.refuseSecondOpen(*inv); err != nil {
				return Entry{}, err
			}
		}
		before := s.standing(*inv)
		inv.Decision, inv.Because, inv.DecidedAt, inv.Advised = "", "", time.Time{}, 0
		inv.stopWaiting()
		return Entry{What: "reopened", Detail: before + " -> " + s.standing(*inv)}, nil
	})
}
