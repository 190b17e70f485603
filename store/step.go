package store

import (
	"context"
	"fmt"
)

// changed is one record of a step. before is nil for a new one, after for one
// that is deleted.
type changed struct {
	before, after *Invitation
	entry         Entry
	quiet         bool // of an import, in whose entry it stands instead of in one of its own
}

func (c changed) id() string {
	if c.after != nil {
		return c.after.ID
	}
	return c.before.ID
}

// step is what a person does at once and takes back at once. Its entries stand
// side by side in the journal and hold what is needed to take it back.
type step struct {
	words   string
	changes []changed

	// Of an import that is taken back or done again: what it changed beside
	// invitations, and how the journal says so; nil for all else.
	imported *importRecord
	entry    Entry

	// Steps that can be undone lie on one pile and those that can be redone on
	// another. meta has the number of the uppermost of each, and each step that
	// of the one below.
	pile string
}

// writeStep writes records, list and journal.
func (tx *Tx) writeStep(st step) error {
	if err := tx.writeChanges(st.changes); err != nil {
		return err
	}
	number := nextNumber(tx)
	next, r := number, entryRecord{Step: number, Words: st.words, Below: metaNumber(tx, st.pile)}
	write := func(e Entry) error {
		err := appendEntry(tx, next, e, r)
		next, r = next+1, entryRecord{Step: number}
		return err
	}
	if r.Import = st.imported; r.Import != nil {
		if err := r.Import.keep(st.changes); err != nil {
			return err
		}
		if err := write(st.entry); err != nil {
			return err
		}
	}
	for _, c := range st.changes {
		if c.quiet {
			continue
		}
		p, err := patchBetween(c.before, c.after)
		if err != nil {
			return err
		}
		r.Patch = &p
		if err := write(c.entry); err != nil {
			return err
		}
	}
	return putNumber(tx, st.pile, number)
}

// personDid writes a step of the person's own, which leaves nothing to redo.
func (tx *Tx) personDid(changes []changed) error {
	for i := range changes {
		e := &changes[i].entry
		e.At, e.Who, e.ID = tx.now, whoPerson, changes[i].id()
	}
	if err := putNumber(tx, metaRedo, 0); err != nil {
		return err
	}
	return tx.writeStep(step{words: wordsFor(changes), changes: changes, pile: metaUndo})
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
	tx    *Tx
	known *index // made when first needed
}

// refuseSecondOpen keeps one open invitation per person and direction: inv is
// about to become open.
func (b *batch) refuseSecondOpen(inv Invitation) error {
	if b.known == nil {
		var err error
		if b.known, err = loadIndex(context.Background(), b.tx); err != nil {
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
