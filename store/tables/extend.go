package tables

import (
	"errors"

	"linkvet/store/fault"
	"linkvet/store/quantity"
	"linkvet/store/record"
)

// Saying puts what changed in an invitation into the words of the journal.
type Saying func(before, after record.Invitation) record.Entry

// Extend writes a change of answers as part of the last step, so that both are
// taken back at once. It reports false, and writes nothing, unless that step is of
// the same visit, whichever program wrote it, and is the last thing that happened. An invitation has
// one entry in a step, which say puts into words.
func (tx *Tx) Extend(visit string, c Changed, say Saying) (bool, error) {
	step := MetaNumber(tx, MetaUndo)
	if visit == "" || step == 0 || MetaNumber(tx, MetaRedo) != 0 {
		return false, nil
	}
	if of, err := tx.visitOf(step); err != nil || of != visit {
		return false, err
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
		words = entry.What + ": " + quantity.Of(max(len(past.Entries), at+1), "invitation", "invitations")
	}
	return true, tx.rewrite(at, entry, EntryRecord{Step: step, Patch: &patch, Words: words, Below: below, Visit: visit})
}

// visitOf is the visit that a step is of; "" for none.
func (tx *Tx) visitOf(step uint64) (visit string, err error) {
	err = tx.EachEntry(step, func(e record.Entry, read func(*EntryRecord) error) (bool, error) {
		var r EntryRecord
		if e.Seq != step {
			return false, nil
		}
		err := read(&r)
		visit = r.Visit
		return false, err
	})
	return visit, err
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
func (tx *Tx) rewrite(at int, e record.Entry, r EntryRecord) error {
	if at == 0 {
		return AppendEntry(tx, r.Step, e, r)
	}
	if err := AppendEntry(tx, r.Step+uint64(at), e, EntryRecord{Step: r.Step, Patch: r.Patch}); err != nil {
		return err
	}
	return tx.EachEntry(r.Step, func(first record.Entry, read func(*EntryRecord) error) (bool, error) {
		var had EntryRecord
		if err := read(&had); err != nil {
			return false, err
		}
		first.At, first.Who, first.What, first.Detail = record.Moment(had.At), had.Who, had.What, had.Detail
		had.Words = r.Words
		return false, AppendEntry(tx, r.Step, first, had)
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
