package store

import (
	"slices"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"linkvet/store/linkedin"
)

// Tag adds tags to invitations and removes others, as one step.
func (s *Store) Tag(refs []string, add, remove []string) ([]Invitation, error) {
	add, remove = cleanTags(add), cleanTags(remove)
	if len(add)+len(remove) == 0 {
		return nil, invalid("a change of tags without a tag")
	}
	var words []string
	for _, tag := range add {
		if slices.Contains(remove, tag) {
			return nil, invalid("the tag %q is to be added and removed", tag)
		}
		words = append(words, "+"+tag)
	}
	for _, tag := range remove {
		words = append(words, "-"+tag)
	}
	brief := strings.Join(words, " ")
	return s.changeAll(refs, func(_ *batch, inv *Invitation) (Entry, error) {
		was := strings.Join(inv.Tags, ", ")
		kept := slices.DeleteFunc(inv.Tags, func(tag string) bool { return slices.Contains(remove, tag) })
		inv.Tags = cleanTags(append(kept, add...))
		return Entry{What: "tagged", Detail: arrow(was, strings.Join(inv.Tags, ", "), "no tags"), brief: brief}, nil
	})
}

// Delete takes invitations out of the store, as one step, and returns them as
// they were. The journal keeps them, so that it can be undone. An archive that
// still lists one brings it back as a new one.
func (s *Store) Delete(refs []string) ([]Invitation, error) {
	var deleted []Invitation
	err := s.update(func(tx *bolt.Tx) (bool, error) {
		deleted = make([]Invitation, 0, len(refs))
		var changes []changed
		err := s.eachRef(tx, refs, func(inv Invitation) error {
			deleted = append(deleted, inv)
			changes = append(changes, changed{before: &inv, entry: Entry{
				What: "deleted", Detail: inv.DisplayName() + ", " + s.standing(inv),
			}})
			return nil
		})
		if err != nil || len(changes) == 0 {
			return false, err
		}
		return true, s.personDid(tx, changes)
	})
	if err != nil {
		return nil, err
	}
	return deleted, nil
}

// Edit is what a person corrects of an invitation: nil leaves a field as it is.
type Edit struct {
	Name, Headline, Company, URL, Note *string
	SentAt                             *time.Time
	PersonNote                         *string // the person's own note about them
}

// Edit corrects what is known of an invitation.
func (s *Store) Edit(ref string, e Edit) (Invitation, error) {
	if e.URL != nil && *e.URL != "" {
		url, slug := linkedin.ProfileURL(*e.URL)
		if slug == "" {
			return Invitation{}, notAProfile(*e.URL)
		}
		e.URL = &url
	}
	return s.change(ref, func(b *batch, inv *Invitation) (Entry, error) {
		was := *inv
		said := inv.correct(e)
		if inv.Name == "" && inv.URL == "" {
			return Entry{}, invalid("an invitation needs a name or the address of a profile")
		}
		if inv.Decision == "" && (was.Name != inv.Name || was.URL != inv.URL) {
			if err := b.refuseSecondOpen(*inv); err != nil {
				return Entry{}, err
			}
		}
		if was.Name != inv.Name || was.URL != inv.URL || was.Company != inv.Company {
			var err error
			if inv.Facts, err = b.s.factsOf(b.tx, inv); err != nil {
				return Entry{}, err
			}
		}
		return Entry{What: "edited", Detail: strings.Join(said, "; ")}, nil
	})
}

// correct changes the fields that e has and says what changed. What the archive
// says stays beside, so that the next import knows the row again and does not
// take the correction back.
func (inv *Invitation) correct(e Edit) []string {
	var said []string
	for _, f := range []struct {
		name  string
		field *string
		to    *string
		clean func(string) string
	}{
		{FieldName, &inv.Name, e.Name, linkedin.Clean},
		{FieldHeadline, &inv.Headline, e.Headline, linkedin.Clean},
		{FieldCompany, &inv.Company, e.Company, linkedin.Clean},
		{FieldURL, &inv.URL, e.URL, linkedin.Clean},
		{FieldNote, &inv.Note, e.Note, linkedin.CleanText},
	} {
		if f.to == nil {
			continue
		}
		to := f.clean(*f.to)
		if to == *f.field {
			continue
		}
		said = append(said, f.name+": "+arrow(*f.field, to, "nothing"))
		inv.correctField(f.name, *f.field, to)
		*f.field = to
	}
	if e.SentAt != nil {
		if to := moment(seconds(*e.SentAt)); !to.Equal(inv.SentAt) {
			said = append(said, FieldSentAt+": "+arrow(rfc3339(inv.SentAt), rfc3339(to), "nothing"))
			inv.correctField(FieldSentAt, rfc3339(inv.SentAt), rfc3339(to))
			inv.SentAt = to
		}
	}
	if e.PersonNote != nil {
		if to := linkedin.CleanText(*e.PersonNote); to != inv.PersonNote {
			said = append(said, "own note: "+arrow(inv.PersonNote, to, "nothing"))
			inv.PersonNote = to
		}
	}
	return said
}

// correctField remembers what the archive says of a field. Writing that again
// is no correction any more.
func (inv *Invitation) correctField(name, was, is string) {
	if !inv.Listed {
		return // nobody but the person has said anything
	}
	original, corrected := inv.Corrected[name]
	switch {
	case corrected && original == is:
		delete(inv.Corrected, name)
	case corrected:
	case inv.Corrected == nil:
		inv.Corrected = map[string]string{name: was}
	default:
		inv.Corrected[name] = was
	}
}

func notAProfile(url string) error {
	return invalid("%q is not the address of a LinkedIn profile, such as https://www.linkedin.com/in/name", linkedin.Clean(url))
}
