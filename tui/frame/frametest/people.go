package frametest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"linkvet/store/linkedin"
	"linkvet/store/list"

	"github.com/charmbracelet/x/ansi"

	"linkvet/advisor/notes"
	"linkvet/store/merge"
	"linkvet/store/record"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// WithLists is a program with lists, tags, notes, suggestions and something due.
func WithLists() screen.Options {
	people := SomePeople()
	people[0].Tags = []string{"bridges", "meetup"}
	people[0].PersonNote = "Met at the meetup; owes me slides."
	people[4].Facts = notes.Facts{Namesake: "https://www.linkedin.com/in/other-example", NamesakeName: "Anna Recruiter", TimesSent: 4, Messages: 2, LastMessage: "2026-03-01"}
	people[4].Name = "Anna Recruiter"
	people[6].LaterUntil = record.DayIn(TestNow().AddDate(0, 0, -1))
	people[5].ChangedAt = TestNow().Add(-time.Hour)
	settings := &FakeSettings{Asked: true, Look: style.ThemeDark, Bindings: map[string][]string{"sort": {"f5"}}, OwnLists: []screen.OwnList{{Name: "Recruiters", Query: "recruiter"}, {Name: "No note", Query: "!has:note is:waiting"}}}
	return screen.Options{Storage: NewFakeStorage(people...), Settings: settings}
}

// WithChanged has somebody at the top who was put off until the summer and has
// invited again since.
func WithChanged() screen.Options {
	o := WithLists()
	f := o.Storage.(*FakeStorage)
	inv := f.All["a1ka"]
	inv.LaterUntil, inv.Resurfaced = record.DayIn(TestNow().AddDate(0, 2, 0)), true
	f.All["a1ka"] = inv
	return o
}

func WithTaken() screen.Options {
	o := WithLists()
	o.Taken, o.Claim = true, func() (bool, error) { return false, nil }
	return o
}

// Vetted is the invitation that vetting opens, as it is stored.
func Vetted(f *FakeStorage) record.Invitation { return f.All["a1ka"] }

func WithPeople() screen.Options { return screen.Options{Storage: NewFakeStorage(SomePeople()...)} }

func WithNothing() screen.Options {
	return screen.Options{
		Storage:  NewFakeStorage(),
		Settings: &FakeSettings{},
		Archives: func() []string {
			return []string{"/home/me/Downloads/Complete_LinkedInDataExport_11-02-2026.zip", "/home/me/Downloads/Basic_LinkedInDataExport_03-01-2026.zip"}
		},
		OpenDemo: func() (screen.Storage, screen.Settings, error) {
			return NewFakeStorage(SomePeople()...), &FakeSettings{Asked: true}, nil
		},
	}
}

func WithArchive() screen.Options {
	o := WithNothing()
	f := NewFakeStorage()
	f.Report = merge.ImportReport{
		Waiting: 47, Accepted: 1203, Outgoing: 88, Added: 1338, Connections: 5000,
		Skipped: []linkedin.Skip{
			{File: "Invitations.csv", Line: 12, Reason: "the row has 3 of 7 fields"},
			{File: "Invitations.csv", Line: 931, Reason: "neither a name nor a profile address"},
		},
		Warnings: []string{"12 connections are hidden by their members and were only counted"},
	}
	o.Storage = f
	return o
}

func CheckFits(t *testing.T, what, screen string, w, h int) {
	t.Helper()
	lines := strings.Split(screen, "\n")
	if len(lines) > h {
		t.Errorf("%s: %d rows", what, len(lines))
	}
	for i, line := range lines {
		if n := ansi.StringWidth(line); n > w {
			t.Errorf("%s: row %d is %d columns wide: %q", what, i, n, ansi.Strip(line))
		}
	}
}

// ManyRows are n invented rows, newest first, a third with a note.
func ManyRows(n int) []record.Row {
	rows := make([]record.Row, n)
	now := TestNow()
	for i := range rows {
		rows[i] = record.Row{
			ID: fmt.Sprintf("k%06d", i), Direction: record.Incoming, Status: record.StatusWaiting,
			Name: fmt.Sprintf("Žofia Person %d", i), Headline: "Engineer of several things", SentAt: now.Add(-time.Duration(i) * time.Hour),
		}
		if i%3 == 0 {
			rows[i].Note = "Hello, we met at the meetup last week.\nI would like to hear more about your work on bridges."
		}
		if i%5 == 0 {
			rows[i].Status = record.StatusDecided
			rows[i].Decision = record.Accepted
		}
	}
	return rows
}

// TableOf returns rows, which are sorted newest first, as the store would.
func TableOf(rows []record.Row) *list.Table {
	var p list.Packer
	for i := range rows {
		p.Add([]byte(rows[i].ID), record.AppendSummary(nil, &rows[i]), list.RowKeyOf(&rows[i]))
	}
	return p.Done()
}
