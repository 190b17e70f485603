package words

import (
	"math/rand/v2"
	"strings"
	"testing"

	"linkvet/advisor"
	"linkvet/store/record"
)

// What is recorded as advised is what the advice says first, of whatever answers.
func TestNextIsWhatTheAdviceSaysToDo(t *testing.T) {
	seen := map[record.Decision]bool{}
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 7))
		inv := record.Invitation{Name: "Mia Berg", Direction: record.Incoming, Answers: advisor.Answers{"know": {"no"}}}
		for _, q := range advisor.Questions() {
			if r.IntN(2) == 0 || q.Stage == advisor.StageStart {
				continue
			}
			value := q.Answers[r.IntN(len(q.Answers))].Value
			if none := q.NotSeen(); none != "" && r.IntN(20) > 0 {
				value = none
			}
			inv.Answers[q.ID] = []string{value}
		}
		adv := AdviceOn(inv, advisor.Profile{})
		next, ok := Next(inv, adv)
		if !ok {
			continue
		}
		seen[next.Act.Decision] = true
		first := adv.Respond[0]
		said := map[record.Decision]string{record.Accepted: "Accept", record.Ignored: "Ignore"}[next.Act.Decision]
		acts := strings.Contains(first.Text, "press Accept") || strings.Contains(first.Text, "Press Ignore")
		if !strings.Contains(first.Text, said) && first.Way != "check first" || next.Act.Decision == record.NotDecided && acts {
			t.Errorf("%q is advised, and recorded as “%s”", first.Text, next.Said)
		}
	}
	for _, want := range []record.Decision{record.Accepted, record.NotDecided, record.Declined, record.Blocked} {
		if !seen[want] {
			t.Errorf("no case comes to %q", want)
		}
	}
}

// Of somebody whom the person would invite it speaks of sending.
func TestNoWayInSpeaksOfSending(t *testing.T) {
	adv := advisor.Advice{Recommendation: advisor.IgnoreOrVetFurther}
	if said := NoWayIn(record.Invitation{Direction: record.Outgoing}, adv); !strings.Contains(said, "send it") {
		t.Error(said)
	}
	if said := NoWayIn(record.Invitation{Direction: record.Incoming}, adv); !strings.Contains(said, "accept") {
		t.Error(said)
	}
}
