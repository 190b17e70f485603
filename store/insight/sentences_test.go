package insight

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"linkvet/store/record"
)

// wrong is what no sentence may say of any number.
var wrong = regexp.MustCompile(`\b0 of 0\b|\b1 (invitations|days|connections|answers|decisions|pages|of them were|were|are|have)\b|%!|\b[1-9]\d{3}\b`)

// years may stand with four figures.
var years = strings.NewReplacer("2026", "", "2025", "")

// reportOfSo has so many of everything.
func reportOfSo(n int, way Way, month time.Month) Report {
	at := time.Date(2026, month, 20, 9, 0, 0, 0, time.UTC)
	who := []Person{{Name: "Ann Sample", On: &at}}
	group := func(setting, rule string, today, differing int) Group {
		return Group{Label: "Do you know them: No", Way: way, Cases: n, Differing: differing, Tried: n + 1, Today: today, Setting: setting, Rule: rule, Matched: n}
	}
	return Report{
		Invitations: max(n, 1), ByDirection: map[string]int{string(record.Incoming): n}, Sent: n, ToJoin: n, WithNote: n, Answered: n, Settled: n, Reports: n,
		ByStatus: map[record.Status]int{record.StatusDecided: n}, ByDecision: map[record.Decision]int{record.Accepted: n}, ByAdvice: map[string]int{"accept": n},
		ByInviter: map[Kind]int{Peers: n}, AsOf: at, Months: []Month{{Month: "2026-02", Received: n}, {Month: "2026-03"}},
		Years:        []Year{{Year: 2025, Received: n, Sent: n, Accepted: n}, {Year: 2026, Received: n, Sent: n, WithNote: n, Accepted: n, Decided: n, AsAdvised: n, Connections: n}},
		UntilDecided: Span{Count: n, Median: n, Longest: n}, Effort: Effort{Invitations: n, Answers: n, Median: n, Most: n, Pages: n},
		Caught: n, Suggestions: Suggestions{Waiting: n, Warned: n, Confirmed: n},
		Agreement: Agreement{
			Advised: n, Opened: n, Closed: n, Milder: n, Harder: n, Left: n, LeftOpened: n,
			Groups: []Group{group("", "", n+1, n), group("Goal: Be found", "", 0, 0), group("", "accept", 0, n), group("", "", 0, n)},
		},
		LookBack: LookBack{Failing: n, Warned: n, Due: n, LongWaiting: n, LongPending: n, WaitingLongest: who, DuePeople: who, PendingLongest: who, FailingPeople: who},
	}
}

func TestSentencesReadRightForEveryNumber(t *testing.T) {
	for _, n := range []int{0, 1, 2, 1000} {
		for _, way := range []Way{Opened, Closed} {
			for _, month := range []time.Month{time.January, time.March, time.December} {
				r := reportOfSo(n, way, month)
				for _, line := range r.Words() {
					if found := wrong.FindString(years.Replace(line)); found != "" {
						t.Errorf("%d: %q in %q", n, found, line)
					}
				}
			}
		}
	}
}

// What is the case of some and not of others has a sentence of its own.
func TestSentencesTellCasesApart(t *testing.T) {
	said := func(s Suggestions) string {
		var c Chapter
		c.suggested(s)
		return strings.Join(c.Says, " ")
	}
	for want, s := range map[string]Suggestions{
		"A note, a headline or your archive suggested 1 answer, and you gave another.":                    {Refused: 1},
		"A note, a headline or your archive suggested 1,000 answers, and you confirmed none of them.":     {Refused: 1000},
		"A note, a headline or your archive suggested 3 answers, and you confirmed 2 of them.":            {Confirmed: 2, Refused: 1},
		"A note, a headline or your archive suggested 2 answers, and you confirmed all of them.":          {Confirmed: 2},
		"1 waiting invitation has something to confirm.":                                                  {Waiting: 1},
		"1 waiting invitation has something to confirm that looks like a stop sign.":                      {Waiting: 1, Warned: 1},
		"1,000 waiting invitations have something to confirm, and 1 of them what looks like a stop sign.": {Waiting: 1000, Warned: 1},
	} {
		if got := said(s); got != want {
			t.Errorf("%+v: %q, want %q", s, got, want)
		}
	}
	for want, y := range map[string]Year{
		"In 2026, no invitation came to you, and you sent 1.":         {Year: 2026, Sent: 1},
		"In 2026, 1 invitation came to you, and you sent none.":       {Year: 2026, Received: 1},
		"In 2026, 1,000 invitations came to you, and you sent 1,000.": {Year: 2026, Received: 1000, Sent: 1000},
	} {
		if got := cameAndSent(y, false); got != want {
			t.Errorf("%q, want %q", got, want)
		}
		if got := cameAndSent(y, true); got != strings.Replace(want, "2026,", "2026 so far,", 1) {
			t.Errorf("so far: %q", got)
		}
	}
}

// A part of a single invitation is no part.
func TestSentencesAboutASingleInvitation(t *testing.T) {
	r := reportOfSo(1, Opened, time.March)
	r.Agreement.Groups = nil // of a few at least
	all := strings.Join(r.Words(), "\n")
	for _, odd := range []string{"1 of them", "1 of those that came", "1 of 1"} {
		if strings.Contains(all, odd) {
			t.Errorf("%q in\n%s", odd, all)
		}
	}
	if want := "The one that came carried a note."; !strings.Contains(all, want) {
		t.Errorf("no %q in\n%s", want, all)
	}
}
