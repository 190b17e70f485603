package store

import (
	"errors"
	"fmt"

	"linkvet/advisor"
	"linkvet/store/clean"
	"linkvet/store/fault"
	"linkvet/store/linkedin/address"
	"linkvet/store/merge"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// Add takes an invitation in by hand and returns it with its id. Only what
// describes it is used: direction, kind, name, headline, company, address, note,
// time sent and tags. A person has at most one undecided invitation in each
// direction: a second one is ErrExists, unless the first vanished from the
// archive, which then waits again. So is inviting somebody who waits for the
// person's answer, is a connection or was invited.
func (s *Store) Add(inv record.Invitation) (record.Invitation, error) {
	a, err := s.AddAll([]record.Invitation{inv})
	switch {
	case err != nil:
		return record.Invitation{}, err
	case len(a.Refused) > 0:
		return record.Invitation{}, a.Refused[0]
	}
	return a.Added[0], nil
}

// Additions are what came of adding invitations.
type Additions struct {
	Added   []record.Invitation
	Refused []error  // of those that are there already
	Alike   []string // of those added, who may be somebody who is there already
}

// AddAll is Add for several at once, which is one step to take back. Those that
// are there already are left as they are.
func (s *Store) AddAll(invs []record.Invitation) (a Additions, err error) {
	made := make([]record.Invitation, len(invs))
	for i := range invs {
		if made[i], err = s.cleaned(invs[i]); err != nil {
			return Additions{}, err
		}
	}
	err = s.file.Update(func(tx *tables.Tx) (bool, error) {
		a = Additions{}
		present, err := merge.LoadPresent(tx)
		if err != nil {
			return false, err
		}
		var changes []tables.Changed
		for i := range made {
			change, alike, err := s.addOne(tx, present, made[i])
			if errors.Is(err, fault.ErrExists) {
				a.Refused = append(a.Refused, err)
				continue
			}
			if err != nil {
				return false, err
			}
			changes = append(changes, change)
			a.Added = append(a.Added, *change.After)
			if alike != "" {
				a.Alike = append(a.Alike, alike)
			}
		}
		if len(changes) == 0 {
			return false, nil
		}
		return true, tx.PersonDid(changes)
	})
	if err != nil {
		return Additions{}, err
	}
	return a, nil
}

// addOne works out what one invitation adds. alike says of whom there is one
// already who has the same name.
func (s *Store) addOne(tx *tables.Tx, present *merge.Present, inv record.Invitation) (change tables.Changed, alike string, err error) {
	key := record.PersonKey(record.SlugOf(inv.URL), inv.Name, inv.SentAt)
	if open := present.Open(inv.Direction, key); open != "" {
		change, err = s.sentAgain(tx, present, open, inv)
		return change, "", err
	}
	if alike, err = s.metAlready(tx, present, &inv); err != nil {
		return tables.Changed{}, "", err
	}
	inv.Facts = present.Facts(&inv)
	inv.ID, _ = record.NewID(inv.Direction, key, 0, present.Has)
	inv.Stamp(nil, inv.ChangedAt)
	present.Add(&inv)
	return tables.Changed{After: &inv, Entry: record.Entry{What: "added", Detail: fmt.Sprintf("%s, %s", inv.DisplayName(), inv.Direction)}}, alike, nil
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
	if inv.Joins() {
		out.Answers = advisor.Answers{"kind": {record.KindJoin}}
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
func (s *Store) sentAgain(tx *tables.Tx, present *merge.Present, open string, again record.Invitation) (tables.Changed, error) {
	found, err := tx.Find(open)
	if err != nil {
		return tables.Changed{}, err
	}
	if found == nil { // it was added a moment ago
		return tables.Changed{}, fault.There("%s is among these already", again.DisplayName())
	}
	before := *found
	if before.Status(s.file.Now()) != record.StatusGone {
		words := s.metAs(&before)
		if words == "" {
			words = fmt.Sprintf("is there already, as %s", before.Status(s.file.Now()))
		}
		return tables.Changed{}, fault.There("%s %s (%s)", before.DisplayName(), words, before.ID)
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
	after.Facts = present.Facts(&after)
	after.Stamp(&before, after.ChangedAt)
	return tables.Changed{Before: &before, After: &after, Entry: record.Entry{What: "added",
		Detail: quantity.Sentence(after.TimesSent, "%[2]s -> %[3]s, invited %[1]d time", "%[2]s -> %[3]s, invited %[1]d times", before.Status(s.file.Now()), after.Status(s.file.Now()))}}, nil
}
