package tables

import (
	"errors"
	"fmt"

	"linkvet/store/fault"
	"linkvet/store/record"
)

// Saying puts what changed in an invitation into the words of the journal.
type Saying func(before, after record.Invitation) record.Entry

// Extend writes a change of answers as part of an earlier step that changed
// answers, so that both are taken back at once. It reports false, and writes
// nothing, unless that step is the last thing that happened. An invitation has
// one entry in a step, which say puts into words.
func (tx *Tx) Extend(step uint64, c Changed, say Saying) (bool, error) {
	if step == 0 || MetaNumber(tx, MetaUndo) != step || MetaNumber(tx, MetaRedo) != 0 {
		return false, nil
	}
	past, below, err := tx.ReadStep(step)
	if err != nil {
		return false, err
	}
	if past.Imported != nil || NextNumber(tx) != step+uint64(len(past.Entries)) {
		return false, nil
	}
	at, base, err := tx.before(past, c)
	if err != nil || base == nil {
		return false, err
	}
	patch, err := record.PatchBetween(base, c.After)
	if err != nil {
		return false, err
	}
	if err := tx.WriteChanges([]Changed{c}); err != nil {
		return false, err
	}
	if answers, err := patch.Answers(); err != nil || answers.Empty() && len(past.Entries) == 1 {
		return true, errors.Join(err, tx.forget(step, below)) // all of it was taken back
	}
	entry := say(*base, *c.After)
	entry.At, entry.Who, entry.ID = tx.Now, WhoPerson, c.ID()
	words := wordsFor([]Changed{{Before: base, After: c.After, Entry: entry}})
	if len(past.Entries) > 1 || at > 0 {
		words = fmt.Sprintf("%s: %d invitations", entry.What, max(len(past.Entries), at+1))
	}
	return true, tx.rewrite(step, at, entry, patch, words, below)
}

// before finds the entry of an invitation in a step, or the place for one, and
// the invitation as it was before that step. It is nil when that cannot be told
// because something else has changed it meanwhile.
func (tx *Tx) before(past PastStep, c Changed) (at int, base *record.Invitation, err error) {
	for i, e := range past.Entries {
		if e.What != c.Entry.What {
			return i, nil, nil
		}
		if e.ID != c.ID() {
			continue
		}
		base, err = tx.Patched(c.Before, e.ID, e.Patch.Reversed())
		if errors.Is(err, fault.ErrChanged) {
			return i, nil, nil
		}
		return i, base, err
	}
	return len(past.Entries), c.Before, nil
}

// rewrite puts an entry in its place in a step and changes the words of that.
func (tx *Tx) rewrite(step uint64, at int, e record.Entry, p record.Patch, words string, below uint64) error {
	r := EntryRecord{Step: step, Patch: &p}
	if at == 0 {
		r.Words, r.Below = words, below
	}
	if err := AppendEntry(tx, step+uint64(at), e, r); err != nil || at == 0 {
		return err
	}
	return tx.EachEntry(step, func(first record.Entry, read func(*EntryRecord) error) (bool, error) {
		var r EntryRecord
		if err := read(&r); err != nil {
			return false, err
		}
		first.At, first.Who, first.What, first.Detail = record.Moment(r.At), r.Who, r.What, r.Detail
		r.Words = words
		return false, AppendEntry(tx, step, first, r)
	})
}

// forget takes the entry of a step out of the journal, and the step off its
// pile.
func (tx *Tx) forget(step, below uint64) error {
	cursor := tx.Bucket(BucketJournal()).Cursor()
	if key, _ := cursor.Last(); key == nil {
		return fault.Damaged(tx.Path, "the journal lacks entry %d", step)
	}
	if err := cursor.Delete(); err != nil {
		return err
	}
	return PutNumber(tx, MetaUndo, below)
}
