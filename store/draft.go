package store

import (
	"bytes"
	"strings"

	"linkvet/store/fault"
	"linkvet/store/sealed"
	"linkvet/store/tables"
)

// Longest key and text of a draft. Nobody types as much, and a file pasted by
// mistake does not belong in the store.
const (
	maxDraftKey = 200
	maxDraft    = 64 << 10
)

// SaveDraft keeps a text that the person is typing and has not saved yet, so
// that a crash does not lose it; or how the person likes to look at a list. An
// empty text removes the draft. Drafts are in no journal and no step, and no
// change that Version counts.
func (s *Store) SaveDraft(key, text string) error {
	if key == "" || len(key) > maxDraftKey {
		return fault.Invalid("a draft with a key of %d bytes (allowed: 1 to %d)", len(key), maxDraftKey)
	}
	if len(text) > maxDraft {
		return fault.Invalid("a draft of %d bytes (allowed: %d)", len(text), maxDraft)
	}
	text = strings.ToValidUTF8(text, "")
	return s.file.Write(func(tx *tables.Tx) (bool, error) {
		drafts := tx.Bucket(tables.BucketDrafts())
		was := drafts.Get([]byte(key))
		if text == "" {
			return was != nil, drafts.Delete([]byte(key))
		}
		is := sealed.Seal([]byte(key), []byte(text))
		return !bytes.Equal(was, is), drafts.Put([]byte(key), is)
	})
}

// Draft returns what SaveDraft kept, "" for nothing.
func (s *Store) Draft(key string) (string, error) {
	drafts, err := s.Drafts()
	return drafts[key], err
}

// Drafts returns all drafts by key; never nil without an error.
func (s *Store) Drafts() (map[string]string, error) {
	all := map[string]string{}
	err := s.file.View(func(tx *tables.Tx) error {
		return tx.Bucket(tables.BucketDrafts()).ForEach(func(key, value []byte) error {
			text, err := sealed.Open(key, value)
			if err != nil {
				return fault.Damaged(s.file.FullPath, "the draft %q cannot be read: %v", key, err)
			}
			all[string(key)] = string(text)
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	return all, nil
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
