package store

import (
	"time"

	"linkvet/store/linkedin/paste"
	"linkvet/store/record"
)

// Recognize reads the invitations in a text copied from LinkedIn's pages as far
// as it can, for a person to look over before they are kept. A text without any
// is a *paste.RefusedError. It reads and writes nothing else.
func Recognize(text string, now time.Time) ([]record.Invitation, error) {
	found, err := paste.Parse(text, now)
	if err != nil {
		return nil, err
	}
	var invs []record.Invitation
	for _, c := range found.Cards {
		invs = append(invs, record.Invitation{
			Direction: record.DirectionOf(c.Outgoing), Name: c.Name, Headline: c.Headline, Note: c.Note, URL: c.URL, SentAt: c.SentAt,
		})
	}
	return invs, nil
}
