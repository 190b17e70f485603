package frametest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/fault"
	"linkvet/store/list"
	"linkvet/store/merge"
	"linkvet/store/record"
	"linkvet/tui/screen"
)

// FakeStorage keeps invitations in memory.
type FakeStorage struct {
	All     map[string]record.Invitation
	journal []record.Entry
	Now     time.Time
	Calls   []string // what was changed, in order
	Report  merge.ImportReport
	Steps   int   // how often an import reports progress
	Failing error // what every change fails with
	Typed   map[string]string
	Unread  error // what reading the rows fails with
	undos   []fakeStep
	redos   []fakeStep
	version uint64
	visit   string     // the last one in which something was answered
	Asked   [][]string // whose histories were read, each time
	Broken  string     // whose record cannot be read

	Reading store.Reading // what every copy of a profile comes to

	Followed store.Followed // what the rules in force change
}

func NewFakeStorage(invitations ...record.Invitation) *FakeStorage {
	f := &FakeStorage{All: map[string]record.Invitation{}, Now: TestNow()}
	for i, inv := range invitations {
		if inv.ID == "" {
			inv.ID = fmt.Sprintf("k%03d", i)
		}
		if inv.Direction == "" {
			inv.Direction = record.Incoming
		}
		f.All[inv.ID] = inv
	}
	return f
}

func (f *FakeStorage) Table(_ context.Context, most int) (*list.Table, error) {
	rows := f.rows()
	if most >= 0 {
		rows = rows[:min(most, len(rows))]
	}
	return TableOf(rows), f.Unread
}

func (f *FakeStorage) rows() []record.Row {
	rows := make([]record.Row, 0, len(f.All))
	for _, inv := range f.All {
		rows = append(rows, inv.Row(f.Now))
	}
	slices.SortFunc(rows, func(a, b record.Row) int {
		if c := b.SentAt.Compare(a.SentAt); c != 0 {
			return c
		}
		return slices.Compare([]byte(a.ID), []byte(b.ID))
	})
	return rows
}

func (f *FakeStorage) Get(ref string) (record.Invitation, error) {
	inv, ok := f.All[ref]
	if !ok {
		return inv, fault.ErrNotFound
	}
	return inv, nil
}

