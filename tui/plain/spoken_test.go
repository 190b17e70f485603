package plain

import (
	"strings"
	"testing"
)

// What is there for the eye is not heard, and a day is said in one way.
func TestSpoken(t *testing.T) {
	for text, want := range map[string]string{
		"Me > Settings & Privacy > Data":               "Me, then Settings & Privacy, then Data",
		"Coach | I help · daily":                       "Coach, I help, daily",
		"“Bridges” is kept… ✔":                         "Bridges is kept...",
		"Invitations.csv:7: no name":                   "Invitations.csv, line 7: no name",
		"follow up 2026-12-01.":                        "follow up 1 December 2026.",
		"(2026-12-01), 3 Nov, Aug 2026: 2":             "(1 December 2026), 3 November, August 2026: 2",
		"Jan Novak, linkvet-2026-11-29.db, 2026-13-01": "Jan Novak, linkvet-2026-11-29.db, 2026-13-01",
	} {
		if got := spoken(text); got != want {
			t.Errorf("%q is heard as %q, want %q", text, got, want)
		}
	}
}

// What cannot be used is said again only so far as to know which it was.
func TestNotKnown(t *testing.T) {
	for line, want := range map[string]string{
		"": "Nothing was typed.", "\x1b[A": "That key does nothing here.", "banana": "Not known here: banana.",
		strings.Repeat("x", 5000): "Not known here: " + strings.Repeat("x", mostHeard) + " and so on.",
	} {
		if got := notKnown(line); got != want {
			t.Errorf("%.20q: %q, want %q", line, got, want)
		}
	}
}
