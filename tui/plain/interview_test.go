package plain

import (
	"context"
	"strings"
	"testing"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

// decisionOn is what is recorded of the first invitation.
func decisionOn(t *testing.T, o screen.Options) record.Decision {
	t.Helper()
	inv, err := o.Storage.Get(ids(t, o)[0])
	if err != nil {
		t.Fatal(err)
	}
	return inv.Decision
}

// A number that was meant for one question more records nothing at the advice, nor
// does what was typed at a terminal before the advice was said.
func TestNothingTypedAheadDecides(t *testing.T) {
	o := storeOf(t, somebody()...)
	said, err := talk(t, o, "1", "1", "1", "1", "none", "1", "2", "y", "q")
	if err != nil || decisionOn(t, o) != "" {
		t.Errorf("%v, decided:\n%s", err, said)
	}
	holds(t, said, "typed: 1\nA number records nothing here", "typed: y\nNot known here: y.")

	o = storeOf(t, somebody()...)
	o.Now, o.Settings = frametest.TestNow, &frametest.FakeSettings{Asked: true}
	in := newInput(context.Background(), strings.NewReader("1\n1\n1\n1\nnone\naccepted\nq\n"))
	in.live = true
	var heard strings.Builder
	if err := newSession(context.Background(), o, in, &heard).run(); err != nil || decisionOn(t, o) != "" {
		t.Errorf("%v, decided:\n%s", err, heard.String())
	}
	holds(t, heard.String(), "Accepted was typed before the advice was said, and does not count.")
}

// The count of the questions is true: the last is said to be, and one that can bring
// another is not.
func TestTheLastQuestionIsSaidToBe(t *testing.T) {
	said, err := talk(t, storeOf(t, somebody()...), "1", "1", "4", "3", "1", "none", "2", "1", "1", "n", "n", "n", "n", "n", "1", "1", "1", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "Question 1 of 2 or more. Do you know this person?", "Question 2 of 2 or more. What are they to you, mainly?", "The last question of this page. Is this recruiter")
	for _, after := range strings.Split(said, "The last question of this page.")[1:] {
		_, after, _ = strings.Cut(after, "    typed: ")
		if next, _, _ := strings.Cut(after, "A number:"); !strings.Contains(next, "Page ") && !strings.Contains(next, "The last page") && !strings.Contains(next, "Advice on ") && !strings.Contains(next, "Goodbye") {
			t.Errorf("another question of the page follows the last:\n%s", next)
		}
	}
}

// One answer is taken back and given again, not the page of it.
func TestUndoTakesBackOneAnswer(t *testing.T) {
	o := storeOf(t, somebody()...)
	said, err := talk(t, o, "1", "1", "4", "1", "none", "2", "1", "undo", "undo", "redo", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "typed: undo\nTaken back: How full the profile is: Full.", "typed: undo\nTaken back: Their message: Fits anyone.", "typed: redo\nGiven again: Their message: Fits anyone.")
	inv, err := o.Storage.Get(ids(t, o)[0])
	if err != nil || inv.Answers.Value("note") == "" || inv.Answers.Value("profile") != "" || inv.Answers.Value("asks_for_money") != "no" {
		t.Errorf("%v, %v", inv.Answers, err)
	}
	said, err = talk(t, storeOf(t, somebody()...), "1", "1", "1", "1", "none", "undo", "redo", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "Advice on Anna Weber", "typed: undo\nTaken back: ", "Have you seen any of these?", "typed: redo\nGiven again: ", "Advice on Anna Weber")
}

// b leads from the advice to where one came from, and a changed answer to the advice.
func TestFromTheAdviceAndBack(t *testing.T) {
	said, err := talk(t, storeOf(t, somebody()...), "1", "1", "1", "1", "none", "b", "1", "answers", "do you trust", "1", "answers", "do you trust", "", "b", "b", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "typed: b\nAnna Weber, Bridge engineer", "typed: do you trust\n", "Answered: Yes.", "typed: 1\nIt stays: Yes.\nAdvice on Anna Weber",
		"typed: do you trust\n", "Answered: Yes.", "typed: \nAdvice on Anna Weber", "typed: b\nAnna Weber, Bridge engineer", "typed: b\nBack in the list")
	said, err = talk(t, storeOf(t, somebody()...), "1", "1", "2", "advice", "b", "2", "b", "b", "1", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "typed: advice\n", "typed: b\nQuestion 2 of 3. Do you trust them?", "typed: b\n", "Answered: No.", "typed: b\n", "Answered: A little.", "typed: 1\nWell.\n", "What are they to you")
}

// What is grave is asked about, and a no is said.
func TestGraveDecisionsAreAsked(t *testing.T) {
	o := storeOf(t, somebody()...)
	said, err := talk(t, o, "1", "1", "4", "1", "1", "none", "accepted", "n", "blocked and", "", "n", "blocked", "y", "", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "typed: accepted\nThis records of Anna Weber: I accepted it. Record it?", "typed: n\nNothing was recorded.",
		"This records of Anna Weber: I reported and blocked the sender. Record it?", "typed: \nNothing was typed.", "typed: n\nNothing was recorded.", "I blocked the sender. Record it?", "typed: y\n", "Saved: Anna Weber")
	if decisionOn(t, o) != record.Blocked {
		t.Errorf("recorded: %q", decisionOn(t, o))
	}
}

// Answers are known by their words, and what can be several says which.
func TestWordsOfAnswers(t *testing.T) {
	o := storeOf(t, somebody()...)
	said, err := talk(t, o, "3", "1", "no", "sales", "n", "n", "non", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "typed: no\nNo.", "typed: sales\nA salesperson.", "typed: n\nNo.", "typed: n\nn can be none or note.", "typed: non\nNone of the 13 is seen.")
	said, err = talk(t, storeOf(t, somebody()...), "3", "1", "4", "1", "take", "0", "1 99", "", "signs", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "typed: 0\nNo sign has the number 0", "typed: 1 99\nNo sign has the number 99; they go from 1 to 13. Nothing was changed.", "typed: \nNothing was typed.", "typed: signs\n1. Asks for money")
}

// None goes with no other answer, and what is kept is said.
func TestSeveralAnswersAreSaid(t *testing.T) {
	o := storeOf(t)
	if _, err := o.Storage.Add(record.Invitation{Direction: record.Outgoing, Name: "Dee Fox"}); err != nil {
		t.Fatal(err)
	}
	said, err := talk(t, o, "other", "4", "1", "1", "2", "1", "2", "1", "none", "3 7", "3 99", "1 3", "b", "skill", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "typed: 3 7\nNone of these goes with no other answer; nothing was changed.", "typed: 3 99\n99 is no answer here; they go from 1 to 7. Nothing was changed.",
		"typed: 1 3\nLeads in the field, Has a skill I lack.", "typed: skill\nHas a skill I lack.\nQuestion 2 of 6.")
}

// A first pass goes on where it was left, says each answer and takes it back.
func TestAFirstPassGoesOn(t *testing.T) {
	o := storeOf(t, somebody()...)
	said, err := talk(t, o, "pass", "1", "skip", "4", "undo", "b", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "Anna Weber: well and trusted.\n2 of 3.", "typed: skip\nSkipped.\n3 of 3.", "Cem Ak: not at all.")
	said, err = talk(t, o, "pass", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "It begins with number 2;", "2 of 3. Bo Lind")
}

// Who said once that they do not want to go on is not asked again.
func TestGoingOnIsOfferedOnce(t *testing.T) {
	o := storeOf(t, somebody()...)
	if _, err := talk(t, o, "1", "1", "2", "q"); err != nil {
		t.Fatal(err)
	}
	said, err := talk(t, o, "n", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "Go on?")
	if said, err = talk(t, o, "q"); err != nil || strings.Contains(said, "Go on?") {
		t.Errorf("%v: it is asked again:\n%s", err, said)
	}
}

// Numbers of the list are taken one at a time or behind a word, and a wrong one is
// asked for again.
func TestNumbersOfTheList(t *testing.T) {
	said, err := talk(t, storeOf(t, somebody()...), "1 2", "1 week ago", "decide", "2 77", "2 3", "b", "d", "１.", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "typed: 1 2\nOne number alone reads an invitation", "typed: 1 week ago\nOne number alone", "typed: 2 77\nNobody has the number 77", "2 invitations (Bo Lind and Cem Ak): what did you do?",
		"d can be decide or delete.", "typed: １.\nAnna Weber.")
}

// A text that is pasted into the list is not done line by line, and a word that
// takes nothing does nothing with more behind it.
func TestATextPastedIntoTheListDoesNothing(t *testing.T) {
	o := storeOf(t, somebody()...)
	if _, err := talk(t, o, "decide 1", "1", "q"); err != nil {
		t.Fatal(err)
	}
	o.Now, o.Settings = frametest.TestNow, &frametest.FakeSettings{Asked: true}
	in := newInput(context.Background(), strings.NewReader("Anna Weber\nundo\nDelete 1\nq\n"))
	in.live = true
	var heard strings.Builder
	if err := newSession(context.Background(), o, in, &heard).run(); err != nil || strings.Contains(heard.String(), "Undone") || strings.Contains(heard.String(), "Delete Bo") {
		t.Errorf("%v:\n%s", err, heard.String())
	}
	holds(t, heard.String(), "Not known here: Anna.", "Several lines came at once")
	said, err := talk(t, o, "undo 3", "next week", "q")
	if err != nil || strings.Contains(said, "Undone") {
		t.Errorf("%v:\n%s", err, said)
	}
	holds(t, said, "Undo stands alone: nothing follows it. Nothing was done.", "Next stands alone")
}

// Where one yes is enough, the rest of the page is said not to matter; what none
// leaves open is said, and that more says what could change the advice.
func TestWhatNeedNotBeAskedIsSaid(t *testing.T) {
	said, err := talk(t, storeOf(t, somebody()...), "1", "1", "2", "y", "peer", "none", "1", "1", "rest", "advice", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "Would you do this person a favor?", "typed: 1\nYes.\nWhat is open on this page could not change the advice now; the word rest goes on.\nQuestion 2 of 5.", "typed: 1\nYes.\nQuestion 3 of 5.")
	said, err = talk(t, storeOf(t, somebody()...), "2", "1", "4", "5", "none", "rest", "none", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "The word none says of the whole page: not looked up.", "typed: none\nLeft open: not looked up.")
}
