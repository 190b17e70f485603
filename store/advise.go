package store

import (
	"context"
	"fmt"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// Readvise computes the advice of every answered invitation again, after the
// profile has changed. Decisions stay, with the advice they were taken on.
func (s *Store) Readvise(ctx context.Context) error {
	return s.file.Update(func(tx *tables.Tx) (bool, error) {
		changes, err := s.readvise(ctx, tx, tables.WhoPerson)
		return len(changes) > 0, err
	})
}

// FollowRules computes all advice again once the rules have changed with a newer
// version of the program, and returns how many recommendations are different.
// The answers stay as they are, and the journal keeps what was advised before.
func (s *Store) FollowRules(ctx context.Context) (different int, err error) {
	rules := uint64(advisor.RulebookVersion())
	err = s.file.Update(func(tx *tables.Tx) (bool, error) {
		if tables.MetaNumber(tx, tables.MetaRules) >= rules {
			return false, nil
		}
		changes, err := s.readvise(ctx, tx, tables.WhoRules)
		if err != nil {
			return false, err
		}
		for _, c := range changes {
			if c.Before.Recommendation != c.After.Recommendation {
				different++
			}
		}
		return true, tables.PutNumber(tx, tables.MetaRules, rules)
	})
	return different, err
}

// readvise writes the advice of every answered invitation where it is no longer
// what is kept, and notes in the journal what it was.
func (s *Store) readvise(ctx context.Context, tx *tables.Tx, who string) ([]tables.Changed, error) {
	changes, err := s.readvised(ctx, tx)
	if err != nil || len(changes) == 0 {
		return nil, err
	}
	if err := tx.WriteChanges(changes); err != nil {
		return nil, err
	}
	for _, c := range changes {
		err := tables.Note(tx, record.Entry{At: s.file.Now(), Who: who, What: "advised", ID: c.After.ID,
			Detail: fmt.Sprintf("%s -> %s", c.Before.Recommendation, c.After.Recommendation)})
		if err != nil {
			return nil, err
		}
	}
	return changes, nil
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