func (f *FakeStorage) Histories(ids []string) ([]store.History, error) {
	f.Asked = append(f.Asked, ids)
	var all []store.History
	for _, id := range ids {
		if id == f.Broken {
			return nil, fault.ErrDamaged
		}
		inv, ok := f.All[id]
		if !ok {
			continue
		}
		d := store.History{Invitation: inv}
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
func (f *FakeStorage) change(ref, what, detail string, edit func(*record.Invitation)) (record.Invitation, error) {
	inv, err := f.Get(ref)
	if err == nil {
		err = f.Failing
	}
	if err != nil {
		return inv, err
	}
	f.step(what+": "+inv.DisplayName(), []string{ref})
	before := inv
	edit(&inv)
	f.All[ref] = inv
	patch, err := record.PatchBetween(&before, &inv)
	if err != nil {
		return inv, err
	}
	answers, err := patch.Answers()
	if err != nil {
		return inv, err
	}
	f.Calls = append(f.Calls, what+" "+ref+" "+detail)
	f.journal = append(f.journal, record.Entry{Seq: uint64(len(f.journal) + 1), At: f.Now, Who: "person", What: what, Detail: detail, ID: ref, Answers: answers})
	return inv, nil
}

func (f *FakeStorage) Add(inv record.Invitation) (record.Invitation, error) {
	if f.Failing != nil {
		return inv, f.Failing
	}
	inv.ID = fmt.Sprintf("k%03d", len(f.All))
	f.All[inv.ID] = inv
	f.Calls = append(f.Calls, "added "+inv.ID+" "+inv.Name)
	return inv, nil
}

// AnswerIn is one step with the answers before it, if they were given in the same
// visit.
func (f *FakeStorage) AnswerIn(visit, ref string, set advisor.Answers, drop ...string) (record.Invitation, error) {
	undos := slices.Clone(f.undos)
	inv, err := f.change(ref, "answered", fmt.Sprint(set, drop), func(inv *record.Invitation) {
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
	if err == nil && len(undos) > 0 && f.visit == visit && visit != "" {
		f.undos = undos
	}
	if err == nil {
		f.journal[len(f.journal)-1].Visit = visit
	}
	f.visit = visit
	return inv, err
}

func (f *FakeStorage) Decide(ref string, d record.Decision, because string) (record.Invitation, error) {
	all, err := f.DecideAll([]string{ref}, record.Act{Decision: d, Because: because})
	if err != nil {
		return record.Invitation{}, err
	}
	return all[0], nil
}

func (f *FakeStorage) Later(ref string, until record.Day) (record.Invitation, error) {
	return f.change(ref, "postponed", until.String(), func(inv *record.Invitation) {
		inv.LaterUntil, inv.Decision = until, ""
	})
}

func (f *FakeStorage) Reopen(ref string) (record.Invitation, error) {
	return f.change(ref, "reopened", "", func(inv *record.Invitation) {
		inv.Take(record.Act{}, time.Time{})
	})
}

func (f *FakeStorage) NoteAnswer(ref, question, text string) (record.Invitation, error) {
	return f.change(ref, "noted", question+" "+text, func(inv *record.Invitation) {
		notes := maps.Clone(inv.AnswerNotes)
		if notes == nil {
			notes = map[string]string{}
		}
		notes[question] = text
		inv.AnswerNotes = notes
	})
}

func (f *FakeStorage) KeepUnsaved(key, text string) error {
	if f.Failing != nil {
		return f.Failing
	}
	if f.Typed == nil {
		f.Typed = map[string]string{}
	}
	if f.Typed[key] = text; text == "" {
		delete(f.Typed, key)
	}
	return nil
}

func (f *FakeStorage) Unsaved() (map[string]string, error) { return maps.Clone(f.Typed), nil }

func (f *FakeStorage) Import(ctx context.Context, paths []string, dryRun bool, progress func(done, total int)) (merge.ImportReport, error) {
	for i := range f.Steps {
		progress(i, f.Steps)
	}
	if f.Failing != nil {
		return merge.ImportReport{}, f.Failing
	}
	if err := ctx.Err(); err != nil {
		return merge.ImportReport{}, err
	}
	if !dryRun {
		f.Calls = append(f.Calls, fmt.Sprint("imported ", paths))
		for i := range f.Report.Added {
			id := fmt.Sprintf("i%03d", i)
			f.All[id] = record.Invitation{ID: id, Direction: record.Incoming, Name: fmt.Sprintf("Imported Person %d", i), SentAt: f.Now.Add(-time.Hour)}
		}
	}
	return f.Report, nil
}

func (f *FakeStorage) Readvise(context.Context) error {
	f.Calls = append(f.Calls, "readvised")
	return f.Failing
}

func (f *FakeStorage) FollowRules(context.Context) (store.Followed, error) {
	return f.Followed, f.Failing
}

// FakeSettings keep a profile in memory.
type FakeSettings struct {
	Own    []screen.OwnCommand
	Person advisor.Profile
	Asked  bool
	Saved  int

	Look     string
	Mouse    bool
	Single   bool // the questions come one by one
	Plain    bool // line by line
	OwnLists []screen.OwnList
	Bindings map[string][]string
}

func (f *FakeSettings) Profile() advisor.Profile { return f.Person }
func (f *FakeSettings) ProfileAsked() bool       { return f.Asked }
func (f *FakeSettings) SaveProfile(p advisor.Profile) error {
	f.Person, f.Asked = p, true
	f.Saved++
	return nil
}

var ErrTest = errors.New("no space left on the disk")

// SomePeople are invented invitations of every kind, with names in several
// scripts.
func SomePeople() []record.Invitation {
	now := TestNow()
	ago := func(days int) time.Time { return now.AddDate(0, 0, -days) }
	return []record.Invitation{
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
		{ID: "g7la", Name: "Pavol Orsula", SentAt: ago(50), LaterUntil: record.DayIn(now.AddDate(0, 0, 12)), Recommendation: advisor.ReviewAndAccept},
		{ID: "h8de", Name: "Amara Okonkwo", Headline: "Teacher", SentAt: ago(70), Decision: record.Accepted, DecidedAt: ago(5),
			Recommendation: advisor.ReviewAndAccept, Advised: advisor.ReviewAndAccept, Settled: true, Answers: advisor.Answers{"know": {"acquainted"}}},
		{ID: "i9de", Name: "Joris van Dijk", SentAt: ago(90), Decision: record.Declined, Because: "never heard of the firm", DecidedAt: ago(6),
			Recommendation: advisor.ReviewAndAccept, Advised: advisor.ReviewAndAccept, Answers: advisor.Answers{"know": {"no"}}},
		{ID: "j1co", Name: "Teuvo Lahtinen", SentAt: ago(400), Connected: true},
		{ID: "k2go", Name: "Inès Caron", SentAt: ago(500), Gone: true},
		{ID: "l3ou", Name: "Nia Ó Briain", Direction: record.Outgoing, SentAt: ago(800)},
	}
}
