package interview

import (
	"slices"
	"testing"

	"linkvet/advisor"
)

// start asks about somebody of whom nothing was said.
func start(o Options) *Interview { return New(advisor.Case{}, o) }

// on starts on the page with that id, everything before it passed.
func on(t *testing.T, id string, o Options) *Interview {
	t.Helper()
	v := New(advisor.Case{Answers: advisor.Answers{"know": {"no"}, "role": {"other"}}}, o)
	for v.Page().ID != id {
		if v.End() != Asking {
			t.Fatalf("page %s does not come", id)
		}
		if v.Page().Signs {
			v.None()
			v.None()
		} else {
			v.EndPage()
		}
	}
	return v
}

func wantRow(t *testing.T, v *Interview, page, row string) {
	t.Helper()
	if v.Page().ID != page || v.row != row {
		t.Errorf("on %s at %s, not on %s at %s", v.Page().ID, v.row, page, row)
	}
}

func wantAnswer(t *testing.T, v *Interview, id string, want ...string) {
	t.Helper()
	if got := v.Case().Answers[id]; !slices.Equal(got, want) {
		t.Errorf("%s is %v, not %v", id, got, want)
	}
}

func TestADigitAnswersAndGoesDown(t *testing.T) {
	v := start(Options{})
	wantRow(t, v, "who", "know")
	if step := v.Number(1); !slices.Equal(step.Changed, []string{"know"}) || step.Turned {
		t.Errorf("%+v", step)
	}
	wantRow(t, v, "who", "trust") // which is asked now
	v.Yes()
	wantRow(t, v, "who", "role")
	if step := v.Number(2); step.Turned {
		t.Error("the page ends though a question more has come up") // reputable
	}
	wantRow(t, v, "who", "reputable")
	if step := v.LeaveOpen(); !step.Turned {
		t.Error("the page does not end with its last open row")
	}
	wantAnswer(t, v, "reputable", advisor.DontKnow)
	wantRow(t, v, "stop-signs", "asks_for_money")
	if step := v.Number(5); step.Said != (Notice{NoSuchAnswer, 2}) || len(step.Changed) > 0 {
		t.Errorf("%+v", step)
	}
}

func TestMovingGoesRound(t *testing.T) {
	v := start(Options{})
	v.Move(false)
	wantRow(t, v, "who", "role")
	v.Move(true)
	wantRow(t, v, "who", "know")
}

func TestSignsAreTicked(t *testing.T) {
	v := on(t, "stop-signs", Options{})
	v.Tick()
	wantAnswer(t, v, "asks_for_money", "yes")
	wantRow(t, v, "stop-signs", "asks_for_money") // several may be ticked
	v.Tick()
	wantAnswer(t, v, "asks_for_money")
	v.Mark("conflict")
	for name, step := range map[string]Step{"tick": v.Tick(), "yes": v.Yes()} {
		if step.Said.What != WhichKind {
			t.Errorf("%s: %+v", name, step)
		}
	}
	v.Number(1)
	wantAnswer(t, v, "conflict", "competitor")
	v.None()
	wantAnswer(t, v, "conflict", "competitor") // none of the others
	wantAnswer(t, v, "impostor", "no")
	if v.End() != NoWayIn && v.End() != Settled {
		t.Errorf("end %d", v.End())
	}
}

func TestEndingSignsWithoutAWordIsAskedAgain(t *testing.T) {
	v := on(t, "stop-signs", Options{})
	if step := v.EndPage(); step.Said.What != NothingTicked || step.Turned {
		t.Errorf("%+v", step)
	}
	v.Move(true)
	if step := v.EndPage(); step.Turned {
		t.Error("the warning is not forgotten by another key")
	}
	n := len(v.Page().Rows)
	if step := v.EndPage(); !step.Turned || step.Said != (Notice{LeftOpen, n}) {
		t.Errorf("%+v", step)
	}
	wantAnswer(t, v, "asks_for_money") // not even "don't know"
}

// Being unsure of one sign stays so when none of the others was seen, and can
// become "none seen" with the same key.
func TestNotSureAboutSignsCanBecomeNoneSeen(t *testing.T) {
	v := on(t, "stop-signs", Options{})
	v.LeaveOpen()
	v.None()
	wantAnswer(t, v, "asks_for_money", advisor.DontKnow)
	wantAnswer(t, v, "bad_link_or_file", "no")
	v.Show("asks_for_money")
	v.None()
	wantAnswer(t, v, "asks_for_money", "no")

	v = on(t, "stop-signs", Options{})
	for range v.Page().Rows {
		v.LeaveOpen()
	}
	v.Show("asks_for_money")
	v.None()
	wantAnswer(t, v, "asks_for_money", "no")
	wantAnswer(t, v, "impostor", "no")
}

