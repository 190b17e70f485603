package store

import (
	"fmt"
	"time"
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

// opens reports whether the change may make a second open invitation of a
// person: it was not open before, or was somebody else's.
func (c changed) opens() bool {
	if c.after == nil || c.after.Decision != "" {
		return false
	}
	return c.before == nil || c.before.Decision != "" || c.before.Name != c.after.Name || c.before.URL != c.after.URL
}

// pastStep is a step as the journal has it.
type pastStep struct {
	words    string
	at       time.Time
	entries  []pastEntry
	imported *importRecord // nil for what the person did
}

type pastEntry struct {
	Entry
	patch patch
	quiet bool
}

// readStep reads the step with that number, and the number of the one below it.
func (tx *Tx) readStep(number uint64) (pastStep, uint64, error) {
	var st pastStep
	var below uint64
	err := tx.eachEntry(number, func(e Entry, read func(*entryRecord) error) (bool, error) {
		var r entryRecord
		if err := read(&r); err != nil || r.Step != number {
			return false, err
		}
		if e.Seq == number {
			st.words, st.at, st.imported, below = r.Words, moment(r.At), r.Import, r.Below
		}
		if e.Seq == number && r.Import != nil {
			for _, c := range r.Import.Quiet {
				st.entries = append(st.entries, pastEntry{Entry{ID: c.ID}, c.Patch, true})
			}
			return true, nil
		}
		if r.Patch == nil {
			return false, damaged(tx.path, "journal entry %d does not say what changed", e.Seq)
		}
		e.What, e.Detail = r.What, r.Detail
		st.entries = append(st.entries, pastEntry{e, *r.Patch, false})
		return true, nil
	})
	if err == nil && len(st.entries) == 0 && st.imported == nil {
		err = damaged(tx.path, "the journal lacks entry %d", number)
	}
	return st, below, err
}
