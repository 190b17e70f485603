package store

import (
	"fmt"

	"linkvet/store/clean"
	"linkvet/store/fault"
	"linkvet/store/linkedin/address"
	"linkvet/store/merge"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// Add takes an invitation in by hand and returns it with its id. Only what
// describes it is used: direction, name, headline, company, address, note, time
// sent and tags. A person has at most one undecided invitation in each
// direction: a second one is ErrExists, unless the first vanished from the
// archive, which then waits again.
func (s *Store) Add(inv record.Invitation) (record.Invitation, error) {
	inv, err := s.cleaned(inv)
	if err != nil {
		return record.Invitation{}, err
	}
	err = s.file.Update(func(tx *tables.Tx) (bool, error) {
		key := record.PersonKey(record.SlugOf(inv.URL), inv.Name, inv.SentAt)
		open, err := merge.OpenOf(tx, inv.Direction, key)
		if err != nil {
			return false, err
		}
		if open != "" {
			inv, err = s.sentAgain(tx, open, inv)
			return err == nil, err
		}
		if inv.Facts, err = merge.FactsOf(tx, &inv); err != nil {
			return false, err
		}
		invitations := tx.Bucket(tables.BucketInvitations())
		inv.ID = record.NewID(inv.Direction, key, func(id string) bool { return invitations.Get([]byte(id)) != nil })
		return true, tx.PersonDid([]tables.Changed{{After: &inv, Entry: record.Entry{What: "added",
			Detail: fmt.Sprintf("%s, %s", inv.DisplayName(), inv.Direction)}}})
	})
	if err != nil {
		return record.Invitation{}, err
	}
	return inv, nil
}

// cleaned returns a new record with the texts of inv made safe.
func (s *Store) cleaned(inv record.Invitation) (record.Invitation, error) {
	dir := inv.Direction
	if dir == "" {
		dir = record.Incoming
	}
	if dir != record.Incoming && dir != record.Outgoing {
		return record.Invitation{}, fault.Invalid("the direction %q (allowed: %s, %s)", inv.Direction, record.Incoming, record.Outgoing)
	}
	now := s.file.Now()
	out := record.Invitation{
		Direction: dir,
		Name:      clean.Line(inv.Name),
		Headline:  clean.Line(inv.Headline),
		Company:   clean.Line(inv.Company),
		Note:      clean.Text(inv.Note),
		SentAt:    record.Moment(record.Seconds(inv.SentAt)),
		TimesSent: 1,
		AddedAt:   now,
		ChangedAt: now,
		Tags:      record.CleanTags(inv.Tags),
	}
	if inv.URL != "" {
		if out.URL, _ = address.Profile(inv.URL); out.URL == "" {
			return record.Invitation{}, record.NotAProfile(inv.URL)
		}
	}
	if out.Name == "" && out.URL == "" {
		return record.Invitation{}, fault.Invalid("an invitation needs a name or the address of a profile")
	}
	if !out.SentAt.IsZero() {
		out.SentTimes = append(out.SentTimes, out.SentAt)
	}
	return out, nil
}

// sentAgain lets a vanished invitation wait again; any other is already there.
func (s *Store) sentAgain(tx *tables.Tx, open string, again record.Invitation) (record.Invitation, error) {
	before, err := tx.Get([]byte(open))
	if err != nil {
		return record.Invitation{}, err
	}
	if before.Status(s.file.Now()) != record.StatusGone {
		return record.Invitation{}, fmt.Errorf("%w: %s is %s (%s)", fault.ErrExists, before.DisplayName(), before.ID, before.Status(s.file.Now()))
	}
	after := before.Clone()
	after.Gone = false
	after.TimesSent++
	after.ChangedAt = s.file.Now()
	after.Sent(again.SentAt)
	for _, field := range []struct{ to, from *string }{
		{&after.Headline, &again.Headline}, {&after.Company, &again.Company}, {&after.Note, &again.Note},
	} {
		if *field.from != "" {
			*field.to = *field.from
		}
	}
	if after.Facts, err = merge.FactsOf(tx, &after); err != nil {
		return record.Invitation{}, err
	}
	return after, tx.PersonDid([]tables.Changed{{Before: &before, After: &after, Entry: record.Entry{What: "added",
		Detail: fmt.Sprintf("%s -> %s, invited %d times", before.Status(s.file.Now()), after.Status(s.file.Now()), after.TimesSent)}}})
}
