package tui

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"linkvet/advisor"
	"linkvet/store"
)

// fakeStorage keeps invitations in memory.
type fakeStorage struct {
	all     map[string]store.Invitation
	journal []store.Entry
	now     time.Time
	calls   []string // what was changed, in order
	report  store.ImportReport
	steps   int   // how often an import reports progress
	failing error // what every change fails with
	drafts  map[string]string
	unread  error // what reading the rows fails with
	undos   []fakeStep
	redos   []fakeStep
	version uint64
	asked   [][]string // whose dossiers were read, each time
	broken  string     // whose record cannot be read
}

func newFakeStorage(invitations ...store.Invitation) *fakeStorage {
	f := &fakeStorage{all: map[string]store.Invitation{}, now: testNow()}
	for i, inv := range invitations {
		if inv.ID == "" {
			inv.ID = fmt.Sprintf("k%03d", i)
		}
		if inv.Direction == "" {
			inv.Direction = store.Incoming
		}
		f.all[inv.ID] = inv
	}
	return f
}

func (f *fakeStorage) Path() string { return "linkvet.db" }

func (f *fakeStorage) Table(_ context.Context, most int) (*store.Table, error) {
	rows := f.rows()
	if most >= 0 {
		rows = rows[:min(most, len(rows))]
	}
	return store.NewTable(rows), f.unread
}

func (f *fakeStorage) rows() []store.Row {
	rows := make([]store.Row, 0, len(f.all))
	for _, inv := range f.all {
		rows = append(rows, inv.Row(f.now))
	}
	slices.SortFunc(rows, func(a, b store.Row) int {
		if c := b.SentAt.Compare(a.SentAt); c != 0 {
			return c
		}
		return slices.Compare([]byte(a.ID), []byte(b.ID))
	})
	return rows
}

func (f *fakeStorage) Get(ref string) (store.Invitation, error) {
	inv, ok := f.all[ref]
	if !ok {
		return inv, store.ErrNotFound
	}
	return inv, nil
}

func (f *fakeStorage) Dossiers(ids []string) ([]store.Dossier, error) {
	f.asked = append(f.asked, ids)
	var all []store.Dossier
	for _, id := range ids {
		if id == f.broken {
			return nil, store.ErrDamaged
		}
		inv, ok := f.all[id]
		if !ok {
			continue
		}
		d := store.Dossier{Invitation: inv}
		for _, e := range f.journal {
			if e.ID == id {
				d.Journal = append(d.Journal, e)
			}
		}
		all = append(all, d)
	}
	return all, nil
}

// change makes one change and writes it down.
func (f *fakeStorage) change(ref, what, detail string, edit func(*store.Invitation)) (store.Invitation, error) {
	inv, err := f.Get(ref)
	if err == nil {
		err = f.failing
	}
	if err != nil {
		return inv, err
	}
	f.step(what+": "+inv.DisplayName(), []string{ref})
	edit(&inv)
	f.all[ref] = inv
	f.calls = append(f.calls, what+" "+ref+" "+detail)
	f.journal = append(f.journal, store.Entry{Seq: uint64(len(f.journal) + 1), At: f.now, Who: "person", What: what, Detail: detail, ID: ref})
	return inv, nil
}

func (f *fakeStorage) Add(inv store.Invitation) (store.Invitation, error) {
	if f.failing != nil {
		return inv, f.failing
	}
	inv.ID = fmt.Sprintf("k%03d", len(f.all))
	f.all[inv.ID] = inv
	f.calls = append(f.calls, "added "+inv.ID+" "+inv.Name)
	return inv, nil
}

func (f *fakeStorage) Answer(ref string, set advisor.Answers, drop ...string) (store.Invitation, error) {
	return f.change(ref, "answered", fmt.Sprint(set, drop), func(inv *store.Invitation) {
		answers := inv.Answers.Clone()
		for id, values := range set {
			answers[id] = values
		}
		for _, id := range drop {
			delete(answers, id)
		}
		inv.Answers = answers
		inv.Recommendation, inv.Report, inv.Settled = advisor.Assess(inv.Case(advisor.Profile{}))
	})
}

func (f *fakeStorage) Decide(ref string, d store.Decision, because string) (store.Invitation, error) {
	return f.change(ref, "decided", string(d)+" "+because, func(inv *store.Invitation) {
		inv.Decision, inv.Because, inv.DecidedAt, inv.Advised = d, because, f.now, inv.Recommendation
	})
}

func (f *fakeStorage) Later(ref string, until time.Time) (store.Invitation, error) {
	return f.change(ref, "postponed", until.Format(time.DateOnly), func(inv *store.Invitation) {
		inv.LaterUntil, inv.Decision = until, ""
	})
}

func (f *fakeStorage) Reopen(ref string) (store.Invitation, error) {
	return f.change(ref, "reopened", "", func(inv *store.Invitation) {
		inv.LaterUntil, inv.Decision, inv.Because = time.Time{}, "", ""
	})
}

func (f *fakeStorage) NoteAnswer(ref, question, text string) (store.Invitation, error) {
	return f.change(ref, "noted", question+" "+text, func(inv *store.Invitation) {
		notes := maps.Clone(inv.AnswerNotes)
		if notes == nil {
			notes = map[string]string{}
		}
		notes[question] = text
		inv.AnswerNotes = notes
	})
}

