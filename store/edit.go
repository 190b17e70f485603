package store

import (
	"slices"
	"strings"

	"linkvet/store/fault"
	"linkvet/store/linkedin/address"
	"linkvet/store/merge"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// Tag adds tags to invitations and removes others, as one step.
func (s *Store) Tag(refs []string, add, remove []string) ([]record.Invitation, error) {
	add, remove = record.CleanTags(add), record.CleanTags(remove)
	if len(add)+len(remove) == 0 {
		return nil, fault.Invalid("a change of tags without a tag")
	}
	var words []string
	for _, tag := range add {
		if slices.Contains(remove, tag) {
			return nil, fault.Invalid("the tag %q is to be added and removed", tag)
		}
		words = append(words, "+"+tag)
	}
	for _, tag := range remove {
		words = append(words, "-"+tag)
	}
	brief := strings.Join(words, " ")
	return s.changeAll(refs, func(_ *merge.Batch, inv *record.Invitation) (record.Entry, error) {
		was := strings.Join(inv.Tags, ", ")
		kept := slices.DeleteFunc(inv.Tags, func(tag string) bool { return slices.Contains(remove, tag) })
		inv.Tags = record.CleanTags(append(kept, add...))
		return record.Entry{What: "tagged", Detail: record.Arrow(was, strings.Join(inv.Tags, ", "), "no tags"), Short: brief}, nil
	})
}

// Delete takes invitations out of the store, as one step, and returns them as
// they were. The journal keeps them, so that it can be undone. An archive that
// still lists one brings it back as a new one.
func (s *Store) Delete(refs []string) ([]record.Invitation, error) {
	var deleted []record.Invitation
	err := s.file.Update(func(tx *tables.Tx) (bool, error) {
		deleted = make([]record.Invitation, 0, len(refs))
		var changes []tables.Changed
		err := s.eachRef(tx, refs, func(inv record.Invitation) error {
			deleted = append(deleted, inv)
			changes = append(changes, tables.Changed{Before: &inv, Entry: record.Entry{
				What: "deleted", Detail: inv.DisplayName() + ", " + s.standing(inv),
			}})
			return nil
		})
		if err != nil || len(changes) == 0 {
			return false, err
		}
		return true, tx.PersonDid(changes)
	})
	if err != nil {
		return nil, err
	}
	return deleted, nil
}

// Edit corrects what is known of an invitation.
func (s *Store) Edit(ref string, e record.Edit) (record.Invitation, error) {
	if e.URL != nil && *e.URL != "" {
		url, slug := address.Profile(*e.URL)
		if slug == "" {
			return record.Invitation{}, record.NotAProfile(*e.URL)
		}
		e.URL = &url
	}
	if e.PersonNote != nil {
		note, err := record.OwnText("a note", *e.PersonNote)
		if err != nil {
			return record.Invitation{}, err
		}
		e.PersonNote = &note
	}
	return s.change(ref, func(b *merge.Batch, inv *record.Invitation) (record.Entry, error) {
		was := *inv
		said := inv.Correct(e)
		if inv.Name == "" && inv.URL == "" {
			return record.Entry{}, fault.Invalid("an invitation needs a name or the address of a profile")
		}
		if inv.Decision == "" && (was.Name != inv.Name || was.URL != inv.URL) {
			if err := b.RefuseSecondOpen(*inv); err != nil {
				return record.Entry{}, err
			}
		}
		if was.Name != inv.Name || was.URL != inv.URL || was.Company != inv.Company {
			present, err := merge.LoadPresent(b.Tx)
			if err != nil {
				return record.Entry{}, err
			}
			inv.Facts = present.Facts(inv)
		}
		return record.Entry{What: "edited", Detail: strings.Join(said, "; ")}, nil
	})
}
