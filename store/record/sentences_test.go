package record

import (
	"slices"
	"testing"
	"time"
)

func TestFactsInSentences(t *testing.T) {
	connected := time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC)
	day := func(t time.Time) string { return t.Format(time.DateOnly) }
	for _, c := range []struct {
		facts Facts
		want  []string
	}{
		{Facts{TimesSent: 1}, nil},
		{Facts{Messages: 1, LastMessage: "2026-03-01"}, []string{"1 message between you, last on 2026-03-01"}},
		{
			Facts{TimesSent: 3, Namesake: "https://www.linkedin.com/in/ada", Messages: 2, LastMessage: "2026-03-01", InvitedBefore: "2020-05-05", SameCompany: 1, Company: "Nordwind", Connected: true, ConnectedOn: &connected},
			[]string{
				"You are connected with (no name) under another address: linkedin.com/in/ada", "Invited you 3 times",
				"2 messages between you, last on 2026-03-01", "You invited them on 2020-05-05",
				"1 connection of yours is at Nordwind", "Among your connections since 2024-03-01",
			},
		},
		{Facts{SameCompany: 4, Company: "Nordwind", Connected: true}, []string{"4 connections of yours are at Nordwind", "Among your connections"}},
	} {
		if got := c.facts.Sentences(Incoming, day); !slices.Equal(got, c.want) {
			t.Errorf("%+v: %q, want %q", c.facts, got, c.want)
		}
	}
}

// Whose the invitation is says who invited whom again.
func TestSentencesSayWhoInvited(t *testing.T) {
	f := Facts{TimesSent: 3}
	for direction, want := range map[Direction]string{Incoming: "Invited you 3 times", Outgoing: "You invited them 3 times"} {
		if got := f.Sentences(direction, DayOf); !slices.Equal(got, []string{want}) {
			t.Errorf("%s: %q, want %q", direction, got, want)
		}
	}
}
