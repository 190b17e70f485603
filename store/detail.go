package store

import (
	"context"
	"linkvet/advisor"
)

// Objects calls fn for every invitation whose row is wanted, newest first, as
// scripts see it.
func (s *Store) Objects(ctx context.Context, wanted func(Row) bool, fn func(Object) error) error {
	now := s.now()
	return s.eachMatching(ctx, wanted, func(inv Invitation) error { return fn(inv.Object(now)) })
}

// Detail returns all that is known of an invitation, with its advice in full.
func (s *Store) Detail(ref string) (Detail, error) {
	var inv Invitation
	var entries []Entry
	var own Own
	err := s.view(func(tx *Tx) error {
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
		Object: inv.Object(s.now()), Because: inv.Because, Answers: orEmpty(inv.Answers), AnswerNotes: orEmpty(inv.AnswerNotes),
		PersonNote: inv.PersonNote, Advice: advisor.Advise(inv.Case(s.opts.Profile())), Facts: facts, Journal: entries,
	}, nil
}
