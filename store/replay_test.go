package store

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/store/tables"
	"linkvet/store/versus"
)

// answeredMany fills a store with n invitations, all of them answered.
func answeredMany(tb testing.TB, n int) *Store {
	tb.Helper()
	s := filled(tb, n)
	err := s.file.Update(func(tx *tables.Tx) (bool, error) {
		var changes []tables.Changed
		err := tx.EachSummary(context.Background(), func(_ []byte, row record.Row) (bool, error) {
			before, err := tx.Get([]byte(row.ID))
			if err != nil {
				return false, err
			}
			after := before.Clone()
			after.Answers = replayAnswers[len(changes)%len(replayAnswers)]
			tx.Advise(&after)
			changes = append(changes, tables.Changed{Before: &before, After: &after})
			return true, nil
		})
		if err != nil {
			return false, err
		}
		return true, tx.WriteChanges(changes)
	})
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

var replayAnswers = []advisor.Answers{
	{"know": {"well"}, "trust": {"yes"}},
	{"know": {"no"}, "role": {"peer"}, "company": {"lists_them"}, "profile": {"substantial"}, "note": {"generic"}},
	{"know": {"no"}, "role": {"recruiter"}, "reputable": {"yes"}},
	{"know": {"slightly"}, "trust": {"yes"}, "favor_do": {"yes"}},
}

// Under the rules in force nothing is different; under others exactly those that
// they advise otherwise, and nothing is written.
func TestReplay(t *testing.T) {
	const n = 41
	s := answeredMany(t, n)
	count := func(by advisor.Rulebook, p advisor.Profile) (answered int, changed map[string]int) {
		changed = map[string]int{}
		answered, err := s.Replay(t.Context(), by, p, nil, func(r Replayed) error {
			changed[fmt.Sprintf("%s -> %s", r.Inv.Recommendation, r.Now)]++
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return answered, changed
	}
	wantSameFile(t, s, func() {
		if answered, changed := count(advisor.RulesInForce(), advisor.Profile{}); answered != n || len(changed) != 0 {
			t.Errorf("%d answered, %v", answered, changed)
		}
		other, err := advisor.ReadRules([]byte("questions:\n  - id: note\n    answers: [{value: generic, strength: strong}]\n"), "rules.yaml")
		if err != nil {
			t.Fatal(err)
		}
		if _, changed := count(other, advisor.Profile{}); len(changed) != 1 || changed["accept -> ignore-or-vet-further"] != 10 {
			t.Errorf("%v", changed)
		}
		many := 2000
		if _, changed := count(advisor.RulesInForce(), advisor.Profile{Usage: "light", Connections: &many}); changed["accept -> review-and-accept"] != 10 {
			t.Errorf("another profile: %v", changed)
		}
	})
}

func TestReplayCanBeStopped(t *testing.T) {
	s := answeredMany(t, 2*replayStep)
	ctx, stop := context.WithCancel(t.Context())
	done := 0
	_, err := s.Replay(ctx, advisor.RulesInForce(), advisor.Profile{}, func(n int) { done = n; stop() }, func(Replayed) error { return nil })
	if !errors.Is(err, context.Canceled) || done != replayStep {
		t.Errorf("stopped after %d: %v", done, err)
	}
}

// A replay beside one pass over the same records.
func BenchmarkReplay(b *testing.B) {
	s := answeredMany(b, 100_000)
	replay := func() {
		if _, err := s.Replay(b.Context(), advisor.RulesInForce(), advisor.Profile{}, nil, func(Replayed) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
	pass := func() {
		if err := s.eachMatching(b.Context(), func(record.Row) bool { return true }, func(record.Invitation) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
	versus.Run(b, versus.Do(replay), versus.Do(pass))
}
