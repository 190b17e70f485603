package tui

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/keys"
	"linkvet/tui/vetting"
)

func TestScamTakesOneTick(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("5", "enter")
	d.Wants("Decline and block", "Report it to LinkedIn", "Nothing you could still answer changes this.")
	d.Press("enter")
	if got := d.Top(); got != "verdict" {
		t.Fatalf("enter leads to %s", got)
	}
	d.Press("x")
	if inv := frametest.Vetted(f); inv.Decision != record.Blocked || inv.Answers.Value("harassed_you") != "yes" || inv.Answers.Value("conflict") != "none" {
		t.Errorf("stored: %q, %v", inv.Decision, inv.Answers)
	}
}

func TestSettledCanBeContinued(t *testing.T) {
	d, _ := startVetting(t, 80, 24)
	d.Press("5", "enter", "c")
	d.Wants("Do you know this person?")
	d.Press("4")
	d.Wants("What are they to you, mainly?")
	d.Press("b")
	d.Wants("Do you know this person?", "✔ your answer")
}

func TestBackIsAlwaysPossible(t *testing.T) {
	for _, key := range []string{"b", "left", "shift+tab"} {
		d, _ := startVetting(t, 80, 24)
		d.Press("n", "4")
		d.Wants("What are they to you, mainly?")
		d.Press(key)
		d.Wants("Do you know this person?", "No  ✔ your answer")
		d.Press(key)
		d.Wants("Have you seen any of these?")
		d.Press(key)
		d.Wants("This is the first question")
		d.Press("enter") // as answered before: on to what is open
		d.Wants("What are they to you, mainly?")
	}
}

func TestChangingAnEarlyAnswerSetsLaterOnesAside(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("n", "3", "3", "y") // a recruiter, reputable
	before := len(frametest.Vetted(f).Answers)
	d.Press("b", "b")
	d.Wants("What are they to you, mainly?", "A recruiter  ✔ your answer")
	d.Press("2")
	d.Wants("1 answer set aside; it comes back if you change this again.")
	if got := frametest.Vetted(f).Answers.Value("reputable"); got != "yes" || len(frametest.Vetted(f).Answers) != before {
		t.Errorf("reputable is stored as %q among %d answers, of %d before", got, len(frametest.Vetted(f).Answers), before)
	}
	d.Press("g")
	d.Press("end")
	d.Wants("Set aside", "↷ Known to be good")
	d.Press("esc", "b")
	d.Press("3")
	d.Wants("1 answer that was set aside counts again.")
}

func TestAnswersAreSavedInTheOrderGiven(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("n", "4", "b", "1", "b", "2")
	var know []string
	for _, call := range f.Calls {
		if _, value, ok := strings.Cut(call, " know="); ok {
			know = append(know, strings.Fields(value)[0])
		}
	}
	if want := []string{"no", "well", "slightly"}; !slices.Equal(know, want) {
		t.Errorf("saved %v, given %v", know, want)
	}
}

func TestStopSignsAreTickedOneByOne(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("enter")
	d.Wants("Nothing is ticked")
	d.Press("7")
	d.Wants("Yes, a competitor", "Yes, a former employer")
	d.Press("b")
	d.WantsNot("Yes, a competitor")
	d.Press("7", "2")
	d.Wants("Yes, a former employer")
	d.Press("down", "-", "down", "space", "space", "enter")
	a := frametest.Vetted(f).Answers
	want := map[string]string{"conflict": "former_employer", "troubled_history": advisor.DontKnow, "polarising": "no", "asks_for_money": "no"}
	for id, value := range want {
		if got := a.Value(id); got != value {
			t.Errorf("%s is %q, not %q", id, got, value)
		}
	}
}

func TestDontKnowKeepsTheTicks(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("4", "u")
	if a := frametest.Vetted(f).Answers; a.Value("repeated_spam") != "yes" || a.Value("impostor") != advisor.DontKnow {
		t.Errorf("stored: %v", a)
	}
}

func TestWhyAndTheWholeNote(t *testing.T) {
	d, _ := startVetting(t, 60, 15)
	d.Press("n", "w")
	d.Wants("Why we ask")
	d.Press("esc")
	d.Wants("1  Well")
	d.Press("m")
	d.Wants("send the slides.")
	d.Press("esc", "esc")
	if got := d.Top(); got != "inbox" {
		t.Errorf("esc twice leads to %s", got)
	}
}

func TestThePanelFollowsTheAnswers(t *testing.T) {
	d, _ := startVetting(t, 120, 40)
	d.Wants("Advice so far", "None yet")
	d.Press("n")
	d.Wants("○ Ignore or vet further", "Not settled: it could still become")
	d.Press("1")
	d.Wants("They are someone you know well")
	d.Resize(99, 40)
	d.WantsNot("Advice so far")
	d.Wants("So far  ")
}

// What the screen shows as answered is what the store holds, whatever is
// pressed.
func TestRandomKeysKeepScreenAndStoreEqual(t *testing.T) {
	var ofAction []string
	for _, a := range slices.Concat(keys.QuestionActions(), []keys.Action{{Keys: []string{"y", "n", "up", "down", "enter", "j", "k"}}}) {
		ofAction = append(ofAction, a.Keys...)
	}
	for seed := range uint64(8) {
		d, f := startVetting(t, 80, 24)
		delete(f.All, "c3em") // has an answer that the advisor does not know
		d.Press("esc", "R", "g", "enter")
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
			if d.Top() == "inbox" {
				d.Press("g", "enter")
			}
			if saved, _ := d.Root.Env.TextSaved(); !saved {
				t.Fatalf("seed %d after %v: typed but not saved; the store has %q", seed, pressed, f.Typed)
			}
			for _, e := range d.Root.Stack {
				if q, ok := e.Screen.(*vetting.Questionnaire); ok && q.Loaded {
					if stored := f.All[q.ID].Answers; !maps.EqualFunc(q.Answers, stored, slices.Equal) {
						t.Fatalf("seed %d after %v: shown %v, stored %v", seed, pressed, q.Answers, stored)
					}
					if q.Saves.Idle() && !maps.Equal(q.Inv.AnswerNotes, f.All[q.ID].AnswerNotes) {
						t.Fatalf("seed %d after %v: notes shown %q, stored %q", seed, pressed, q.Inv.AnswerNotes, f.All[q.ID].AnswerNotes)
					}
					if err := q.Answers.Validate(); err != nil {
						t.Fatalf("seed %d after %v: %v", seed, pressed, err)
					}
				}
			}
			frametest.CheckFits(t, fmt.Sprintf("seed %d after %v", seed, pressed), d.Raw(), d.Root.Width, d.Root.Height)
		}
	}
}
