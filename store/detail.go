package store

import (
	"context"
	"errors"
	"strings"
	"time"

	"linkvet/advisor"
	"linkvet/store/dates"
	"linkvet/store/fault"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// Objects calls fn for every invitation whose row is wanted, newest first, as
// scripts see it.
func (s *Store) Objects(ctx context.Context, wanted func(record.Row) bool, fn func(record.Object) error) error {
	now := s.file.Now()
	return s.eachMatching(ctx, wanted, func(inv record.Invitation) error { return fn(inv.Object(now)) })
}

// Detail returns all that is known of an invitation, with its advice in full.
func (s *Store) Detail(ref string) (record.Detail, error) {
	var inv record.Invitation
	var entries []record.Entry
	var own tables.Own
	err := s.file.View(func(tx *tables.Tx) error {
		id, err := tx.Resolve(ref)
		if err != nil {
			return err
		}
		if inv, err = tx.Get(id); err != nil {
			return err
		}
		if own, err = tx.Own(); err != nil {
			return err
		}
		entries, err = tx.JournalOf(inv.ID)
		return err
	})
	if err != nil {
		return record.Detail{}, err
	}
	facts := inv.FactsObject()
	facts.OwnCompany = own.At(inv.Company)
	return record.Detail{
		Object: inv.Object(s.file.Now()), Because: inv.Because, Reported: inv.Reported, FollowUp: record.OrNull(inv.FollowUp.Time()), Answers: record.OrEmpty(inv.Answers), AnswerNotes: record.OrEmpty(inv.AnswerNotes),
		PersonNote: inv.PersonNote, Advice: advisor.Advise(inv.Case(s.file.Opts.Profile())), Rules: inv.Rules, Former: inv.FormerAdvice(), FormerText: inv.FormerText(),
		Outcome: inv.Outcome(func(t time.Time) string { return dates.Day(t.In(s.file.Now().Location())) }), Facts: facts, Journal: entries,
	}, nil
}

// Journal returns what happened to one invitation, also to one that was deleted
// when ref is its whole id, or to all when ref is "", oldest first.
func (s *Store) Journal(ref string) ([]record.Entry, error) {
	entries := []record.Entry{}
	err := s.file.View(func(tx *tables.Tx) error {
		if ref == "" {
			return tx.Journal(func(string) bool { return true }, func(e record.Entry) { entries = append(entries, e) })
		}
		id, notFound := tx.Resolve(ref)
		if errors.Is(notFound, fault.ErrNotFound) {
			id = []byte(record.NormalizeRef(strings.ToLower(strings.TrimSpace(ref)))) // one that was deleted, in full
		} else if notFound != nil {
			return notFound
		}
		var err error
		if entries, err = tx.JournalOf(string(id)); err == nil && len(entries) == 0 {
			err = notFound
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return entries, nil
}

// Own returns the member's own positions and schools.
func (s *Store) Own() (tables.Own, error) {
	own := tables.Own{}
	err := s.file.View(func(tx *tables.Tx) error {
		var err error
		own, err = tx.Own()
		return err
	})
	return own, err
}