func TestNoneSeenAsksBeforeItDeniesASuggestion(t *testing.T) {
	v := New(advisor.Case{Answers: advisor.Answers{"know": {"no"}, "role": {"other"}}},
		Options{Suggested: map[string]string{"asks_for_money": "yes", "repeated_spam": "no"}})
	step := v.None()
	if step.Said != (Notice{SignsSuggested, 1}) || step.Turned {
		t.Fatalf("%+v", step)
	}
	wantAnswer(t, v, "impostor")
	if step := v.None(); !step.Turned {
		t.Errorf("%+v", step)
	}
	wantAnswer(t, v, "asks_for_money", "no")
}

func TestSuggestionsAreTaken(t *testing.T) {
	hints := map[string]string{"note": "personal", "profile": "sparse", "off_platform": "yes", "shared": "some"}
	v := on(t, "profile", Options{Suggested: hints})
	if step := v.Take(); !slices.Equal(step.Changed, []string{"note"}) {
		t.Errorf("%+v", step)
	}
	wantRow(t, v, "profile", "profile")
	v.Number(0) // otherwise than suggested
	v.TakeAll()
	wantAnswer(t, v, "profile", "substantial")
	wantAnswer(t, v, "off_platform", "yes")
	wantAnswer(t, v, "shared", "some")
	wantRow(t, v, "profile", "too_good")
	if step := v.Take(); step.Said != (Notice{NothingSuggested, 0}) {
		t.Errorf("%+v", step)
	}
}

func TestSeveralAnswers(t *testing.T) {
	v := start(Options{})
	v.Show("reasons")
	v.Number(5)
	v.Number(0)
	wantAnswer(t, v, "reasons", "leader", "learn_from")
	wantRow(t, v, v.Page().ID, "reasons") // it stays for more
	v.Number(6)
	wantAnswer(t, v, "reasons", "none")
	v.Turn(false)
	v.Tick()
	wantAnswer(t, v, "reasons", "learn_from")
	v.Tick()
	wantAnswer(t, v, "reasons")
	v.LeaveOpen()
	wantAnswer(t, v, "reasons", advisor.DontKnow)
}

func TestLeftAndRightGoThroughTheAnswers(t *testing.T) {
	v := start(Options{})
	v.Turn(true)
	wantAnswer(t, v, "know", "well")
	v.Turn(true)
	wantAnswer(t, v, "know", "slightly")
	v.Turn(false)
	wantAnswer(t, v, "know", "well")
	v.Turn(false)
	wantAnswer(t, v, "know", "no")
	wantRow(t, v, "who", "know")
}

// One question a page asks the same in the same order, and keeps its place when
// the window grows.
func TestOneQuestionAPage(t *testing.T) {
	v := start(Options{Single: true})
	if n := len(v.Page().Rows); n != 1 {
		t.Fatalf("%d rows", n)
	}
	v.LeaveOpen()
	wantRow(t, v, "who role", "role")
	v.Single(false)
	wantRow(t, v, "who", "role")
	v.Single(true)
	wantRow(t, v, "who role", "role")
	v.EndPage()
	if page := v.Page(); !page.Signs || len(page.Rows) < 10 {
		t.Errorf("the signs are not one page: %+v", page.ID)
	}
}

func TestGoingOnAsksTheRest(t *testing.T) {
	truth := noSigns()
	truth["know"], truth["trust"], truth["role"] = []string{"well"}, []string{"no"}, []string{"contact"}
	v := New(advisor.Case{Answers: truth}, Options{})
	if v.End() != NoWayIn {
		t.Fatalf("end %d", v.End())
	}
	if !v.Onward() || v.Page().ID != "favor-first" {
		t.Fatalf("goes on with %s", v.Page().ID)
	}
	var ids []string
	for v.End() == Asking {
		ids = append(ids, v.Page().ID)
		v.EndPage()
	}
	if !slices.Contains(ids, "profile") || slices.Contains(ids, "invitation") || v.LeftOpen() > 0 {
		t.Errorf("goes on with %v, %d left open", ids, v.LeftOpen())
	}
}
