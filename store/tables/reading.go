package tables

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"strings"

	"linkvet/store/fault"
	"linkvet/store/record"
	"linkvet/store/sealed"
)

// EverySoOften is how many entries a loop handles between two looks at whether
// it is still wanted.
const EverySoOften = 512

// EachListed calls fn for every entry of the list, newest first, until fn
// returns false. Key and value are valid during the call only.
func (tx *Tx) EachListed(ctx context.Context, fn func(key, value []byte) (more bool, err error)) error {
	cursor := tx.Bucket(BucketList()).Cursor()
	n := 0
	for key, value := cursor.Last(); key != nil; key, value = cursor.Prev() {
		if n++; n%EverySoOften == 0 {
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

// EachSummary is EachListed with the entries as rows.
func (tx *Tx) EachSummary(ctx context.Context, fn func(key []byte, row record.Row) (more bool, err error)) error {
	return tx.EachListed(ctx, func(key, value []byte) (bool, error) {
		row, err := record.DecodeSummary(key, value)
		if err != nil {
			return false, BadSummary(tx.Path, key, err)
		}
		return fn(key, row)
	})
}

// BadSummary names an entry of the list that cannot be read.
func BadSummary(path string, key []byte, err error) error {
	return fault.Damaged(path, "the list entry %q cannot be read: %v", key, err)
}

// Resolve returns the id that ref, an id or the beginning of one, stands for.
func (tx *Tx) Resolve(ref string) ([]byte, error) {
	prefix := []byte(record.NormalizeRef(strings.ToLower(strings.TrimSpace(ref))))
	if len(prefix) == 0 {
		return nil, fault.Invalid("an id is needed; linkvet list shows them")
	}
	var candidates []string
	var id []byte
	cursor := tx.Bucket(BucketInvitations()).Cursor()
	for key, value := cursor.Seek(prefix); key != nil && bytes.HasPrefix(key, prefix); key, value = cursor.Next() {
		if len(candidates) == record.MaxCandidates {
			return nil, fault.Unclear("%q is the beginning of more than %d ids: %s, …", ref, record.MaxCandidates, strings.Join(candidates, ", "))
		}
		inv, err := tx.DecodeRecord(key, value)
		if err != nil {
			return nil, err
		}
		id = bytes.Clone(key)
		candidates = append(candidates, fmt.Sprintf("%s (%s)", key, inv.DisplayName()))
	}
	switch len(candidates) {
	case 0:
		return nil, fmt.Errorf("%w: %q; linkvet list shows all ids", fault.ErrNotFound, ref)
	case 1:
		return id, nil
	}
	return nil, fault.Unclear("%q is the beginning of several ids: %s", ref, strings.Join(candidates, ", "))
}

// DecodeRecord reads a record and names it when it cannot be read.
func (tx *Tx) DecodeRecord(key, value []byte) (record.Invitation, error) {
	inv, err := record.Decode(key, value)
	if err == sealed.ErrFormat {
		return inv, fault.Newer(tx.Path, "the invitation %s has a later format", key)
	}
	if err != nil {
		return inv, fault.Damaged(tx.Path, "the invitation %s cannot be read: %v", key, err)
	}
	return inv, nil
}

// Get returns the record with exactly this id.
func (tx *Tx) Get(id []byte) (record.Invitation, error) {
	value := tx.Bucket(BucketInvitations()).Get(id)
	if value == nil {
		return record.Invitation{}, fault.Damaged(tx.Path, "the list names the invitation %s, which is not there", id)
	}
	return tx.DecodeRecord(id, value)
}

// HasRecords reports whether there is any invitation.
func (tx *Tx) HasRecords() bool {
	key, _ := tx.Bucket(BucketInvitations()).Cursor().First()
	return key != nil
}

// EachRecord calls fn for every invitation, in the order of their ids, whatever
// the list says.
func (tx *Tx) EachRecord(ctx context.Context, fn func(record.Invitation) error) error {
	cursor := tx.Bucket(BucketInvitations()).Cursor()
	n := 0
	for key, value := cursor.First(); key != nil; key, value = cursor.Next() {
		if n++; n%EverySoOften == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		inv, err := tx.DecodeRecord(key, value)
		if err == nil {
			err = fn(inv)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Find returns the invitation with exactly this id, nil when there is none.
func (tx *Tx) Find(id string) (*record.Invitation, error) {
	inv, _, err := tx.FindSum(id)
	return inv, err
}

// FindSum is Find with the checksum in the seal, which is valid during the
// transaction.
func (tx *Tx) FindSum(id string) (inv *record.Invitation, sum []byte, err error) {
	value := tx.Bucket(BucketInvitations()).Get([]byte(id))
	if value == nil {
		return nil, nil, nil
	}
	read, err := tx.DecodeRecord([]byte(id), value)
	if err != nil {
		return nil, nil, err
	}
	return &read, SealSum(value), nil
}
