package inbox

import (
	"slices"
	"strings"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/advisor/notes"
	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// A column without anything in it gives its room to the names.
func TestEmptyColumnsMakeRoomForNames(t *testing.T) {
	const long = "Maximiliane-Theodora von Hohenfels-Witt" // 39 columns
	plain := record.Invitation{ID: "a", Name: long, SentAt: frametest.TestNow().AddDate(0, 0, -2), Note: strings.Repeat("note ", 30)}
	advised, employed := plain, plain
	advised.ID, advised.Recommendation = "b", advisor.Accept
	employed.ID, employed.Company = "c", "Nordwind Instruments"
	for _, c := range []struct {
		what   string
		w      int
		people []record.Invitation
		shows  string
		not    string
	}{
		{"nothing but notes", 80, []record.Invitation{plain}, long[:28], "Advice"},
		{"nothing but notes", 120, []record.Invitation{plain}, long[:20], "Company"},
		{"nothing but notes", 200, []record.Invitation{plain}, long + "  note", "Company"},
		{"advice", 200, []record.Invitation{plain, advised}, long + "  note", "Company"},
		{"advice", 80, []record.Invitation{plain, advised}, "Advice", "Company"},
		{"a company", 200, []record.Invitation{plain, employed}, "Company", "Advice"},
	} {
		d := inboxDriver(t, c.w, 30, screen.Options{Storage: frametest.NewFakeStorage(c.people...)})
		if c.w == 120 {
			d.Press("P")
		}
		if got := d.Shows(); !strings.Contains(got, c.shows) || strings.Contains(got, c.not) {
			t.Errorf("%s at %d: not %q, or %q:\n%s", c.what, c.w, c.shows, c.not, got)
		}
	}
}

// Columns stand still while one scrolls to rows that need more of them, and
// while one filters; short names leave their room to the notes.
func TestColumnsStandStill(t *testing.T) {
	people := make([]record.Invitation, 400)
	for i := range people {
		people[i] = record.Invitation{ID: "p" + string(rune('A'+i%26)) + string(rune('a'+i/26)), Name: "Ann Berg", SentAt: frametest.TestNow().Add(-time.Duration(i+1) * time.Hour)}
	}
	people[399].Company, people[399].Recommendation = "Nordwind Instruments", advisor.Accept
	d := inboxDriver(t, 200, 30, screen.Options{Storage: frametest.NewFakeStorage(people...)})
	head := func() string { return strings.Split(d.Shows(), "\n")[4] }
	first := head()
	if !strings.Contains(first, "Company") || !strings.Contains(first, "Name       Note") {
		t.Errorf("the head is %q", first)
	}
	d.Press("G")
	if got := head(); got != first {
		t.Errorf("at the end the head is %q, was %q", got, first)
	}
	d.Press("g", "/")
	d.Enter("!has:company")
	if got := head(); got != first {
		t.Errorf("filtered, the head is %q, was %q", got, first)
	}
}

// The first advice makes room for its column at once.
func TestTheFirstAdviceGetsItsColumn(t *testing.T) {
	inv := record.Invitation{ID: "a", Name: "Ann", SentAt: frametest.TestNow().AddDate(0, 0, -2)}
	d := inboxDriver(t, 160, 30, screen.Options{Storage: frametest.NewFakeStorage(inv)})
	d.WantsNot("Advice ")
	inv.Recommendation = advisor.Decline
	d.Send(screen.InvitationSavedMsg{Invitation: inv})
	d.Wants("✕ Decline")
}

func TestDueDay(t *testing.T) {
	now := frametest.TestNow()
	for want, at := range map[string]time.Time{
		"18 Dec":      time.Date(2026, 12, 18, 12, 0, 0, 0, now.Location()),
		"3 Jan":       time.Date(2026, 1, 3, 12, 0, 0, 0, now.Location()),
		"19 Nov":      now.AddDate(1, 0, -1),
		"20 Nov 2027": now.AddDate(1, 0, 0),
		"18 Dec 2028": time.Date(2028, 12, 18, 12, 0, 0, 0, now.Location()),
	} {
		if got := style.DueDay(at, now); got != want {
			t.Errorf("%s is %q, want %q", at.Format(time.DateOnly), got, want)
		}
	}
	d := inboxDriver(t, 80, 24, screen.Options{Storage: frametest.NewFakeStorage(record.Invitation{ID: "a", Name: "Ann", LaterUntil: record.MakeDay(2026, 12, 18)},
		record.Invitation{ID: "b", Name: "Bo", LaterUntil: record.MakeDay(2028, 12, 18)})})
	d.Press("2")
	d.Wants("→ 18 Dec", "→ 18 Dec 2028")
}

// Before it is opened, a row says that there is a note, that the archive knows
// the person, that something looks like a stop sign, and how much is answered.
func TestTheSignsOfARow(t *testing.T) {
	people := frametest.SomePeople()[:1]
	people = append(people,
		record.Invitation{ID: "b", Name: "Bo Tied", Facts: notes.Facts{Messages: 3}},
		record.Invitation{ID: "c", Name: "Cy Warned", Doubts: []string{"it was not signed"}},
		record.Invitation{ID: "d", Name: "Di Answered", Answers: advisor.Answers{"know": {"no"}, "role": {"peer"}}},
		record.Invitation{ID: "e", Name: "Ed Decided", Doubts: []string{"it was not signed"}, Decision: record.Declined},
	)
	d := inboxDriver(t, 80, 24, screen.Options{Storage: frametest.NewFakeStorage(people...), Theme: style.ThemeDark})
	d.Press("5")
	for name, signs := range map[string]string{
		"Katarína": "≡", "Bo Tied": "◆", "Cy Warned": "!", "Di Answered": "2", "Ed Decided": "",
	} {
		at := slices.IndexFunc(strings.Split(d.Shows(), "\n"), func(line string) bool { return strings.Contains(line, name) })
		line := strings.Split(d.Shows(), "\n")[at]
		before, _, _ := strings.Cut(line, name)
		if got := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(before), "›")); got != signs {
			t.Errorf("before %s: %q, want %q", name, got, signs)
		}
	}
	if !strings.Contains(d.Raw(), d.Root.Env.Styles.Caution.Render("!")) {
		t.Error("the warning has no color")
	}
}

// With room enough, headline and company have columns of their own, and the note
// does not say them again.
func TestHeadlineAndCompanyComeAfterNames(t *testing.T) {
	d := inboxDriver(t, 200, 30, frametest.WithPeople())
	d.Press("p")
	d.Wants("Name ", "Note ", "Headline ", "Company ")
	for line := range strings.SplitSeq(d.Shows(), "\n") {
		if strings.Count(line, "Recruiter") > 1 {
			t.Errorf("said twice: %q", line)
		}
	}
	d.Resize(100, 30)
	d.WantsNot("Headline ")
}

// At the bottom right one sees where in the list one is.
func TestThePositionIsSaid(t *testing.T) {
	d := inboxDriver(t, 80, 24, frametest.WithLists())
	position := func(want string) {
		t.Helper()
		lines := strings.Split(d.Shows(), "\n")
		if line := lines[len(lines)-2]; !strings.HasSuffix(line, "  "+want) {
			t.Errorf("above the footer stands %q, want %s at its end", line, want)
		}
	}
	position("1 of 7")
	d.Press("j", "j")
	position("3 of 7")
	d.Press("5", "G")
	position("12 of 12")
	d.Press("/")
	d.Enter("is:decided")
	position("1 of 2")
}
