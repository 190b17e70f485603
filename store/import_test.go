package store

import (
	"context"
	"errors"
	"reflect"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store/fault"
	"linkvet/store/linkedin"
	"linkvet/store/merge"
	"linkvet/store/record"
)

func TestImportSortsByWhatIsTrue(t *testing.T) {
	s, _ := newStore(t)
	report := doImport(t, s, archiveOf("2026-05-01", []linkedin.Invitation{
		incoming("Ada Lind", "ada-lind", "2026-04-02 10:00"),
		incoming("Bo Yu", "bo-yu", "2026-04-01 10:00"),
		incoming("Bo Yu", "bo-yu", "2026-04-01 10:00"), // the same line again
		outgoing("Cy Roe", "cy-roe", "2026-03-01 10:00"),
		outgoing("Di Moe", "di-moe", "2026-03-02 10:00"),
		incoming("Old Era", "", "2020-03-02 10:00"),
	}, connection("Bo Yu", "bo-yu", "2026-04-03"), connection("Di Moe", "di-moe", "2026-03-05"), connection("Old Era", "", "2020-03-04")))
	want := merge.ImportReport{Waiting: 1, Accepted: 3, Outgoing: 1, Added: 5, Connections: 3, Conflicts: []merge.Conflict{}, Skipped: []linkedin.Skip{},
		Warnings: []string{"1 row repeats somebody's invitation and is one with it"}}
	if !reflect.DeepEqual(report, want) {
		t.Errorf("report %+v\nwant   %+v", report, want)
	}
	wantStatuses(t, s, map[string]record.Status{
		"Ada Lind": record.StatusWaiting, "Bo Yu": record.StatusAccepted, "Cy Roe": record.StatusOutgoing, "Di Moe": record.StatusAccepted, "Old Era": record.StatusAccepted,
	})
	if on := byName(t, s)["Bo Yu"].ConnectedOn; !on.Equal(day("2026-04-03")) {
		t.Errorf("connected on %s", on)
	}
	wantSound(t, s)
}

func TestImportAgainChangesNothing(t *testing.T) {
	s, c := newStore(t)
	a := archiveOf("2026-05-01", []linkedin.Invitation{
		incoming("Ada Lind", "ada-lind", "2026-04-02 10:00"),
		incoming("Ada Lind", "ada-lind", "2026-01-02 10:00"), // invited twice
		incoming("No Address", "", "2026-04-02 11:00"),
		incoming("Bo Yu", "bo-yu", "2026-04-01 10:00"),
		{Name: "No Date", Slug: "no-date", URL: "https://www.linkedin.com/in/no-date"},
		{SentAt: minute("2026-04-01 12:00")}, {SentAt: minute("2026-04-01 12:01")}, // names of which nothing is left
	}, connection("Bo Yu", "bo-yu", "2026-04-03"), connection("Same Name", "", "2026-04-03"), connection("Same Name", "", "2026-04-04"))
	first := doImport(t, s, a)
	if first.Added != 6 {
		t.Fatalf("added %d, want 6", first.Added)
	}
	c.advance(time.Hour)
	wantSameFile(t, s, func() {
		second := doImport(t, s, a)
		if second.Unchanged != 6 || second.Added+second.Updated != 0 || second.Waiting != first.Waiting {
			t.Errorf("second report %+v", second)
		}
	})
	if n := byName(t, s)["Ada Lind"].TimesSent; n != 2 {
		t.Errorf("invited %d times, want 2", n)
	}
}

func TestVanishAndReturn(t *testing.T) {
	s, _ := newStore(t)
	ada, bo := incoming("Ada Lind", "ada-lind", "2026-04-02 10:00"), incoming("Bo Yu", "bo-yu", "2026-04-01 10:00")
	doImport(t, s, archiveOf("2026-04-03", []linkedin.Invitation{ada, bo}))
	hand, err := s.Add(record.Invitation{Name: "By Hand"})
	if err != nil {
		t.Fatal(err)
	}
	report := doImport(t, s, archiveOf("2026-05-03", []linkedin.Invitation{ada}))
	if report.Gone != 1 || report.Updated != 1 || report.Unchanged != 1 || report.Waiting != 1 {
		t.Errorf("report %+v", report)
	}
	wantStatuses(t, s, map[string]record.Status{"Ada Lind": record.StatusWaiting, "Bo Yu": record.StatusGone, "By Hand": record.StatusWaiting})
	report = doImport(t, s, archiveOf("2026-05-20", []linkedin.Invitation{ada, bo}))
	if report.Gone != 0 || report.Updated != 1 || report.Waiting != 2 {
		t.Errorf("report %+v", report)
	}
	wantStatuses(t, s, map[string]record.Status{"Ada Lind": record.StatusWaiting, "Bo Yu": record.StatusWaiting, "By Hand": record.StatusWaiting})
	entries, err := s.Journal(byName(t, s)["Bo Yu"].ID)
	if err != nil || len(entries) != 2 || entries[0].Detail != "waiting -> gone: no longer listed" || entries[1].Detail != "gone -> waiting: listed again" {
		t.Errorf("journal %+v, %v", entries, err)
	}
	if hand.Listed {
		t.Error("an invitation added by hand is not from an archive")
	}
}

