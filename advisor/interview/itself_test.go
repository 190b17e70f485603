package interview

import (
	"testing"

	"linkvet/advisor"
)

// A key that was meant to end the page before, which has ended by itself, does not
// end the one that came.
func TestAPageThatCameByItselfIsNotEndedUnseen(t *testing.T) {
	v := New(advisor.Case{Answers: noSigns()}, Options{})
	v.Answer("no")
	v.Answer("other") // the last row
	wantRow(t, v, "profile", "note")
	rows := len(v.Page().Rows)
	if step := v.EndPage(); step.Said != (Notice{CameByItself, rows}) || step.Turned || len(step.Changed) > 0 {
		t.Errorf("%+v", step)
	}
	if step := v.EndPage(); !step.Turned {
		t.Error("the page does not end when asked to again")
	}
	if step := v.EndPage(); !step.Turned {
		t.Error("the next page was asked for, and yet does not end")
	}

	v = New(advisor.Case{Answers: noSigns()}, Options{})
	v.Answer("no")
	v.Answer("other")
	v.Move(true) // seen
	if step := v.EndPage(); !step.Turned {
		t.Error("a page on which something was done does not end")
	}
}

// A question that is answered with yes or no takes a no, whatever its words, as
// in "Known to be bad".
func TestNoIsTakenWhereYesIs(t *testing.T) {
	v := New(advisor.Case{Answers: noSigns()}, Options{})
	v.Answer("no")
	v.Answer("recruiter")
	wantRow(t, v, "who", "reputable")
	v.No()
	wantAnswer(t, v, "reputable", "no")
	for _, q := range advisor.Questions() {
		if row := (Row{Question: q}); row.YesNo() != (row.Has("yes") && row.PlainNo() == "no") {
			t.Errorf("%s takes yes and no alike: %q", q.ID, row.PlainNo())
		}
	}
}

func TestNothingLookedUpIsOneKey(t *testing.T) {
	v := on(t, "looked-up", Options{})
	if step := v.None(); !step.Turned || v.End() != NoWayIn {
		t.Errorf("%+v, end %d", step, v.End())
	}
	wantAnswer(t, v, "photo", advisor.DontKnow)
}

func TestEndingAPageLeavesTheRestOpen(t *testing.T) {
	v := on(t, "profile", Options{Suggested: map[string]string{"shared": "some"}})
	v.Number(0) // a note written for me
	rows := len(v.Page().Rows)
	step := v.EndPage()
	if step.Said != (Notice{LeftOpen, rows - 1}) || !step.Turned {
		t.Errorf("%+v of %d rows", step, rows)
	}
	wantAnswer(t, v, "note", "personal")
	wantAnswer(t, v, "profile", advisor.DontKnow)
	wantAnswer(t, v, "shared") // the suggestion stands
	wantRow(t, v, "looked-up", "company")
}
