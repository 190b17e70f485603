package vetting

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
)

func TestAMarkedSuggestionIsTakenAlone(t *testing.T) {
	e := vettingDriver(t, 80, 24, frametest.WithPeople()).Root.Env
	p := newSignsPrompt([]string{"asks_for_money", "bad_link_or_file"}, nil, hints{
		"asks_for_money":   {Question: "asks_for_money", Answer: "yes"},
		"bad_link_or_file": {Question: "bad_link_or_file", Answer: "yes"},
	}, e.KeyFor)
	p.mark("bad_link_or_file")
	p.act(screen.ActionMsg{ID: keys.TakeHint})
	if p.answers["asks_for_money"] != "" || p.answers["bad_link_or_file"] != "yes" {
		t.Errorf("ticked: %v", p.answers)
	}
}

// What was answered in an earlier program is taken back as well, in the order
// it was answered, and what was taken back is not brought back.
func TestTakingBackReadsTheJournal(t *testing.T) {
	entry := func(was, is advisor.Answers) record.Entry {
		return record.Entry{What: "answered", Answers: record.AnswerChange{Was: was, Is: is}}
	}
	list := takenBefore([]record.Entry{
		{What: "added"},
		entry(nil, advisor.Answers{"know": {"no"}}),
		entry(advisor.Answers{"know": {"no"}}, advisor.Answers{"know": {"slightly"}, "trust": {"yes"}}),
		entry(nil, advisor.Answers{"favor_do": {"yes"}}),
		entry(advisor.Answers{"favor_do": {"yes"}}, nil),
		{What: "answered", Detail: "know: no -> well"}, // the words do not count
		entry(nil, advisor.Answers{"reasons": {"leader", "mentee"}}),
	})
	if len(list) != 3 {
		t.Fatalf("%d steps: %v", len(list), list)
	}
	if got := list[2].is["reasons"]; len(got) != 2 || got[1] != "mentee" {
		t.Errorf("reasons are %v", got)
	}
	if list[1].was.Value("know") != "no" || list[1].is.Value("know") != "slightly" || list[1].was.Value("trust") != "" {
		t.Errorf("the second step is %v", list[1])
	}
}

// A stranger's name and company cannot change the address that is opened.
func TestPagesQuoteWhatStrangersWrite(t *testing.T) {
	e := vettingDriver(t, 80, 24, frametest.WithPeople()).Root.Env
	q := &Questionnaire{env: e, Loaded: true, Inv: record.Invitation{Name: "A&b=c#d", Company: "x\"><y&z=https://evil.example"}}
	for _, p := range q.pages() {
		if strings.ContainsAny(p.url, "\"<># \n") || strings.Count(p.url, "&") > 0 || !strings.HasPrefix(p.url, "https://") {
			t.Errorf("%s has the address %s", p.title, p.url)
		}
	}
}

// Every question can be shown and answered, at the smallest size as well.
func TestEveryQuestionCanBeAnswered(t *testing.T) {
	for _, question := range advisor.Questions() {
		if question.Stage == advisor.StageStopSigns {
			continue
		}
		e := vettingDriver(t, 60, 15, frametest.WithPeople()).Root.Env
		for _, given := range []advisor.Answers{{}, {question.ID: {question.Answers[0].Value}}} {
			p := newPrompt([]string{question.ID}, given, nil, e.KeyFor)
			if got := p.Ids(); !reflect.DeepEqual(got, []string{question.ID}) {
				t.Errorf("%s is shown as %v", question.ID, got)
			}
			p.act(screen.ActionMsg{ID: keys.Answer, Key: "1"})
			answers, _ := p.act(screen.ActionMsg{ID: keys.Answer, Key: "1"})
			if question.Kind == advisor.Multi {
				p.act(screen.ActionMsg{ID: keys.Answer, Key: "2"})
				answers, _ = p.act(screen.ActionMsg{ID: keys.Done})
			}
			if answers.Validate() != nil || len(answers[question.ID]) == 0 {
				t.Errorf("%s cannot be answered: %v", question.ID, answers)
			}
			if rows := p.rows(e.Styles, 58, false); len(rows.items) < 2 {
				t.Errorf("%s shows %d answers", question.ID, len(rows.items))
			}
		}
	}
}

func TestRoughly(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "about a minute", 80 * time.Second: "about a minute", 2 * time.Minute: "about 2 minutes", 12 * time.Minute: "about 10 minutes",
		33 * time.Minute: "about 35 minutes", 59 * time.Minute: "about an hour", 100 * time.Minute: "about 2 hours", 20 * time.Hour: "about 20 hours",
	} {
		if got := roughly(d); got != want {
			t.Errorf("%v is %q, not %q", d, got, want)
		}
	}
}

// The demo's texts are not the person's own.
func TestTheDemoKeepsItsOwnTexts(t *testing.T) {
	o := frametest.WithPeople()
	demo := frametest.NewFakeStorage(frametest.SomePeople()...)
	o.OpenDemo = func() (screen.Storage, screen.Settings, error) {
		return demo, &frametest.FakeSettings{Asked: true}, nil
	}
	d := vettingDriver(t, 80, 24, o)
	d.Press("D", "enter", "n", "N")
	d.Enter("invented")
	d.Press("esc", "esc", "esc")
	d.Press("enter", "n", "N")
	d.WantsNot("invented")
	if own := o.Storage.(*frametest.FakeStorage).Typed; own[NoteDraft("a1ka", "know")] != "" {
		t.Errorf("the person's own drafts: %q", own)
	}
}

func TestOutgoingInvitationsAreSentOrNot(t *testing.T) {
	f := frametest.NewFakeStorage(record.Invitation{ID: "out1", Name: "Nia Ó Briain", Direction: record.Outgoing, SentAt: frametest.TestNow()})
	e := vettingDriver(t, 80, 24, screen.Options{Storage: f}).Root.Env
	v := newVerdict(e, f.All["out1"])
	acts := v.Actions()
	if !slices.Contains(acts, keys.Sent) || !slices.Contains(acts, keys.NotSent) || slices.Contains(acts, keys.Accepted) {
		t.Errorf("offers %v", acts)
	}
}