// The order in which archives are imported does not matter for where things stand.
func TestOlderAfterNewer(t *testing.T) {
	older := archiveOf("2026-02-01", []linkedin.Invitation{
		incoming("Ada Lind", "ada-lind", "2026-01-02 10:00"), incoming("Bo Yu", "bo-yu", "2026-01-03 10:00"),
		incoming("Cy Roe", "cy-roe", "2026-01-04 10:00"),
	}, connection("Eve Old", "eve-old", "2025-01-01"))
	newer := archiveOf("2026-05-01", []linkedin.Invitation{
		incoming("Ada Lind", "ada-lind", "2026-01-02 10:00"), incoming("Cy Roe", "cy-roe", "2026-04-04 10:00"),
		incoming("Di Moe", "di-moe", "2026-04-02 10:00"),
	}, connection("Di Moe", "di-moe", "2026-04-03"))
	want := map[string]record.Status{
		"Ada Lind": record.StatusWaiting, "Bo Yu": record.StatusGone, "Cy Roe": record.StatusWaiting, "Di Moe": record.StatusAccepted,
	}
	for name, archives := range map[string][]*linkedin.Archive{
		"older first": {older, newer}, "newer first": {newer, older}, "newer twice": {newer, older, newer, older},
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := newStore(t)
			for _, a := range archives {
				doImport(t, s, a)
			}
			wantStatuses(t, s, want)
			cy := byName(t, s)["Cy Roe"]
			if cy.TimesSent != 2 || !cy.SentAt.Equal(minute("2026-04-04 10:00")) {
				t.Errorf("Cy was invited %d times, last %s", cy.TimesSent, cy.SentAt)
			}
			wantSound(t, s)
		})
	}
}

func TestConnectionsAreRemembered(t *testing.T) {
	s, _ := newStore(t)
	ada := incoming("Ada Lind", "ada-lind", "2026-04-02 10:00")
	doImport(t, s, &linkedin.Archive{HasConnections: true, Newest: day("2026-04-03"),
		Connections: []linkedin.Connection{connection("Ada Lind", "ada-lind", "2026-04-03")}})
	report := doImport(t, s, &linkedin.Archive{HasInvitations: true, Newest: day("2026-04-02"), Invitations: []linkedin.Invitation{ada}})
	if report.Accepted != 1 || len(report.Warnings) != 1 {
		t.Errorf("report %+v", report)
	}
	// Removed since: who was accepted stays so, and who invites again waits.
	doImport(t, s, archiveOf("2026-05-01", []linkedin.Invitation{ada, outgoing("Ada Lind", "ada-lind", "2026-04-20 10:00")}))
	got := map[record.Direction]record.Status{}
	rows, err := s.Rows(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		got[row.Direction] = row.Status
	}
	if got[record.Incoming] != record.StatusAccepted || got[record.Outgoing] != record.StatusOutgoing {
		t.Errorf("got %v", got)
	}
}

func TestAcceptedByNameOnlyWhenItIsOnePerson(t *testing.T) {
	rows := []linkedin.Invitation{incoming("Ana Ruiz", "ana-2", "2026-04-02 10:00"), incoming("Ana Ruiz", "", "2026-04-03 10:00")}
	for name, tc := range map[string]struct {
		connections []linkedin.Connection
		want        map[string]record.Status
	}{
		"another address is another person": {
			[]linkedin.Connection{connection("Ana Ruiz", "ana-1", "2026-04-01")}, map[string]record.Status{"Ana Ruiz": record.StatusWaiting},
		},
		"one connection without address": {
			[]linkedin.Connection{connection("ANA Ruíz", "", "2026-04-01")}, map[string]record.Status{"Ana Ruiz": record.StatusAccepted},
		},
		"two of that name": {
			[]linkedin.Connection{connection("Ana Ruiz", "", "2026-04-01"), connection("Ana Ruiz", "", "2026-04-02")},
			map[string]record.Status{"Ana Ruiz": record.StatusWaiting},
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := newStore(t)
			doImport(t, s, archiveOf("2026-05-01", rows, tc.connections...))
			wantStatuses(t, s, tc.want) // the row without address is the same Ana
		})
	}
}

