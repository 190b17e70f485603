package merge

import (
	"context"
	"slices"
	"time"

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

// Met is what the store has of somebody: an invitation, or a connection.
type Met struct {
	ID   string    // "" for a connection
	On   time.Time // of a connection, the day it was made; the zero time where not known
	Sure bool      // the address is the same, and not only the name
}

// Met returns what there is of a person, in either direction: by the address and,
// where it is missing on one side, by the name. Those of the address come first.
func (p *Present) Met(inv *record.Invitation) (all []Met) {
	slug, name := record.SlugOf(inv.URL), record.FoldName(inv.Name)
	meet := func(otherSlug, otherName string, m Met) {
		m.Sure = slug != "" && slug == otherSlug
		if m.Sure || (slug == "" || otherSlug == "") && name != "" && record.FoldName(otherName) == name {
			all = append(all, m)
		}
	}
	for _, cand := range p.index.all {
		if !cand.doubtful {
			meet(cand.slug, cand.name, Met{ID: cand.id})
		}
	}
	for _, c := range p.facts.contacts.all {
		meet(c.Slug, c.Name, Met{On: record.Moment(c.On)})
	}
	slices.SortStableFunc(all, func(a, b Met) int {
		switch {
		case a.Sure == b.Sure:
			return 0
		case a.Sure:
			return -1
		}
		return 1
	})
	return all
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
