package store

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"strings"
)

// everySoOften is how many entries a loop handles between two looks at whether
// it is still wanted.
const everySoOften = 512

// eachListed calls fn for every entry of the list, newest first, until fn
// returns false. Key and value are valid during the call only.
func (tx *Tx) eachListed(ctx context.Context, fn func(key, value []byte) (more bool, err error)) error {
	cursor := tx.Bucket(bucketList()).Cursor()
	n := 0
	for key, value := cursor.Last(); key != nil; key, value = cursor.Prev() {
		if n++; n%everySoOften == 0 {
			runtime.Gosched() // so that a key pressed meanwhile need not wait
			if err := ctx.Err(); err != nil {
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

// eachMatching calls fn for every invitation whose row is wanted, newest first;
// the others are not even read.
func (tx *Tx) eachMatching(ctx context.Context, wanted func(Row) bool, fn func(Invitation) error) error {
	return tx.eachSummary(ctx, func(_ []byte, row Row) (bool, error) {
		row.judge(tx.now)
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
}

// find returns the invitation with exactly this id, nil when there is none.
func (tx *Tx) find(id string) (*Invitation, error) {
	if tx.Bucket(bucketInvitations()).Get([]byte(id)) == nil {
		return nil, nil
	}
	inv, err := tx.get([]byte(id))
	return &inv, err
}
