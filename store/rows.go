package store

import (
	"context"
	"iter"
	"slices"

	"linkvet/store/fault"
	"linkvet/store/list"
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

// Each calls fn for every invitation, newest first, without keeping others from
// the store meanwhile: see eachMatching.
func (s *Store) Each(ctx context.Context, fn func(record.Invitation) error) error {
	return s.eachMatching(ctx, func(record.Row) bool { return true }, fn)
}

// How many invitations are read in one transaction, and how many bytes of notes.
const (
	readAtOnce      = 4096
	readBytesAtOnce = 4 << 20
)

// eachMatching calls fn for every invitation whose row is wanted, newest first; of
// the others only the row is read. fn may take as long as it likes, as when it
// writes to a pager that nobody turns the pages of: the store is only open to read
// the next ones. What changes meanwhile is given as it is by then, and what is
// deleted is left out.
func (s *Store) eachMatching(ctx context.Context, wanted func(record.Row) bool, fn func(record.Invitation) error) error {
	ids, err := s.chosen(ctx, wanted, nil)
	if err != nil {
		return err
	}
	for read, err := range s.readAhead(ctx, ids) {
		if err != nil {
			return err
		}
		for i := range read {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := fn(read[i]); err != nil {
				return err
			}
		}
	}
	return ctx.Err()
}

// chosen returns the ids of the invitations whose row is wanted, in an order or
// newest first.
func (s *Store) chosen(ctx context.Context, wanted func(record.Row) bool, order list.Order) (ids []string, err error) {
	var rows []record.Row
	err = s.file.View(func(tx *tables.Tx) error {
		return tx.EachSummary(ctx, func(_ []byte, row record.Row) (bool, error) {
			row.Judge(tx.Now)
			switch {
			case !wanted(row):
			case order == nil:
				ids = append(ids, row.ID)
			default:
				rows = append(rows, row)
			}
			return true, nil
		})
	})
	if order != nil {
		slices.SortStableFunc(rows, func(a, b record.Row) int { return order(&a, &b) })
	}
	for i := range rows {
		ids = append(ids, rows[i].ID)
	}
	return ids, err
}

// readAhead reads invitations some at a time, the next ones while those before are
// worked on. An error is the last of it. No reading goes on once it has ended.
func (s *Store) readAhead(ctx context.Context, ids []string) iter.Seq2[[]record.Invitation, error] {
	type some struct {
		read []record.Invitation
		err  error
	}
	return func(yield func([]record.Invitation, error) bool) {
		ctx, stop := context.WithCancel(ctx)
		ahead := make(chan some)
		go func() {
			defer close(ahead)
			for next := (some{}); len(ids) > 0 && next.err == nil; {
				next.read, ids, next.err = s.readSome(ids)
				select {
				case ahead <- next:
				case <-ctx.Done():
					return
				}
			}
		}()
		defer func() {
			stop()
			for range ahead { // until the one that is being read is
			}
		}()
		for some := range ahead {
			if !yield(some.read, some.err) {
				return
			}
		}
	}
}

// readSome returns the next invitations that are still there, and the ids of those
// after them.
func (s *Store) readSome(ids []string) (read []record.Invitation, rest []string, err error) {
	read = make([]record.Invitation, 0, min(len(ids), readAtOnce))
	err = s.file.View(func(tx *tables.Tx) error {
		n, size := 0, 0
		for ; n < min(len(ids), readAtOnce) && size < readBytesAtOnce; n++ {
			inv, err := tx.Find(ids[n])
			if err != nil {
				return err
			}
			if inv != nil {
				read = append(read, *inv)
				size += len(inv.Note) + len(inv.PersonNote)
			}
		}
		rest = ids[n:]
		return nil
	})
	return read, rest, err
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
