package store

import (
	"bytes"
	"fmt"
	"slices"

	"linkvet/store/fault"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// addedBy returns the invitations that an import added, to be removed, if all
// are as it left them. Any other step adds none without saying so itself.
func (s *Store) addedBy(tx *tables.Tx, st tables.PastStep) ([]tables.Changed, error) {
	if st.Imported == nil {
		return nil, nil
	}
	added := make([]tables.Changed, 0, len(st.Imported.Added)/tables.AddedLength)
	for piece := range slices.Chunk(st.Imported.Added, tables.AddedLength) {
		id := string(piece[:record.IDLength])
		inv, sum, err := tx.FindSum(id)
		if err != nil {
			return nil, err
		}
		if inv == nil {
			return nil, fmt.Errorf("the invitation %s is no longer there: %w", id, fault.ErrChanged)
		}
		if !bytes.Equal(sum, piece[record.IDLength:]) { // else nothing has touched it
			then := *inv
			then.ChangedAt = st.At // undoing what was done since has moved it
			same, err := wasAdded(piece[record.IDLength:], *inv, then)
			if err != nil {
				return nil, err
			}
			if !same {
				return nil, fmt.Errorf("%s (%s): %w", inv.DisplayName(), id, fault.ErrChanged)
			}
		}
		added = append(added, tables.Changed{Before: inv, Quiet: true})
	}
	return added, nil
}

// wasAdded reports whether one of the states of an invitation has that checksum.
// What was read back from a table keeps the time of its last change.
func wasAdded(sum []byte, states ...record.Invitation) (bool, error) {
	for _, inv := range states {
		is, err := tables.SumOfAdded(&inv)
		if err != nil {
			return false, err
		}
		if bytes.Equal(is, sum) {
			return true, nil
		}
	}
	return false, nil
}
