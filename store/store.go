package store

import (
	"errors"
	"time"

	"linkvet/store/linkedin/pdf"
	"linkvet/store/record"
	"linkvet/store/tables"
	"linkvet/store/vault"
)

// Store keeps invitations in one file, opened for each transaction. It is safe
// for use by several goroutines and beside other processes.
type Store struct {
	file *vault.File

	PDF pdf.Reader // reads PDFs of profiles; whoever opens the store sets it
}

// Open opens the store at path and creates it, with its folder, when there is
// none. An existing file is looked at from end to end before anything is done
// with it; one that is empty, cut short, scribbled on, foreign or newer is
// refused and left as it is.
func Open(path string, opts vault.Options) (*Store, error) {
	file, err := vault.Open(path, opts)
	if err != nil {
		return nil, err
	}
	return &Store{file: file}, nil
}

// Path returns the file's absolute path.
func (s *Store) Path() string { return s.file.Path() }

// Warnings returns what was noticed so far that is no reason to stop, such as a
// file that others may read, or a backup that could not be made.
func (s *Store) Warnings() []string { return s.file.Warnings() }

// Unwritable returns why nothing can be changed in the store, such as a file
// that may only be read; nil when it can.
func (s *Store) Unwritable() error { return s.file.Unwritable() }

// Backup writes a copy of the store to path, for the owner alone, and opens it
// once to be sure of it. A file that exists is replaced only when told so. The
// store stays open to others meanwhile.
func (s *Store) Backup(path string, replace bool) (vault.BackupFile, error) {
	return s.file.Backup(path, replace)
}

// Backups returns the automatic backups, newest first; never nil without an
// error. They are not opened, so how many invitations they hold is not known.
func (s *Store) Backups() ([]vault.BackupFile, error) { return s.file.Backups() }

// Compact rewrites the store without the room that deleted entries left, and
// says how large it was and is. What is in it stays the same, also what this
// program does not know.
func (s *Store) Compact() (before, after int64, err error) { return s.file.Compact() }

// TrimJournal removes journal entries from before a time, after a backup, and
// returns how many. What was done in them can be neither seen nor undone any more;
// compacting gives their room back.
func (s *Store) TrimJournal(before time.Time) (removed int, err error) {
	err = s.file.Write(func(tx *tables.Tx) (bool, error) {
		if removed, err = tx.TrimJournal(before); err != nil || removed == 0 {
			return false, err
		}
		if err := s.file.BackUpFirst(tx.Tx, vault.BackupTrim); err != nil {
			return false, err
		}
		note := record.Entry{At: tx.Now, Who: tables.WhoPerson, What: "trimmed", Detail: tables.Trimmed(removed, before)}
		return true, errors.Join(tables.Note(tx, note), tables.RaiseVersion(tx))
	})
	return removed, err
}

// Version returns a number that grows with every change, whoever makes it. It
// is cheap, so that a running program can see what another has changed.
func (s *Store) Version() (uint64, error) {
	var version uint64
	err := s.file.View(func(tx *tables.Tx) error {
		version = tables.MetaNumber(tx, tables.MetaVersion)
		return nil
	})
	return version, err
}