func (f *fakeStorage) SaveDraft(key, text string) error {
	if f.failing != nil {
		return f.failing
	}
	if f.drafts == nil {
		f.drafts = map[string]string{}
	}
	if f.drafts[key] = text; text == "" {
		delete(f.drafts, key)
	}
	return nil
}

func (f *fakeStorage) Drafts() (map[string]string, error) { return maps.Clone(f.drafts), nil }

func (f *fakeStorage) Import(ctx context.Context, paths []string, dryRun bool, progress func(done, total int)) (store.ImportReport, error) {
	for i := range f.steps {
		progress(i, f.steps)
	}
	if f.failing != nil {
		return store.ImportReport{}, f.failing
	}
	if err := ctx.Err(); err != nil {
		return store.ImportReport{}, err
	}
	if !dryRun {
		f.calls = append(f.calls, fmt.Sprint("imported ", paths))
		for i := range f.report.Added {
			id := fmt.Sprintf("i%03d", i)
			f.all[id] = store.Invitation{ID: id, Direction: store.Incoming, Name: fmt.Sprintf("Imported Person %d", i), SentAt: f.now.Add(-time.Hour)}
		}
	}
	return f.report, nil
}

func (f *fakeStorage) Readvise(context.Context) error {
	f.calls = append(f.calls, "readvised")
	return f.failing
}

// fakeSettings keep a profile in memory.
type fakeSettings struct {
	profile advisor.Profile
	asked   bool
	saved   int

	theme    string
	mouse    bool
	sections []Section
	keys     map[string][]string
}

func (f *fakeSettings) Profile() advisor.Profile { return f.profile }
func (f *fakeSettings) ProfileAsked() bool       { return f.asked }
func (f *fakeSettings) Path() string             { return "config.yaml" }
func (f *fakeSettings) SaveProfile(p advisor.Profile) error {
	f.profile, f.asked = p, true
	f.saved++
	return nil
}

var errTest = errors.New("no space left on the disk")

// somePeople are invented invitations of every kind, with names in several
// scripts.
func somePeople() []store.Invitation {
	now := testNow()
	ago := func(days int) time.Time { return now.AddDate(0, 0, -days) }
	return []store.Invitation{
		{ID: "a1ka", Name: "Katarína Žilinská", Headline: "Data engineer at Nordwind Instruments", Company: "Nordwind Instruments",
			URL: "https://www.linkedin.com/in/katarina-zilinska-example", SentAt: ago(1),
			Note: "Hi, we met at the data meetup in Bratislava last week.\nYou asked about our sensor pipeline, and I promised to send the slides."},
		{ID: "b2li", Name: "李小龍", Headline: "量子計算工程師", SentAt: ago(3), Note: "您好，我想和您交流一下量子計算。",
			Answers: advisor.Answers{"know": {"no"}}, Recommendation: advisor.IgnoreOrVetFurther},
		{ID: "c3em", Name: "Sunny ☀️ Reyes 👩‍💻🚀", Headline: "Crypto growth 📈 | DM me 👍🏽", SentAt: ago(4),
			Note: "Dear friend!!! 💰💰 Guaranteed returns, write me on the other app.", Answers: advisor.Answers{"asks_for_money": {"yes"}},
			Recommendation: advisor.DeclineAndBlock, Report: true, Settled: true},
		{ID: "d4ar", Name: "ליאת בן־דוד", Headline: "מנהלת מוצר", SentAt: ago(9), Answers: advisor.Answers{"know": {"well"}},
			Recommendation: advisor.Accept, Settled: true},
		{ID: "e5nn", Headline: "Recruiter", URL: "https://www.linkedin.com/in/recruiter-example", SentAt: ago(20)},
		{ID: "f6lo", Name: "Maximiliane-Theodora von und zu Hohenfels-Wittgenstein the Third", SentAt: ago(40),
			Headline: "Chief Executive Officer, President, Chairwoman of the Board and Founder of Several Things",
			Answers:  advisor.Answers{"know": {"no"}}, Recommendation: advisor.ReviewAndAcceptIfRelevant},
		{ID: "g7la", Name: "Pavol Orsula", SentAt: ago(50), LaterUntil: now.AddDate(0, 0, 12), Recommendation: advisor.ReviewAndAccept},
		{ID: "h8de", Name: "Amara Okonkwo", Headline: "Teacher", SentAt: ago(70), Decision: store.Accepted, DecidedAt: ago(5),
			Recommendation: advisor.ReviewAndAccept, Advised: advisor.ReviewAndAccept, Settled: true, Answers: advisor.Answers{"know": {"acquainted"}}},
		{ID: "i9de", Name: "Joris van Dijk", SentAt: ago(90), Decision: store.Declined, Because: "never heard of the firm", DecidedAt: ago(6),
			Recommendation: advisor.ReviewAndAccept, Advised: advisor.ReviewAndAccept, Answers: advisor.Answers{"know": {"no"}}},
		{ID: "j1co", Name: "Teuvo Lahtinen", SentAt: ago(400), Connected: true},
		{ID: "k2go", Name: "Inès Caron", SentAt: ago(500), Gone: true},
		{ID: "l3ou", Name: "Nia Ó Briain", Direction: store.Outgoing, SentAt: ago(800)},
	}
}
