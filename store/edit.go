package store

import (
	"slices"
	"strings"

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
	err := s.file.update(func(tx *Tx) (bool, error) {
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
		return true, tx.personDid(changes)
	})
	if err != nil {
		return nil, err
	}
	return deleted, nil
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
			if inv.Facts, err = factsOf(b.tx, inv); err != nil {
				return Entry{}, err
			}
		}
		return Entry{What: "edited", Detail: strings.Join(said, "; ")}, nil
	})
}
