package frametest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/exchange"
	"linkvet/store/fault"
	"linkvet/store/insight"
	"linkvet/store/record"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// What fakeStorage does with several invitations, and how it undoes.

// step remembers how things were, so that they can be undone.
func (f *FakeStorage) step(words string, ids []string) {
	f.undos = append(f.undos, fakeStep{words: words, ids: ids, before: maps.Clone(f.All)})
	f.redos = nil
	f.version++
}

type fakeStep struct {
	words  string
	ids    []string
	before map[string]record.Invitation
}

// each changes several invitations in one step.
func (f *FakeStorage) each(refs []string, what, detail string, edit func(*record.Invitation)) ([]record.Invitation, error) {
	if f.Failing != nil {
		return nil, f.Failing
	}
	f.step(what+": "+detail, refs)
	undos := slices.Clone(f.undos)
	var all []record.Invitation
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

func (f *FakeStorage) DecideAll(refs []string, act record.Act) ([]record.Invitation, error) {
	do := func(inv *record.Invitation) { inv.Take(act, f.Now) }
	detail := act.Short() + " " + act.Because
	if len(refs) > 1 {
		return f.each(refs, "decided", detail, do)
	}
	inv, err := f.change(refs[0], "decided", detail, do)
	return []record.Invitation{inv}, err
}

func (f *FakeStorage) LaterAll(refs []string, until record.Day) ([]record.Invitation, error) {
	return f.each(refs, "postponed", until.String(), func(inv *record.Invitation) { inv.LaterUntil = until })
}

func (f *FakeStorage) ReopenAll(refs []string) ([]record.Invitation, error) {
	return f.each(refs, "reopened", "", func(inv *record.Invitation) { inv.LaterUntil, inv.Decision, inv.Because = 0, "", "" })
}

func (f *FakeStorage) Tag(refs []string, add, remove []string) ([]record.Invitation, error) {
	detail := strings.Join(append(style.Prefixed("+", add), style.Prefixed("-", remove)...), " ")
	return f.each(refs, "tagged", detail, func(inv *record.Invitation) {
		tags := slices.DeleteFunc(slices.Clone(inv.Tags), func(tag string) bool { return slices.Contains(remove, tag) })
		for _, tag := range add {
			if !slices.Contains(tags, tag) {
				tags = append(tags, tag)
			}
		}
		inv.Tags = tags
	})
}

func (f *FakeStorage) Delete(refs []string) ([]record.Invitation, error) {
	f.step(fmt.Sprintf("deleted: %d", len(refs)), refs)
	var gone []record.Invitation
	for _, ref := range refs {
		gone = append(gone, f.All[ref])
		delete(f.All, ref)
		f.Calls = append(f.Calls, "deleted "+ref)
	}
	return gone, f.Failing
}

func (f *FakeStorage) Edit(ref string, e record.Edit) (record.Invitation, error) {
	return f.change(ref, "edited", "", func(inv *record.Invitation) {
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

func (f *FakeStorage) Undo() (store.Change, error) { return f.turnBack(&f.undos, &f.redos) }
func (f *FakeStorage) Redo() (store.Change, error) { return f.turnBack(&f.redos, &f.undos) }

func (f *FakeStorage) turnBack(from, to *[]fakeStep) (store.Change, error) {
	if len(*from) == 0 {
		return store.Change{}, fault.ErrNothing
	}
	last := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	*to = append(*to, fakeStep{last.words, last.ids, f.All})
	f.All = maps.Clone(last.before)
	f.version++
	return store.Change{Words: last.words, IDs: last.ids}, nil
}

func (f *FakeStorage) Undoable() (undo, redo string, err error) {
	if n := len(f.undos); n > 0 {
		undo = f.undos[n-1].words
	}
	if n := len(f.redos); n > 0 {
		redo = f.redos[n-1].words
	}
	return undo, redo, nil
}

// Version is 0 while nothing was ever in it.
func (f *FakeStorage) Version() (uint64, error) {
	if f.version == 0 && len(f.All) == 0 {
		return 0, nil
	}
	return f.version + 1, nil
}

func (f *FakeStorage) Export(_ context.Context, path string, replace bool, o exchange.ExportOptions) (int, error) {
	if f.Failing != nil {
		return 0, f.Failing
	}
	if strings.HasSuffix(path, "there.csv") && !replace {
		return 0, fs.ErrExist
	}
	f.Calls = append(f.Calls, fmt.Sprint("exported ", path, " ", slices.Sorted(maps.Keys(o.Only))))
	return len(o.Only), nil
}

func (f *FakeSettings) Theme() string { return f.Look }
func (f *FakeSettings) SaveTheme(theme string) error {
	f.Look = theme
	return nil
}
func (f *FakeSettings) OneByOne() bool { return f.Single }
func (f *FakeSettings) SaveOneByOne(on bool) error {
	f.Single = on
	return nil
}
func (f *FakeSettings) SaveMouse(on bool) error {
	f.Mouse = on
	return nil
}
func (f *FakeSettings) Accessible() bool { return f.Plain }
func (f *FakeSettings) SaveAccessible(on bool) error {
	f.Plain = on
	return nil
}
func (f *FakeSettings) Lists() []screen.OwnList { return f.OwnLists }
func (f *FakeSettings) SaveLists(all []screen.OwnList) error {
	f.OwnLists = all
	return nil
}
func (f *FakeSettings) Keys() map[string][]string { return f.Bindings }
func (f *FakeSettings) SaveKeys(keys map[string][]string) error {
	f.Bindings = keys
	return nil
}
func (f *FakeSettings) Commands() []screen.OwnCommand { return f.Own }

func (f *FakeSettings) Files() []screen.File {
	return []screen.File{{What: "store", Path: "/home/me/.local/share/linkvet/linkvet.db"}, {What: "settings", Path: "/home/me/.config/linkvet/config.yaml"}}
}

// Insight counts the invitations as the store does, newest first.
func (f *FakeStorage) Insight(ctx context.Context, progress func(done, total int)) (insight.Report, error) {
	if f.Failing != nil || ctx.Err() != nil {
		return insight.Report{}, errors.Join(f.Failing, ctx.Err())
	}
	now := TestNow()
	tally := insight.New(now, advisor.Profile{})
	all := slices.SortedFunc(maps.Values(f.All), func(a, b record.Invitation) int { return cmp.Or(b.SentAt.Compare(a.SentAt), cmp.Compare(a.ID, b.ID)) })
	byID := map[string]*record.Invitation{}
	for i := range all {
		row := all[i].Row(now)
		byID[row.ID] = &all[i]
		var skim record.Skim
		if err := record.SkimSummary(record.AppendSummary(nil, &row), &skim); err != nil {
			return insight.Report{}, err
		}
		if tally.Listed([]byte(row.ID), record.Seconds(row.SentAt), &skim) {
			tally.Whole(&all[i])
		}
		if progress != nil {
			progress(i+1, len(all))
		}
	}
	for _, id := range tally.Wanted() {
		if inv := byID[strings.TrimRight(id, "\x00")]; inv != nil {
			tally.Name(inv)
		}
	}
	return tally.Report(), nil
}
