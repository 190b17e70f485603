package store

import (
	"context"

	"linkvet/store/fault"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// Rows returns all invitations as a list shows them, newest first and those
// without a date last.
func (s *Store) Rows(ctx context.Context) ([]record.Row, error) {
	var rows []record.Row
	err := s.file.View(func(tx *tables.Tx) error {
		n := tables.Count(tx)
		rows = make([]record.Row, 0, max(n, 0))
		now := s.file.Now()
		err := tx.EachSummary(ctx, func(_ []byte, row record.Row) (bool, error) {
			row.Judge(now)
			rows = append(rows, row)
			return true, nil
		})
		if err == nil && len(rows) != n {
			err = fault.Damaged(s.file.FullPath, "it should hold %d invitations and lists %d", n, len(rows))
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return rows, nil
}

// Each calls fn for every invitation, newest first. It holds the store open for
// reading meanwhile, so fn must not change it.
func (s *Store) Each(ctx context.Context, fn func(record.Invitation) error) error {
	return s.eachMatching(ctx, func(record.Row) bool { return true }, fn)
}

func (s *Store) eachMatching(ctx context.Context, wanted func(record.Row) bool, fn func(record.Invitation) error) error {
	return s.file.View(func(tx *tables.Tx) error { return tx.EachMatching(ctx, wanted, fn) })
}

// Get returns the invitation with the given id, or the one id that begins so.
func (s *Store) Get(ref string) (record.Invitation, error) {
	var inv record.Invitation
	err := s.file.View(func(tx *tables.Tx) error {
		id, err := tx.Resolve(ref)
		if err != nil {
			return err
		}
		inv, err = tx.Get(id)
		return err
	})
	if err != nil {
		return record.Invitation{}, err
	}
	return inv, nil
}
