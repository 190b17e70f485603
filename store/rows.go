package store

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
)

// everySoOften is how many entries a loop handles between two looks at whether
// it is still wanted.
const everySoOften = 512

// Rows returns all invitations as a list shows them, newest first and those
// without a date last.
func (s *Store) Rows(ctx context.Context) ([]Row, error) {
	var rows []Row
	err := s.view(func(tx *Tx) error {
		n := count(tx)
		rows = make([]Row, 0, max(n, 0))
		now := s.now()
		err := tx.eachSummary(ctx, func(_ []byte, row Row) (bool, error) {
			row.judge(now)
			rows = append(rows, row)
			return true, nil
		})
		if err == nil && len(rows) != n {
			err = damaged(s.path, "it should hold %d invitations and lists %d", n, len(rows))
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return rows, nil
}

// eachListed calls fn for every entry of the list, newest first, until fn
// returns false. Key and value are valid during the call only.
func (tx *Tx) eachListed(ctx context.Context, fn func(key, value []byte) (more bool, err error)) error {
	cursor := tx.Bucket(bucketList()).Cursor()
	n := 0
	for key, value := cursor.Last(); key != nil; key, value = cursor.Prev() {
		if n++; n%everySoOften == 0 {
			if err := breathe(ctx); err != nil {
				return err
			}
		}
		if more, err := fn(key, value); err != nil || !more {
			return err
		}
	}
	return ctx.Err()
}

// eachSummary is eachListed with the entries as rows.
func (tx *Tx) eachSummary(ctx context.Context, fn func(key []byte, row Row) (more bool, err error)) error {
	return tx.eachListed(ctx, func(key, value []byte) (bool, error) {
		row, err := decodeSummary(key, value)
		if err != nil {
			return false, badSummary(tx.path, key, err)
		}
		return fn(key, row)
	})
}

// badSummary names an entry of the list that cannot be read.
func badSummary(path string, key []byte, err error) error {
	return damaged(path, "the list entry %q cannot be read: %v", key, err)
}

// Each calls fn for every invitation, newest first. It holds the store open for
// reading meanwhile, so fn must not change it.
func (s *Store) Each(ctx context.Context, fn func(Invitation) error) error {
	return s.eachMatching(ctx, func(Row) bool { return true }, fn)
}

// eachMatching calls fn for every invitation whose row is wanted; the others
// are not even read.
func (s *Store) eachMatching(ctx context.Context, wanted func(Row) bool, fn func(Invitation) error) error {
	return s.view(func(tx *Tx) error {
		now := s.now()
		return tx.eachSummary(ctx, func(_ []byte, row Row) (bool, error) {
			row.judge(now)
			if !wanted(row) {
				return true, nil
			}
			inv, err := tx.get([]byte(row.ID))
			if err != nil {
				return false, err
			}
			outside(func() { err = fn(inv) })
			return err == nil, err
		})
	})
}

// Get returns the invitation with the given id, or the one id that begins so.
func (s *Store) Get(ref string) (Invitation, error) {
	var inv Invitation
	err := s.view(func(tx *Tx) error {
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

// resolve returns the id that ref, an id or the beginning of one, stands for.
func (tx *Tx) resolve(ref string) ([]byte, error) {
	prefix := []byte(normaliseRef(strings.ToLower(strings.TrimSpace(ref))))
	if len(prefix) == 0 {
		return nil, invalid("an id is needed; linkvet list shows them")
	}
	var candidates []string
	var id []byte
	cursor := tx.Bucket(bucketInvitations()).Cursor()
	for key, value := cursor.Seek(prefix); key != nil && bytes.HasPrefix(key, prefix); key, value = cursor.Next() {
		if len(candidates) == maxCandidates {
			return nil, invalid("%q is the beginning of more than %d ids: %s, …", ref, maxCandidates, strings.Join(candidates, ", "))
		}
		inv, err := tx.decodeRecord(key, value)
		if err != nil {
			return nil, err
		}
		id = bytes.Clone(key)
		candidates = append(candidates, fmt.Sprintf("%s (%s)", key, inv.DisplayName()))
	}
	switch len(candidates) {
	case 0:
		return nil, fmt.Errorf("%w: %q; linkvet list shows all ids", ErrNotFound, ref)
	case 1:
		return id, nil
	}
	return nil, invalid("%q is the beginning of several ids: %s", ref, strings.Join(candidates, ", "))
}

// decodeRecord reads a record and names it when it cannot be read.
func (tx *Tx) decodeRecord(key, value []byte) (Invitation, error) {
	inv, err := decodeInvitation(key, value)
	if err == errFormat {
		return inv, newer(tx.path, "the invitation %s has a later format", key)
	}
	if err != nil {
		return inv, damaged(tx.path, "the invitation %s cannot be read: %v", key, err)
	}
	return inv, nil
}

// get returns the record with exactly this id.
func (tx *Tx) get(id []byte) (Invitation, error) {
	value := tx.Bucket(bucketInvitations()).Get(id)
	if value == nil {
		return Invitation{}, damaged(tx.path, "the list names the invitation %s, which is not there", id)
	}
	return tx.decodeRecord(id, value)
}
