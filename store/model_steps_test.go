package store

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	"pgregory.net/rapid"

	"linkvet/store/fault"
	"linkvet/store/record"
)

func (m *modelRun) tag(rt *rapid.T) {
	want := m.pick(rt)
	tag := rapid.SampledFrom([]string{"work", "choir"}).Draw(rt, "tag")
	before := slices.Clone(want.Tags)
	var add, remove []string
	if rapid.Bool().Draw(rt, "add") {
		add = []string{tag}
		want.Tags = record.CleanTags(append(want.Tags, tag))
	} else {
		remove = []string{tag}
		want.Tags = slices.DeleteFunc(want.Tags, func(t string) bool { return t == tag })
	}
	got, err := only(m.s.Tag([]string{want.ID}, add, remove))
	m.expect(rt, got, err, want, !slices.Equal(before, want.Tags))
}

func (m *modelRun) note(rt *rapid.T) {
	want := m.pick(rt)
	text := rapid.SampledFrom([]string{"", "from the choir", "two\nlines"}).Draw(rt, "text")
	before := maps.Clone(want.AnswerNotes)
	if want.AnswerNotes == nil {
		want.AnswerNotes = map[string]string{}
	}
	if want.AnswerNotes["know"] = text; text == "" {
		delete(want.AnswerNotes, "know")
	}
	got, err := m.s.NoteAnswer(want.ID, "know", text)
	m.expect(rt, got, err, want, !maps.Equal(before, want.AnswerNotes))
}

func (m *modelRun) edit(rt *rapid.T) {
	want := m.pick(rt)
	text := rapid.SampledFrom([]string{"", "Baker", "Miller"}).Draw(rt, "headline")
	changed := want.Headline != text || want.PersonNote != text
	switch said, corrected := want.Corrected[record.FieldHeadline]; { // what an archive says stays beside
	case !want.Listed || want.Headline == text:
	case corrected && said == text:
		delete(want.Corrected, record.FieldHeadline)
	case !corrected && want.Corrected == nil:
		want.Corrected = map[string]string{record.FieldHeadline: want.Headline}
	case !corrected:
		want.Corrected[record.FieldHeadline] = want.Headline
	}
	want.Headline, want.PersonNote = text, text
	got, err := m.s.Edit(want.ID, record.Edit{Headline: &text, PersonNote: &text})
	m.expect(rt, got, err, want, changed)
}

// some picks up to three invitations.
func (m *modelRun) some(rt *rapid.T) (ids []string, all []record.Invitation) {
	for range rapid.IntRange(1, 3).Draw(rt, "how many") {
		inv := m.pick(rt)
		if !slices.Contains(ids, inv.ID) {
			ids, all = append(ids, inv.ID), append(all, inv)
		}
	}
	return ids, all
}

func (m *modelRun) decideAll(rt *rapid.T) {
	ids, all := m.some(rt)
	var changed []record.Invitation
	var want error
	for _, inv := range all {
		if inv.Direction == record.Outgoing {
			want = fault.ErrInvalid
		}
		act := record.Act{Decision: record.Ignored}
		if inv.ActDone() == act {
			continue
		}
		inv.Take(act, m.c.t)
		inv.ChangedAt = m.c.t
		changed = append(changed, inv)
	}
	if _, err := m.s.DecideAll(ids, record.Act{Decision: record.Ignored}); !errors.Is(err, want) {
		rt.Fatalf("decided all: %v, want %v", err, want)
	}
	if want == nil {
		m.step(changed)
	}
}

func (m *modelRun) delete(rt *rapid.T) {
	ids, all := m.some(rt)
	deleted, err := m.s.Delete(ids)
	if err != nil || len(deleted) != len(all) {
		rt.Fatalf("deleted %v, %v", deleted, err)
	}
	st := newModelStep()
	for _, inv := range all {
		st.before[inv.ID] = inv
		delete(m.invitations, inv.ID)
		m.entries[inv.ID]++
	}
	m.steps, m.takenBack = append(m.steps, st), nil
}

