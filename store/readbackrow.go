package store

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"linkvet/store/linkedin"
)

// create makes a new invitation of a row.
func (b *readback) create(inv Invitation, r *tableRow) (Invitation, error) {
	if inv.ID == "" {
		key := keyOf(len(inv.Doubts) > 0, slugOf(inv.URL), inv.Name, inv.SentAt)
		inv.ID = newID(inv.Direction, key, func(id string) bool { return b.byID[id] != nil || b.lines[id] > 0 })
	}
	if len(inv.SentTimes) == 0 && !inv.SentAt.IsZero() {
		inv.SentTimes = []time.Time{inv.SentAt}
	}
	inv.TimesSent = max(inv.TimesSent, len(inv.SentTimes), 1)
	if inv.AddedAt.IsZero() {
		inv.AddedAt = b.tx.now
	}
	if inv.ChangedAt.IsZero() {
		inv.ChangedAt = b.tx.now
	}
	version := inv.RulebookVersion
	b.tx.advise(&inv)
	if version > 0 && len(inv.Answers) > 0 {
		inv.RulebookVersion = version
	}
	if err := b.decided(&inv, Invitation{}, r); err != nil {
		return inv, err
	}
	if _, ok := b.cell(r, "facts"); ok {
		return inv, nil
	}
	return inv, b.learn(&inv)
}

// edit takes the person's own fields into an invitation that is there.
func (b *readback) edit(before, said Invitation, r *tableRow) (Invitation, error) {
	if _, ok := b.cell(r, "direction"); ok && said.Direction != before.Direction {
		return before, b.table.bad(r.line, "direction", fmt.Sprintf("%s is %s, and that cannot change", before.ID, before.Direction))
	}
	after := before.clone()
	corrections := Edit{}
	for i, c := range b.columns {
		cell, ok := r.cell(i)
		if !ok || !c.own {
			continue
		}
		switch c.name {
		case FieldName:
			corrections.Name = &said.Name
		case FieldHeadline:
			corrections.Headline = &said.Headline
		case FieldCompany:
			corrections.Company = &said.Company
		case FieldURL:
			corrections.URL = &said.URL
		case FieldNote:
			corrections.Note = &said.Note
		case FieldSentAt:
			corrections.SentAt = &said.SentAt
		default:
			if err := c.set(&after, cell); err != nil {
				return after, b.table.bad(r.line, c.name, cellError(err))
			}
		}
	}
	after.correct(corrections)
	if !maps.EqualFunc(before.Answers, after.Answers, slices.Equal) {
		b.tx.advise(&after)
	}
	if err := b.decided(&after, before, r); err != nil {
		return after, err
	}
	if before.Name != after.Name || before.URL != after.URL || before.Company != after.Company {
		return after, b.learn(&after)
	}
	return after, nil
}

// decided makes a decision whole: a new one has a time and the advice it was
// taken on, and none has nothing of it.
func (b *readback) decided(after *Invitation, before Invitation, r *tableRow) error {
	if after.Decision == "" {
		after.DecidedAt, after.Because, after.Advised = time.Time{}, "", 0
		return nil
	}
	if allowed := decisionsFor(after.Direction); !slices.Contains(allowed, after.Decision) {
		return b.table.bad(r.line, "decision", fmt.Sprintf("%q is for the other direction (allowed: %s)", after.Decision, joinDecisions(allowed)))
	}
	if after.Decision == before.Decision {
		if after.DecidedAt.IsZero() {
			after.DecidedAt = before.DecidedAt
		}
		return nil
	}
	_, hasTime := b.cell(r, "decided_at")
	if !hasTime || after.DecidedAt.IsZero() || after.DecidedAt.Equal(before.DecidedAt) {
		after.DecidedAt = b.tx.now
	}
	if _, hasAdvised := b.cell(r, "advised"); !hasAdvised || before.ID != "" && after.Advised == before.Advised {
		after.Advised = after.Recommendation
	}
	return nil
}

// learn fills in what the archives know of somebody.
func (b *readback) learn(inv *Invitation) error {
	if b.people == nil {
		var err error
		if b.people, err = loadTalks(b.ctx, b.tx, &linkedin.Archive{}); err != nil {
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
