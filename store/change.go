package store

import (
	"linkvet/store/merge"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// editor changes an invitation and says what it did. What it leaves as it was
// is not written.
type editor func(b *merge.Batch, inv *record.Invitation) (record.Entry, error)

// change changes one invitation, as a step of its own.
func (s *Store) change(ref string, edit editor) (record.Invitation, error) {
	changed, err := s.changeAll([]string{ref}, edit)
	if err != nil {
		return record.Invitation{}, err
	}
	return changed[0], nil
}

// changeAll loads invitations, lets edit change them, and saves those that
// differ together with the journal, as one step: all of them or, when edit
// refuses one, none. It returns them all in the order of refs.
func (s *Store) changeAll(refs []string, edit editor) ([]record.Invitation, error) {
	return s.changeWith(refs, edit, (*tables.Tx).PersonDid)
}

// changeWith is changeAll, with what it does last: writing the step.
func (s *Store) changeWith(refs []string, edit editor, did func(*tables.Tx, []tables.Changed) error) ([]record.Invitation, error) {
	var all []record.Invitation
	err := s.file.Update(func(tx *tables.Tx) (bool, error) {
		all = make([]record.Invitation, 0, len(refs))
		b := merge.NewBatch(tx)
		var changes []tables.Changed
		err := s.eachRef(tx, refs, func(before record.Invitation) error {
			after := before.Clone()
			entry, err := edit(b, &after)
			if err != nil {
				return err
			}
			same, err := record.SameRecord(before, after)
			if err == nil && !same {
				after.ChangedAt = s.file.Now()
				after.Stamp(&before, after.ChangedAt)
				changes = append(changes, tables.Changed{Before: &before, After: &after, Entry: entry})
			}
			all = append(all, after)
			return err
		})
		if err != nil || len(changes) == 0 {
			return false, err
		}
		if err := noteRules(tx, changes); err != nil {
			return false, err
		}
		return true, did(tx, changes)
	})
	if err != nil {
		return nil, err
	}
	return all, nil
}

// eachRef calls fn once for every invitation that refs stand for.
func (s *Store) eachRef(tx *tables.Tx, refs []string, fn func(inv record.Invitation) error) error {
	seen := make(map[string]bool, len(refs))
	for _, ref := range refs {
		id, err := tx.Resolve(ref)
		if err != nil {
			return err
		}
		if seen[string(id)] {
			continue
		}
		seen[string(id)] = true
		inv, err := tx.Get(id)
		if err != nil {
			return err
		}
		if err := fn(inv); err != nil {
			return err
		}
	}
	return nil
}
