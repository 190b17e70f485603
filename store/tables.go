package store

import (
	"context"
	"time"

	bolt "go.etcd.io/bbolt"
)

// Table returns the newest invitations, most at most, or all when that is
// negative. What is searched in is not prepared yet: see [Table.Searchable].
func (s *Store) Table(ctx context.Context, most int) (*Table, error) {
	var p packer
	err := s.viewNewest(most, func(tx *bolt.Tx) error {
		want := count(tx)
		if most >= 0 {
			want = min(want, most)
		}
		err := s.eachListed(ctx, tx, func(key, value []byte) (bool, error) {
			if most >= 0 && p.rows() == most {
				return false, nil
			}
			payload, err := unseal(key, value)
			if err != nil {
				return false, s.badSummary(key, err)
			}
			sentAt, id, ok := parseListKey(key)
			if !ok {
				return false, s.badSummary(key, errSummary)
			}
			p.add(id, payload, Brief{Sent: seconds(sentAt)})
			return true, nil
		})
		if err == nil && p.rows() != want {
			err = damaged(s.path, "it should hold %d invitations and lists %d", count(tx), p.rows())
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	table := p.done()
	return table, s.judge(ctx, table, s.now())
}

// judge fills the briefs of a table that was just read.
func (s *Store) judge(ctx context.Context, t *Table, now time.Time) error {
	for _, b := range t.blocks {
		if err := breathe(ctx); err != nil {
			return err
		}
		for k := range b.briefs {
			row, err := decodeEntry(b.entry(k), b.briefs[k].Sent)
			if err != nil {
				return s.badSummary(listKey(moment(b.briefs[k].Sent), row.ID), err)
			}
			row.judge(now)
			b.briefs[k] = briefOf(&row)
		}
	}
	return nil
}
