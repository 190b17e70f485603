package store

import (
	bolt "go.etcd.io/bbolt"
)

// importAtOnce is how many entries an import writes in one transaction. All that
// a transaction has changed stays in memory until its end.
const importAtOnce = 10_000

// target is where an import is written: the store itself, in the one transaction
// that is all of the import, or a copy of it, in as many as it takes.
type target struct {
	tx     *bolt.Tx
	atOnce int // how many entries a transaction takes; 0 = as many as there are
	held   int // how many this one has
}

// next returns the transaction for one entry more. Those before may be ended, and
// nothing that was got from them is valid then.
func (t *target) next() (*bolt.Tx, error) {
	if t.atOnce > 0 && t.held >= t.atOnce {
		db := t.tx.DB()
		if err := t.tx.Commit(); err != nil {
			return nil, err
		}
		tx, err := db.Begin(true)
		if err != nil {
			return nil, err
		}
		t.tx, t.held = tx, 0
	}
	t.held++
	return t.tx, nil
}

// put writes entries, which are in the order of their keys.
func (t *target) put(table []byte, entries []keyed) error {
	for _, e := range entries {
		tx, err := t.next()
		if err != nil {
			return err
		}
		bucket := tx.Bucket(table)
		bucket.FillPercent = bulkFill
		if err := bucket.Put(e.key, e.value); err != nil {
			return err
		}
	}
	return nil
}

// remove takes the entries of keys away, which are in order.
func (t *target) remove(table []byte, keys [][]byte) error {
	for _, key := range keys {
		tx, err := t.next()
		if err != nil {
			return err
		}
		if err := tx.Bucket(table).Delete(key); err != nil {
			return err
		}
	}
	return nil
}
