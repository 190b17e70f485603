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
		inv, err := tx.find(id)
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
