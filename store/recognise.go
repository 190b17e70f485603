package store

import (
	"time"

	"linkvet/store/linkedin"
)

// Recognise reads a block copied from LinkedIn's page of invitations or from a
// profile as far as it can, for a person to look over before it is kept. It
// reports false for text that nothing shows to be one. It reads and writes
// nothing else.
func Recognise(text string, now time.Time) (Invitation, bool) {
	p, ok := linkedin.ParsePaste(text, now)
	if !ok {
		return Invitation{}, false
	}
	return Invitation{Direction: Incoming, Name: p.Name, Headline: p.Headline, Note: p.Note, URL: p.URL, SentAt: p.SentAt}, true
}
