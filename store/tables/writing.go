package tables

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"linkvet/advisor"
	"linkvet/store/fault"
	"linkvet/store/record"
)

// Advise computes the short form of the advice that is kept with the record.
func (tx *Tx) Advise(inv *record.Invitation) {
	inv.RulebookVersion = 0
	if len(inv.Answers) > 0 {
		fault.CallCaller(func() { inv.RulebookVersion = advisor.RulebookVersion() })
	}
	if inv.Answered() == 0 {
		inv.Advise(0, false, false, "")
		return
	}
	fault.CallCaller(func() {
		r, report, settled := advisor.Assess(inv.Case(tx.Profile()))
		inv.Advise(r, report, settled, advisor.Rules())
	})
}

// WriteChanges writes records, list and count, each table in the order of its
// keys: bbolt is many times slower otherwise.
func (tx *Tx) WriteChanges(changes []Changed) error {
	changes = slices.Clone(changes)
	slices.SortFunc(changes, func(a, b Changed) int { return strings.Compare(a.ID(), b.ID()) })
	records, list := tx.Bucket(BucketInvitations()), tx.Bucket(BucketList())
	var gone [][]byte
	var listed []Keyed
	more := 0
	for _, c := range changes {
		var was, key []byte
		if c.Before != nil {
			more--
			was = record.ListKey(c.Before.SentAt, c.Before.ID)
		}
		if c.After == nil {
			if err := records.Delete([]byte(c.Before.ID)); err != nil {
				return err
			}
		} else {
			more++
			kept, err := record.Encode(c.After)
			if err != nil {
				return err
			}
			if err := records.Put([]byte(c.After.ID), kept); err != nil {
				return err
			}
			key = record.ListKey(c.After.SentAt, c.After.ID)
			listed = append(listed, Keyed{key, record.EncodeSummary(key, c.After.Row(tx.Now))})
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
	SortKeyed(listed)
	for _, e := range listed {
		if err := list.Put(e.Key, e.Value); err != nil {
			return err
		}
	}
	if more == 0 {
		return nil
	}
	return AddCount(tx, more)
}

// Patched returns an invitation, nil for none, after a patch.
func (tx *Tx) Patched(inv *record.Invitation, id string, p record.Patch) (*record.Invitation, error) {
	var now record.Fields
	if inv != nil {
		var err error
		if now, err = record.FieldsOf(*inv); err != nil {
			return nil, err
		}
	}
	then, ok, err := p.Apply(now)
	if err != nil {
		return nil, fault.Damaged(tx.Path, "the journal's record of %s cannot be applied: %v", id, err)
	}
	if !ok {
		return nil, changedSince(inv, id, p)
	}
	if then == nil {
		return nil, nil
	}
	after, err := then.Invitation(id)
	if err != nil {
		return nil, fault.Damaged(tx.Path, "the journal's record of %s cannot be read: %v", id, err)
	}
	// The advice follows the profile of today, the question set stays that of
	// the answers.
	version := after.RulebookVersion
	tx.Advise(&after)
	after.RulebookVersion, after.ChangedAt = version, tx.Now
	return &after, nil
}

func changedSince(inv *record.Invitation, id string, p record.Patch) error {
	switch {
	case inv == nil:
		return fmt.Errorf("the invitation %s is no longer there: %w", id, fault.ErrChanged)
	case p.Created:
		return fmt.Errorf("%s (%s) is there again: %w", inv.DisplayName(), id, fault.ErrChanged)
	}
	return fmt.Errorf("%s (%s): %w", inv.DisplayName(), id, fault.ErrChanged)
}
