package store

import (
	"bytes"
	"errors"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"linkvet/advisor"
	"linkvet/advisor/notes"
	"linkvet/store/exchange"
	"linkvet/store/fault"
	"linkvet/store/linkedin"
	"linkvet/store/linkedin/profile"
	"linkvet/store/record"
)

// copied returns the text of a case in testdata/profiles.
func copied(t *testing.T, name string) string {
	t.Helper()
	archive, err := txtar.ParseFile("../testdata/profiles/profiles.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	t.Fatalf("no case %q", name)
	return ""
}

// withCircle is a store whose archive has a colleague at Windmark.
func withCircle(t *testing.T) (*Store, record.Invitation) {
	t.Helper()
	s, _ := newStore(t)
	archive := &linkedin.Archive{
		HasConnections: true, HasInvitations: true,
		Connections: []linkedin.Connection{{Name: "Ott Lund", Slug: "ott-lund", URL: "https://www.linkedin.com/in/ott-lund", Company: "Windmark"}},
		Positions:   []linkedin.Position{{Company: "Polder Works", Title: "Senior lock keeper", Since: "Jan 2016", Until: "Dec 2018"}},
		Invitations: []linkedin.Invitation{incoming("Bo Yu", "bo-yu", "2026-07-01 10:00")},
	}
	if _, err := s.Import(t.Context(), archive, false, nil); err != nil {
		t.Fatal(err)
	}
	inv, err := s.Add(record.Invitation{Name: "Ada Lovell"})
	if err != nil {
		t.Fatal(err)
	}
	return s, inv
}

func questions(r Reading) []string {
	var all []string
	for _, suggestion := range r.Suggestions {
		all = append(all, suggestion.Question+"="+suggestion.Answer)
	}
	return all
}

func TestReadProfile(t *testing.T) {
	s, inv := withCircle(t)
	page := copied(t, "en page")
	r, err := s.ReadProfile(inv.ID, []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := questions(r), []string{"role=peer", "shared=some", "profile=substantial", "generic_identity=no", "field=same"}; !slices.Equal(got, want) {
		t.Errorf("suggested %q, want %q", got, want)
	}
	panel, err := s.ReadProfile(inv.ID, []byte(copied(t, "en panel")), r)
	if err != nil {
		t.Fatal(err)
	}
	if got := questions(panel); !slices.Contains(got, "verified=matches") || !slices.Contains(got, "joined=fits") || !slices.Contains(got, "profile=substantial") {
		t.Errorf("page and panel together suggest %q", got)
	}
	if got, err := s.Get(inv.ID); err != nil || len(got.Answers) > 0 || got.Profile != nil {
		t.Errorf("reading alone changed %+v, %v", got, err)
	}
	var wrong *profile.WrongError
	if _, err := s.ReadProfile(inv.ID, []byte("Dear aunt")); !errors.As(err, &wrong) {
		t.Errorf("%v", err)
	}
	other, err := s.Add(record.Invitation{Name: "Corvina Aldersey"})
	if err != nil {
		t.Fatal(err)
	}
	if r, err := s.ReadProfile(other.ID, []byte(page)); err != nil || !r.Differs {
		t.Errorf("somebody else's profile: %+v, %v", r, err)
	}
}

// TestKeepProfile: what is confirmed is answered, what was read is kept without
// its text, and undo takes all of it back.
func TestKeepProfile(t *testing.T) {
	s, inv := withCircle(t)
	r, err := s.ReadProfile(inv.ID, []byte(copied(t, "en page")))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.KeepProfile(r, []string{"verified"}); !errors.Is(err, fault.ErrInvalid) {
		t.Errorf("an answer that is not suggested: %v", err)
	}
	kept, err := s.KeepProfile(r, []string{"profile", "shared"})
	if err != nil {
		t.Fatal(err)
	}
	if kept.Answers["profile"][0] != "substantial" || len(kept.Answers) != 2 || kept.Headline != "Lock keeper at Windmark" || kept.Company != "Windmark" || kept.Name != inv.Name {
		t.Errorf("%+v", kept)
	}
	if left := kept.Suggestions(); !slices.ContainsFunc(left, func(s notes.Suggestion) bool { return s.Question == "generic_identity" }) {
		t.Errorf("what was not taken is still suggested: %+v", left)
	}
	again, err := s.ReadProfile(inv.ID, []byte(copied(t, "en page")))
	if err != nil || !slices.ContainsFunc(again.Suggestions, func(s notes.Suggestion) bool { return s.Question == "generic_identity" }) {
		t.Errorf("read once more, what was not taken is not offered: %+v, %v", again.Suggestions, err)
	}
	for _, private := range []string{"I keep locks", "Cora Finch", "Edam, Netherlands", "Bea"} {
		if file, err := os.ReadFile(s.Path()); err != nil || bytes.Contains(file, []byte(private)) {
			t.Errorf("%q is in the file, %v", private, err)
		}
	}
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Get(inv.ID); err != nil || len(got.Answers) > 0 || got.Profile != nil || got.Headline != "" {
		t.Errorf("after undo %+v, %v", got, err)
	}
}

// TestKeepProfileWhereNothingWasKnown: what a page left with don't know may be
// answered by a profile, and what was answered may not.
func TestKeepProfileWhereNothingWasKnown(t *testing.T) {
	s, inv := withCircle(t)
	r, err := s.ReadProfile(inv.ID, []byte(copied(t, "en page")))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Answer(inv.ID, advisor.Answers{"profile": {advisor.DontKnow}, "shared": {"none"}}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.KeepProfile(r, []string{"shared"}); !errors.Is(err, fault.ErrExists) {
		t.Errorf("an answer was taken away: %v", err)
	}
	kept, err := s.KeepProfile(r, []string{"profile"})
	if err != nil || kept.Answers.Value("profile") != "substantial" || kept.Answers.Value("shared") != "none" {
		t.Errorf("%+v, %v", kept.Answers, err)
	}
}

// TestReadProfileWarns: what the owner writes under About may warn, as a hint that
// is not kept, and never suggests an answer.
func TestReadProfileWarns(t *testing.T) {
	s, inv := withCircle(t)
	before, err := s.ReadProfile(inv.ID, []byte(copied(t, "en page")))
	if err != nil {
		t.Fatal(err)
	}
	page := strings.Replace(copied(t, "en page"), "I keep locks", "Guaranteed 300% crypto returns, urgent, text me on Telegram @zoe99. Please run npm install on my repo. I keep locks", 1)
	r, err := s.ReadProfile(inv.ID, []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := questions(r), questions(before); !slices.Equal(got, want) {
		t.Errorf("suggested %q, want %q", got, want)
	}
	for _, question := range []string{"off_platform", "too_good", "asks_to_run"} {
		warns := func(h notes.Hint) bool { return h.Question == question }
		if slices.ContainsFunc(before.Hints, warns) || !slices.ContainsFunc(r.Hints, warns) || slices.ContainsFunc(r.Profile.Hints, warns) {
			t.Errorf("%s: before %+v, warned %+v, kept %+v", question, before.Hints, r.Hints, r.Profile.Hints)
		}
	}
}

// TestLessTextSuggestsNoMore: however a copy is cut short, doubled or put in
// another order, it suggests nothing that the whole one does not.
func TestLessTextSuggestsNoMore(t *testing.T) {
	s, inv := withCircle(t)
	for _, name := range []string{"en page", "de page", "en panel", "headings imitated", "panel imitated in the about text"} {
		text := copied(t, name)
		whole, err := s.ReadProfile(inv.ID, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		allowed := questions(whole)
		lines := strings.Split(text, "\n")
		try := func(what, text string) {
			r, err := s.ReadProfile(inv.ID, []byte(text))
			if err != nil {
				return // refused, which suggests nothing
			}
			for _, q := range questions(r) {
				if !slices.Contains(allowed, q) {
					t.Errorf("%s, %s: %s is suggested, and whole %q", name, what, q, allowed)
				}
			}
		}
		for i := 0; i < len(lines); i += 3 {
			try("cut off", strings.Join(lines[:i], "\n"))
			try("begun late", strings.Join(lines[i:], "\n"))
			try("turned round", strings.Join(append(slices.Clone(lines[i:]), lines[:i]...), "\n"))
		}
		try("doubled", text+text)
	}
}

// TestWhatWasReadComesBack: the export holds what was read of a profile and who
// else is known, and another store takes it over, cleaned.
func TestWhatWasReadComesBack(t *testing.T) {
	s, inv := withCircle(t)
	archive := &linkedin.Archive{Acquaintances: []linkedin.Acquaintance{{Name: "Ada Lovell", Book: 1, Company: "Windmark"}}, BookPeople: 1}
	if _, err := s.Import(t.Context(), archive, false, nil); err != nil {
		t.Fatal(err)
	}
	r, err := s.ReadProfile(inv.ID, []byte(copied(t, "en page")))
	if err != nil {
		t.Fatal(err)
	}
	if inv, err = s.KeepProfile(r, []string{"shared"}); err != nil {
		t.Fatal(err)
	}
	if inv.Facts.Book != 1 || inv.Facts.BookCompany != "Windmark" {
		t.Errorf("the address book is not known: %+v", inv.Facts)
	}
	for _, format := range []exchange.Format{exchange.CSV, exchange.JSONLines} {
		var out bytes.Buffer
		if _, err := s.Export(t.Context(), &out, exchange.ExportOptions{Format: format, All: true}); err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(out.String(), "Mill School", `Mill\u001b[31m School`)
		if format == exchange.CSV {
			text = out.String()
		}
		fresh, _ := newStore(t)
		if _, err := readTableInto(t, fresh, writeTable(t, text), false); err != nil {
			t.Fatal(err)
		}
		got, err := fresh.Get(inv.ID)
		if err != nil || !reflect.DeepEqual(got.Profile, inv.Profile) || got.Facts != inv.Facts {
			t.Errorf("format %v: %v\n%+v\n%+v\nand not\n%+v\n%+v", format, err, got.Profile, got.Facts, inv.Profile, inv.Facts)
		}
	}
}
