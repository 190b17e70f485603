package store

import (
	"context"

	"linkvet/store/fault"
	"linkvet/store/list"
	"linkvet/store/record"
	"linkvet/store/sealed"
	"linkvet/store/tables"
)

// Table returns the newest invitations, most at most, or all when that is
// negative. What is searched in is not prepared yet: see [Table.Searchable].
func (s *Store) Table(ctx context.Context, most int) (*list.Table, error) {
	var p list.Packer
	err := s.file.ViewNewest(most, func(tx *tables.Tx) error {
		want := tables.Count(tx)
		if most >= 0 {
			want = min(want, most)
		}
		err := tx.EachListed(ctx, func(key, value []byte) (bool, error) {
			if most >= 0 && p.Rows() == most {
				return false, nil
			}
			payload, err := sealed.Open(key, value)
			if err != nil {
				return false, tables.BadSummary(s.file.FullPath, key, err)
			}
			sentAt, id, ok := record.ParseListKey(key)
			if !ok {
				return false, tables.BadSummary(s.file.FullPath, key, record.ErrSummary)
			}
			p.Add(id, payload, list.RowKey{Sent: record.Seconds(sentAt)})
			return true, nil
		})
		if err == nil && p.Rows() != want {
			err = fault.Damaged(s.file.FullPath, "it should hold %d invitations and lists %d", tables.Count(tx), p.Rows())
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	table := p.Done()
	if key, err := table.Judge(ctx, s.file.Now()); key != nil {
		return table, tables.BadSummary(s.file.FullPath, key, err)
	} else if err != nil {
		return table, err
	}
	return table, nil
}
