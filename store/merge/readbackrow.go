package merge

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"linkvet/store/exchange"
	"linkvet/store/linkedin"
	"linkvet/store/record"
)

// create makes a new invitation of what a row says.
func (b *readback) create(inv *record.Invitation, r *exchange.TableRow) error {
	exchange.TakeRest(inv)
	if inv.ID == "" {
		key := keyOf(len(inv.Doubts) > 0, inv.URL, record.SlugOf(inv.URL), inv.Name, inv.SentAt)
		inv.ID = b.index.newID(person{inv.Direction, key}, func(id string) bool { return b.byID[id] != nil || b.lines[id] > 0 })
	}
	if len(inv.SentTimes) == 0 && !inv.SentAt.IsZero() {
		inv.SentTimes = []time.Time{inv.SentAt}
	}
	inv.TimesSent = max(inv.TimesSent, len(inv.SentTimes), 1)
	if inv.AddedAt.IsZero() {
		inv.AddedAt = b.tx.Now
	}
	if inv.ChangedAt.IsZero() {
		inv.ChangedAt = b.tx.Now
	}
	version := inv.RulebookVersion
	b.tx.Advise(inv)
	if version > 0 && len(inv.Answers) > 0 {
		inv.RulebookVersion = version
	}
	if err := b.decided(inv, record.Invitation{}, r); err != nil {
		return err
	}
	if _, ok := b.cell(r, "facts"); ok {
		return nil
	}
	return b.learn(inv)
}

// edit takes the person's own fields into an invitation that is there.
func (b *readback) edit(before, said record.Invitation, r *exchange.TableRow) (*record.Invitation, error) {
	if _, ok := b.cell(r, "direction"); ok && said.Direction != before.Direction {
		return nil, b.table.Bad(r.Line, "direction", fmt.Sprintf("%s is %s, and that cannot change", before.ID, before.Direction))
	}
	theirs, err := b.sideOf(&before, r)
	if err != nil {
		return nil, err
	}
	after, err := b.reconcile(&before, theirs)
	if err != nil {
		return nil, err
	}
	if !maps.EqualFunc(before.Answers, after.Answers, slices.Equal) {
		b.tx.Advise(&after)
	}
	if before.Name != after.Name || before.URL != after.URL || before.Company != after.Company {
		return &after, b.learn(&after)
	}
	return &after, nil
}

// decided makes a decision whole: a new one has a time and the advice it was
// taken on, and none has nothing of it.
func (b *readback) decided(after *record.Invitation, before record.Invitation, r *exchange.TableRow) error {
	if after.Decision == "" {
		after.DecidedAt, after.Because, after.Advised = time.Time{}, "", 0
		after.Reported, after.FollowUp = false, 0
		return nil
	}
	if allowed := record.DecisionsFor(after.Direction); !slices.Contains(allowed, after.Decision) {
		return b.table.Bad(r.Line, "decision", fmt.Sprintf("%q is for the other direction (allowed: %s)", after.Decision, record.JoinDecisions(allowed)))
	}
	if after.Decision == before.Decision {
		if after.DecidedAt.IsZero() {
			after.DecidedAt = before.DecidedAt
		}
		return nil
	}
	_, hasTime := b.cell(r, "decided_at")
	if !hasTime || after.DecidedAt.IsZero() || after.DecidedAt.Equal(before.DecidedAt) {
		after.DecidedAt = b.tx.Now
	}
	if _, hasAdvised := b.cell(r, "advised"); !hasAdvised || before.ID != "" && after.Advised == before.Advised {
		after.Advised = after.Recommendation
	}
	return nil
}

// learn fills in what the archives know of somebody.
func (b *readback) learn(inv *record.Invitation) error {
	if b.people == nil {
		var err error
		if b.people, err = loadArchiveFacts(b.ctx, b.tx, &linkedin.Archive{}); err != nil {
			return err
		}
		if b.people.contacts, err = loadContacts(b.ctx, b.tx, &linkedin.Archive{}); err != nil {
			return err
		}
		b.people.learn(b.index)
	}
	inv.Facts = b.people.facts(subjectOf(inv))
	return nil
}
