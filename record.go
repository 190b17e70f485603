package main

import (
	"fmt"
	"slices"
	"time"

	"linkvet/advisor"
	"linkvet/store"
)

// record is an invitation as --json prints it. Its fields are a contract with
// scripts: they may grow, never change.
type record struct {
	ID             string                 `json:"id"`
	Direction      store.Direction        `json:"direction"`
	Name           string                 `json:"name"`
	Headline       string                 `json:"headline"`
	Company        string                 `json:"company"`
	URL            string                 `json:"url"`
	Note           string                 `json:"note"`
	SentAt         *time.Time             `json:"sent_at"`
	Status         store.Status           `json:"status"`
	Tags           []string               `json:"tags"`
	Recommendation advisor.Recommendation `json:"recommendation"`
	Report         bool                   `json:"report"`
	Settled        bool                   `json:"settled"`
	Answered       int                    `json:"answered"`
	Decision       store.Decision         `json:"decision"`
	DecidedAt      *time.Time             `json:"decided_at"`
	LaterUntil     *time.Time             `json:"later_until"`
	Suggestions    []suggestion           `json:"suggestions"`
}

// suggestion is an answer that the note or the archive speaks for.
type suggestion struct {
	Question string `json:"question"`
	Answer   string `json:"answer"`
	Because  string `json:"because"`
}

// fullRecord is all there is to show of one invitation.
type fullRecord struct {
	record
	Because string          `json:"because"`
	Answers advisor.Answers `json:"answers"`
	Advice  advisor.Advice  `json:"advice"`
	Facts   []fact          `json:"facts"`
	Journal []store.Entry   `json:"journal"`
}

// fact is something known of an invitation besides what was answered.
type fact struct {
	Fact string `json:"fact"`
	Text string `json:"text"`
}

func recordOfRow(row store.Row) record {
	return record{
		ID: row.ID, Direction: row.Direction, Name: row.DisplayName(), Headline: row.Headline, Company: row.Company,
		URL: row.URL, Note: row.Note, SentAt: orNil(row.SentAt), Status: row.Status, Tags: notNil(row.Tags),
		Recommendation: row.Recommendation, Report: row.Report, Settled: row.Settled, Answered: row.Answered,
		Decision: row.Decision, DecidedAt: orNil(row.DecidedAt), LaterUntil: orNil(row.LaterUntil), Suggestions: []suggestion{},
	}
}

// full gathers what there is to show of an invitation.
func (a *app) full(s *store.Store, inv store.Invitation) (fullRecord, error) {
	journal, err := s.Journal(inv.ID)
	if err != nil {
		return fullRecord{}, err
	}
	answers := inv.Answers
	if answers == nil {
		answers = advisor.Answers{}
	}
	return fullRecord{
		record:  recordOfRow(inv.Row(a.now())),
		Because: inv.Because,
		Answers: answers,
		Advice:  advisor.Advise(inv.Case(a.profile())),
		Facts:   a.facts(inv),
		Journal: notNil(journal),
	}, nil
}

// facts puts what the archives say of an invitation into sentences.
func (a *app) facts(inv store.Invitation) []fact {
	facts := []fact{}
	add := func(name, format string, args ...any) {
		facts = append(facts, fact{name, fmt.Sprintf(format, args...)})
	}
	if inv.TimesSent > 1 {
		add("times_sent", "invited %d times", inv.TimesSent)
	}
	if inv.Connected && inv.ConnectedOn.IsZero() {
		add("connected", "is among your connections")
	} else if inv.Connected {
		// A connection's date is a day without a time zone.
		add("connected", "is among your connections since %s", inv.ConnectedOn.UTC().Format(time.DateOnly))
	}
	if inv.Gone {
		add("gone", "no longer listed in the newest archive")
	}
	if inv.Decision != "" && inv.Advised != 0 {
		add("advised", "the advice was %s when you decided", inv.Advised)
	}
	return facts
}

// notNil makes an empty list of none, as JSON promises lists.
func notNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return slices.Clone(list)
}
