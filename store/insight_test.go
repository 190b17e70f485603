package store

import (
	"context"
	"errors"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store/linkedin/archivetest"
	"linkvet/store/merge"
	"linkvet/store/record"
	"linkvet/store/vault"
)

// What the advice left open is not counted as doing what it said.
func TestOnlyWhatWasAdvisedIsAsAdvised(t *testing.T) {
	s, _ := newStore(t)
	seller := advisor.Answers{"know": {"no"}, "role": {"salesperson"}, "relevant": {"later"}}
	for _, c := range []struct {
		name     string
		answers  advisor.Answers
		advised  advisor.Recommendation
		decision record.Decision
	}{
		{"Ada", seller, advisor.ReviewAndAcceptIfRelevant, record.Ignored},
		{"Bo", seller, advisor.ReviewAndAcceptIfRelevant, record.Accepted},
		{"Cy", seller, advisor.ReviewAndAcceptIfRelevant, record.Blocked},
		{"Di", nil, 0, record.Ignored},
	} {
		inv, err := s.Add(record.Invitation{Name: c.name})
		if err == nil && c.answers != nil {
			inv, err = s.Answer(inv.ID, c.answers)
		}
		if err != nil || inv.Recommendation != c.advised {
			t.Fatalf("%s: advised %q, %v", c.name, inv.Recommendation, err)
		}
		if _, err := s.Decide(inv.ID, c.decision, ""); err != nil {
			t.Fatal(err)
		}
	}
	st, err := s.Insight(t.Context(), nil)
	if err != nil || st.AsAdvised != 1 || st.NearAdvice != 1 || st.AgainstAdvice != 1 || st.WithoutAdvice != 1 {
		t.Errorf("as advised %d, near %d, against %d, without %d: %v", st.AsAdvised, st.NearAdvice, st.AgainstAdvice, st.WithoutAdvice, err)
	}
}

// decideAtRandom answers about many of the invitations and decides on most of
// those, at different times.
func decideAtRandom(t *testing.T, s *Store, c *clock, random *rand.Rand) {
	t.Helper()
	rows, err := s.Rows(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	roles := []string{"recruiter", "recruiter", "salesperson", "peer", "other"}
	for _, row := range rows {
		if random.IntN(4) > 0 {
			continue
		}
		c.advance(7 * time.Hour)
		set := advisor.Answers{"know": {[]string{"no", "no", "no", "slightly", "well", "online"}[random.IntN(6)]}}
		if random.IntN(3) > 0 && row.Direction == record.Incoming {
			set["role"] = []string{roles[random.IntN(len(roles))]}
		}
		if random.IntN(9) == 0 {
			set[[]string{"asks_for_money", "impostor", "bad_link_or_file"}[random.IntN(3)]] = []string{[]string{"yes", "no", "unknown"}[random.IntN(3)]}
		}
		inv, err := s.Answer(row.ID, set)
		if err != nil {
			t.Fatal(err)
		}
		allowed := record.DecisionsFor(row.Direction)
		d := allowed[random.IntN(len(allowed))]
		switch set.Value("role") { // two habits, against the advice
		case "peer":
			d = record.Accepted
		case "recruiter":
			d = record.Ignored
		}
		switch random.IntN(6) {
		case 0:
			_, err = s.Later(inv.ID, c.days(1+random.IntN(60)))
		case 1, 2, 3, 4:
			act := record.Act{Decision: d}
			if random.IntN(8) == 0 {
				act.FollowUp = c.days(1 + random.IntN(60))
			}
			_, err = s.DecideAll([]string{inv.ID}, act)
		}
		if err == nil && random.IntN(5) == 0 {
			_, err = s.Tag([]string{inv.ID}, []string{[]string{"work", "choir"}[random.IntN(2)]}, nil)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// Every figure is what a plain count over the whole records and the journal gives.
func TestInsightIsAPlainCount(t *testing.T) {
	profile := advisor.Profile{Usage: "light"}
	c := &clock{t: day("2026-07-20")}
	zone, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		zone = time.FixedZone("west", -8*60*60)
	}
	s, err := Open(filepath.Join(t.TempDir(), "linkvet.db"), vault.Options{Now: func() time.Time { return c.t.In(zone) }, Profile: func() advisor.Profile { return profile }})
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := archivetest.New(archivetest.Options{Invitations: 700, Connections: 250, Seed: 3, Chatty: true}).WriteFolder(folder); err != nil {
		t.Fatal(err)
	}
	sources, err := merge.ReadSources(t.Context(), []string{folder}, nil)
	if err == nil {
		_, err = s.ImportSources(t.Context(), sources, false, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	decideAtRandom(t, s, c, rand.New(rand.NewPCG(1, 2)))
	got, err := s.Insight(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := plainCount(t, s, folder, c.t.In(zone), profile)
	groups := got.Agreement.Groups
	got.Agreement.Groups = nil // see below
	if a, b := jsonOf(t, got), jsonOf(t, want); a != b {
		t.Errorf("got\n%s\nwant\n%s", a, b)
	}
	checkGroups(t, s, groups)
	if got.LookBack.Failing == 0 || got.LookBack.Due == 0 || got.Agreement.Opened == 0 || got.Agreement.Closed == 0 || len(groups) == 0 || got.Suggestions.Confirmed+got.Suggestions.Refused == 0 ||
		got.LookBack.LongPending == 0 || len(got.Signs) == 0 || len(got.Years) < 2 || got.UntilDecided.Count == 0 {
		t.Errorf("the archive is too tame to show anything: %+v", got)
	}
}

// Counting says how far it is, and stops when nobody wants it any more.
func TestCountingCanBeFollowedAndStopped(t *testing.T) {
	s, _ := newStore(t)
	folder := t.TempDir()
	if err := archivetest.New(archivetest.Options{Invitations: 3 * batchRows, Seed: 5}).WriteFolder(folder); err != nil {
		t.Fatal(err)
	}
	sources, err := merge.ReadSources(t.Context(), []string{folder}, nil)
	if err == nil {
		_, err = s.ImportSources(t.Context(), sources, false, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	last, total := 0, 0
	r, err := s.Insight(t.Context(), func(done, of int) {
		if done <= last || done > of {
			t.Errorf("%d of %d after %d", done, of, last)
		}
		last, total = done, of
	})
	if err != nil || last != total || r.Invitations != total || total < 2*batchRows {
		t.Fatalf("%d of %d, %d counted: %v", last, total, r.Invitations, err)
	}
	ctx, stop := context.WithCancel(t.Context())
	if _, err := s.Insight(ctx, func(int, int) { stop() }); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped, and yet: %v", err)
	}
}
