package store

import (
	"context"
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// changed is one record of a step. before is nil for a new one, after for one
// that is deleted.
type changed struct {
	before, after *Invitation
	entry         Entry
}

// step is what a person does at once and takes back at once. Its entries stand
// side by side in the journal and hold what is needed to take it back.
type step struct {
	words   string
	changes []changed

	// Steps that can be undone lie on one pile and those that can be redone on
	// another. meta has the number of the uppermost of each, and each step that
	// of the one below.
	pile string
}

// writeStep writes records, list and journal. A step of the person's own leaves
// nothing to redo.
func (s *Store) writeStep(tx *bolt.Tx, st step) error {
	number := nextNumber(tx)
	for i, c := range st.changes {
		p, err := patchBetween(c.before, c.after)
		if err != nil {
			return err
		}
		if err := s.writeChange(tx, c); err != nil {
			return err
		}
		r := entryRecord{Step: number, Patch: &p}
		if i == 0 {
			r.Words, r.Below = st.words, metaNumber(tx, st.pile)
		}
		if err := appendEntry(tx, number+uint64(i), c.entry, r); err != nil {
			return err
		}
	}
	return putNumber(tx, st.pile, number)
}

func (s *Store) writeChange(tx *bolt.Tx, c changed) error {
	switch {
	case c.after == nil:
		return remove(tx, *c.before)
	case c.before == nil:
		return put(tx, s.now(), Invitation{}, *c.after)
	}
	return put(tx, s.now(), *c.before, *c.after)
}

// personDid writes a step of the person's.
func (s *Store) personDid(tx *bolt.Tx, changes []changed) error {
	for i := range changes {
		e := &changes[i].entry
		e.At, e.Who = s.now(), whoPerson
		if after := changes[i].after; after != nil {
			e.ID = after.ID
		} else {
			e.ID = changes[i].before.ID
		}
	}
	if err := putNumber(tx, metaRedo, 0); err != nil {
		return err
	}
	return s.writeStep(tx, step{words: wordsFor(changes), changes: changes, pile: metaUndo})
}

// wordsFor puts a step into words: "decided: Mia Berg accepted".
func wordsFor(changes []changed) string {
	first := changes[0]
	whom := fmt.Sprintf("%d invitations", len(changes))
	if len(changes) == 1 {
		if inv := first.after; inv != nil {
			whom = inv.DisplayName()
		} else {
			whom = first.before.DisplayName()
		}
	}
	words := first.entry.What + ": " + whom
	if first.entry.brief != "" {
		words += " " + first.entry.brief
	}
	return words
}

// batch is a change to several invitations on its way.
type batch struct {
	s     *Store
	tx    *bolt.Tx
	known *index // made when first needed
}

// refuseSecondOpen keeps one open invitation per person and direction: inv is
// about to become open.
func (b *batch) refuseSecondOpen(inv Invitation) error {
	if b.known == nil {
		var err error
		if b.known, err = b.s.loadIndex(context.Background(), b.tx); err != nil {
			return err
		}
	}
	records := b.known.people[person{inv.Direction, personKey(slugOf(inv.URL), inv.Name, inv.SentAt)}]
	for _, k := range records {
		if k.decision == "" && k.id != inv.ID {
			return fmt.Errorf("%w: %s has invited again since, as %s", ErrExists, inv.DisplayName(), k.id)
		}
	}
	for _, k := range records {
		if k.id == inv.ID {
			k.decision = "" // the next of the batch must know
		}
	}
	return nil
}
