package tables

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/advisor/notes"
	"linkvet/advisor/profiles"
	"linkvet/store/record"
	"linkvet/store/sealed"
)

// What to do when the bytes of a part change. Each says what a linkvet that was
// released before makes of them.
const (
	raiseSchema = "an older linkvet would call the store damaged: raise SchemaVersion, add a migration that rewrites the table " +
		"(vault/migrate.go), and before that make the store of the old version (store/fixture_test.go)"
	raiseLastField = "an older linkvet keeps a new field of a record as it is: raise the last field in record.go, and the schema stays; " +
		"a field that changed its meaning needs a number of its own"
	raiseForNames = "an older linkvet carries along a table or key that it does not know: where it must not do without, raise SchemaVersion"
	raiseNothing  = "an older linkvet does not see a new field and loses it where it rewrites the entry: where that does harm, raise SchemaVersion"
)

// layout is one of everything that is stored, with a value in each of its fields.
func layout(t *testing.T) (parts []layoutPart) {
	t.Helper()
	at := time.Date(2026, 7, 14, 9, 30, 0, 0, time.UTC)
	text := map[string]string{"know": "text"}
	inv := record.Invitation{
		ID: "0123456789", Direction: record.Outgoing, Name: "Ada Lind", Headline: "Engineer", Company: "Acme", URL: "https://www.linkedin.com/in/ada-lind",
		Note: "Hello", SentAt: at, SentTimes: []time.Time{at.Add(-time.Hour), at}, TimesSent: 2, AddedAt: at.Add(1e9), ChangedAt: at.Add(2e9),
		Connected: true, ConnectedOn: at.Add(3e9), Gone: true, Listed: true,
		Answers: advisor.Answers{"know": {"well"}, "reasons": {"leader", "learn_from"}}, RulebookVersion: 7,
		Recommendation: advisor.ReviewAndAccept, Report: true, Settled: true, Rules: "2", Former: record.Former{Recommendation: advisor.Accept, Report: true, Rules: "1"},
		Decision: record.Sent, Because: "because", DecidedAt: at.Add(4e9), Reported: true, FollowUp: record.DayIn(at) + 1, Advised: advisor.Decline, LaterUntil: record.DayIn(at), Resurfaced: true,
		Tags: []string{"a", "b"}, PersonNote: "mine", AnswerNotes: text, Corrected: map[string]string{"name": "Ada"},
		Facts: notes.Facts{Namesake: "n", NamesakeName: "m", Messages: 1, FirstMessage: "f", LastMessage: "l", InvitedBefore: "i",
			TimesSent: 2, SameCompany: 3, Company: "Acme", NoteKnown: true, MessagesKnown: true,
			Book: 1, BookCompany: "b", EndorsedBy: "c", Endorsed: "d", RecommendedBy: "e", Recommended: "g", Followed: "h", NameOnly: true, FollowsCompany: "i", Profile: &notes.ProfileFacts{}},
		Doubts: []string{"doubt"}, Stamps: map[string][]record.Stamp{"decision": {{At: 1, Sum: 2}}},
		Profile: &profiles.Profile{ReadOn: "2026-07-14", Kinds: []string{"page"}, Positions: []profiles.Position{{Title: "Miller", Company: "Windmark", From: "2020-02"}}, Facts: notes.ProfileFacts{Mutuals: 2}},
	}
	row := inv.Row(at.Add(-24 * time.Hour))
	row.Suggested, row.Back, row.Due, row.Join = true, true, true, true
	patch, err := record.PatchBetween(&inv, &record.Invitation{ID: inv.ID, Name: "Bo"})
	must(t, err)
	patch.Created, patch.Deleted = true, true
	entry := EntryRecord{At: 1, Who: WhoPerson, What: "answered", Detail: "in words", Step: 2, Patch: &patch, Words: "words", Below: 3, Visit: "visit", Import: &ImportRecord{
		Added: []byte("a"), New: [][]byte{[]byte("n")}, Replaced: []replaced{{[]byte("k"), []byte("v")}}, Marks: text, Quiet: []quietChange{{inv.ID, record.Patch{Created: true}}},
	}}
	contact := Contact{Name: "Ada", Company: "Acme", Position: "Engineer", On: 4, Slug: "ada", Sharing: 5}
	talk := Correspondence{Count: 1, First: 2, Last: 3}
	tie := Tie{Book: 1, Company: "Acme", EndorsedBy: 2, Endorsed: 3, RecommendedBy: 4, Recommended: 5, Followed: 6}
	own := OwnRecord{Positions: [][]string{{"a", "b", "c", "d"}}, Schools: [][]string{{"a", "b", "c"}}}
	for _, v := range []any{inv, inv.Facts, row, entry, *entry.Import, contact, talk, tie, own} {
		wantFilled(t, v)
	}

	stored, err := record.Encode(&inv)
	must(t, err)
	key := record.ListKey(row.SentAt, row.ID)
	add := func(name, rule string, key, value []byte) {
		parts = append(parts, layoutPart{name, rule, fmt.Sprintf("%x %x", key, value)})
	}
	add("invitation", raiseLastField, []byte(inv.ID), stored)
	add("list", raiseSchema, key, record.EncodeSummary(key, row))
	for _, e := range []struct {
		name string
		v    any
	}{{"journal", entry}, {"contact", contact}, {"correspondence", talk}, {"tie", tie}, {"own", own}} {
		value, err := sealed.Encode([]byte(e.name), e.v)
		must(t, err)
		add(e.name, raiseNothing, []byte(e.name), value)
	}
	names := slices.Concat(Buckets(SchemaVersion), [][]byte{[]byte(MetaApp), []byte(MetaSchema), []byte(metaCreated), []byte(MetaCount), []byte(MetaNewestInvitations),
		[]byte(MetaNewestConnections), []byte(MetaNewestMessages), []byte(MetaVersion), []byte(MetaUndo), []byte(MetaRedo), []byte(metaIdentity), []byte(MetaJournalFrom), []byte(MetaRules), []byte(PrefixMessages), []byte(PrefixTies), []byte(PrefixFollows), []byte(KeyOwn), []byte(noID)})
	var words []string
	for _, name := range names {
		words = append(words, string(name))
	}
	parts = append(parts, layoutPart{"names", raiseForNames, strings.Join(words, " ")})
	return parts
}

type layoutPart struct{ name, rule, bytes string }

// TestLayout compares what is stored, byte for byte, with what the released
// programs of this schema version write and read.
func TestLayout(t *testing.T) {
	path := filepath.Join("testdata", fmt.Sprintf("layout-v%d.txt", SchemaVersion))
	var want []string
	if file, err := os.ReadFile(path); err == nil {
		want = strings.Split(strings.TrimSpace(string(file)), "\n")
	}
	parts := layout(t)
	var have []string
	for _, p := range parts {
		line := p.name + ": " + p.bytes
		if have = append(have, line); !slices.Contains(want, line) {
			t.Errorf("the stored bytes of %q changed.\nWhat to do: %s", p.name, p.rule)
		}
	}
	if t.Failed() || len(have) != len(want) {
		t.Errorf("when that is done, %s is to have:\n%s", path, strings.Join(have, "\n"))
	}
}

// wantFilled fails for a field that has no value here, so that a new one is seen
// in the bytes.
func wantFilled(t *testing.T, v any) {
	t.Helper()
	s := reflect.ValueOf(v)
	for i := range s.NumField() {
		if field := s.Type().Field(i); field.IsExported() && s.Field(i).IsZero() {
			t.Errorf("%s.%s is new: give it a value in this test", s.Type().Name(), field.Name)
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
