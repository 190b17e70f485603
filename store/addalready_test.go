package store

import (
	"errors"
	"strings"
	"testing"

	"linkvet/store/fault"
	"linkvet/store/record"
)

// Whom to invite is looked for among those who wait, are connections or were
// invited: by the address it is them, by the name alone it may be.
func TestInvitingSomebodyWhoIsThere(t *testing.T) {
	s, c := newStore(t)
	doImport(t, s, archiveOf("2026-05-01", rowsOf(
		incoming("Ada Lind", "ada-lind", "2026-04-04 10:00"), incoming("Bo Yu", "bo-yu", "2026-04-03 10:00"),
		incoming("Cy Roe", "cy-roe", "2026-04-02 10:00"), outgoing("Di Moe", "di-moe", "2026-04-01 10:00"),
		incoming("Em Poe", "em-poe", "2026-04-02 10:00"), incoming("Fa Loe", "fa-loe", "2026-04-02 10:00"),
	), connection("Cy Roe", "cy-roe", "2026-04-03"), connection("Gus Noe", "gus-noe", "2024-05-01")))
	ids := byName(t, s)
	mustDo(t)(s.Later(ids["Bo Yu"].ID, c.days(1)))
	mustDo(t)(s.Decide(ids["Em Poe"].ID, record.Accepted, ""))
	mustDo(t)(s.Decide(ids["Fa Loe"].ID, record.Ignored, ""))
	thought := mustDo(t)(s.Add(record.Invitation{Name: "Hal Doe", URL: "linkedin.com/in/hal-doe", Direction: record.Outgoing}))

	for _, tt := range []struct{ name, slug, id, want string }{
		{"Ada Lind", "ada-lind", ids["Ada Lind"].ID, "is already waiting for your answer"},
		{"Bo Yu", "bo-yu", ids["Bo Yu"].ID, "is already waiting for your answer, which you put off until "},
		{"Cy Roe", "cy-roe", ids["Cy Roe"].ID, "is already a connection of yours, since 3 April 2026"},
		{"Di Moe", "di-moe", ids["Di Moe"].ID, "was already invited by you on 1 April 2026 and has not answered"},
		{"Em Poe", "em-poe", ids["Em Poe"].ID, "was accepted by you on "},
		{"Gus Noe", "gus-noe", "", "is already a connection of yours, since 1 May 2024"},
		{"Hal Doe", "hal-doe", thought.ID, "is already among those you think of inviting"},
	} {
		inv := record.Invitation{Name: tt.name, URL: "https://www.linkedin.com/in/" + tt.slug, Direction: record.Outgoing}
		if _, err := s.Add(inv); !errors.Is(err, fault.ErrExists) || !strings.Contains(err.Error(), tt.name+" "+tt.want) || !strings.Contains(err.Error(), tt.id) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
		inv.URL = ""
		a, err := s.AddAll([]record.Invitation{inv})
		if err != nil || len(a.Added) != 1 || len(a.Alike) != 1 || !strings.Contains(a.Alike[0], tt.want) || !strings.Contains(a.Alike[0], tt.id) {
			t.Errorf("%s by name: %+v, %v", tt.name, a, err)
		}
		if _, err := s.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	for _, inv := range []record.Invitation{
		{Name: "Fa Loe", URL: "linkedin.com/in/fa-loe", Direction: record.Outgoing},
		{Name: "Ada Lind", URL: "linkedin.com/in/ada-lind-2", Direction: record.Outgoing},
		{Name: "Di Moe", URL: "linkedin.com/in/di-moe"},
	} {
		if a, err := s.AddAll([]record.Invitation{inv}); err != nil || len(a.Added) != 1 || len(a.Alike) != 0 {
			t.Errorf("%s: %+v, %v", inv.Name, a, err)
		}
	}
}

// The same person twice in one text is one invitation, and no damage.
func TestAddAllOfOneTwice(t *testing.T) {
	s, _ := newStore(t)
	inv := record.Invitation{Name: "Ada Lind", URL: "linkedin.com/in/ada-lind"}
	a, err := s.AddAll([]record.Invitation{inv, inv})
	if err != nil || len(a.Added) != 1 || len(a.Refused) != 1 || !strings.Contains(a.Refused[0].Error(), "is among these already") {
		t.Errorf("%+v, %v", a, err)
	}
}
