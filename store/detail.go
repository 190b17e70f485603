package store

import (
	"context"
	"errors"
	"linkvet/advisor"
	"strings"
)

// Objects calls fn for every invitation whose row is wanted, newest first, as
// scripts see it.
func (s *Store) Objects(ctx context.Context, wanted func(Row) bool, fn func(Object) error) error {
	now := s.file.now()
	return s.eachMatching(ctx, wanted, func(inv Invitation) error { return fn(inv.Object(now)) })
}

// Detail returns all that is known of an invitation, with its advice in full.
func (s *Store) Detail(ref string) (Detail, error) {
	var inv Invitation
	var entries []Entry
	var own Own
	err := s.file.view(func(tx *Tx) error {
		id, err := tx.resolve(ref)
		if err != nil {
			return err
		}
		if inv, err = tx.get(id); err != nil {
			return err
		}
		if own, err = tx.own(); err != nil {
			return err
		}
		entries, err = tx.journalOf(inv.ID)
		return err
	})
	if err != nil {
		return Detail{}, err
	}
	facts := inv.facts()
	facts.OwnCompany = own.at(inv.Company)
	return Detail{
		Object: inv.Object(s.file.now()), Because: inv.Because, Answers: orEmpty(inv.Answers), AnswerNotes: orEmpty(inv.AnswerNotes),
		PersonNote: inv.PersonNote, Advice: advisor.Advise(inv.Case(s.file.opts.Profile())), Facts: facts, Journal: entries,
	}, nil
}

// Journal returns what happened to one invitation, also to one that was deleted
// when ref is its whole id, or to all when ref is "", oldest first.
func (s *Store) Journal(ref string) ([]Entry, error) {
	entries := []Entry{}
	err := s.file.view(func(tx *Tx) error {
		if ref == "" {
			return tx.journal(func(string) bool { return true }, func(e Entry) { entries = append(entries, e) })
		}
		id, notFound := tx.resolve(ref)
		if errors.Is(notFound, ErrNotFound) {
			id = []byte(normaliseRef(strings.ToLower(strings.TrimSpace(ref)))) // one that was deleted, in full
		} else if notFound != nil {
			return notFound
		}
		var err error
		if entries, err = tx.journalOf(string(id)); err == nil && len(entries) == 0 {
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
func (s *Store) Own() (Own, error) {
	own := Own{}
	err := s.file.view(func(tx *Tx) error {
		var err error
		own, err = tx.own()
		return err
	})
	return own, err
}
