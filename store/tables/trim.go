package tables

import (
	"bytes"
	"encoding/binary"
	"time"

	"linkvet/store/dates"
	"linkvet/store/fault"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/store/sealed"
)

// TrimJournal removes the entries from before a time, up to the first one that is
// not, and returns how many. A step stays whole, and what was done in steps that
// go cannot be undone any more.
func (tx *Tx) TrimJournal(before time.Time) (removed int, err error) {
	first, err := tx.firstSince(before)
	if err != nil {
		return 0, err
	}
	if err := keepIdentity(tx); err != nil {
		return 0, err
	}
	for _, pile := range []string{MetaUndo, MetaRedo} {
		if err := tx.cutPile(pile, first); err != nil {
			return 0, err
		}
	}
	journal := tx.Bucket(BucketJournal())
	end := binary.BigEndian.AppendUint64(nil, first)
	var gone [][]byte
	cursor := journal.Cursor()
	for key, _ := cursor.First(); key != nil && bytes.Compare(key, end) < 0; key, _ = cursor.Next() {
		gone = append(gone, bytes.Clone(key))
	}
	for _, key := range gone {
		if err := journal.Delete(key); err != nil {
			return 0, err
		}
	}
	if len(gone) == 0 {
		return 0, nil
	}
	return len(gone), PutNumber(tx, MetaJournalFrom, first)
}

// firstSince returns the number of the first entry to keep.
func (tx *Tx) firstSince(before time.Time) (first uint64, err error) {
	first = NextNumber(tx)
	err = tx.EachEntry(1, func(e record.Entry, read func(*EntryRecord) error) (bool, error) {
		var r EntryRecord
		if err := read(&r); err != nil {
			return false, err
		}
		if record.Moment(r.At).Before(before) {
			return true, nil
		}
		if first = e.Seq; r.Step != 0 {
			first = r.Step // all of it stays
		}
		return false, nil
	})
	return first, err
}

// cutPile ends a pile of steps above those from before an entry.
func (tx *Tx) cutPile(pile string, first uint64) error {
	number := MetaNumber(tx, pile)
	if number < first {
		return PutNumber(tx, pile, 0)
	}
	for {
		key, r, err := tx.stepHead(number)
		switch {
		case err != nil:
			return err
		case r.Below == 0:
			return nil
		case r.Below >= first:
			number = r.Below
			continue
		}
		r.Below = 0
		value, err := sealed.Encode(key, r)
		if err != nil {
			return err
		}
		return tx.Bucket(BucketJournal()).Put(key, value)
	}
}

// stepHead reads the first entry of a step.
func (tx *Tx) stepHead(number uint64) (key []byte, r EntryRecord, err error) {
	start := binary.BigEndian.AppendUint64(nil, number)
	found, value := tx.Bucket(BucketJournal()).Cursor().Seek(start)
	if !bytes.HasPrefix(found, start) {
		return nil, r, fault.Damaged(tx.Path, "the journal lacks entry %d", number)
	}
	key = bytes.Clone(found)
	if err := sealed.Decode(key, value, &r); err != nil {
		return nil, r, fault.Damaged(tx.Path, "journal entry %d cannot be read: %v", number, err)
	}
	return key, r, nil
}

// JournalFrom returns the number of the first entry that was never removed.
func JournalFrom(tx holder) uint64 { return max(1, MetaNumber(tx, MetaJournalFrom)) }

// Trimmed is what the journal says of having been trimmed.
func Trimmed(removed int, before time.Time) string {
	return quantity.Sentence(removed, "%d entry from before %s", "%d entries from before %s", dates.Typed(before))
}