func TestNameOnlyRecordGetsItsAddress(t *testing.T) {
	s, _ := newStore(t)
	doImport(t, s, archiveOf("2021-05-01", []linkedin.Invitation{incoming("Ana Ruiz", "", "2021-04-02 10:00")}))
	hand, err := s.Add(record.Invitation{Name: "Bo Yu", SentAt: day("2026-04-04")})
	if err != nil {
		t.Fatal(err)
	}
	before := byName(t, s)["Ana Ruiz"]
	report := doImport(t, s, archiveOf("2026-05-01", []linkedin.Invitation{
		incoming("Ana Ruiz", "ana-ruiz", "2021-04-02 10:00"), incoming("Bo Yu", "bo-yu", "2026-04-04 17:30"),
	}))
	if report.Updated != 2 || report.Added != 0 {
		t.Errorf("report %+v", report)
	}
	ana, bo := byName(t, s)["Ana Ruiz"], byName(t, s)["Bo Yu"]
	if ana.ID != before.ID || ana.URL != "https://www.linkedin.com/in/ana-ruiz" || ana.TimesSent != 1 {
		t.Errorf("Ana is %+v", ana)
	}
	if bo.ID != hand.ID || bo.URL == "" || bo.TimesSent != 1 || !bo.SentAt.Equal(minute("2026-04-04 17:30")) || !bo.Listed {
		t.Errorf("Bo is %+v", bo)
	}
	// An archive of the kind without addresses finds the same records again.
	report = doImport(t, s, archiveOf("2026-05-02", []linkedin.Invitation{
		incoming("Ana Ruiz", "", "2021-04-02 10:00"), incoming("Bo Yu", "", "2026-04-04 17:30"),
	}))
	if report.Unchanged != 2 || report.Added+report.Updated+report.Gone != 0 {
		t.Errorf("report %+v", report)
	}
}

func TestImportLeavesThePersonsOwnAlone(t *testing.T) {
	s, c := newStore(t)
	rows := []linkedin.Invitation{
		incoming("Ada Lind", "ada-lind", "2026-04-02 10:00"), incoming("Bo Yu", "bo-yu", "2026-04-01 10:00"),
		incoming("Cy Roe", "cy-roe", "2026-04-03 10:00"), incoming("Di Moe", "di-moe", "2026-04-04 10:00"),
	}
	doImport(t, s, archiveOf("2026-05-01", rows))
	ids := byName(t, s)
	mustDo(t)(s.Answer(ids["Ada Lind"].ID, advisor.Answers{"know": {"well"}, "trust": {"yes"}}))
	mustDo(t)(s.Decide(ids["Bo Yu"].ID, record.Ignored, "too vague"))
	mustDo(t)(s.Later(ids["Cy Roe"].ID, c.days(10)))
	mustDo(t)(s.Decide(ids["Di Moe"].ID, record.Accepted, ""))
	before := byName(t, s)
	report := doImport(t, s, archiveOf("2026-05-20", []linkedin.Invitation{rows[0], rows[2]},
		connection("Ada Lind", "ada-lind", "2026-05-02"), connection("Di Moe", "di-moe", "2026-05-02")))
	if report.Accepted != 1 || report.Later != 1 || report.Gone != 0 || report.Updated != 3 {
		t.Errorf("report %+v", report)
	}
	wantStatuses(t, s, map[string]record.Status{
		"Ada Lind": record.StatusAccepted, "Bo Yu": record.StatusDecided, "Cy Roe": record.StatusLater, "Di Moe": record.StatusDecided,
	})
	for name, inv := range byName(t, s) {
		was := before[name]
		inv.Connected, inv.ConnectedOn, inv.Gone, inv.ChangedAt = was.Connected, was.ConnectedOn, was.Gone, was.ChangedAt
		if !reflect.DeepEqual(inv, was) {
			t.Errorf("%s changed:\n%+v\nwas\n%+v", name, inv, was)
		}
	}
	if after := byName(t, s); !after["Bo Yu"].Gone || !after["Di Moe"].Connected {
		t.Error("what became of decided ones on LinkedIn is a fact beside the decision")
	}
}

