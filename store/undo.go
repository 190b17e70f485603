package store

import (
	"errors"
	"fmt"
	"slices"

	"linkvet/store/fault"
	"linkvet/store/merge"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// Change is a step that was taken back or done again.
type Change struct {
	Words   string              // what the step did, such as "decided: Mia Berg accepted"
	IDs     []string            // of the invitations
	Now     []record.Invitation // as they are now, those that are still there
	Removed []record.Invitation // as they were, those that are not
}

// Undo takes back the last step that was not taken back yet. It refuses with
// ErrChanged when something has changed meanwhile what the step changed, and
// with ErrExists when the person has invited again; then nothing is changed, and
// the next Undo goes on with the step before. ErrNothing is when there is none.
func (s *Store) Undo() (Change, error) { return s.reverse("undone", tables.MetaUndo, tables.MetaRedo) }

// Redo does the step again that was undone last, unless something was changed
// since. It refuses as Undo does.
func (s *Store) Redo() (Change, error) { return s.reverse("redone", tables.MetaRedo, tables.MetaUndo) }

// ForgetSteps makes all that was done so far lasting: neither Undo nor Redo reaches
// it. It is for a store that is filled before its person begins.
func (s *Store) ForgetSteps() error {
	return s.file.Update(func(tx *tables.Tx) (bool, error) {
		return true, errors.Join(tables.PutNumber(tx, tables.MetaUndo, 0), tables.PutNumber(tx, tables.MetaRedo, 0))
	})
}

// Undoable says what Undo and Redo would take back or do again, "" where there
// is nothing.
func (s *Store) Undoable() (undo, redo string, err error) {
	err = s.file.View(func(tx *tables.Tx) error {
		for pile, words := range map[string]*string{tables.MetaUndo: &undo, tables.MetaRedo: &redo} {
			number := tables.MetaNumber(tx, pile)
			if number == 0 {
				continue
			}
			err := tx.EachEntry(number, func(_ record.Entry, read func(*tables.EntryRecord) error) (bool, error) {
				var r tables.EntryRecord
				err := read(&r)
				*words = r.Words
				return false, err
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return undo, redo, err
}

// reverse takes the uppermost step of a pile back, which is a step itself, and
// lays that on the other pile.
func (s *Store) reverse(what, from, onto string) (Change, error) {
	var done Change
	var refused error
	err := s.file.Update(func(tx *tables.Tx) (bool, error) {
		number := tables.MetaNumber(tx, from)
		if number == 0 {
			return false, fmt.Errorf("%w to %s", fault.ErrNothing, from)
		}
		st, below, err := tx.ReadStep(number)
		if err != nil {
			return false, err
		}
		// Whatever comes of it, the next time is the turn of the one below.
		if err := tables.PutNumber(tx, from, below); err != nil {
			return false, err
		}
		done, err = s.takeBack(tx, what, onto, st)
		if errors.Is(err, fault.ErrChanged) || errors.Is(err, fault.ErrExists) {
			// What was tried wrote nothing yet.
			refused = fmt.Errorf("%q cannot be %s: %w", st.Words, what, err)
			return true, nil
		}
		if err != nil {
			return false, err
		}
		return true, nil
	})
	if err == nil {
		err = refused
	}
	if err != nil {
		return Change{}, err
	}
	return done, nil
}

// takeBack reverses a step. Nothing is written before it is sure that all of it
// can be.
func (s *Store) takeBack(tx *tables.Tx, what, onto string, past tables.PastStep) (Change, error) {
	done := Change{Words: past.Words}
	changes, err := s.reversed(tx, what, past)
	if err != nil {
		return done, err
	}
	gone := 0
	for _, c := range changes {
		if c.After == nil {
			gone++
		}
	}
	done.IDs, done.Removed = slices.Grow(done.IDs, len(changes)), slices.Grow(done.Removed, gone)
	for _, c := range changes {
		done.IDs = append(done.IDs, c.ID())
		if c.After != nil {
			done.Now = append(done.Now, *c.After)
		} else {
			done.Removed = append(done.Removed, *c.Before)
		}
	}
	st := tables.Step{Words: past.Words, Changes: changes, Pile: onto}
	if past.Imported != nil {
		st.Entry = record.Entry{At: s.file.Now(), Who: tables.WhoPerson, What: what, Detail: past.Words}
		if st.Imported, err = past.Imported.PutBack(tx); err != nil {
			return done, err
		}
	}
	return done, tx.WriteStep(st)
}

// reversed works out the records as they were before a step.
func (s *Store) reversed(tx *tables.Tx, what string, st tables.PastStep) ([]tables.Changed, error) {
	b := merge.NewBatch(tx)
	changes, err := s.addedBy(tx, st)
	if err != nil {
		return nil, err
	}
	for _, e := range st.Entries {
		c := tables.Changed{Quiet: e.Quiet, Entry: record.Entry{At: s.file.Now(), Who: tables.WhoPerson, What: what, ID: e.ID, Detail: e.Detail}}
		if e.What != "undone" && e.What != "redone" {
			c.Entry.Detail = e.What + ": " + e.Detail
		}
		if c.Before, err = tx.Find(e.ID); err != nil {
			return nil, err
		}
		if c.After, err = tx.Patched(c.Before, e.ID, e.Patch.Reversed()); err != nil {
			return nil, err
		}
		if c.After != nil && st.Imported == nil {
			c.After.Stamp(c.Before, s.file.Now())
		}
		if c.Opens() {
			if err := b.RefuseSecondOpen(*c.After); err != nil {
				return nil, err
			}
		}
		changes = append(changes, c)
	}
	return changes, nil
}
