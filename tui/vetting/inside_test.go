package vetting

import (
	"slices"
	"strings"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
)

// A stranger's name and company cannot change the address that is opened.
func TestPagesQuoteWhatStrangersWrite(t *testing.T) {
	e := vettingDriver(t, 80, 24, frametest.WithPeople()).Root.Env
	q := &questionnaire{env: e, inv: record.Invitation{Name: "A&b=c#d", Company: "x\"><y&z=https://evil.example"}}
	for _, p := range q.pages() {
		if strings.ContainsAny(p.URL, "\"<># \n") || strings.Count(p.URL, "&") > 0 || !strings.HasPrefix(p.URL, "https://") {
			t.Errorf("%s has the address %s", p.Title, p.URL)
		}
	}
}

// Every question can be shown and answered, at the smallest size as well.
func TestEveryQuestionCanBeAnswered(t *testing.T) {
	for _, question := range advisor.Questions() {
		for _, size := range [][2]int{{60, 15}, {80, 24}} {
			f := frametest.NewFakeStorage(frametest.SomePeople()...)
			answers := askedWith(t, question.ID)
			inv := f.All["a1ka"]
			inv.Answers = answers
			f.All["a1ka"] = inv
			d := asking(t, size[0], size[1], screen.Options{Storage: f}, "a1ka")
			d.Root.Top().Update(jumpMsg{question.ID})
			text := question.Text
			if question.Stage == advisor.StageStopSigns {
				text = question.Line
			}
			d.Wants(strings.Join(strings.Fields(text)[:4], " "))
			key, want := "2", question.Answers[1].Value
			if kinds := interview.Kinds(question); question.Stage == advisor.StageStopSigns && len(kinds) == 1 {
				key, want = "space", kinds[0].Value
				d.Press("1", "2", "right", "left") // none of which says that a sign was seen
				d.Wants("ticks the marked sign")
				if got := frametest.Vetted(f).Answers[question.ID]; len(got) > 0 {
					t.Errorf("%s at %v is %v without a tick", question.ID, size, got)
				}
			}
			d.Press(key)
			if got := frametest.Vetted(f).Answers[question.ID]; len(got) != 1 || got[0] != want {
				t.Errorf("%s at %v is %v", question.ID, size, got)
			}
		}
	}
}

// askedWith are answers with which a question is asked.
func askedWith(t *testing.T, id string) advisor.Answers {
	t.Helper()
	for _, text := range []string{"know=slightly;role=recruiter", "know=slightly;role=salesperson", "know=slightly;direction=outgoing", "know=slightly;kind=join"} {
		answers, err := advisor.ParseAnswers(text)
		if err != nil {
			t.Fatal(err)
		}
		if advisor.Applies(id, answers) {
			return answers
		}
	}
	t.Fatalf("%s is never asked", id)
	return nil
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

func TestOutgoingInvitationsAreSentOrNot(t *testing.T) {
	f := frametest.NewFakeStorage(record.Invitation{ID: "out1", Name: "Nia Ó Briain", Direction: record.Outgoing, SentAt: frametest.TestNow()})
	e := vettingDriver(t, 80, 24, screen.Options{Storage: f}).Root.Env
	v := newVerdict(e, f.All["out1"])
	acts := v.Actions()
	if !slices.Contains(acts, keys.Sent) || !slices.Contains(acts, keys.NotSent) || slices.Contains(acts, keys.Accepted) {
		t.Errorf("offers %v", acts)
	}
}
