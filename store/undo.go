package store

import (
	"errors"
	"fmt"
)

// Change is a step that was taken back or done again.
type Change struct {
	Words   string       // what the step did, such as "decided: Mia Berg accepted"
	IDs     []string     // of the invitations
	Now     []Invitation // as they are now, those that are still there
	Removed []Invitation // as they were, those that are not
}

// Undo takes back the last step that was not taken back yet. It refuses with
// ErrChanged when something has changed meanwhile what the step changed, and
// with ErrExists when the person has invited again; then nothing is changed, and
// the next Undo goes on with the step before. ErrNothing is when there is none.
func (s *Store) Undo() (Change, error) { return s.reverse("undone", metaUndo, metaRedo) }

// Redo does the step again that was undone last, unless something was changed
// since. It refuses as Undo does.
func (s *Store) Redo() (Change, error) { return s.reverse("redone", metaRedo, metaUndo) }

// Undoable says what Undo and Redo would take back or do again, "" where there
// is nothing.
func (s *Store) Undoable() (undo, redo string, err error) {
	err = s.file.view(func(tx *Tx) error {
		for pile, words := range map[string]*string{metaUndo: &undo, metaRedo: &redo} {
			number := metaNumber(tx, pile)
			if number == 0 {
				continue
			}
			err := tx.eachEntry(number, func(_ Entry, read func(*entryRecord) error) (bool, error) {
				var r entryRecord
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
	err := s.file.update(func(tx *Tx) (bool, error) {
		number := metaNumber(tx, from)
		if number == 0 {
			return false, fmt.Errorf("%w to %s", ErrNothing, from)
		}
		st, below, err := tx.readStep(number)
		if err != nil {
			return false, err
		}
		// Whatever comes of it, the next time is the turn of the one below.
		if err := putNumber(tx, from, below); err != nil {
			return false, err
		}
		done, err = s.takeBack(tx, what, onto, st)
		if errors.Is(err, ErrChanged) || errors.Is(err, ErrExists) {
			// What was tried wrote nothing yet.
			refused = fmt.Errorf("%q cannot be %s: %w", st.words, what, err)
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
func (s *Store) takeBack(tx *Tx, what, onto string, past pastStep) (Change, error) {
	done := Change{Words: past.words}
	changes, err := s.reversed(tx, what, past)
	if err != nil {
		return done, err
	}
	for _, c := range changes {
		done.IDs = append(done.IDs, c.id())
		if c.after != nil {
			done.Now = append(done.Now, *c.after)
		} else {
			done.Removed = append(done.Removed, *c.before)
		}
	}
	st := step{words: past.words, changes: changes, pile: onto}
	if past.imported != nil {
		st.entry = Entry{At: s.file.now(), Who: whoPerson, What: what, Detail: past.words}
		if st.imported, err = past.imported.putBack(tx); err != nil {
			return done, err
		}
	}
	return done, tx.writeStep(st)
}

// reversed works out the records as they were before a step.
func (s *Store) reversed(tx *Tx, what string, st pastStep) ([]changed, error) {
	b := newBatch(tx)
	changes, err := s.addedBy(tx, st)
	if err != nil {
		return nil, err
	}
	for _, e := range st.entries {
		c := changed{quiet: e.quiet, entry: Entry{At: s.file.now(), Who: whoPerson, What: what, ID: e.ID, Detail: e.Detail}}
		if e.What != "undone" && e.What != "redone" {
			c.entry.Detail = e.What + ": " + e.Detail
		}
		if c.before, err = tx.find(e.ID); err != nil {
			return nil, err
		}
		if c.after, err = tx.patched(c.before, e.ID, e.patch.reversed()); err != nil {
			return nil, err
		}
		if c.opens() {
			if err := b.refuseSecondOpen(*c.after); err != nil {
				return nil, err
			}
		}
		changes = append(changes, c)
	}
	return changes, nil
}
