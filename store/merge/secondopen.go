package merge

import (
	"context"
	"fmt"

	"linkvet/store/fault"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// NewBatch begins a change.
func NewBatch(tx *tables.Tx) *Batch { return &Batch{Tx: tx} }

// Batch is a change to several invitations on its way.
type Batch struct {
	Tx    *tables.Tx
	known *index // made when first needed
}

// RefuseSecondOpen keeps one open invitation per person and direction: inv is
// about to become open.
func (b *Batch) RefuseSecondOpen(inv record.Invitation) error {
	if b.known == nil {
		var err error
		if b.known, err = loadIndex(context.Background(), b.Tx); err != nil {
			return err
		}
	}
	records := b.known.people[person{inv.Direction, record.PersonKey(record.SlugOf(inv.URL), inv.Name, inv.SentAt)}]
	for _, cand := range records {
		if cand.decision == "" && cand.id != inv.ID {
			return fmt.Errorf("%w: %s has invited again since, as %s", fault.ErrExists, inv.DisplayName(), cand.id)
		}
	}
	for _, cand := range records {
		if cand.id == inv.ID {
			cand.decision = "" // the next of the batch must know
		}
	}
	return nil
}
