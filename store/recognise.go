package store

import (
	"time"

	"linkvet/store/linkedin/paste"
	"linkvet/store/record"
)

// Recognise reads a block copied from LinkedIn's page of invitations or from a
// profile as far as it can, for a person to look over before it is kept. It
// reports false for text that nothing shows to be one. It reads and writes
// nothing else.
func Recognise(text string, now time.Time) (record.Invitation, bool) {
	p, ok := paste.Parse(text, now)
	if !ok {
		return record.Invitation{}, false
	}
	return record.Invitation{Direction: record.Incoming, Name: p.Name, Headline: p.Headline, Note: p.Note, URL: p.URL, SentAt: p.SentAt}, true
}
