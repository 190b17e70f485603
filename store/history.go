package store

import (
	"linkvet/store/record"
	"linkvet/store/tables"
)

// History is an invitation with what happened to it, oldest first.
type History struct {
	Invitation record.Invitation
	Journal    []record.Entry
}

// Histories returns the invitations with the given ids, which are whole. Those
// that are not there are left out. All of them together cost one opening of
// the file and one walk along the journal, as one alone does.
func (s *Store) Histories(ids []string) ([]History, error) {
	var all []History
	err := s.file.View(func(tx *tables.Tx) error {
		place := make(map[string]int, len(ids))
		for _, id := range ids {
			value := tx.Bucket(tables.BucketInvitations()).Get([]byte(id))
			if _, twice := place[id]; value == nil || twice {
				continue
			}
			inv, err := tx.DecodeRecord([]byte(id), value)
			if err != nil {
				return err
			}
			place[id] = len(all)
			all = append(all, History{Invitation: inv})
		}
		return tx.Journal(func(id string) bool { _, ok := place[id]; return ok }, func(e record.Entry) {
			h := &all[place[e.ID]]
			h.Journal = append(h.Journal, e)
		})
	})
	if err != nil {
		return nil, err
	}
	return all, nil
}
