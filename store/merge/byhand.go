package merge

import (
	"context"

	"linkvet/advisor/notes"
	"linkvet/store/linkedin"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// Present is what the store knows of people while invitations are taken in or
// changed by hand.
type Present struct {
	index *index
	facts *archiveFacts
}

// LoadPresent reads it.
func LoadPresent(tx *tables.Tx) (*Present, error) {
	ctx := context.Background()
	p := &Present{}
	var err error
	if p.facts, err = loadArchiveFacts(ctx, tx, &linkedin.Archive{}); err != nil {
		return nil, err
	}
	if p.facts.contacts, err = loadContacts(ctx, tx, &linkedin.Archive{}); err != nil {
		return nil, err
	}
	if p.index, err = loadIndex(ctx, tx); err != nil {
		return nil, err
	}
	p.facts.learn(p.index)
	return p, nil
}

// Open returns the id of the invitation of a person that waits for a decision,
// "" for none.
func (p *Present) Open(dir record.Direction, key string) string {
	if open := openRecord(p.index.people[person{dir, key}]); open != nil {
		return open.id
	}
	return ""
}

// Facts returns what the archives know of one invitation's sender.
func (p *Present) Facts(inv *record.Invitation) notes.Facts { return p.facts.facts(subjectOf(inv)) }

// Add makes an invitation known that is about to be written.
func (p *Present) Add(inv *record.Invitation) {
	cand := &candidate{
		id: inv.ID, dir: inv.Direction, slug: record.SlugOf(inv.URL), name: inv.Name, url: inv.URL, sentAt: inv.SentAt, timesSent: inv.TimesSent,
	}
	p.index.add(cand, cand.key())
}

// Has reports whether there is an invitation with an id.
func (p *Present) Has(id string) bool {
	for _, cand := range p.index.all {
		if cand.id == id {
			return true
		}
	}
	return false
}
