package tables

import (
	"time"

	"linkvet/store/fault"
	"linkvet/store/quantity"
	"linkvet/store/record"
)

// Changed is one record of a step. before is nil for a new one, after for one
// that is deleted.
type Changed struct {
	Before, After *record.Invitation
	Entry         record.Entry
	Quiet         bool // of an import, in whose entry it stands instead of in one of its own
}

func (c Changed) ID() string {
	if c.After != nil {
		return c.After.ID
	}
	return c.Before.ID
}

// Step is what a person does at once and takes back at once. Its entries stand
// side by side in the journal and hold what is needed to take it back.
type Step struct {
	Words   string
	Changes []Changed

	// Of an import that is taken back or done again: what it changed beside
	// invitations, and how the journal says so; nil for all else.
	Imported *ImportRecord
	Entry    record.Entry

	Visit string // of answers: the visit of a page that they were given in; "" for none

	// Steps that can be undone lie on one pile and those that can be redone on
	// another. meta has the number of the uppermost of each, and each step that
	// of the one below.
	Pile string
}

// WriteStep writes records, list and journal.
func (tx *Tx) WriteStep(st Step) error {
	if err := tx.WriteChanges(st.Changes); err != nil {
		return err
	}
	number := NextNumber(tx)
	next, r := number, EntryRecord{Step: number, Words: st.Words, Below: MetaNumber(tx, st.Pile), Visit: st.Visit}
	write := func(e record.Entry) error {
		err := AppendEntry(tx, next, e, r)
		next, r = next+1, EntryRecord{Step: number}
		return err
	}
	if r.Import = st.Imported; r.Import != nil {
		if err := r.Import.keep(st.Changes); err != nil {
			return err
		}
		if err := write(st.Entry); err != nil {
			return err
		}
	}
	for _, c := range st.Changes {
		if c.Quiet {
			continue
		}
		p, err := record.PatchBetween(c.Before, c.After)
		if err != nil {
			return err
		}
		r.Patch = &p
		if err := write(c.Entry); err != nil {
			return err
		}
	}
	return PutNumber(tx, st.Pile, number)
}

// PersonDid writes a step of the person's own, which leaves nothing to redo.
func (tx *Tx) PersonDid(changes []Changed) error { return tx.PersonDidIn("", changes) }

// PersonDidIn is PersonDid for the first of what is answered in a visit of a page,
// which Extend adds the rest to.
func (tx *Tx) PersonDidIn(visit string, changes []Changed) error {
	for i := range changes {
		e := &changes[i].Entry
		e.At, e.Who, e.ID = tx.Now, WhoPerson, changes[i].ID()
	}
	if err := PutNumber(tx, MetaRedo, 0); err != nil {
		return err
	}
	return tx.WriteStep(Step{Words: wordsFor(changes), Changes: changes, Visit: visit, Pile: MetaUndo})
}

// wordsFor puts a step into words: "decided: Mia Berg accepted".
func wordsFor(changes []Changed) string {
	first := changes[0]
	whom := quantity.Of(len(changes), "invitation", "invitations")
	if len(changes) == 1 {
		if inv := first.After; inv != nil {
			whom = inv.DisplayName()
		} else {
			whom = first.Before.DisplayName()
		}
	}
	words := first.Entry.What + ": " + whom
	if first.Entry.Short != "" {
		words += " " + first.Entry.Short
	}
	return words
}

// Opens reports whether the change may make a second open invitation of a
// person: it was not open before, or was somebody else's.
func (c Changed) Opens() bool {
	if c.After == nil || c.After.Decision != "" {
		return false
	}
	return c.Before == nil || c.Before.Decision != "" || c.Before.Name != c.After.Name || c.Before.URL != c.After.URL
}

// PastStep is a step as the journal has it.
type PastStep struct {
	Words    string
	At       time.Time
	Entries  []pastEntry
	Imported *ImportRecord // nil for what the person did
}

type pastEntry struct {
	record.Entry
	Patch record.Patch
	Quiet bool
}

// ReadStep reads the step with that number, and the number of the one below it.
func (tx *Tx) ReadStep(number uint64) (PastStep, uint64, error) {
	var st PastStep
	var below uint64
	err := tx.EachEntry(number, func(e record.Entry, read func(*EntryRecord) error) (bool, error) {
		var r EntryRecord
		if err := read(&r); err != nil || r.Step != number {
			return false, err
		}
		if e.Seq == number {
			st.Words, st.At, st.Imported, below = r.Words, record.Moment(r.At), r.Import, r.Below
		}
		if e.Seq == number && r.Import != nil {
			for _, c := range r.Import.Quiet {
				st.Entries = append(st.Entries, pastEntry{record.Entry{ID: c.ID}, c.Patch, true})
			}
			return true, nil
		}
		if r.Patch == nil {
			return false, fault.Damaged(tx.Path, "journal entry %d does not say what changed", e.Seq)
		}
		e.What, e.Detail = r.What, r.Detail
		st.Entries = append(st.Entries, pastEntry{e, *r.Patch, false})
		return true, nil
	})
	if err == nil && len(st.Entries) == 0 && st.Imported == nil {
		err = fault.Damaged(tx.Path, "the journal lacks entry %d", number)
	}
	return st, below, err
}
