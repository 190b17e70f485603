package tui

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"time"

	"linkvet/store"
)

// What fakeStorage does with several invitations, and how it undoes.

// step remembers how things were, so that they can be undone.
func (f *fakeStorage) step(words string, ids []string) {
	f.undos = append(f.undos, fakeStep{words: words, ids: ids, before: maps.Clone(f.all)})
	f.redos = nil
	f.version++
}

type fakeStep struct {
	words  string
	ids    []string
	before map[string]store.Invitation
}

// each changes several invitations in one step.
func (f *fakeStorage) each(refs []string, what, detail string, edit func(*store.Invitation)) ([]store.Invitation, error) {
	if f.failing != nil {
		return nil, f.failing
	}
	f.step(what+": "+detail, refs)
	undos := slices.Clone(f.undos)
	var all []store.Invitation
	for _, ref := range refs {
		inv, err := f.change(ref, what, detail, edit)
		if err != nil {
			return nil, err
		}
		all = append(all, inv)
	}
	f.undos = undos
	return all, nil
}

func (f *fakeStorage) DecideAll(refs []string, d store.Decision, because string) ([]store.Invitation, error) {
	return f.each(refs, "decided", string(d)+" "+because, func(inv *store.Invitation) {
		inv.Decision, inv.Because, inv.DecidedAt, inv.Advised = d, because, f.now, inv.Recommendation
	})
}

func (f *fakeStorage) LaterAll(refs []string, until time.Time) ([]store.Invitation, error) {
	return f.each(refs, "postponed", until.Format(time.DateOnly), func(inv *store.Invitation) { inv.LaterUntil = until })
}

func (f *fakeStorage) ReopenAll(refs []string) ([]store.Invitation, error) {
	return f.each(refs, "reopened", "", func(inv *store.Invitation) { inv.LaterUntil, inv.Decision, inv.Because = time.Time{}, "", "" })
}

func (f *fakeStorage) Tag(refs []string, add, remove []string) ([]store.Invitation, error) {
	detail := strings.Join(append(prefixed("+", add), prefixed("-", remove)...), " ")
	return f.each(refs, "tagged", detail, func(inv *store.Invitation) {
		tags := slices.DeleteFunc(slices.Clone(inv.Tags), func(tag string) bool { return slices.Contains(remove, tag) })
		for _, tag := range add {
			if !slices.Contains(tags, tag) {
				tags = append(tags, tag)
			}
		}
		inv.Tags = tags
	})
}

func (f *fakeStorage) Delete(refs []string) ([]store.Invitation, error) {
	f.step(fmt.Sprintf("deleted: %d", len(refs)), refs)
	var gone []store.Invitation
	for _, ref := range refs {
		gone = append(gone, f.all[ref])
		delete(f.all, ref)
		f.calls = append(f.calls, "deleted "+ref)
	}
	return gone, f.failing
}

func (f *fakeStorage) Edit(ref string, e store.Edit) (store.Invitation, error) {
	return f.change(ref, "edited", "", func(inv *store.Invitation) {
		for to, from := range map[*string]*string{
			&inv.Name: e.Name, &inv.Headline: e.Headline, &inv.Company: e.Company, &inv.URL: e.URL, &inv.Note: e.Note, &inv.PersonNote: e.PersonNote,
		} {
			if from != nil {
				*to = *from
			}
		}
		if e.SentAt != nil {
			inv.SentAt = *e.SentAt
		}
	})
}

func (f *fakeStorage) Undo() (store.Change, error) { return f.turnBack(&f.undos, &f.redos) }
func (f *fakeStorage) Redo() (store.Change, error) { return f.turnBack(&f.redos, &f.undos) }

func (f *fakeStorage) turnBack(from, to *[]fakeStep) (store.Change, error) {
	if len(*from) == 0 {
		return store.Change{}, store.ErrNothing
	}
	last := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	*to = append(*to, fakeStep{last.words, last.ids, f.all})
	f.all = maps.Clone(last.before)
	f.version++
	return store.Change{Words: last.words, IDs: last.ids}, nil
}

func (f *fakeStorage) Undoable() (undo, redo string, err error) {
	if n := len(f.undos); n > 0 {
		undo = f.undos[n-1].words
	}
	if n := len(f.redos); n > 0 {
		redo = f.redos[n-1].words
	}
	return undo, redo, nil
}

// Version is 0 while nothing was ever in it.
func (f *fakeStorage) Version() (uint64, error) {
	if f.version == 0 && len(f.all) == 0 {
		return 0, nil
	}
	return f.version + 1, nil
}

func (f *fakeStorage) Export(_ context.Context, path string, replace bool, o store.ExportOptions) (int, error) {
	if f.failing != nil {
		return 0, f.failing
	}
	if strings.HasSuffix(path, "there.csv") && !replace {
		return 0, fs.ErrExist
	}
	f.calls = append(f.calls, fmt.Sprint("exported ", path, " ", slices.Sorted(maps.Keys(o.Only))))
	return len(o.Only), nil
}

func (f *fakeSettings) Theme() string { return f.theme }
func (f *fakeSettings) SaveTheme(theme string) error {
	f.theme = theme
	return nil
}
func (f *fakeSettings) SaveMouse(on bool) error {
	f.mouse = on
	return nil
}
func (f *fakeSettings) Sections() []Section { return f.sections }
func (f *fakeSettings) SaveSections(all []Section) error {
	f.sections = all
	return nil
}
func (f *fakeSettings) Keys() map[string][]string { return f.keys }
func (f *fakeSettings) SaveKeys(keys map[string][]string) error {
	f.keys = keys
	return nil
}
func (f *fakeSettings) Files() []File {
	return []File{{"store", "/home/me/.local/share/linkvet/linkvet.db"}, {"settings", "/home/me/.config/linkvet/config.yaml"}}
}
