package store

import (
	"context"
	"fmt"
)

// Readvise computes the advice of every answered invitation again, after the
// profile or the rulebook has changed. Decisions stay, with the advice they
// were taken on.
func (s *Store) Readvise(ctx context.Context) error {
	return s.file.update(func(tx *Tx) (bool, error) {
		changes, err := s.readvised(ctx, tx)
		if err != nil || len(changes) == 0 {
			return false, err
		}
		if err := tx.writeChanges(changes); err != nil {
			return false, err
		}
		for _, c := range changes {
			err := note(tx, Entry{At: s.file.now(), Who: whoPerson, What: "advised", ID: c.after.ID,
				Detail: fmt.Sprintf("%s -> %s", c.before.Recommendation, c.after.Recommendation)})
			if err != nil {
				return false, err
			}
		}
		return true, nil
	})
}

// readvised returns the invitations whose advice is no longer what is kept.
func (s *Store) readvised(ctx context.Context, tx *Tx) ([]changed, error) {
	var changes []changed
	err := tx.eachSummary(ctx, func(_ []byte, row Row) (bool, error) {
		if row.Answered == 0 {
			return true, nil
		}
		before, err := tx.get([]byte(row.ID))
		if err != nil {
			return false, err
		}
		after := before.clone()
		tx.advise(&after)
		after.RulebookVersion = before.RulebookVersion
		if same, err := sameRecord(before, after); err != nil || same {
			return err == nil, err
		}
		after.ChangedAt = s.file.now()
		changes = append(changes, changed{before: &before, after: &after})
		return true, nil
	})
	return changes, err
}
