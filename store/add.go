package store

import (
	"fmt"

	"linkvet/store/linkedin"
)

// Add takes an invitation in by hand and returns it with its id. Only what
// describes it is used: direction, name, headline, company, address, note, time
// sent and tags. A person has at most one undecided invitation in each
// direction: a second one is ErrExists, unless the first vanished from the
// archive, which then waits again.
func (s *Store) Add(inv Invitation) (Invitation, error) {
	inv, err := s.cleaned(inv)
	if err != nil {
		return Invitation{}, err
	}
	err = s.file.update(func(tx *Tx) (bool, error) {
		key := personKey(slugOf(inv.URL), inv.Name, inv.SentAt)
		open, err := openOf(tx, inv.Direction, key)
		if err != nil {
			return false, err
		}
		if open != "" {
			inv, err = s.sentAgain(tx, open, inv)
			return err == nil, err
		}
		if inv.Facts, err = factsOf(tx, &inv); err != nil {
			return false, err
		}
		invitations := tx.Bucket(bucketInvitations())
		inv.ID = newID(inv.Direction, key, func(id string) bool { return invitations.Get([]byte(id)) != nil })
		return true, tx.personDid([]changed{{after: &inv, entry: Entry{What: "added",
			Detail: fmt.Sprintf("%s, %s", inv.DisplayName(), inv.Direction)}}})
	})
	if err != nil {
		return Invitation{}, err
	}
	return inv, nil
}

// cleaned returns a new record with the texts of inv made safe.
func (s *Store) cleaned(inv Invitation) (Invitation, error) {
	dir := inv.Direction
	if dir == "" {
		dir = Incoming
	}
	if dir != Incoming && dir != Outgoing {
		return Invitation{}, invalid("the direction %q (allowed: %s, %s)", inv.Direction, Incoming, Outgoing)
	}
	now := s.file.now()
	out := Invitation{
		Direction: dir,
		Name:      linkedin.Clean(inv.Name),
		Headline:  linkedin.Clean(inv.Headline),
		Company:   linkedin.Clean(inv.Company),
		Note:      linkedin.CleanText(inv.Note),
		SentAt:    moment(seconds(inv.SentAt)),
		TimesSent: 1,
		AddedAt:   now,
		ChangedAt: now,
		Tags:      cleanTags(inv.Tags),
	}
	if inv.URL != "" {
		if out.URL, _ = linkedin.ProfileURL(inv.URL); out.URL == "" {
			return Invitation{}, notAProfile(inv.URL)
		}
	}
	if out.Name == "" && out.URL == "" {
		return Invitation{}, invalid("an invitation needs a name or the address of a profile")
	}
	if !out.SentAt.IsZero() {
		out.SentTimes = append(out.SentTimes, out.SentAt)
	}
	return out, nil
}

// sentAgain lets a vanished invitation wait again; any other is already there.
func (s *Store) sentAgain(tx *Tx, open string, again Invitation) (Invitation, error) {
	before, err := tx.get([]byte(open))
	if err != nil {
		return Invitation{}, err
	}
	if before.Status(s.file.now()) != StatusGone {
		return Invitation{}, fmt.Errorf("%w: %s is %s (%s)", ErrExists, before.DisplayName(), before.ID, before.Status(s.file.now()))
	}
	after := before.clone()
	after.Gone = false
	after.TimesSent++
	after.ChangedAt = s.file.now()
	after.sent(again.SentAt)
	for _, field := range []struct{ to, from *string }{
		{&after.Headline, &again.Headline}, {&after.Company, &again.Company}, {&after.Note, &again.Note},
	} {
		if *field.from != "" {
			*field.to = *field.from
		}
	}
	if after.Facts, err = factsOf(tx, &after); err != nil {
		return Invitation{}, err
	}
	return after, tx.personDid([]changed{{before: &before, after: &after, entry: Entry{What: "added",
		Detail: fmt.Sprintf("%s -> %s, invited %d times", before.Status(s.file.now()), after.Status(s.file.now()), after.TimesSent)}}})
}
