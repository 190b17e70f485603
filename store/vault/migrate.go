package vault

import (
	"errors"
	"fmt"
	"strconv"

	bolt "go.etcd.io/bbolt"

	"linkvet/store/record"
	"linkvet/store/tables"
)

// migration brings a store from the schema version before it to its own.
type migration struct {
	to   int
	does string // in words
	run  func(s *File, tx *tables.Tx) error
}

// migrations returns all, in order: to goes up by one, and the last is
// SchemaVersion. Each runs in a transaction of its own, after a backup. It may
// add and rewrite, and never deletes what it does not understand. A migration
// that was released is never changed. For every version that a migration starts
// from there is a store of that version in testdata/stores, and a test that
// opens it.
func migrations() []migration {
	return []migration{
		{2, "keeps drafts, and the list says what changed when", (*File).migrateTo2},
		{3, "the list carries the person's own notes, so that a search finds them", (*File).rewriteList},
		{4, "the list says which invitations look like a stop sign, and which the archives know more of", (*File).rewriteList},
		{5, "the list says which mails ask to join LinkedIn, and whom the person knows otherwise stands beside the connections", (*File).rewriteList},
		{6, "the list says whom the person reported beside blocking or declining", (*File).rewriteList},
	}
}

// migrate brings the file up to date, after a backup.
func (s *File) migrate() error {
	from := s.schema
	err := s.with(access{}, func(db *bolt.DB) error {
		if !s.isCopy {
			if _, err := s.backUp(db, backupMigration, ""); err != nil {
				return fmt.Errorf("nothing was changed, because the backup before it failed: %w", err)
			}
		}
		for _, m := range migrations() {
			tx, err := db.Begin(true)
			if err != nil {
				return err
			}
			if err := s.runMigration(s.in(tx), m); err != nil {
				return errors.Join(err, tx.Rollback())
			}
			if err := s.commit(tx); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("bring the store from schema version %d to %d: %w", from, tables.SchemaVersion, err)
	}
	return s.verify()
}

func (s *File) runMigration(tx *tables.Tx, m migration) error {
	version, err := tables.CheckLayout(tx.Tx, s.FullPath)
	if err != nil || version >= m.to { // an earlier one, or another process, has done it
		return err
	}
	if err := m.run(s, tx); err != nil {
		return err
	}
	return tx.Bucket(tables.BucketMeta()).Put([]byte(tables.MetaSchema), []byte(strconv.Itoa(m.to)))
}

// migrateTo2 adds the table of drafts and rewrites the list, whose entries
// say from now on when an invitation changed and whether something about it
// points to an answer.
func (s *File) migrateTo2(tx *tables.Tx) error {
	if _, err := tx.CreateBucketIfNotExists(tables.BucketDrafts()); err != nil {
		return err
	}
	return s.rewriteList(tx)
}

// rewriteList derives the list from the records.
func (s *File) rewriteList(tx *tables.Tx) error {
	var entries []tables.Keyed
	err := tx.Bucket(tables.BucketInvitations()).ForEach(func(id, value []byte) error {
		inv, err := tx.DecodeRecord(id, value)
		if err != nil {
			return err
		}
		key := record.ListKey(inv.SentAt, inv.ID)
		entries = append(entries, tables.Keyed{Key: key, Value: record.EncodeSummary(key, inv.Row(s.Now()))})
		return nil
	})
	if err != nil {
		return err
	}
	if err := tx.DeleteBucket(tables.BucketList()); err != nil {
		return err
	}
	list, err := tx.CreateBucket(tables.BucketList())
	if err != nil {
		return err
	}
	list.FillPercent = tables.BulkFill
	tables.SortKeyed(entries)
	for _, e := range entries {
		if err := list.Put(e.Key, e.Value); err != nil {
			return err
		}
	}
	return nil
}
