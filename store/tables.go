package store

import (
	"context"
)

// Table returns the newest invitations, most at most, or all when that is
// negative. What is searched in is not prepared yet: see [Table.Searchable].
func (s *Store) Table(ctx context.Context, most int) (*Table, error) {
	var p packer
	err := s.file.viewNewest(most, func(tx *Tx) error {
		want := count(tx)
		if most >= 0 {
			want = min(want, most)
		}
		err := tx.eachListed(ctx, func(key, value []byte) (bool, error) {
			if most >= 0 && p.rows() == most {
				return false, nil
			}
			payload, err := unseal(key, value)
			if err != nil {
				return false, badSummary(s.file.path, key, err)
			}
			sentAt, id, ok := parseListKey(key)
			if !ok {
				return false, badSummary(s.file.path, key, errSummary)
			}
			p.add(id, payload, Brief{Sent: seconds(sentAt)})
			return true, nil
		})
		if err == nil && p.rows() != want {
			err = damaged(s.file.path, "it should hold %d invitations and lists %d", count(tx), p.rows())
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	table := p.done()
	if key, err := table.judge(ctx, s.file.now()); key != nil {
		return table, badSummary(s.file.path, key, err)
	} else if err != nil {
		return table, err
	}
	return table, nil
}
