package store

// editor changes an invitation and says what it did. What it leaves as it was
// is not written.
type editor func(b *batch, inv *Invitation) (Entry, error)

// change changes one invitation, as a step of its own.
func (s *Store) change(ref string, edit editor) (Invitation, error) {
	changed, err := s.changeAll([]string{ref}, edit)
	if err != nil {
		return Invitation{}, err
	}
	return changed[0], nil
}

// changeAll loads invitations, lets edit change them, and saves those that
// differ together with the journal, as one step: all of them or, when edit
// refuses one, none. It returns them all in the order of refs.
func (s *Store) changeAll(refs []string, edit editor) ([]Invitation, error) {
	var all []Invitation
	err := s.file.update(func(tx *Tx) (bool, error) {
		all = make([]Invitation, 0, len(refs))
		b := newBatch(tx)
		var changes []changed
		err := s.eachRef(tx, refs, func(before Invitation) error {
			after := before.clone()
			entry, err := edit(b, &after)
			if err != nil {
				return err
			}
			same, err := sameRecord(before, after)
			if err == nil && !same {
				after.ChangedAt = s.file.now()
				changes = append(changes, changed{before: &before, after: &after, entry: entry})
			}
			all = append(all, after)
			return err
		})
		if err != nil || len(changes) == 0 {
			return false, err
		}
		return true, tx.personDid(changes)
	})
	if err != nil {
		return nil, err
	}
	return all, nil
}

// eachRef calls fn once for every invitation that refs stand for.
func (s *Store) eachRef(tx *Tx, refs []string, fn func(inv Invitation) error) error {
	seen := make(map[string]bool, len(refs))
	for _, ref := range refs {
		id, err := tx.resolve(ref)
		if err != nil {
			return err
		}
		if seen[string(id)] {
			continue
		}
		seen[string(id)] = true
		inv, err := tx.get(id)
		if err != nil {
			return err
		}
		if err := fn(inv); err != nil {
			return err
		}
	}
	return nil
}
