package tui

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"linkvet/advisor"
	"linkvet/store"
)

func TestScamTakesOneTick(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.press("1", "enter")
	d.wants("Decline and block", "Report it to LinkedIn", "Nothing you could still answer changes this.")
	d.press("enter")
	if got := d.top(); got != "verdict" {
		t.Fatalf("enter leads to %s", got)
	}
	d.press("x")
	if inv := vetted(f); inv.Decision != store.Blocked || inv.Answers.Value("asks_for_money") != "yes" || inv.Answers.Value("conflict") != "none" {
		t.Errorf("stored: %q, %v", inv.Decision, inv.Answers)
	}
}

func TestSettledCanBeContinued(t *testing.T) {
	d, _ := startVetting(t, 80, 24)
	d.press("1", "enter", "c")
	d.wants("Do you know this person?")
	d.press("3")
	d.wants("What are they to you, mainly?")
	d.press("b")
	d.wants("Do you know this person?", "✔ your answer")
}

func TestBackIsAlwaysPossible(t *testing.T) {
	for _, key := range []string{"b", "left", "shift+tab"} {
		d, _ := startVetting(t, 80, 24)
		d.press("n", "3")
		d.wants("What are they to you, mainly?")
		d.press(key)
		d.wants("Do you know this person?", "No  ✔ your answer")
		d.press(key)
		d.wants("Have you seen any of these?")
		d.press(key)
		d.wants("This is the first question")
		d.press("enter") // as answered before: on to what is open
		d.wants("What are they to you, mainly?")
	}
}

func TestChangingAnEarlyAnswerSetsLaterOnesAside(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.press("n", "3", "3", "y") // a recruiter, reputable
	before := len(vetted(f).Answers)
	d.press("b", "b")
	d.wants("What are they to you, mainly?", "A recruiter  ✔ your answer")
	d.press("2")
	d.wants("1 answer set aside; it comes back if you change this again.")
	if got := vetted(f).Answers.Value("reputable"); got != "yes" || len(vetted(f).Answers) != before {
		t.Errorf("reputable is stored as %q among %d answers, of %d before", got, len(vetted(f).Answers), before)
	}
	d.press("g")
	d.press("end")
	d.wants("Set aside", "↷ Yes")
	d.press("esc", "b")
	d.press("3")
	d.wants("1 answer that was set aside counts again.")
}

func TestAnswersAreSavedInTheOrderGiven(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.press("n", "3", "b", "1", "b", "2")
	var know []string
	for _, call := range f.calls {
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
	d.press("enter")
	d.wants("Nothing is ticked")
	d.press("7")
	d.wants("Yes, a competitor", "Yes, a former employer")
	d.press("b")
	d.wantsNot("Yes, a competitor")
	d.press("7", "2")
	d.wants("Yes, a former employer")
	d.press("down", "-", "down", "space", "space", "enter")
	a := vetted(f).Answers
	want := map[string]string{"conflict": "former_employer", "troubled_history": advisor.DontKnow, "polarising": "no", "asks_for_money": "no"}
	for id, value := range want {
		if got := a.Value(id); got != value {
			t.Errorf("%s is %q, not %q", id, got, value)
		}
	}
}

func TestDontKnowKeepsTheTicks(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.press("4", "u")
	if a := vetted(f).Answers; a.Value("repeated_spam") != "yes" || a.Value("impostor") != advisor.DontKnow {
		t.Errorf("stored: %v", a)
	}
}

func TestWhyAndTheWholeNote(t *testing.T) {
	d, _ := startVetting(t, 60, 15)
	d.press("n", "w")
	d.wants("Why we ask")
	d.press("esc")
	d.wants("1  Yes, well")
	d.press("m")
	d.wants("send the slides.")
	d.press("esc", "esc")
	if got := d.top(); got != "inbox" {
		t.Errorf("esc twice leads to %s", got)
	}
}

func TestThePanelFollowsTheAnswers(t *testing.T) {
	d, _ := startVetting(t, 120, 40)
	d.wants("Advice so far", "None yet")
	d.press("n")
	d.wants("○ Ignore or vet further", "Not settled: it could still become")
	d.press("1")
	d.wants("They are someone you know well")
	d.resize(99, 40)
	d.wantsNot("Advice so far")
	d.wants("So far  ")
}

// What the screen shows as answered is what the store holds, whatever is
// pressed.
func TestRandomKeysKeepScreenAndStoreEqual(t *testing.T) {
	var keys []string
	for _, a := range slices.Concat(questionActions(), []action{{keys: []string{"y", "n", "up", "down", "enter", "j", "k"}}}) {
		keys = append(keys, a.keys...)
	}
	for seed := range uint64(8) {
		d, f := startVetting(t, 80, 24)
		delete(f.all, "c3em") // has an answer that the advisor does not know
		d.press("esc", "R", "g", "enter")
		r := rand.New(rand.NewPCG(seed, 11))
		var pressed []string
		for range 200 {
			d.steps = 0
			if r.IntN(20) == 0 {
				d.resize(40+r.IntN(120), 10+r.IntN(40))
			}
			k := keys[r.IntN(len(keys))]
			pressed = append(pressed, k)
			d.press(k)
			if d.top() == "inbox" {
				d.press("g", "enter")
			}
			if unsaved := d.root.env.unsaved(); len(unsaved) > 0 || !maps.Equal(f.drafts, d.root.env.typed.saved) {
				t.Fatalf("seed %d after %v: typed but not saved %q; the store has %q", seed, pressed, unsaved, f.drafts)
			}
			for _, e := range d.root.stack {
				if q, ok := e.screen.(*questionnaire); ok && q.loaded {
					if stored := f.all[q.id].Answers; !maps.EqualFunc(q.answers, stored, slices.Equal) {
						t.Fatalf("seed %d after %v: shown %v, stored %v", seed, pressed, q.answers, stored)
					}
					if q.saves.idle() && !maps.Equal(q.inv.AnswerNotes, f.all[q.id].AnswerNotes) {
						t.Fatalf("seed %d after %v: notes shown %q, stored %q", seed, pressed, q.inv.AnswerNotes, f.all[q.id].AnswerNotes)
					}
					if err := q.answers.Validate(); err != nil {
						t.Fatalf("seed %d after %v: %v", seed, pressed, err)
					}
				}
			}
			checkFits(t, fmt.Sprintf("seed %d after %v", seed, pressed), d.raw(), d.root.width, d.root.height)
		}
	}
}
