package store

import (
	"bytes"
	"fmt"
	"linkvet/advisor"
	"slices"
	"strings"
)

// advise computes the short form of the advice that is kept with the record.
func (tx *Tx) advise(inv *Invitation) {
	inv.Recommendation, inv.Report, inv.Settled, inv.RulebookVersion = 0, false, false, 0
	if len(inv.Answers) > 0 {
		outside(func() { inv.RulebookVersion = advisor.RulebookVersion() })
	}
	if inv.Answered() == 0 {
		return
	}
	outside(func() {
		inv.Recommendation, inv.Report, inv.Settled = advisor.Assess(inv.Case(tx.profile()))
	})
}

// writeChanges writes records, list and count, each table in the order of its
// keys: bbolt is many times slower otherwise.
func (tx *Tx) writeChanges(changes []changed) error {
	changes = slices.Clone(changes)
	slices.SortFunc(changes, func(a, b changed) int { return strings.Compare(a.id(), b.id()) })
	records, list := tx.Bucket(bucketInvitations()), tx.Bucket(bucketList())
	var gone [][]byte
	var listed []keyed
	more := 0
	for _, c := range changes {
		var was, key []byte
		if c.before != nil {
			more--
			was = listKey(c.before.SentAt, c.before.ID)
		}
		if c.after == nil {
			if err := records.Delete([]byte(c.before.ID)); err != nil {
				return err
			}
		} else {
			more++
			record, err := encodeInvitation(c.after)
			if err != nil {
				return err
			}
			if err := records.Put([]byte(c.after.ID), record); err != nil {
				return err
			}
			key = listKey(c.after.SentAt, c.after.ID)
			listed = append(listed, keyed{key, encodeSummary(key, c.after.Row(tx.now))})
		}
		if was != nil && !bytes.Equal(was, key) {
			gone = append(gone, was)
		}
	}
	slices.SortFunc(gone, bytes.Compare)
	for _, key := range gone {
		if err := list.Delete(key); err != nil {
			return err
		}
	}
	sortKeyed(listed)
	for _, e := range listed {
		if err := list.Put(e.key, e.value); err != nil {
			return err
		}
	}
	if more == 0 {
		return nil
	}
	return addCount(tx, more)
}

// patched returns an invitation, nil for none, after a patch.
func (tx *Tx) patched(inv *Invitation, id string, p patch) (*Invitation, error) {
	var now fields
	if inv != nil {
		var err error
		if now, err = fieldsOf(*inv); err != nil {
			return nil, err
		}
	}
	then, ok, err := p.apply(now)
	if err != nil {
		return nil, damaged(tx.path, "the journal's record of %s cannot be applied: %v", id, err)
	}
	if !ok {
		return nil, changedSince(inv, id, p)
	}
	if then == nil {
		return nil, nil
	}
	after, err := then.invitation(id)
	if err != nil {
		return nil, damaged(tx.path, "the journal's record of %s cannot be read: %v", id, err)
	}
	// The advice follows the profile of today, the question set stays that of
	// the answers.
	version := after.RulebookVersion
	tx.advise(&after)
	after.RulebookVersion, after.ChangedAt = version, tx.now
	return &after, nil
}

func changedSince(inv *Invitation, id string, p patch) error {
	switch {
	case inv == nil:
		return fmt.Errorf("the invitation %s is no longer there: %w", id, ErrChanged)
	case p.Created:
		return fmt.Errorf("%s (%s) is there again: %w", inv.DisplayName(), id, ErrChanged)
	}
	return fmt.Errorf("%s (%s): %w", inv.DisplayName(), id, ErrChanged)
}
