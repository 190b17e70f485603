package store

import (
	"bytes"
	"strings"

	"linkvet/store/fault"
	"linkvet/store/sealed"
	"linkvet/store/tables"
)

// Longest key and text of what is kept unsaved, in bytes. Nobody types as much,
// and a file pasted by mistake does not belong in the store.
const (
	maxUnsavedKey = 200
	maxUnsaved    = 1 << 20 // more than two notes as long as a record takes
)

// KeepUnsaved keeps a text that the person is typing and has not saved yet, so
// that a crash does not lose it; or how the person likes to look at a list. An
// empty text removes it. It is in no journal and no step, and Version does not
// count it.
func (s *Store) KeepUnsaved(key, text string) error {
	if key == "" || len(key) > maxUnsavedKey {
		return fault.Invalid("an unsaved text with a key of %d bytes (allowed: 1 to %d)", len(key), maxUnsavedKey)
	}
	if len(text) > maxUnsaved {
		return fault.Invalid("an unsaved text of %d bytes (allowed: %d)", len(text), maxUnsaved)
	}
	text = strings.ToValidUTF8(text, "")
	return s.file.Write(func(tx *tables.Tx) (bool, error) {
		table := tx.Bucket(tables.BucketDrafts())
		was := table.Get([]byte(key))
		if text == "" {
			return was != nil, table.Delete([]byte(key))
		}
		is := sealed.Seal([]byte(key), []byte(text))
		return !bytes.Equal(was, is), table.Put([]byte(key), is)
	})
}

// Unsaved returns all unsaved texts by key; never nil without an error.
func (s *Store) Unsaved() (map[string]string, error) {
	all := map[string]string{}
	err := s.file.View(func(tx *tables.Tx) error {
		return tx.Bucket(tables.BucketDrafts()).ForEach(func(key, value []byte) error {
			text, err := sealed.Open(key, value)
			if err != nil {
				return fault.Damaged(s.file.FullPath, "the unsaved text %q cannot be read: %v", key, err)
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
