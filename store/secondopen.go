package store

import (
	"context"
	"fmt"
)

// openOf returns the id of the invitation of a person that waits for a decision,
// "" for none.
func openOf(tx *Tx, dir Direction, key string) (id string, err error) {
	x, err := loadIndex(context.Background(), tx)
	if err != nil {
		return "", err
	}
	if open := openRecord(x.people[person{dir, key}]); open != nil {
		return open.id, nil
	}
	return "", nil
}

// newBatch begins a change.
func newBatch(tx *Tx) *batch { return &batch{tx: tx} }

// batch is a change to several invitations on its way.
type batch struct {
	tx    *Tx
	known *index // made when first needed
}

// refuseSecondOpen keeps one open invitation per person and direction: inv is
// about to become open.
func (b *batch) refuseSecondOpen(inv Invitation) error {
	if b.known == nil {
		var err error
		if b.known, err = loadIndex(context.Background(), b.tx); err != nil {
			return err
		}
	}
	records := b.known.people[person{inv.Direction, personKey(slugOf(inv.URL), inv.Name, inv.SentAt)}]
	for _, k := range records {
		if k.decision == "" && k.id != inv.ID {
			return fmt.Errorf("%w: %s has invited again since, as %s", ErrExists, inv.DisplayName(), k.id)
		}
	}
	for _, k := range records {
		if k.id == inv.ID {
			k.decision = "" // the next of the batch must know
		}
	}
	return nil
}
