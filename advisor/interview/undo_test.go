package interview

import (
	"linkvet/advisor"
	"slices"
	"testing"
)

func TestAPageIsTakenBackAtOnce(t *testing.T) {
	v := start(Options{})
	v.Number(1)
	v.Yes()
	visit := v.Visit()
	if step := v.Undo(); !slices.Equal(step.Changed, []string{"know", "trust"}) || v.Visit() != visit {
		t.Errorf("%+v, visit %d after %d", step, v.Visit(), visit)
	}
	wantAnswer(t, v, "know")
	wantRow(t, v, "who", "know")
	v.Number(len(v.Marked().Choices()) - 1)
	v.Number(1)
	wantRow(t, v, "stop-signs", "asks_for_money")
	v.None()
	v.Undo()
	wantRow(t, v, "stop-signs", "asks_for_money")
	v.Undo()
	wantRow(t, v, "who", "know")
	if v.CanUndo() || len(v.Case().Answers) > 0 {
		t.Errorf("left: %v", v.Case().Answers)
	}
}

// What was answered in an earlier program is taken back as well, and what was
// taken back is not brought back.
func TestEarlierAnswersAreTakenBack(t *testing.T) {
	past := Past([]Change{
		{},
		{Is: advisor.Answers{"know": {"no"}}},
		{Was: advisor.Answers{"know": {"no"}}, Is: advisor.Answers{"know": {"slightly"}, "trust": {"yes"}}},
		{Is: advisor.Answers{"favor_do": {"yes"}}},
		{Was: advisor.Answers{"favor_do": {"yes"}}},
	})
	v := New(advisor.Case{Answers: advisor.Answers{"know": {"slightly"}, "trust": {"yes"}}}, Options{Past: past})
	v.Undo()
	wantAnswer(t, v, "know", "no")
	v.Undo()
	wantAnswer(t, v, "know")
	if v.CanUndo() {
		t.Error("there is more to take back")
	}
}

// An answer that was changed elsewhere since is left alone.
func TestWhatElseChangedIsNotTakenBack(t *testing.T) {
	v := start(Options{})
	v.Number(1)
	c := v.Case()
	c.Answers["know"] = []string{"well"}
	v.Renew(c, nil)
	if step := v.Undo(); len(step.Changed) > 0 {
		t.Errorf("%+v", step)
	}
	wantAnswer(t, v, "know", "well")
}

func TestBackGoesToThePageBefore(t *testing.T) {
	v := on(t, "profile", Options{})
	v.Back()
	wantRow(t, v, "stop-signs", "asks_for_money")
	v.Back()
	wantRow(t, v, "who", "know")
	if v.Back() {
		t.Error("there is a page before the first")
	}
	v.Number(0) // changing an answer does not end the page
	wantRow(t, v, "who", "trust")
}

// A changed answer sets later ones aside, and they count again with it.
func TestAnswersAreSetAside(t *testing.T) {
	a := advisor.Answers{"know": {"no"}, "role": {"recruiter"}, "reputable": {"yes"}}
	if got := SetAside(a); len(got) > 0 {
		t.Errorf("set aside: %v", got)
	}
	a["role"] = []string{"peer"}
	if got := SetAside(a); !slices.Equal(got, []string{"reputable"}) {
		t.Errorf("set aside: %v", got)
	}
}