func (m *modelRun) undo(rt *rapid.T) {
	m.reverse(rt, m.s.Undo, &m.steps, &m.takenBack)
}

func (m *modelRun) redo(rt *rapid.T) {
	m.reverse(rt, m.s.Redo, &m.takenBack, &m.steps)
}

func (m *modelRun) reverse(rt *rapid.T, do func() (Change, error), from, onto *[]modelStep) {
	m.c.advance(time.Minute)
	change, err := do()
	if len(*from) == 0 {
		if !errors.Is(err, fault.ErrNothing) {
			rt.Fatalf("%+v, %v, want nothing", change, err)
		}
		return
	}
	last := len(*from) - 1
	st := (*from)[last]
	*from = (*from)[:last]
	ids := map[string]bool{}
	for id := range st.before {
		ids[id] = true
	}
	for id := range st.after {
		ids[id] = true
	}
	if err != nil || len(change.IDs) != len(ids) {
		rt.Fatalf("%+v, %v, want %v", change, err, ids)
	}
	for id := range ids {
		m.entries[id]++
		inv, ok := st.before[id]
		if !ok {
			delete(m.invitations, id)
			continue
		}
		inv.ChangedAt = m.c.t
		m.invitations[id] = inv
	}
	if st.imported {
		m.countEntries(rt)
		m.sameBeside(rt, st.was)
	}
	*onto = append(*onto, modelStep{before: st.after, after: st.before, imported: st.imported, was: st.is, is: st.was})
}

// imports takes an archive in. What an import does is for other tests to say:
// here it is taken from the store, so that undo and redo can be held to it.
func (m *modelRun) imports(rt *rapid.T) {
	m.c.advance(time.Minute)
	archive := drawArchive(rt, [][2]string{{"Eve Tan", "eve"}, {"Fay Oak", ""}, {"Gil Ash", "gil"}})
	was := m.beside(rt)
	if _, err := m.s.Import(rt.Context(), archive, false, nil); err != nil {
		rt.Fatal(err)
	}
	st := newModelStep()
	st.imported, st.was, st.is = true, was, m.beside(rt)
	err := m.s.Each(rt.Context(), func(inv record.Invitation) error {
		before, ok := m.invitations[inv.ID]
		if ok && sameIn(rt, before, inv) {
			return nil
		}
		if ok {
			st.before[inv.ID] = before
		}
		st.after[inv.ID], m.invitations[inv.ID] = inv, inv
		return nil
	})
	if err != nil {
		rt.Fatal(err)
	}
	m.countEntries(rt)
	if len(st.after) > 0 || !maps.Equal(st.was, st.is) {
		m.steps, m.takenBack = append(m.steps, st), nil
	}
}

// countEntries takes from the store how many journal entries there are: an
// import says of some changes that they are not worth one.
func (m *modelRun) countEntries(rt *rapid.T) {
	entries, err := m.s.Journal("")
	if err != nil {
		rt.Fatal(err)
	}
	clear(m.entries)
	for _, e := range entries {
		m.entries[e.ID]++
	}
}

// beside returns what an import writes beside invitations.
func (m *modelRun) beside(rt *rapid.T) map[string]string {
	all := map[string]string{}
	if err := besideInvitations(m.s, all); err != nil {
		rt.Fatal(err)
	}
	return all
}

func (m *modelRun) sameBeside(rt *rapid.T, want map[string]string) {
	if got := m.beside(rt); !maps.Equal(got, want) {
		rt.Fatalf("connections and marks are %v, want %v", got, want)
	}
}

func (m *modelRun) draft(rt *rapid.T) {
	key := rapid.SampledFrom([]string{"a", "b"}).Draw(rt, "key")
	text := rapid.SampledFrom([]string{"", " half a", strings.Repeat("long ", 900)}).Draw(rt, "text")
	if err := m.s.KeepUnsaved(key, text); err != nil {
		rt.Fatal(err)
	}
	if m.drafts[key] = text; text == "" {
		delete(m.drafts, key)
	}
}
