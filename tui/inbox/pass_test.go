package inbox

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

// crowd are invitations of whom nothing is known yet, the first at the top.
func crowd(n int) []record.Invitation {
	people := make([]record.Invitation, n)
	for i := range people {
		people[i] = record.Invitation{
			ID: fmt.Sprintf("p%03d", i), Name: fmt.Sprintf("Person %03d", i), SentAt: frametest.TestNow().Add(-time.Duration(i+1) * time.Hour),
			Headline: "Engineer", Note: fmt.Sprintf("Note of %03d", i),
		}
	}
	return people
}

// Forty people take a key each and one more for the stop signs of all who are
// trusted; then the list is sorted by what is left to do, and one key takes all of
// it back.
func TestFirstPass(t *testing.T) {
	people := crowd(40)
	people[39].Doubts = []string{"it was not signed"}
	f := frametest.NewFakeStorage(people...)
	d := inboxDriver(t, 80, 24, screen.Options{Storage: f})
	d.Press("F")
	d.Wants("Who is this to you?", "1 well and trusted", "Note of 000", "0 of 40 answered", "1 of 40")
	for i := range 38 {
		d.Press(fmt.Sprint(1 + i%4))
	}
	d.Wants("38 of 40 answered", "39 of 40")
	d.Press("s", "1")
	d.Wants("Stop signs", "10 people you know and trust", "[✔] Person 000", "[✔] Person 004")
	d.Press("G")
	d.Wants("[ ] Person 039", "! ") // note and archive point to a sign: asked about by itself
	d.Press("n")
	d.Wants("First pass: 10 to accept, 28 to vet, 1 with a warning, 1 not answered. The", "list is sorted by what it takes now", "by what it takes ↑", "undoes")
	order := namesIn(d)
	if first := order[:10]; !slices.IsSorted(first) || first[0] != "Person 000" || first[1] != "Person 004" || first[9] != "Person 036" {
		t.Errorf("first come %v", first)
	}
	if last := order[39]; last != "Person 039" {
		t.Errorf("last comes %s, not the one with a warning", last)
	}
	for id, want := range map[string]advisor.Recommendation{"p000": advisor.Accept, "p036": advisor.Accept} {
		if inv := f.All[id]; inv.Recommendation != want || !inv.Settled {
			t.Errorf("%s: %s, settled %v", id, inv.Recommendation, inv.Settled)
		}
	}
	if got := f.All["p038"].Answers; len(got) > 0 {
		t.Errorf("skipped, and yet %v", got)
	}
	d.Press("z")
	for id, inv := range f.All {
		if len(inv.Answers) > 0 {
			t.Fatalf("taken back, %s still has %v", id, inv.Answers)
		}
	}
	d.Press("z")
	d.Wants("There is nothing to undo")
}

// What enter leaves open on the page of stop signs is left so for everybody: only
// its own key says that none was seen.
func TestEnterLeavesTheSignsOfAPassOpen(t *testing.T) {
	f := frametest.NewFakeStorage(crowd(2)...)
	d := inboxDriver(t, 80, 24, screen.Options{Storage: f})
	d.Press("F", "1", "1")
	d.Wants("Stop signs", "n none seen", "enter leave open")
	d.Press("enter")
	d.Wants("First pass: ")
	for id, inv := range f.All {
		if open := interview.Signs(inv.Answers); len(open) == 0 {
			t.Errorf("%s has signs answered: %v", id, inv.Answers)
		}
	}
}

// A pass over a real store is one step there, and a pass that was left goes on
// where it was in the next program.
func TestFirstPassIsOneStep(t *testing.T) {
	path := filepath.Join(t.TempDir(), "linkvet.db")
	start := func() *frametest.Driver { return inboxDriver(t, 100, 30, frametest.StoreAt(t, path)) }
	d := start()
	for _, name := range []string{"Ann Ash", "Bo Berg", "Cy Cole", "Di Dahl"} {
		d.AddOne(name)
	}
	d.Press("g", "F", "1", "2")
	d.Wants("2 of 4 answered")
	open := strings.Fields(d.Marked())[1]
	d = start() // killed in the middle
	d.Press("F")
	d.Wants("0 of 2 answered", "1 of 2") // nobody is asked about twice
	if got := strings.Fields(d.Marked())[1]; got != open {
		t.Errorf("it goes on with %q, not with %q", got, open)
	}
	d.Press("4", "1")
	d.Wants("Stop signs", "2 people you know and trust") // also of those answered before
	d.Press("n")
	d.Wants("First pass: 2 to accept, 2 to vet, 0 with a warning") // all four of them
	d.Press("z")
	d.Wants("Undone: answered 4 invitations") // those of the program before among them
	d.Press("F")
	d.Wants("0 of 4 answered")
	d.Press("esc", "V")
	if run, ok := d.Opened().(screen.VettingRunPage); !ok || len(run.IDs) != 4 {
		t.Errorf("not all wait unanswered: %v", d.Opened())
	}
}

