package store

import (
	"errors"
	"strings"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store/fault"
	"linkvet/store/linkedin"
	"linkvet/store/merge"
	"linkvet/store/record"
	"linkvet/store/vault"
)

func TestAddCleansAndRefuses(t *testing.T) {
	s, c := newStore(t)
	inv := mustDo(t)(s.Add(record.Invitation{
		Name: " Ada\x1b[31m Lind\u202e ", Headline: "a\nb", Note: "one\r\ntwo\x00", URL: "https://WWW.linkedin.com/in/Ada-Lind/?trk=x",
		SentAt: c.t.Add(-time.Hour), Tags: []string{"work", " work", "a,b"}, Decision: record.Ignored, TimesSent: 9,
	}))
	if inv.Name != "Ada Lind" || inv.Headline != "a b" || inv.Note != "one\ntwo" || inv.URL != "https://www.linkedin.com/in/ada-lind" {
		t.Errorf("not clean: %+v", inv)
	}
	if inv.Decision != "" || inv.TimesSent != 1 || !inv.AddedAt.Equal(c.t) || strings.Join(inv.Tags, "|") != "a|b|work" || inv.Direction != record.Incoming {
		t.Errorf("not as a new one: %+v", inv)
	}
	for name, bad := range map[string]record.Invitation{
		"nobody":            {Headline: "x"},
		"nothing left":      {Name: "\u200b\x07"},
		"another site":      {Name: "x", URL: "https://example.com/in/x"},
		"unknown direction": {Name: "x", Direction: "sideways"},
		"address of nobody": {Name: "x", URL: "https://www.linkedin.com/in"},
	} {
		if _, err := s.Add(bad); !errors.Is(err, fault.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := s.Add(record.Invitation{Name: "Other Name", URL: "linkedin.com/in/ada-lind"})
	if !errors.Is(err, fault.ErrExists) || !strings.Contains(err.Error(), inv.ID) {
		t.Errorf("a second open one: %v", err)
	}
	mustDo(t)(s.Decide(inv.ID, record.Ignored, ""))
	if other := mustDo(t)(s.Add(record.Invitation{Name: "Ada Lind", URL: inv.URL, Direction: record.Outgoing})); other.ID == inv.ID {
		t.Error("the other direction is another invitation")
	}
	if again := mustDo(t)(s.Add(record.Invitation{Name: "Ada Lind", URL: inv.URL})); again.ID == inv.ID {
		t.Error("after a decision it is a new invitation")
	}
}

func TestPrefixes(t *testing.T) {
	s, _ := newStore(t)
	letters := map[byte]int{}
	var ids []string
	for i := range 200 {
		inv := mustDo(t)(s.Add(record.Invitation{Name: "Person " + strings.Repeat("x", i+1)}))
		ids = append(ids, inv.ID)
		letters[inv.ID[0]]++
	}
	for _, id := range ids[:20] {
		for _, ref := range []string{id, " " + strings.ToUpper(id), id[:9], strings.NewReplacer("0", "O", "1", "l").Replace(id)} {
			if inv := mustDo(t)(s.Get(ref)); inv.ID != id {
				t.Errorf("%q found %s, want %s", ref, inv.ID, id)
			}
		}
	}
	for letter, n := range letters {
		if n <= record.MaxCandidates {
			continue
		}
		_, err := s.Get(string(letter))
		if !errors.Is(err, fault.ErrUnclear) || strings.Count(err.Error(), "(Person") != record.MaxCandidates {
			t.Errorf("%d ids begin with %c: %v", n, letter, err)
		}
	}
	for _, ref := range []string{"zzzzzzzzzz0", "nobody", "!", ids[0] + "x"} {
		if _, err := s.Get(ref); !errors.Is(err, fault.ErrNotFound) {
			t.Errorf("%q: %v", ref, err)
		}
	}
	if _, err := s.Get(" "); !errors.Is(err, fault.ErrInvalid) {
		t.Errorf("no id: %v", err)
	}
}

func TestAnswer(t *testing.T) {
	s, _ := newStore(t)
	id := mustDo(t)(s.Add(record.Invitation{Name: "Ada Lind"})).ID
	inv := mustDo(t)(s.Answer(id, advisor.Answers{"kind": {"connect"}}))
	if inv.Recommendation != 0 || inv.Answered() != 0 {
		t.Errorf("what kind it is is no answer: %+v", inv)
	}
	inv = mustDo(t)(s.Answer(id, advisor.Answers{"know": {"slightly"}, "reasons": {"leader", "learn_from"}}))
	inv = mustDo(t)(s.Answer(id, advisor.Answers{"know": {"well"}, "trust": {"yes"}, "reasons": {"leader"}}))
	wantRec, wantReport, wantSettled := advisor.Assess(inv.Case(advisor.Profile{}))
	if inv.Recommendation != wantRec || inv.Report != wantReport || inv.Settled != wantSettled || wantRec == 0 {
		t.Errorf("kept %s %v %v, want %s %v %v", inv.Recommendation, inv.Report, inv.Settled, wantRec, wantReport, wantSettled)
	}
	if inv.Answered() != 3 || len(inv.Answers["reasons"]) != 1 || inv.RulebookVersion != advisor.RulebookVersion() {
		t.Errorf("answers %v", inv.Answers)
	}
	wantSameFile(t, s, func() { mustDo(t)(s.Answer(id, advisor.Answers{"know": {"well"}})) })
	for name, set := range map[string]advisor.Answers{"question": {"shoe_size": {"44"}}, "value": {"know": {"intimately"}}} {
		if _, err := s.Answer(id, set); !errors.Is(err, fault.ErrInvalid) {
			t.Errorf("unknown %s: %v", name, err)
		}
	}
	if _, err := s.Answer(id, nil, "shoe_size"); !errors.Is(err, fault.ErrInvalid) {
		t.Error("clearing an unknown question")
	}
	inv = mustDo(t)(s.Answer(id, nil, "know", "trust", "reasons"))
	if inv.Recommendation != 0 || inv.Report || inv.Settled {
		t.Errorf("advice without answers: %+v", inv)
	}
	var details []string
	entries, err := s.Journal(id)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Who != "person" || e.ID != id {
			t.Errorf("entry %+v", e)
		}
		details = append(details, e.What+" "+e.Detail)
	}
	want := "added Ada Lind, incoming|answered Kind of invitation: To connect with me|" +
		"answered Do you know them: A little; Your reasons: Leads in the field, I would learn|" +
		"answered Do you know them: A little -> Well; Do you trust them: Yes; Your reasons: Leads in the field, I would learn -> Leads in the field|" +
		"answered Do you know them: Well -> no answer; Do you trust them: Yes -> no answer; Your reasons: Leads in the field -> no answer"
	if got := strings.Join(details, "|"); got != want {
		t.Errorf("journal\n%s\nwant\n%s", got, want)
	}
}

func TestDecideLaterReopen(t *testing.T) {
	s, c := newStore(t)
	id := mustDo(t)(s.Add(record.Invitation{Name: "Ada Lind"})).ID
	until := c.days(2)
	if inv := mustDo(t)(s.Later(id, until)); inv.Status(c.t) != record.StatusLater || inv.Status(until.Time()) != record.StatusWaiting {
		t.Errorf("put off until %s: %s", until, inv.Status(c.t))
	}
	if _, err := s.Later(id, c.days(0)); !errors.Is(err, fault.ErrInvalid) {
		t.Errorf("until today: %v", err)
	}
	if _, err := s.Decide(id, record.Sent, ""); !errors.Is(err, fault.ErrInvalid) || !strings.Contains(err.Error(), "accepted, ignored") {
		t.Errorf("sent on an incoming one: %v", err)
	}
	if _, err := s.Decide(id, "maybe", ""); !errors.Is(err, fault.ErrInvalid) {
		t.Errorf("maybe: %v", err)
	}
	mustDo(t)(s.Answer(id, advisor.Answers{"asks_for_money": {"yes"}}))
	inv := mustDo(t)(s.Decide(id, record.Accepted, "my \x1b[1mcousin"))
	if inv.Status(c.t) != record.StatusDecided || inv.Because != "my cousin" || !inv.LaterUntil.IsZero() ||
		!inv.DecidedAt.Equal(c.t) || inv.Advised != inv.Recommendation || inv.Advised == 0 {
		t.Errorf("decided: %+v", inv)
	}
	c.advance(time.Hour)
	wantSameFile(t, s, func() { mustDo(t)(s.Decide(id, record.Accepted, "my cousin")) })
	inv = mustDo(t)(s.Reopen(id))
	if inv.Status(c.t) != record.StatusWaiting || inv.Because != "" || inv.Advised != 0 || len(inv.Answers) != 1 {
		t.Errorf("reopened: %+v", inv)
	}
	wantSameFile(t, s, func() { mustDo(t)(s.Reopen(id)) })
	out := mustDo(t)(s.Add(record.Invitation{Name: "Bo Yu", Direction: record.Outgoing})).ID
	if _, err := s.Decide(out, record.Accepted, ""); !errors.Is(err, fault.ErrInvalid) || !strings.Contains(err.Error(), "sent, not_sent") {
		t.Errorf("accepted on an outgoing one: %v", err)
	}
	mustDo(t)(s.Decide(out, record.NotSent, ""))
	wantSound(t, s)
}

func TestAddAgainAfterItVanished(t *testing.T) {
	s, _ := newStore(t)
	ada := incoming("Ada Lind", "ada-lind", "2026-04-02 10:00")
	doImport(t, s, archiveOf("2026-04-03", append(rowsOf(ada), incoming("Bo Yu", "bo-yu", "2026-04-01 10:00"))))
	doImport(t, s, archiveOf("2026-05-03", rowsOf(ada)))
	was := byName(t, s)["Bo Yu"]
	again := mustDo(t)(s.Add(record.Invitation{Name: "Bo Yu", URL: was.URL, SentAt: minute("2026-05-10 10:00")}))
	if again.ID != was.ID || again.Gone || again.TimesSent != 2 {
		t.Errorf("again: %+v", again)
	}
}

func TestReadvise(t *testing.T) {
	c := newClock()
	profile := advisor.Profile{}
	path := t.TempDir() + "/linkvet.db"
	s, err := Open(path, vault.Options{Now: c.now, Profile: func() advisor.Profile { return profile }})
	if err != nil {
		t.Fatal(err)
	}
	id := mustDo(t)(s.Add(record.Invitation{Name: "Ada Lind"})).ID
	mustDo(t)(s.Answer(id, advisor.Answers{"know": {"slightly"}, "trust": {"yes"}}))
	wantSameFile(t, s, func() {
		if err := s.Readvise(t.Context()); err != nil {
			t.Error(err)
		}
	})
	// As if the rulebook had changed since.
	stale := mustDo(t)(s.change(id, staleAdvice))
	if err := s.Readvise(t.Context()); err != nil {
		t.Fatal(err)
	}
	inv := mustDo(t)(s.Get(id))
	if want, _, _ := advisor.Assess(inv.Case(profile)); inv.Recommendation != want || stale.Recommendation == want {
		t.Errorf("%s -> %s, want %s", stale.Recommendation, inv.Recommendation, want)
	}
}

func staleAdvice(_ *merge.Batch, inv *record.Invitation) (record.Entry, error) {
	inv.Recommendation = advisor.DeclineAndBlock
	return record.Entry{What: "answered"}, nil
}

func rowsOf(rows ...linkedin.Invitation) []linkedin.Invitation { return rows }
