package store

import (
	"context"
	"fmt"

	"linkvet/store/record"
	"linkvet/store/tables"
)

// Readvise computes the advice of every answered invitation again, after the
// profile or the rulebook has changed. Decisions stay, with the advice they
// were taken on.
func (s *Store) Readvise(ctx context.Context) error {
	return s.file.Update(func(tx *tables.Tx) (bool, error) {
		changes, err := s.readvised(ctx, tx)
		if err != nil || len(changes) == 0 {
			return false, err
		}
		if err := tx.WriteChanges(changes); err != nil {
			return false, err
		}
		for _, c := range changes {
			err := tables.Note(tx, record.Entry{At: s.file.Now(), Who: tables.WhoPerson, What: "advised", ID: c.After.ID,
				Detail: fmt.Sprintf("%s -> %s", c.Before.Recommendation, c.After.Recommendation)})
			if err != nil {
				return false, err
			}
		}
		return true, nil
	})
}

// readvised returns the invitations whose advice is no longer what is kept.
func (s *Store) readvised(ctx context.Context, tx *tables.Tx) ([]tables.Changed, error) {
	var changes []tables.Changed
	err := tx.EachSummary(ctx, func(_ []byte, row record.Row) (bool, error) {
		if row.Answered == 0 {
			return true, nil
		}
		before, err := tx.Get([]byte(row.ID))
		if err != nil {
			return false, err
		}
		after := before.Clone()
		tx.Advise(&after)
		after.RulebookVersion = before.RulebookVersion
		if same, err := record.SameRecord(before, after); err != nil || same {
			return err == nil, err
		}
		after.ChangedAt = s.file.Now()
		changes = append(changes, tables.Changed{Before: &before, After: &after})
		return true, nil
	})
	return changes, err
}