// A pass that was left and gone on with is one step all the same.
func TestAFirstPassThatWasLeftIsOneStep(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.StoreAt(t, filepath.Join(t.TempDir(), "linkvet.db")))
	d.AddOne("Ann Ash")
	d.AddOne("Bo Berg")
	d.Press("F", "1", "esc", "F", "1", "n")
	d.Wants("First pass: 2 to accept")
	d.Press("z")
	d.Wants("Undone: answered 2 invitations")
	d.Press("F")
	d.Wants("0 of 2 answered")
}

// A pass that the program was killed in goes on in the next as the same step; one
// that was done does not.
func TestAFirstPassAfterARestartIsOneStep(t *testing.T) {
	path := filepath.Join(t.TempDir(), "linkvet.db")
	d := inboxDriver(t, 100, 30, frametest.StoreAt(t, path))
	for _, name := range []string{"Ann Ash", "Bo Berg", "Cy Cole"} {
		d.AddOne(name)
	}
	d.Press("F", "2")
	d = inboxDriver(t, 100, 30, frametest.StoreAt(t, path))
	d.Press("F", "3", "enter")
	d.Wants("First pass: 0 to accept")
	d = inboxDriver(t, 100, 30, frametest.StoreAt(t, path))
	d.Press("F", "4")
	d.Wants("First pass: 0 to accept")
	d.Press("z")
	d.Wants("Undone: answered Ann Ash")
	d.Press("z")
	d.Wants("Undone: answered 2 invitations")
}

// Who was answered in a pass before is not asked about again, however many they
// are.
func TestAFirstPassAsksNobodyTwice(t *testing.T) {
	people := crowd(71)
	for i := range 70 {
		people[i].Answers = advisor.FirstPass()[i%2].Answers
		people[i].Recommendation, _, _ = advisor.Assess(advisor.Case{Answers: people[i].Answers})
	}
	f := frametest.NewFakeStorage(people...)
	d := inboxDriver(t, 80, 24, screen.Options{Storage: f})
	d.Press("F")
	d.Wants("0 of 1 answered", "1 of 1", "Person 070")
	d.Press("s") // and asked about next time
	if d.Top() != "passSigns" {
		t.Fatalf("the trusted ones of before are not asked about together, but %s is on top", d.Top())
	}
	d.Press("esc", "F", "4", "esc", "F")
	d.Wants("Stop signs", "35 people") // nothing else is left
	if got := f.All["p001"].Answers.Value("know"); got != "slightly" {
		t.Errorf("an answer of before is now %q", got)
	}
}

// The pass goes on with whoever is open, also from the last row, and ends with
// the last of them.
func TestAFirstPassEndsWithTheLastOpenOne(t *testing.T) {
	f := frametest.NewFakeStorage(crowd(4)...)
	d := inboxDriver(t, 80, 24, screen.Options{Storage: f})
	d.Press("F", "G", "4")
	d.Wants("1 of 4 answered", "1 of 4")
	d.Press("j", "4", "4") // after the third it goes back to the first
	d.Wants("3 of 4 answered")
	if got := d.Marked(); !strings.Contains(got, "Person 000") {
		t.Errorf("marked is %q", got)
	}
	d.Press("s")
	d.Wants("First pass: 0 to accept, 3 to vet, 0 with a warning, 1 not answered")
}

// A digit that is held down answers, but does nothing where the pass leads to.
func TestADigitHeldInAFirstPass(t *testing.T) {
	d := inboxDriver(t, 80, 24, screen.Options{Storage: frametest.NewFakeStorage(crowd(5)...)})
	d.Press("F")
	d.Hold("4", 60)
	d.Wants("First pass: 0 to accept, 5 to vet")
	if d.Top() != "inbox" || !strings.Contains(d.Shows(), "Person 004") {
		t.Errorf("the key went on in %s:\n%s", d.Top(), d.Shows())
	}
	d.Now = d.Now.Add(time.Second)
	d.Press("z", "F")
	d.Hold("1", 60)
	if d.Top() != "passSigns" {
		t.Errorf("the key went on to %s", d.Top())
	}
}

