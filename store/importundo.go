package store

import (
	"bytes"
	"fmt"
	"slices"

	bolt "go.etcd.io/bbolt"
)

// undoImport takes an import back: what it added goes, what it changed and
// replaced is as before. It refuses when something was done since with what it
// added. It cannot be redone but by importing again, because the journal does
// not keep every new invitation a second time.
func (s *Store) undoImport(tx *bolt.Tx, st pastStep) (Change, error) {
	done := Change{Words: st.words, Final: true}
	changes, err := s.reversed(tx, "undone", st)
	if err != nil {
		return done, err
	}
	if done.Removed, err = s.addedBy(tx, st); err != nil {
		return done, err
	}
	for _, c := range changes {
		if err := s.writeChange(tx, c); err != nil {
			return done, err
		}
		done.IDs, done.Now = append(done.IDs, c.entry.ID), append(done.Now, *c.after)
	}
	for _, inv := range done.Removed {
		done.IDs = append(done.IDs, inv.ID)
	}
	if err := removeAll(tx, done.Removed); err != nil {
		return done, err
	}
	if err := putBack(tx, st.imported); err != nil {
		return done, err
	}
	if err := putNumber(tx, metaRedo, 0); err != nil {
		return done, err
	}
	return done, s.noteUndone(tx, st, changes)
}

func (s *Store) noteUndone(tx *bolt.Tx, st pastStep, changes []changed) error {
	if err := note(tx, Entry{At: s.now(), Who: whoPerson, What: "undone", Detail: st.words}); err != nil {
		return err
	}
	for _, c := range changes[len(st.imported.Quiet):] {
		if err := note(tx, c.entry); err != nil {
			return err
		}
	}
	return nil
}

// addedBy returns the invitations that an import added, if all are as it left
// them.
func (s *Store) addedBy(tx *bolt.Tx, st pastStep) ([]Invitation, error) {
	added := make([]Invitation, 0, len(st.imported.Added)/addedLength)
	for piece := range slices.Chunk(st.imported.Added, addedLength) {
		id := string(piece[:idLength])
		inv, err := s.find(tx, id)
		if err != nil {
			return nil, err
		}
		if inv == nil {
			return nil, fmt.Errorf("the invitation %s is no longer there: %w", id, ErrChanged)
		}
		then := *inv
		then.ChangedAt = st.at // undoing what was done since has moved it
		same, err := isSealed(piece[idLength:], *inv, then)
		if err != nil {
			return nil, err
		}
		if !same {
			return nil, fmt.Errorf("%s (%s): %w", inv.DisplayName(), id, ErrChanged)
		}
		added = append(added, *inv)
	}
	return added, nil
}

// isSealed reports whether one of the states of an invitation has that checksum.
// What was read back from a table keeps the time of its last change.
func isSealed(sum []byte, states ...Invitation) (bool, error) {
	for _, inv := range states {
		record, err := encodeInvitation(&inv)
		if err != nil {
			return false, err
		}
		if bytes.Equal(sealSum(record), sum) {
			return true, nil
		}
	}
	return false, nil
}

// removeAll takes many records away, each table in the order of its keys.
func removeAll(tx *bolt.Tx, invitations []Invitation) error {
	if len(invitations) == 0 {
		return nil
	}
	listed := make([][]byte, 0, len(invitations))
	records, list := tx.Bucket(bucketInvitations()), tx.Bucket(bucketList())
	for _, inv := range invitations {
		if err := records.Delete([]byte(inv.ID)); err != nil {
			return err
		}
		listed = append(listed, listKey(inv.SentAt, inv.ID))
	}
	slices.SortFunc(listed, bytes.Compare)
	for _, key := range listed {
		if err := list.Delete(key); err != nil {
			return err
		}
	}
	return addCount(tx, -len(invitations))
}

// putBack gives connections and marks back what an import replaced.
func putBack(tx *bolt.Tx, kept *importRecord) error {
	connections, meta := tx.Bucket(bucketConnections()), tx.Bucket(bucketMeta())
	for _, key := range kept.New {
		if err := connections.Delete(key); err != nil {
			return err
		}
	}
	for _, e := range kept.Replaced {
		if err := connections.Put(e.Key, e.Value); err != nil {
			return err
		}
	}
	for key, was := range kept.Marks {
		var err error
		if was == "" {
			err = meta.Delete([]byte(key))
		} else {
			err = putMeta(tx, key, was)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
