package tables

import (
	bolt "go.etcd.io/bbolt"
)

// Target is where an import is written: the store itself, in the one transaction
// that is all of the import, or a copy of it, in as many as it takes.
type Target struct {
	Tx     *bolt.Tx
	AtOnce int // how many entries a transaction takes; 0 = as many as there are
	held   int // how many this one has
}

// Next returns the transaction for one entry more. Those before may be ended, and
// nothing that was got from them is valid then.
func (t *Target) Next() (*bolt.Tx, error) {
	if t.AtOnce > 0 && t.held >= t.AtOnce {
		db := t.Tx.DB()
		if err := t.Tx.Commit(); err != nil {
			return nil, err
		}
		tx, err := db.Begin(true)
		if err != nil {
			return nil, err
		}
		t.Tx, t.held = tx, 0
	}
	t.held++
	return t.Tx, nil
}

// Put writes entries, which are in the order of their keys.
func (t *Target) Put(table []byte, entries []Keyed) error {
	for _, e := range entries {
		tx, err := t.Next()
		if err != nil {
			return err
		}
		bucket := tx.Bucket(table)
		bucket.FillPercent = BulkFill
		if err := bucket.Put(e.Key, e.Value); err != nil {
			return err
		}
	}
	return nil
}

// Remove takes the entries of keys away, which are in order.
func (t *Target) Remove(table []byte, keys [][]byte) error {
	for _, key := range keys {
		tx, err := t.Next()
		if err != nil {
			return err
		}
		if err := tx.Bucket(table).Delete(key); err != nil {
			return err
		}
	}
	return nil
}