func TestInvitedAgainAfterADecision(t *testing.T) {
	s, c := newStore(t)
	first, again := incoming("Bo Yu", "bo-yu", "2026-04-01 10:00"), incoming("Bo Yu", "bo-yu", "2026-07-01 10:00")
	doImport(t, s, archiveOf("2026-05-01", []linkedin.Invitation{first}))
	decided := byName(t, s)["Bo Yu"]
	mustDo(t)(s.Decide(decided.ID, record.Ignored, ""))
	c.advance(90 * 24 * time.Hour)
	for range 2 { // and importing that again changes nothing
		doImport(t, s, archiveOf("2026-08-01", []linkedin.Invitation{first, again}))
		wantStatuses(t, s, map[string]record.Status{"Bo Yu": record.StatusWaiting, "Bo Yu 2": record.StatusDecided})
	}
	if _, err := s.Reopen(decided.ID); !errors.Is(err, fault.ErrExists) {
		t.Errorf("reopening the older one: %v", err)
	}
}

func TestDryRunAndCancelLeaveTheFileAlone(t *testing.T) {
	s, _ := newStore(t)
	rows := make([]linkedin.Invitation, 0, 3000)
	for i := range 3000 {
		rows = append(rows, incoming("Person "+string(rune('a'+i%26)), "p"+sure(time.Parse("2006", "2000")).AddDate(0, 0, i).Format("060102"), "2026-04-02 10:00"))
	}
	a := archiveOf("2026-05-01", rows)
	wantSameFile(t, s, func() {
		report, err := s.Import(t.Context(), a, true, nil)
		if err != nil || report.Added != 3000 {
			t.Errorf("dry run: %+v, %v", report, err)
		}
	})
	for _, stopAt := range []int{0, 1, 3, 5, 8} { // while matching and while writing
		ctx, cancel := context.WithCancel(t.Context())
		calls := 0
		wantSameFile(t, s, func() {
			_, err := s.Import(ctx, a, false, func(done, total int) {
				if done > total {
					t.Errorf("progress %d of %d", done, total)
				}
				if calls++; calls > stopAt {
					cancel()
				}
			})
			if !errors.Is(err, context.Canceled) {
				t.Errorf("stopped at call %d: %v", stopAt, err)
			}
		})
		cancel()
	}
	real := doImport(t, s, a)
	if real.Added != 3000 {
		t.Errorf("added %d", real.Added)
	}
	wantSound(t, s)
}

// mustDo fails the test on an error of a call that returns an invitation.
func mustDo(t *testing.T) func(record.Invitation, error) record.Invitation {
	return func(inv record.Invitation, err error) record.Invitation {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return inv
	}
}

// Of several connections of one name always the same stands for them, so that
// an archive imported again changes nothing.
func TestNamesakeDoesNotDependOnOrder(t *testing.T) {
	for range 20 { // the order of a map is another each time
		s, _ := newStore(t)
		doImport(t, s, archiveOf("2026-04-03", []linkedin.Invitation{incoming("Ada Lind", "ada", "2026-04-02 10:00")},
			connection("Ada Lind", "", "2026-03-01"), connection("ADA LIND", "ada-2", "2026-03-01"), connection("Ada Lind", "ada-3", "2026-03-01")))
		if got := byName(t, s)["Ada Lind"].Facts.Namesake; got != "https://www.linkedin.com/in/ada-2" {
			t.Fatalf("the namesake is %s", got)
		}
	}
}

// An archive of connections alone says whom of those in the store it shows to be
// accepted.
func TestConnectionsAloneSayWhoIsAccepted(t *testing.T) {
	s, _ := newStore(t)
	doImport(t, s, archiveOf("2026-04-03", rowsOf(incoming("Ada Lind", "ada", "2026-04-02 10:00"), incoming("Bo Yu", "bo", "2026-04-02 10:00"))))
	alone := archiveOf("2026-05-03", nil, connection("Ada Lind", "ada", "2026-05-01"))
	alone.HasInvitations = false
	if report := doImport(t, s, alone); report.Accepted != 1 || report.Updated != 1 || report.Gone != 0 {
		t.Errorf("report %+v", report)
	}
}

// A row of which only the name is known joins the same record each time: the
// one that waits, not the one decided before.
func TestNameOnlyRowJoinsTheOpenRecord(t *testing.T) {
	s, _ := newStore(t)
	decided, again, bare := incoming("Bo Yu", "bo", "2026-03-01 10:00"), incoming("Bo Yu", "bo", "2026-07-01 10:00"), linkedin.Invitation{Name: "Bo Yu"}
	decided.SentAt = time.Time{}
	doImport(t, s, archiveOf("2026-03-02", []linkedin.Invitation{decided}))
	mustDo(t)(s.Decide(byName(t, s)["Bo Yu"].ID, record.Ignored, ""))
	archive := archiveOf("2026-07-02", []linkedin.Invitation{bare, again})
	if report := doImport(t, s, archive); report.Added != 1 {
		t.Fatalf("report %+v", report)
	}
	if report := doImport(t, s, archive); report.Added+report.Updated != 0 {
		t.Errorf("the same archive again: %+v", report)
	}
}
