package vetting

import (
	"fmt"
	"maps"
	"math/rand/v2"
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

func TestAScamTakesTwoPages(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("n", "enter")
	d.Wants("Have you seen any of these?", "n none seen")
	d.Press("space", "enter")
	if got := d.Top(); got != "verdict" {
		t.Fatalf("then the screen is %s", got)
	}
	d.Press("x", "y")
	if inv := frametest.Vetted(f); inv.Decision != record.Blocked || inv.Answers.Value("asks_for_money") != "yes" {
		t.Errorf("stored: %q, %v", inv.Decision, inv.Answers)
	}
}

func TestBackIsAlwaysPossible(t *testing.T) {
	for _, key := range []string{"b", "shift+tab"} {
		d, _ := startVetting(t, 80, 24)
		d.Press("n", "2", "n")
		d.Wants("What do note and profile show?")
		d.Press(key)
		d.Wants("Have you seen any of these?", "[–]")
		d.Press(key)
		d.Wants("Who is this to you?", "No", "A peer in my industry")
		d.Press(key)
		d.Wants("This is the first page")
		d.Press("enter") // as answered before: on to what is open
		d.Wants("What do note and profile show?")
	}
}

func TestChangingAnEarlyAnswerSetsLaterOnesAside(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("n", "3", "y") // a recruiter, reputable
	before := len(frametest.Vetted(f).Answers)
	d.Press("b", "down", "2")
	d.Wants("1 answer set aside; it comes back if you change this again.")
	if got := frametest.Vetted(f).Answers.Value("reputable"); got != "yes" || len(frametest.Vetted(f).Answers) != before {
		t.Errorf("reputable is stored as %q among %d answers, of %d before", got, len(frametest.Vetted(f).Answers), before)
	}
	d.Press("g")
	d.Press("end")
	d.Wants("Set aside", "↷ Known to be good")
	d.Press("esc", "3")
	d.Wants("1 answer that was set aside counts again.")
}

func TestAnswersAreSavedInTheOrderGiven(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("n", "up", "1", "up", "2")
	var know []string
	for _, call := range f.Calls {
		if _, value, ok := strings.Cut(call, " know="); ok {
			know = append(know, strings.Fields(value)[0])
		}
	}
	if want := []string{"no", "well", "slightly"}; !slices.Equal(know, want) {
		t.Errorf("saved %v, given %v: %v", know, want, f.Calls)
	}
}

// Rows that are left open and could still change the advice are not said to be
// of no matter.
func TestWhatIsLeftOpenIsNotCalledSettled(t *testing.T) {
	d, _ := startVetting(t, 80, 24)
	d.Press("n", "2", "n", "1", "enter")
	d.Wants("10 left open")
	d.WantsNot("none could change")
}

// What is left open is said once, and is asked no more.
func TestAPageIsLeftOpen(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("n", "2", "n", "1", "enter")
	d.Wants("10 left open", "Have you looked anything up outside their profile?", "n not looked up")
	if a := frametest.Vetted(f).Answers; a.Value("note") != "personal" || a.Value("verified") != advisor.DontKnow {
		t.Errorf("stored: %v", a)
	}
}

func TestThePanelFollowsTheAnswers(t *testing.T) {
	d, _ := startVetting(t, 120, 40)
	d.Wants("Advice so far", "None yet")
	d.Press("n")
	d.Wants("○ Ignore or vet further", "Not settled: it could still become")
	d.Press("up", "1")
	d.Wants("They are someone you know well")
	d.Resize(99, 40)
	d.WantsNot("Advice so far")
	d.Wants("So far  ")
}

func TestWhyAndTheWholeNote(t *testing.T) {
	d, _ := startSmall(t)
	d.Press("w")
	d.Wants("Do you know this person?", "Why we ask")
	d.Press("esc")
	d.Wants("1  Well")
	d.Press("m")
	d.Wants("send the slides.")
	d.Press("esc", "esc")
	if d.Opened() != (screen.InboxPage{}) {
		t.Errorf("esc twice leads to %s", d.Top())
	}
}

// In a small window one question is asked at a time, on the way through the same
// pages; the signs stay together.
func TestASmallWindowAsksOneQuestion(t *testing.T) {
	d, f := startSmall(t)
	d.Wants("Do you know this person?", "1  Well")
	d.WantsNot("What they are to you")
	d.Press("n")
	d.Wants("What are they to you, mainly?")
	d.Resize(80, 24)
	d.Wants("Do you know them      No", "› ")
	d.Resize(59, 24)
	d.Wants("What are they to you, mainly?")
	d.Press("2")
	d.Wants("Have you seen any of these?")
	d.Press("n")
	d.Wants("▸ On the profile", "1  ")
	d.Press("1", "z", "z", "z", "z", "z") // each page before is named first
	d.Wants("What are they to you, mainly?")
	if a := frametest.Vetted(f).Answers; len(a) != 1 {
		t.Errorf("stored: %v", a)
	}
}

func startSmall(t testing.TB) (*frametest.Driver, *frametest.FakeStorage) {
	t.Helper()
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	return asking(t, 60, 15, screen.Options{Storage: f}, "a1ka"), f
}

// Old colleague: two pages and four keys, the last of which records it.
func TestKnownAndTrusted(t *testing.T) {
	d, _ := startVetting(t, 80, 24)
	d.Press("1", "y", "n")
	d.Wants("Accept", "settled")
	if got := d.Top(); got != "verdict" {
		t.Fatalf("after three keys the screen is %s", got)
	}
}

// What the screen shows as answered is what the store holds, whatever is
// pressed.
func TestRandomKeysKeepScreenAndStoreEqual(t *testing.T) {
	var ofAction []string
	for _, a := range slices.Concat(keys.QuestionActions(), []keys.Action{{Keys: []string{"y", "n", "up", "down", "enter", "j", "k"}}}) {
		ofAction = append(ofAction, a.Keys...)
	}
	for seed := range uint64(8) {
		f := frametest.NewFakeStorage(frametest.SomePeople()...)
		d := asking(t, 80, 24, screen.Options{Storage: f}, "a1ka")
		r := rand.New(rand.NewPCG(seed, 11))
		var pressed []string
		for range 200 {
			d.Steps = 0
			if r.IntN(20) == 0 {
				d.Resize(40+r.IntN(120), 10+r.IntN(40))
			}
			k := ofAction[r.IntN(len(ofAction))]
			pressed = append(pressed, k)
			d.Press(k)
			if d.Opened() != nil {
				d.Open(screen.QuestionsPage{ID: []string{"a1ka", "b2li", "d4ar", "l3ou"}[r.IntN(4)]})
			}
			what := fmt.Sprintf("seed %d after %v", seed, pressed)
			shownIsStored(t, what, d, f)
			frametest.CheckFits(t, what, d.Raw(), d.Root.Width, d.Root.Height)
			if t.Failed() {
				t.FailNow()
			}
		}
	}
}

func shownIsStored(t *testing.T, what string, d *frametest.Driver, f *frametest.FakeStorage) {
	t.Helper()
	for _, e := range d.Root.Stack {
		q, ok := e.Screen.(*questionnaire)
		if !ok || !q.loaded() {
			continue
		}
		stored := f.All[q.id]
		if shown := q.answers(); !maps.EqualFunc(shown, stored.Case(advisor.Profile{}).Answers, slices.Equal) {
			t.Fatalf("%s: shown %v, stored %v", what, shown, stored.Answers)
		}
		if q.saves.idle() && !maps.Equal(q.inv.AnswerNotes, stored.AnswerNotes) {
			t.Fatalf("%s: notes shown %q, stored %q", what, q.inv.AnswerNotes, stored.AnswerNotes)
		}
		if err := q.answers().Validate(); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
	}
}

// Every stop sign is seen in full in a window of 80 by 24, so that "none seen"
// says it of all of them.
func TestAllStopSignsAreSeenAtOnce(t *testing.T) {
	d, _ := startVetting(t, 80, 24)
	d.Press("n", "2")
	d.WantsNot("more (pgdn)")
	text := strings.Join(strings.Fields(d.Shows()), " ")
	for _, q := range advisor.Questions() {
		if q.Stage == advisor.StageStopSigns && !strings.Contains(text, strings.Join(strings.Fields(q.Line), " ")) {
			t.Errorf("%s is not seen in full: %q", q.ID, q.Line)
		}
	}
}

// Who wants one question at a time gets that in any window.
func TestOneQuestionAtATimeBySetting(t *testing.T) {
	o := frametest.WithPeople()
	o.Settings = &frametest.FakeSettings{Asked: true, Single: true}
	d := asking(t, 120, 40, o, "a1ka")
	d.Wants("Do you know this person?")
	d.WantsNot("What they are to you")
	d.Press("n")
	d.Wants("What are they to you, mainly?")
}

// A second enter that comes too soon for the page that came up says why it does
// nothing.
func TestEnterThatComesTooSoonSaysWhy(t *testing.T) {
	d, _ := startVetting(t, 80, 24)
	d.Press("4", "n", "enter") // from the profile to the next page
	page := d.Root.Top().(*questionnaire).Turned()
	d.Now = d.Now.Add(300 * time.Millisecond)
	d.Send(frametest.KeyPress("enter"))
	d.Wants("This is the next page; press enter again for it")
	if now := d.Root.Top().(*questionnaire).Turned(); now != page {
		t.Errorf("it turned from %d to %d", page, now)
	}
}
