package store

import (
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/advisor/notes"
	"linkvet/store/linkedin"
	"linkvet/store/linkedin/address"
	"linkvet/store/record"
	"linkvet/store/vault"
)

func suggested(inv record.Invitation) map[string]string {
	found := map[string]string{}
	for _, s := range inv.Suggestions() {
		found[s.Question] = s.Answer
	}
	return found
}

func TestFactsBesideAnInvitation(t *testing.T) {
	s, c := newStore(t)
	a := archiveOf("2026-05-01", []linkedin.Invitation{
		incoming("Ada Lind", "ada-2", "2026-04-02 10:00"), incoming("Bo Yu", "bo-yu", "2026-04-03 10:00"),
		incoming("Cy Roe", "cy-roe", "2026-04-04 10:00"), outgoing("Bo Yu", "bo-yu", "2024-01-01 10:00"),
		incoming("Old Name", "", "2026-04-05 10:00"), incoming("Di Moe", "di-moe", "2026-04-06 10:00"),
	}, connection("Ada Lind", "ada-1", "2020-01-01"))
	a.Connections[0].Company = "Example, Inc."
	a.HasMessages = true
	a.Messages = []linkedin.Messages{
		{Name: "Cy Roe", Slug: "cy-roe", Count: 3, First: day("2023-02-01"), Last: day("2024-02-01")},
		{Name: "Old Name", Count: 1, First: day("2019-02-01"), Last: day("2019-02-01")},
		{Name: "Di Moe", Slug: "another-di", Count: 9, First: day("2019-02-01"), Last: day("2019-02-01")},
	}
	a.Positions = []linkedin.Position{{Company: "Example", Title: "Baker", Since: "Jan 2020"}}
	doImport(t, s, a)
	all := byName(t, s)
	for name, want := range map[string]notes.Facts{
		"Ada Lind": {Namesake: "https://www.linkedin.com/in/ada-1", NamesakeName: "Ada Lind", NoteKnown: true, MessagesKnown: true},
		"Cy Roe":   {Messages: 3, FirstMessage: "2023-02-01", LastMessage: "2024-02-01", NoteKnown: true, MessagesKnown: true},
		"Old Name": {Messages: 1, FirstMessage: "2019-02-01", LastMessage: "2019-02-01", NoteKnown: true, MessagesKnown: true},
		"Di Moe":   {NoteKnown: true, MessagesKnown: true},
	} {
		if got := all[name].Facts; got != want {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
	for _, inv := range all {
		if inv.Name == "Bo Yu" && inv.Direction == record.Incoming && inv.Facts.InvitedBefore != "2024-01-01" {
			t.Errorf("Bo: %+v", inv.Facts)
		}
	}
	if got := suggested(all["Ada Lind"]); got["impostor"] != "yes" {
		t.Errorf("suggestions %v", got)
	}
	wantSameFile(t, s, func() { doImport(t, s, a) })

	// A company that the person fills in, and one that only sounds alike.
	example := "EXAMPLE Ltd."
	cy := mustDo(t)(s.Edit(all["Cy Roe"].ID, record.Edit{Company: &example}))
	if cy.Facts.SameCompany != 1 || cy.Facts.Company != example || cy.Facts.Messages != 3 {
		t.Errorf("after editing: %+v", cy.Facts)
	}
	other := "Example Foods"
	if cy = mustDo(t)(s.Edit(cy.ID, record.Edit{Company: &other})); cy.Facts.SameCompany != 0 {
		t.Errorf("another company: %+v", cy.Facts)
	}
	if checked, err := vault.Check(t.Context(), s.Path(), s.file.Opts, false); err != nil || !checked.OK || checked.Connections != 1 {
		t.Errorf("check: %+v, %v", checked, err)
	}
	own, err := s.Own()
	if err != nil || len(own.Positions) != 1 || own.At("Example Inc") == "" || own.At("Exam") != "" {
		t.Errorf("own %+v, %v", own, err)
	}

	// By hand too; and answered questions are not suggested again.
	ada := mustDo(t)(s.Add(record.Invitation{Name: "ada lind", URL: "linkedin.com/in/ada-3"}))
	if got := suggested(ada); got["impostor"] != "yes" {
		t.Errorf("added by hand: %+v", ada.Facts)
	}
	ada = mustDo(t)(s.Answer(ada.ID, advisor.Answers{"impostor": {"no"}}))
	if got := suggested(ada); got["impostor"] != "" {
		t.Errorf("answered: %v", got)
	}

	// What is known beside an invitation is no news about it.
	c.advance(time.Hour)
	before := byName(t, s)["Di Moe"]
	a.Connections = append(a.Connections, connection("Di Moe", "di-moe-other", "2026-04-01"))
	report := doImport(t, s, a)
	after := byName(t, s)["Di Moe"]
	if report.Updated != 0 || report.Unchanged != 6 || !after.ChangedAt.Equal(before.ChangedAt) || after.Facts.Namesake == "" {
		t.Errorf("%+v\n%+v", report, after)
	}
	wantSound(t, s)
}

// That somebody wrote nothing is claimed only where the messages were read, up to
// the day of the invitation at least.
func TestSilenceIsKnownFromTheMessages(t *testing.T) {
	silent := func(s *Store, name string) bool { return suggested(byName(t, s)[name])["asks_for_money"] == "no" }
	s, _ := newStore(t)
	without := archiveOf("2026-05-01", []linkedin.Invitation{incoming("Ada Lind", "ada", "2026-04-02 10:00"), incoming("Cy Roe", "cy", "2026-04-03 10:00")})
	doImport(t, s, without)
	if silent(s, "Ada Lind") {
		t.Error("silence is claimed without messages")
	}
	messages := archiveOf("2026-05-01", nil)
	messages.HasInvitations, messages.HasMessages = false, true
	messages.Messages = []linkedin.Messages{{Name: "Cy Roe", Slug: "cy", Count: 1, First: day("2026-04-04"), Last: day("2026-04-04")}}
	doImport(t, s, messages)
	if !silent(s, "Ada Lind") || silent(s, "Cy Roe") {
		t.Errorf("with messages: %+v, %+v", byName(t, s)["Ada Lind"].Facts, byName(t, s)["Cy Roe"].Facts)
	}
	doImport(t, s, archiveOf("2026-06-01", []linkedin.Invitation{incoming("Ada Lind", "ada", "2026-04-02 10:00"), incoming("Bo Yu", "bo", "2026-05-20 10:00")}))
	if !silent(s, "Ada Lind") || silent(s, "Bo Yu") {
		t.Errorf("newer than the messages: %+v, %+v", byName(t, s)["Ada Lind"].Facts, byName(t, s)["Bo Yu"].Facts)
	}
	wantSound(t, s)
}

func mailed(name, slug, at string) linkedin.Invitation {
	row := linkedin.Invitation{Name: name, Slug: slug, Mail: true, File: "x.eml", Line: 1}
	if at != "" {
		row.SentAt = minute(at)
	}
	if slug != "" {
		row.URL, _ = address.Profile("https://www.linkedin.com/in/" + slug)
	}
	return row
}

func mailsOf(rows ...linkedin.Invitation) *linkedin.Archive {
	return &linkedin.Archive{Invitations: rows}
}

func TestMailsMerge(t *testing.T) {
	s, _ := newStore(t)
	ada := mailed("Ada Lind", "", "2026-04-02 10:01")
	ada.Headline = "Baker"
	join := mailed("Bo Yu", "", "2026-04-01 10:00")
	join.Join = true
	doImport(t, s, mailsOf(ada, join))
	if inv := byName(t, s)["Bo Yu"]; inv.Answers.Value("kind") != "join" {
		t.Errorf("%+v", inv.Answers)
	}
	// The archive lists Ada some seconds earlier, and knows the address. A
	// reminder and the mail again bring nothing new. Nobody vanishes.
	doImport(t, s, archiveOf("2026-04-10", []linkedin.Invitation{incoming("Ada Lind", "ada-lind", "2026-04-02 10:00")}))
	wantSameFile(t, s, func() {
		report := doImport(t, s, mailsOf(ada, mailed("Ada Lind", "ada-lind", "")))
		if report.Unchanged != 1 {
			t.Errorf("%+v", report)
		}
	})
	wantStatuses(t, s, map[string]record.Status{"Ada Lind": record.StatusWaiting, "Bo Yu": record.StatusWaiting})
	got := byName(t, s)["Ada Lind"]
	if got.Headline != "Baker" || got.URL == "" || got.TimesSent != 1 || !got.SentAt.Equal(minute("2026-04-02 10:00")) {
		t.Errorf("%+v", got)
	}
	// Vanished, and invited again by a mail later than the newest archive.
	doImport(t, s, archiveOf("2026-05-01", nil))
	wantStatuses(t, s, map[string]record.Status{"Ada Lind": record.StatusGone, "Bo Yu": record.StatusWaiting})
	doImport(t, s, mailsOf(mailed("Ada Lind", "ada-lind", "2026-05-20 10:00")))
	wantStatuses(t, s, map[string]record.Status{"Ada Lind": record.StatusWaiting, "Bo Yu": record.StatusWaiting})
	if got := byName(t, s)["Ada Lind"]; got.TimesSent != 2 {
		t.Errorf("%+v", got)
	}
}

func TestDoubtfulMailStandsApart(t *testing.T) {
	s, _ := newStore(t)
	false1 := mailed("Ada Lind", "", "2026-04-02 10:01")
	false1.Doubts = []string{"it was sent from x.example, not from linkedin.com"}
	doImport(t, s, mailsOf(false1))
	doImport(t, s, archiveOf("2026-04-10", []linkedin.Invitation{incoming("Ada Lind", "ada-lind", "2026-04-02 10:00")},
		connection("Bo Yu", "bo-yu", "2026-01-01")))
	wantSameFile(t, s, func() { doImport(t, s, mailsOf(false1)) })
	wantStatuses(t, s, map[string]record.Status{"Ada Lind": record.StatusWaiting, "Ada Lind 2": record.StatusWaiting})
	for _, inv := range byName(t, s) {
		got := suggested(inv)
		if doubtful := inv.URL == ""; doubtful != (got["impostor"] == "yes") || doubtful != (got["bad_link_or_file"] == "yes") {
			t.Errorf("%+v: %v", inv, got)
		}
	}
	rows, err := s.Rows(t.Context())
	if err != nil || len(rows) != 2 || rows[0].Suggested == rows[1].Suggested {
		t.Errorf("%+v, %v", rows, err)
	}
	// A false mail in the name of a connection is no accepted invitation.
	false1.Name = "Bo Yu"
	report := doImport(t, s, mailsOf(false1))
	if report.Waiting != 1 || report.Accepted != 0 {
		t.Errorf("%+v", report)
	}
	wantSound(t, s)
}

func TestAcceptances(t *testing.T) {
	s, _ := newStore(t)
	doImport(t, s, archiveOf("2026-05-01", []linkedin.Invitation{
		outgoing("Ada Lind", "ada-lind", "2026-04-02 10:00"), outgoing("Bo Yu", "bo-1", "2026-04-02 10:00"), outgoing("Bo Yu", "bo-2", "2026-04-03 10:00"),
	}))
	a := &linkedin.Archive{Acceptances: []linkedin.Acceptance{
		{Name: "ada lind", On: minute("2026-05-02 11:00"), File: "a.eml", Line: 1}, {Name: "Bo Yu", File: "b.eml", Line: 1}, {Name: "Cy Roe", Slug: "cy", File: "c.eml", Line: 1},
	}}
	report := doImport(t, s, a)
	if report.Updated != 1 || report.Accepted != 1 || len(report.Skipped) != 2 {
		t.Errorf("%+v", report)
	}
	wantStatuses(t, s, map[string]record.Status{"Ada Lind": record.StatusAccepted, "Bo Yu": record.StatusOutgoing, "Bo Yu 2": record.StatusOutgoing})
	if on := byName(t, s)["Ada Lind"].ConnectedOn; !on.Equal(day("2026-05-02")) {
		t.Errorf("accepted on %s", on)
	}
	wantSameFile(t, s, func() {
		if again := doImport(t, s, a); again.Unchanged != 1 {
			t.Errorf("%+v", again)
		}
	})
}

func TestRenamedOnlyWhenCertain(t *testing.T) {
	first := []linkedin.Invitation{incoming("Ada Lind", "ada-old", "2026-04-02 10:00")}
	for name, tc := range map[string]struct {
		rows        []linkedin.Invitation
		connections []linkedin.Connection
		want        map[string]record.Status
	}{
		"the same moment and name": {
			[]linkedin.Invitation{incoming("Ada Lind", "ada-new", "2026-04-02 10:00")}, nil, map[string]record.Status{"Ada Lind": record.StatusWaiting},
		},
		"another moment": {
			[]linkedin.Invitation{incoming("Ada Lind", "ada-new", "2026-04-02 10:01")}, nil,
			map[string]record.Status{"Ada Lind": record.StatusWaiting, "Ada Lind 2": record.StatusGone},
		},
		"another name": {
			[]linkedin.Invitation{incoming("Ada Lindt", "ada-new", "2026-04-02 10:00")}, nil,
			map[string]record.Status{"Ada Lindt": record.StatusWaiting, "Ada Lind": record.StatusGone},
		},
		"the old address is still there": {
			[]linkedin.Invitation{first[0], incoming("Ada Lind", "ada-new", "2026-04-02 10:00")}, nil,
			map[string]record.Status{"Ada Lind": record.StatusWaiting, "Ada Lind 2": record.StatusWaiting},
		},
		"the old address is a connection": {
			[]linkedin.Invitation{incoming("Ada Lind", "ada-new", "2026-04-02 10:00")}, []linkedin.Connection{connection("Ada Lind", "ada-old", "2026-04-03")},
			map[string]record.Status{"Ada Lind": record.StatusWaiting, "Ada Lind 2": record.StatusAccepted},
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := newStore(t)
			doImport(t, s, archiveOf("2026-05-01", first))
			id := byName(t, s)["Ada Lind"].ID
			a := archiveOf("2026-05-20", tc.rows, tc.connections...)
			doImport(t, s, a)
			wantStatuses(t, s, tc.want)
			if len(tc.want) == 1 && (byName(t, s)["Ada Lind"].ID != id || record.SlugOf(byName(t, s)["Ada Lind"].URL) != "ada-new") {
				t.Errorf("%+v", byName(t, s))
			}
			wantSameFile(t, s, func() { doImport(t, s, a) })
			wantSound(t, s)
		})
	}
}

// What the person corrected stays, and the archive's row is known all the same.
func TestCorrectionsSurviveImports(t *testing.T) {
	s, _ := newStore(t)
	row := incoming("Ada Lind", "ada-lind", "2026-04-02 10:00")
	row.Note = "hello"
	doImport(t, s, archiveOf("2026-05-01", []linkedin.Invitation{row}))
	name, url, note, sent := "Dr. Ada Lind", "linkedin.com/in/ada-right", "", day("2026-04-01")
	id := byName(t, s)["Ada Lind"].ID
	mustDo(t)(s.Edit(id, record.Edit{Name: &name, URL: &url, Note: &note, SentAt: &sent}))
	wantSameFile(t, s, func() {
		if report := doImport(t, s, archiveOf("2026-05-01", []linkedin.Invitation{row})); report.Unchanged != 1 {
			t.Errorf("%+v", report)
		}
	})
	// The archive's name changes; the person's stays in its place.
	row.Name = "Ada Lindt"
	report := doImport(t, s, archiveOf("2026-05-20", []linkedin.Invitation{row}))
	inv, err := s.Get(id)
	if err != nil || report.Updated != 1 || inv.Name != name || record.SlugOf(inv.URL) != "ada-right" || inv.Note != "" || !inv.SentAt.Equal(sent) ||
		inv.Corrected[record.FieldName] != "Ada Lindt" || inv.Corrected[record.FieldNote] != "hello" {
		t.Errorf("%+v\n%+v, %v", report, inv, err)
	}
	// The archive comes to agree, and the person's address is the connection's.
	row.Name = name
	doImport(t, s, archiveOf("2026-06-20", []linkedin.Invitation{row}, connection(name, "ada-right", "2026-06-01")))
	if inv, err = s.Get(id); err != nil || inv.Status(s.file.Now()) != record.StatusAccepted {
		t.Errorf("%+v, %v", inv, err)
	}
	if _, ok := inv.Corrected[record.FieldName]; ok || len(inv.Corrected) != 3 {
		t.Errorf("corrected %v", inv.Corrected)
	}
	wantSound(t, s)
}
