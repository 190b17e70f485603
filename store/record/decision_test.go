package record

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"linkvet/advisor"
)

// Each recommendation, in the words of decisions: what carries it out, and what
// else is not against it.
func TestDecisionsAgainstRecommendations(t *testing.T) {
	want := []string{
		"accept: accepted sent |",
		"review-and-accept: accepted sent |",
		"review-and-accept-if-relevant: accepted sent later | ignored declined not_sent",
		"ignore-or-vet-further: ignored not_sent later |",
		"decline: ignored declined not_sent | blocked reported",
		"decline-and-block: blocked not_sent | reported",
	}
	var got []string
	for _, r := range advisor.Recommendations() {
		carries, agrees := "", ""
		for _, d := range append(Decisions(), NotDecided) {
			word := string(d)
			if d == NotDecided {
				word = "later"
			}
			switch {
			case d.CarriesOut(r, false):
				carries += word + " "
				if !d.Agrees(r) {
					t.Errorf("%s carries out %s and is against it", word, r)
				}
			case d.Agrees(r):
				agrees += " " + word
			}
		}
		got = append(got, fmt.Sprintf("%s: %s|%s", r, carries, agrees))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestReportingIsAdvisedBesideTheRecommendation(t *testing.T) {
	if Reported.CarriesOut(advisor.DeclineAndBlock, false) || !Reported.CarriesOut(advisor.Decline, true) || Blocked.CarriesOut(advisor.Decline, true) {
		t.Error("reporting follows the recommendation, not the advice to report")
	}
}

// Every decision belongs to one direction, has words, and is read back by its
// own word. One of a later program still reads as something.
func TestDecisionTableIsWhole(t *testing.T) {
	all := append(DecisionsFor(Incoming), DecisionsFor(Outgoing)...)
	if !slices.Equal(all, Decisions()) || len(all) != 7 {
		t.Errorf("by direction %v, in all %v", all, Decisions())
	}
	said := map[string]bool{}
	for _, d := range all {
		if got, err := ParseDecision(string(d)); err != nil || got != d || said[Act{Decision: d}.Said("")] || !d.Agrees(0) {
			t.Errorf("%q: %q, %v; said %q", d, got, err, Act{Decision: d}.Said(""))
		}
		said[Act{Decision: d}.Said("")] = true
	}
	for _, word := range []string{"", "later", "Accepted"} {
		if _, err := ParseDecision(word); err == nil || !strings.Contains(err.Error(), "not_sent") {
			t.Errorf("%q: %v", word, err)
		}
	}
	later := Act{Decision: "100%_put_away"}
	if said, on := later.Said(KindJoin), later.On(KindJoin, "2 Jan 2026"); said != "I recorded “100% put away”" || on != "You recorded “100% put away” on 2 Jan 2026." {
		t.Errorf("a later decision reads %q, %q", said, on)
	}
}

// Whatever can be recorded has words, also of a mail to join.
func TestActsAreSaidInWholeSentences(t *testing.T) {
	for _, kind := range []string{KindConnect, KindJoin} {
		for _, d := range append(Decisions(), NotDecided) {
			for _, reported := range []bool{false, true} {
				a := Act{Decision: d, Reported: reported}
				if a.Check(time.Time{}) != nil {
					continue
				}
				said, on := a.Said(kind), a.On(kind, "2 Jan 2026")
				if !strings.HasPrefix(said, "I ") || strings.Contains(said, "recorded") || !strings.HasPrefix(on, "You ") || !strings.HasSuffix(on, ".") || strings.Count(on, "2 Jan 2026") != 1 {
					t.Errorf("%v: %q, %q", a, said, on)
				}
				if reported && !strings.Contains(said, "report") {
					t.Errorf("%v: %q", a, said)
				}
			}
		}
	}
}

// What came of an invitation, in words.
func TestOutcome(t *testing.T) {
	on := time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)
	for want, inv := range map[string]Invitation{
		"":                                   {Direction: Incoming},
		"You accepted it on 2026-11-02.":     {Decision: Accepted, DecidedAt: on, Connected: true, ConnectedOn: on.AddDate(0, 0, 1)},
		"You joined LinkedIn on 2026-11-02.": {Decision: Accepted, DecidedAt: on, Answers: map[string][]string{"kind": {KindJoin}}},
		"You sent it on 2026-11-02.":         {Direction: Outgoing, Decision: Sent, DecidedAt: on},
		"They are a connection of yours already.":           {Connected: true},
		"They are a connection of yours, since 2026-11-02.": {Direction: Outgoing, Connected: true, ConnectedOn: on},
	} {
		if got := inv.Outcome(DayOf); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
