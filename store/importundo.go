package store

import (
	"bytes"
	"fmt"
	"slices"
)

// addedBy returns the invitations that an import added, to be removed, if all
// are as it left them. Any other step adds none without saying so itself.
func (s *Store) addedBy(tx *Tx, st pastStep) ([]changed, error) {
	if st.imported == nil {
		return nil, nil
	}
	added := make([]changed, 0, len(st.imported.Added)/addedLength)
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
		added = append(added, changed{before: inv, quiet: true})
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

// putBack gives connections and marks back what an import replaced, and returns
// the record of having done so, with which it is done again.
func (r *importRecord) putBack(tx *Tx) (*importRecord, error) {
	back := &importRecord{Marks: map[string]string{}}
	connections, meta := tx.Bucket(bucketConnections()), tx.Bucket(bucketMeta())
	// Each table in the order of its keys, as everywhere.
	slices.SortFunc(r.Replaced, func(a, b replaced) int { return bytes.Compare(a.Key, b.Key) })
	for _, e := range r.Replaced {
		back.keepConnection(e.Key, connections.Get(e.Key))
		if err := connections.Put(e.Key, e.Value); err != nil {
			return nil, err
		}
	}
	for _, key := range r.New {
		back.keepConnection(key, connections.Get(key))
		if err := connections.Delete(key); err != nil {
			return nil, err
		}
	}
	for key, value := range r.Marks {
		back.Marks[key] = getMeta(tx, key)
		var err error
		if value == "" {
			err = meta.Delete([]byte(key))
		} else {
			err = putMeta(tx, key, value)
		}
		if err != nil {
			return nil, err
		}
	}
	return back, nil
}
