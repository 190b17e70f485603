package store

import (
	"context"
)

// Rows returns all invitations as a list shows them, newest first and those
// without a date last.
func (s *Store) Rows(ctx context.Context) ([]Row, error) {
	var rows []Row
	err := s.file.view(func(tx *Tx) error {
		n := count(tx)
		rows = make([]Row, 0, max(n, 0))
		now := s.file.now()
		err := tx.eachSummary(ctx, func(_ []byte, row Row) (bool, error) {
			row.judge(now)
			rows = append(rows, row)
			return true, nil
		})
		if err == nil && len(rows) != n {
			err = damaged(s.file.path, "it should hold %d invitations and lists %d", n, len(rows))
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
func (s *Store) Each(ctx context.Context, fn func(Invitation) error) error {
	return s.eachMatching(ctx, func(Row) bool { return true }, fn)
}

func (s *Store) eachMatching(ctx context.Context, wanted func(Row) bool, fn func(Invitation) error) error {
	return s.file.view(func(tx *Tx) error { return tx.eachMatching(ctx, wanted, fn) })
}

// Get returns the invitation with the given id, or the one id that begins so.
func (s *Store) Get(ref string) (Invitation, error) {
	var inv Invitation
	err := s.file.view(func(tx *Tx) error {
		id, err := tx.resolve(ref)
		if err != nil {
			return err
		}
		inv, err = tx.get(id)
		return err
	})
	if err != nil {
		return Invitation{}, err
	}
	return inv, nil
}
