package tables

import (
	"bytes"
	"slices"

	"linkvet/store/record"
	"linkvet/store/sealed"
)

// ImportRecord is what the journal keeps of an import, beside the changes to
// invitations that were there before, so that it can be undone, and of that, so
// that it can be redone.
type ImportRecord struct {
	Added    []byte            `cbor:"1,keyasint,omitempty"` // of each new record its id and the checksum of its seal
	New      [][]byte          `cbor:"2,keyasint,omitempty"` // keys that are new among the connections
	Replaced []replaced        `cbor:"3,keyasint,omitempty"` // entries that are gone from there, or are others now
	Marks    map[string]string `cbor:"4,keyasint,omitempty"` // entries of meta as they were
	Quiet    []quietChange     `cbor:"5,keyasint,omitempty"` // changes without an entry each, also of what goes
}

// quietChange is a change to what is known beside an invitation.
type quietChange struct {
	ID    string       `cbor:"1,keyasint"`
	Patch record.Patch `cbor:"2,keyasint"`
}

// replaced is an entry as it was.
type replaced struct {
	Key   []byte `cbor:"1,keyasint"`
	Value []byte `cbor:"2,keyasint"`
}

// keep takes the changes of invitations that get no entry of their own into the
// record. A new one is in the store to be read, so its checksum will do.
func (r *ImportRecord) keep(changes []Changed) error {
	for _, c := range changes {
		switch {
		case !c.Quiet:
		case c.Before == nil:
			sum, err := SumOfAdded(c.After)
			if err != nil {
				return err
			}
			r.KeepAdded(c.After.ID, sum)
		default:
			if err := r.KeepQuiet(c.Before, c.After); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *ImportRecord) KeepAdded(id string, sum []byte) {
	r.Added = append(append(r.Added, id...), sum...)
}

// KeepQuiet notes how an invitation changes; after is nil for one that goes.
func (r *ImportRecord) KeepQuiet(before, after *record.Invitation) error {
	var p record.Patch
	var err error
	if after == nil {
		p, err = record.RemovalOf(before)
	} else {
		p, err = record.PatchBetween(before, after)
	}
	r.Quiet = append(r.Quiet, quietChange{before.ID, p})
	return err
}

// KeepConnection notes an entry among the connections as it was, nil for none,
// before it is written.
func (r *ImportRecord) KeepConnection(key, was []byte) {
	if was == nil {
		r.New = append(r.New, key)
	} else {
		r.Replaced = append(r.Replaced, replaced{key, bytes.Clone(was)})
	}
}

// AddedLength is how long each piece of ImportRecord.Added is.
const AddedLength = record.IDLength + sealed.Length - 1

// SealSum returns the checksum in a sealed value.
func SealSum(value []byte) []byte { return value[1:sealed.Length] }

// SumOfAdded is what an import remembers of a record that it added. When the
// person changed what is no part of it: taking that back leaves it changed.
func SumOfAdded(inv *record.Invitation) ([]byte, error) {
	unstamped := *inv
	unstamped.Stamps = nil
	value, err := record.Encode(&unstamped)
	if err != nil {
		return nil, err
	}
	return SealSum(value), nil
}

// PutBack gives connections and marks back what an import replaced, and returns
// the record of having done so, with which it is done again.
func (r *ImportRecord) PutBack(tx *Tx) (*ImportRecord, error) {
	back := &ImportRecord{Marks: map[string]string{}}
	connections, meta := tx.Bucket(BucketConnections()), tx.Bucket(BucketMeta())
	// Each table in the order of its keys, as everywhere.
	slices.SortFunc(r.Replaced, func(a, b replaced) int { return bytes.Compare(a.Key, b.Key) })
	for _, e := range r.Replaced {
		back.KeepConnection(e.Key, connections.Get(e.Key))
		if err := connections.Put(e.Key, e.Value); err != nil {
			return nil, err
		}
	}
	for _, key := range r.New {
		back.KeepConnection(key, connections.Get(key))
		if err := connections.Delete(key); err != nil {
			return nil, err
		}
	}
	for key, value := range r.Marks {
		back.Marks[key] = GetMeta(tx, key)
		var err error
		if value == "" {
			err = meta.Delete([]byte(key))
		} else {
			err = PutMeta(tx, key, value)
		}
		if err != nil {
			return nil, err
		}
	}
	return back, nil
}
