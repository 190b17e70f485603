package store

import (
	"errors"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"linkvet/advisor"
	"linkvet/store/fault"
	"linkvet/store/record"
	"linkvet/store/vault"
)

// model is the store as a map: what must hold, without files.
type model struct {
	invitations map[string]record.Invitation
	entries     map[string]int
	drafts      map[string]string
	steps       []modelStep // what can be undone, the last first to go
	takenBack   []modelStep
}

// modelStep is the invitations that a step changed, as they were before and
// after it; one that is missing was not there.
type modelStep struct {
	before, after map[string]record.Invitation
	imported      bool // what else it changed is in these
	was, is       map[string]string
}

// TestAgainstModel does random things to a store, closes and opens it at random,
// and compares it with the model.
func TestAgainstModel(t *testing.T) {
	folder := t.TempDir()
	run := 0
	rapid.Check(t, func(rt *rapid.T) {
		run++
		c := newClock()
		path := filepath.Join(folder, time.Duration(run).String(), "linkvet.db")
		open := func() *Store {
			s, err := Open(path, vault.Options{Now: c.now})
			if err != nil {
				rt.Fatalf("open: %v", err)
			}
			return s
		}
		m := &modelRun{s: open(), c: c, model: model{
			invitations: map[string]record.Invitation{}, entries: map[string]int{}, drafts: map[string]string{},
		}}
		rt.Repeat(map[string]func(*rapid.T){
			"add":    m.add,
			"answer": m.answer,
			"decide": m.decide,
			"later":  m.later,
			"reopen": m.reopen,
			"tag":    m.tag,
			"note":   m.note,
			"edit":   m.edit,
			"all":    m.decideAll,
			"delete": m.delete,
			"undo":   m.undo,
			"redo":   m.redo,
			"import": m.imports,
			"draft":  m.draft,
			"open":   func(*rapid.T) { m.s = open() },
			"":       m.compare,
		})
	})
}

func newModelStep() modelStep {
	return modelStep{before: map[string]record.Invitation{}, after: map[string]record.Invitation{}}
}

type modelRun struct {
	model
	s *Store
	c *clock
}

func (m *modelRun) add(rt *rapid.T) {
	m.c.advance(time.Minute)
	name := rapid.SampledFrom([]string{"Ada Lind", "Bo Yu", "Cy Roe"}).Draw(rt, "name")
	dir := rapid.SampledFrom([]record.Direction{record.Incoming, record.Outgoing}).Draw(rt, "direction")
	want := error(nil)
	for _, inv := range m.invitations {
		if inv.Name == name && inv.Direction == dir && inv.Decision == "" {
			want = fault.ErrExists
		}
	}
	inv, err := m.s.Add(record.Invitation{Name: name, Direction: dir, SentAt: m.c.t})
	m.done(rt, inv, err, want)
}

// pick chooses an invitation, or skips while there is none.
func (m *modelRun) pick(rt *rapid.T) record.Invitation {
	m.c.advance(time.Minute)
	var ids []string
	for id := range m.invitations {
		ids = append(ids, id)
	}
	if len(ids) == 0 {
		rt.Skip()
	}
	slices.Sort(ids)
	inv := m.invitations[rapid.SampledFrom(ids).Draw(rt, "id")]
	return inv.Clone()
}

func (m *modelRun) answer(rt *rapid.T) {
	want := m.pick(rt)
	id := rapid.SampledFrom([]string{"know", "trust", "asks_for_money", "kind"}).Draw(rt, "question")
	q, _ := advisor.QuestionByID(id)
	choice := rapid.IntRange(-1, len(q.Answers)-1).Draw(rt, "answer")
	if want.Answers == nil {
		want.Answers = advisor.Answers{}
	}
	before := want.Answers.Clone()
	var inv record.Invitation
	var err error
	if choice < 0 {
		delete(want.Answers, id)
		inv, err = m.s.Answer(want.ID, nil, id)
	} else {
		want.Answers[id] = []string{q.Answers[choice].Value}
		inv, err = m.s.Answer(want.ID, advisor.Answers{id: want.Answers[id]})
	}
	changed := !reflect.DeepEqual(before, want.Answers)
	want.Recommendation, want.Report, want.Settled, want.Rules = 0, false, false, ""
	if want.Answered() > 0 {
		want.Rules = advisor.Rules()
		want.Recommendation, want.Report, want.Settled = advisor.Assess(want.Case(advisor.Profile{}))
	}
	want.RulebookVersion = 0
	if len(want.Answers) > 0 {
		want.RulebookVersion = advisor.RulebookVersion()
	}
	m.expect(rt, inv, err, want, changed)
}

func (m *modelRun) decide(rt *rapid.T) {
	want := m.pick(rt)
	d := rapid.SampledFrom(record.Decisions()).Draw(rt, "decision")
	because := rapid.SampledFrom([]string{"", "a cousin"}).Draw(rt, "because")
	inv, err := m.s.Decide(want.ID, d, because)
	if (want.Direction == record.Outgoing) != (d == record.Sent || d == record.NotSent) {
		m.done(rt, inv, err, fault.ErrInvalid)
		return
	}
	act := record.Act{Decision: d, Because: because}
	changed := want.ActDone() != act
	if changed {
		want.Take(act, m.c.t)
	}
	m.expect(rt, inv, err, want, changed)
}