// Right after an answer, taking back is about that answer; once the cursor was
// moved, about the row it is on.
func TestTakingAnAnswerOfAFirstPassBack(t *testing.T) {
	f := frametest.NewFakeStorage(crowd(4)...)
	d := inboxDriver(t, 80, 24, screen.Options{Storage: f})
	d.Press("F", "1", "4", "u")
	d.Wants("1 of 4 answered", "Taken back: Person 001")
	if got := d.Marked(); !strings.Contains(got, "Person 001") || len(f.All["p001"].Answers) > 0 {
		t.Errorf("marked is %q, and its answers are %v", got, f.All["p001"].Answers)
	}
	d.Press("u")
	d.Wants("Nothing is said of them yet")
	d.Press("k", "u")
	d.Wants("0 of 4 answered")
}

// What was said can be changed and taken back as long as the pass lasts.
func TestChangingAnAnswerOfAFirstPass(t *testing.T) {
	f := frametest.NewFakeStorage(crowd(3)...)
	d := inboxDriver(t, 80, 24, screen.Options{Storage: f})
	d.Press("F", "1", "k", "2", "k")
	d.Wants("2 a little")
	if got := f.All["p000"].Answers; len(got["trust"]) > 0 {
		t.Errorf("the trust of the other answer is left: %v", got)
	}
	d.Press("u")
	d.Wants("0 of 3 answered")
	if got := f.All["p000"].Answers; len(got) > 0 {
		t.Errorf("taken back, and yet %v", got)
	}
	d.Press("4", "4", "enter")
	d.Wants("First pass: 0 to accept")
	if d.Top() != "inbox" {
		t.Errorf("nobody is trusted, and yet on %s", d.Top())
	}
}

// An answer that cannot be saved is not shown as given.
func TestFirstPassThatCannotBeSaved(t *testing.T) {
	f := frametest.NewFakeStorage(crowd(3)...)
	d := inboxDriver(t, 80, 24, screen.Options{Storage: f})
	d.Press("F")
	f.Failing = frametest.ErrTest
	d.Press("1")
	d.Wants("0 of 3 answered", "no space left on the disk")
	f.Failing = nil
	d.Press("k", "1")
	d.Wants("1 of 3 answered")
}

// Keys pressed before note and facts are read mean the same.
func TestFirstPassTypedAhead(t *testing.T) {
	f := frametest.NewFakeStorage(crowd(6)...)
	d := inboxDriver(t, 80, 24, screen.Options{Storage: f})
	_, read := d.Root.Update(frametest.KeyPress("F"))
	d.Press("1", "2", "s", "4")
	d.Wants("3 of 6 answered")
	d.Run(read)
	d.Wants("3 of 6 answered", "5 of 6")
	if got := f.All["p001"].Answers.Value("know"); got != "slightly" {
		t.Errorf("the second was said to be %q", got)
	}
}

// With the selection it is a pass over that; who has answers beyond it is left
// out, and nobody left is said.
func TestWhomAFirstPassIsAbout(t *testing.T) {
	people := crowd(5)
	people[1].Answers = advisor.Answers{"know": {"no"}, "role": {"peer"}, "profile": {"complete"}}
	people[2].Direction = record.Outgoing
	people[3].Decision = record.Ignored
	d := inboxDriver(t, 80, 24, screen.Options{Storage: frametest.NewFakeStorage(people...)})
	d.Press("F")
	d.Wants("0 of 2 answered", "Person 000", "Person 004")
	d.Press("esc", "space", "F")
	d.Wants("0 of 1 answered")
	d.Press("esc", "esc", "3", "F")
	d.WantsNot("First pass")
	d.Press("5", "/")
	d.Enter("002")
	d.Press("enter", "F")
	d.Wants("Nobody is left for a first pass")
}

// At any size the question, the marked one and the answers are seen.
func TestFirstPassAtEverySize(t *testing.T) {
	d := inboxDriver(t, 80, 24, frametest.WithLists())
	d.Press("F", "1", "j")
	for _, size := range [][2]int{{40, 10}, {60, 15}, {80, 24}, {100, 30}, {200, 60}} {
		d.Resize(size[0], size[1])
		d.Wants("Who is this to you?", "not at all", "1 well and trusted")
		if !strings.HasPrefix(d.Marked(), "›") {
			t.Errorf("at %v no row is marked:\n%s", size, d.Shows())
		}
		frametest.CheckFits(t, fmt.Sprint(size), d.Raw(), size[0], size[1])
	}
	d.Send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.Press("k", "k")
	d.WantsNot("Sent 19 Nov")
	d.Press("J", "J", "J")
	d.Wants("Sent 19 Nov")
	d.Press("j")
	d.Wants("Recruiter\n")
}