func (m *modelRun) later(rt *rapid.T) {
	want := m.pick(rt)
	until := m.c.days(rapid.IntRange(-1, 3).Draw(rt, "days"))
	inv, err := m.s.Later(want.ID, until)
	if until <= m.c.days(0) {
		m.done(rt, inv, err, fault.ErrInvalid)
		return
	}
	if want.Decision != "" {
		changed := want.FollowUp != until
		want.FollowUp = until
		m.expect(rt, inv, err, want, changed)
		return
	}
	changed := want.LaterUntil != until || want.Resurfaced
	want.LaterUntil, want.Resurfaced = until, false
	m.expect(rt, inv, err, want, changed)
}

func (m *modelRun) reopen(rt *rapid.T) {
	want := m.pick(rt)
	inv, err := m.s.Reopen(want.ID)
	if want.Decision != "" {
		for _, other := range m.invitations {
			if other.ID != want.ID && other.Name == want.Name && other.Direction == want.Direction && other.Decision == "" {
				m.done(rt, inv, err, fault.ErrExists)
				return
			}
		}
	}
	changed := want.Decision != "" || !want.LaterUntil.IsZero()
	want.Take(record.Act{}, time.Time{})
	m.expect(rt, inv, err, want, changed)
}

// expect compares what a change returned and takes it into the model.
func (m *modelRun) expect(rt *rapid.T, got record.Invitation, err error, want record.Invitation, changed bool) {
	if err != nil {
		rt.Fatal(err)
	}
	var all []record.Invitation
	if changed {
		want.ChangedAt = m.c.t
		all = append(all, want)
	}
	if !sameIn(rt, got, want) {
		rt.Fatalf("got %+v\nwant %+v", got, want)
	}
	m.step(all)
}

// step takes what changed, all at once, into the model.
func (m *modelRun) step(all []record.Invitation) {
	if len(all) == 0 {
		return
	}
	st := newModelStep()
	for _, inv := range all {
		if before, ok := m.invitations[inv.ID]; ok {
			st.before[inv.ID] = before
		}
		st.after[inv.ID] = inv
		m.invitations[inv.ID] = inv
		m.entries[inv.ID]++
	}
	m.steps, m.takenBack = append(m.steps, st), nil
}

// done is expect for a new invitation, or for an error.
func (m *modelRun) done(rt *rapid.T, inv record.Invitation, err, want error) {
	if !errors.Is(err, want) {
		rt.Fatalf("error %v, want %v", err, want)
	}
	if want == nil {
		m.step([]record.Invitation{inv})
	}
}

// compare checks everything there is to read against the model.
func (m *modelRun) compare(rt *rapid.T) {
	seen := 0
	last := time.Time{}
	err := m.s.Each(rt.Context(), func(inv record.Invitation) error {
		if !sameIn(rt, inv, m.invitations[inv.ID]) {
			rt.Fatalf("read %+v\nwant %+v", inv, m.invitations[inv.ID])
		}
		if seen++; seen > 1 && inv.SentAt.After(last) {
			rt.Fatalf("%s is out of order", inv.ID)
		}
		last = inv.SentAt
		return nil
	})
	if err != nil || seen != len(m.invitations) {
		rt.Fatalf("%d invitations, want %d, %v", seen, len(m.invitations), err)
	}
	rows, err := m.s.Rows(rt.Context())
	if err != nil || len(rows) != seen {
		rt.Fatalf("%d rows, want %d, %v", len(rows), seen, err)
	}
	for _, row := range rows {
		inv := m.invitations[row.ID]
		want := inv.Row(m.c.t)
		if !reflect.DeepEqual(row.Object(), want.Object()) {
			rt.Fatalf("row %+v\nwant %+v", row, want)
		}
	}
	if drafts, err := m.s.Unsaved(); err != nil || !maps.Equal(drafts, m.drafts) {
		rt.Fatalf("drafts %q, want %q, %v", drafts, m.drafts, err)
	}
	for id, n := range m.entries {
		if _, there := m.invitations[id]; !there {
			continue
		}
		if entries, err := m.s.Journal(id); err != nil || len(entries) != n {
			rt.Fatalf("journal of %s: %d entries, want %d, %v", id, len(entries), n, err)
		}
	}
	if report, err := vault.Check(rt.Context(), m.s.Path(), m.s.file.Opts, false); err != nil || !report.OK {
		rt.Fatalf("no longer sound: %+v, %v", report, err)
	}
}

func sameIn(rt *rapid.T, a, b record.Invitation) bool {
	a.Stamps, b.Stamps = nil, nil // the model does not know when what was changed
	same, err := record.SameRecord(a, b)
	if err != nil {
		rt.Fatal(err)
	}
	return same && a.ID == b.ID
}
