package tui

import (
	"os"
	"slices"
	"strings"
	"testing"

	"linkvet/advisor"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/vetting"
)

func TestKnownAndTrustedTakesThreeKeys(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("n", "1", "y")
	d.Wants("Accept", "settled", "How to answer")
	if got := d.Top(); got != "verdict" {
		t.Fatalf("after three keys the screen is %s", got)
	}
	d.Press("a")
	if got := frametest.Vetted(f).Decision; got != record.Accepted {
		t.Errorf("the decision is %q", got)
	}
	if got := d.Top(); got != "inbox" {
		t.Errorf("after the decision the screen is %s", got)
	}
	d.Wants("Saved: Katarína Žilinská, accepted")
	if marked := d.Marked(); !strings.Contains(marked, "李小龍") {
		t.Errorf("the next waiting one is not marked but %q", marked)
	}
}

// The check for conflicts knows which actions are offered side by side: none
// that a screen offers together is thought to be apart.
func TestNeighboursAreWhatScreensOffer(t *testing.T) {
	for _, s := range append(allShows(), vettingShows()...) {
		d := s.open(t, 120, 40, style.ThemeDark)
		offered := append(slices.Clone(d.Root.Top().Actions()), keys.Global()...)
		for _, one := range offered {
			for _, two := range offered {
				a, b := d.Root.Env.Keys.ByID[one], d.Root.Env.Keys.ByID[two]
				if one != two && !keys.SideBySide(a, b) {
					t.Errorf("%s offers %s (%s) beside %s (%s)", s.name, one, a.Group, two, b.Group)
				}
			}
		}
	}
}

// Every action of the table is offered somewhere, so that no key is promised in
// vain.
func TestEveryActionIsOfferedSomewhere(t *testing.T) {
	offered := map[keys.ID]bool{keys.Leave: true, keys.Cancel: true}
	for _, id := range keys.Global() {
		offered[id] = true
	}
	note := func(d *frametest.Driver) {
		for _, id := range d.Root.Top().Actions() {
			offered[id] = true
		}
	}
	for _, s := range allShows() {
		note(s.open(t, 120, 40, style.ThemeDark))
	}
	for _, keys := range [][]string{
		{"D"}, {"s", "enter"}, {"4", "G", "enter"}, {"4", "G", "d"}, {"a", "shift+tab"}, {"s", "j", "j", "j", "enter"},
	} {
		o := frametest.WithNothing()
		if keys[0] != "D" {
			o = frametest.WithPeople()
		}
		d := newDriver(t, 120, 40, o)
		d.Press(keys...)
		note(d)
	}
	for _, a := range keys.CommonActions() {
		if !offered[a.ID] {
			t.Errorf("no screen offers %s", a.ID)
		}
	}
	for _, a := range keys.InboxActions() {
		if !offered[a.ID] {
			t.Errorf("no screen offers %s", a.ID)
		}
	}
}

func TestStrangerIsAskedUntilItIsSettledOrDone(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("n", "3")
	asked := 2
	for d.Top() == "questionnaire" {
		q := d.Root.Top().(*vetting.Questionnaire)
		if q.Phase != vetting.PhaseAsking {
			break
		}
		if asked++; asked > 20 {
			t.Fatal("asks without end")
		}
		d.Press("u")
		if id := q.History[len(q.History)-1][0]; frametest.Vetted(f).Answers.Value(id) != advisor.DontKnow {
			t.Fatalf("%s is stored as %q", id, frametest.Vetted(f).Answers.Value(id))
		}
	}
	if asked < 4 {
		t.Errorf("only %d screens for somebody nothing is known of", asked)
	}
	d.Wants("Ignore or vet further")
}

func TestResumesWhereItStopped(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("n", "3", "2")
	asked := d.Root.Top().(*vetting.Questionnaire).Prompt.Text()
	d.Press("esc")
	if got := d.Top(); got != "inbox" {
		t.Fatalf("esc leads to %s", got)
	}
	again := newDriver(t, 80, 24, screen.Options{Storage: f})
	again.Press("enter")
	if got := again.Root.Top().(*vetting.Questionnaire).Prompt.Text(); got != asked {
		t.Errorf("resumes with %q, not %q", got, asked)
	}
	again.Press("b")
	again.Wants("What are they to you, mainly?", "A peer in my industry  ✔ your answer")
	again.Press("b", "b")
	again.Wants("Have you seen any of these?")
}

// jumpTo opens the overview and goes to a question.
func jumpTo(t *testing.T, d *frametest.Driver, id string) {
	t.Helper()
	d.Press("g")
	o := d.Root.Top().(*vetting.Review)
	for i, row := range o.Rows {
		if row.Question.ID == id {
			o.List.At = i
		}
	}
	d.Press("enter")
	if got := d.Root.Top().(*vetting.Questionnaire).Prompt.Ids()[0]; got != id {
		t.Fatalf("the jump went to %s", got)
	}
}

func TestSeveralAnswers(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("n", "3")
	jumpTo(t, d, "reasons")
	d.Press("enter")
	d.Wants("Tick at least one, or press u")
	d.Press("1", "down", "space", "g", "esc")
	d.Wants("1  [✔]", "2  [✔]") // ticks not yet confirmed stay
	d.Press("enter")
	if got, want := frametest.Vetted(f).Answers["reasons"], []string{"leader", "decision_maker"}; !slices.Equal(got, want) {
		t.Errorf("stored %v, not %v", got, want)
	}
	jumpTo(t, d, "reasons")
	d.Press("7") // none of these
	if got := d.Root.Top().(*vetting.Questionnaire).Prompt.(*vetting.ManyPrompt).Values(); !slices.Equal(got, []string{"none"}) {
		t.Errorf("with none ticked: %v", got)
	}
}

func TestTypedTextThatCannotBeSavedIsTriedAgain(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := newDriver(t, 80, 24, screen.Options{Storage: f})
	d.Press("enter", "n", "N")
	f.Failing = frametest.ErrTest
	d.Enter("as")
	d.Wants("Saving what you type: no space left", "as")
	f.Failing = nil
	d.Enter("k")
	if got := f.Typed[vetting.NoteDraft("a1ka", "know")]; got != "ask" {
		t.Errorf("the draft is %q", got)
	}
}

// advised opens the advice on a stranger of whom nothing is known.
func advised(t testing.TB, w, h int, o screen.Options) (*frametest.Driver, *frametest.FakeStorage) {
	t.Helper()
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	o.Storage = f
	d := newDriver(t, w, h, o)
	d.Press("enter", "n", "3", "5", "v")
	if got := d.Top(); got != "verdict" {
		t.Fatalf("v leads to %s", got)
	}
	d.Wants("Ignore or vet further", "not settled yet")
	return d, f
}

func TestDraftsAreChosenEditedAndKept(t *testing.T) {
	d, _ := advised(t, 80, 24, screen.Options{})
	v := d.Root.Top().(*vetting.Verdict)
	if len(v.Drafts.Replies) < 2 {
		t.Fatalf("only %d drafts", len(v.Drafts.Replies))
	}
	first := v.Drafts.Text()
	d.Press("right")
	if second := v.Drafts.Text(); second == first {
		t.Error("right shows the same draft")
	}
	d.Press("left", "t")
	d.Enter(" " + frametest.Alphabet)
	if got := v.Drafts.Text(); got != first+" "+frametest.Alphabet || d.Top() != "verdict" {
		t.Errorf("typed at the end of %q: %q on %s", first, got, d.Top())
	}
	d.Wants("(changed)", "too many for a note")
	d.Resize(120, 44)
	d.Wants("(changed)", "too many for a note")
	d.Resize(80, 24)
	d.Press("esc")
	d.Wants("(changed)", "too many for a note")
	d.Press("esc", "v")
	if got := d.Root.Top().(*vetting.Verdict).Drafts.Text(); got != first+" "+frametest.Alphabet {
		t.Errorf("what was typed is lost: %q", got)
	}
	d.Press("t", "ctrl+x", "y")
	if got := d.Root.Top().(*vetting.Verdict).Drafts.Text(); got != first {
		t.Errorf("after throwing away: %q", got)
	}
}

func TestTheVerdictScrolls(t *testing.T) {
	d, _ := advised(t, 80, 24, screen.Options{})
	d.Press("j")
	if got := d.Root.Top().(*vetting.Verdict).Top; got != 1 {
		t.Errorf("j scrolls to line %d", got)
	}
	d.Press("G")
	d.Wants("I left it until a date")
	d.WantsNot("more lines")
	d.Press("g")
	d.Wants("not settled yet")
}

// What was answered is not among what could still change the advice, and the
// end of the questions does not call itself all of them while some are open.
func TestWhatIsAnsweredIsNotStillOpen(t *testing.T) {
	d, f := strangers(t, 80, 24, "n", "3", "5")
	for i := 0; i < 20 && d.Top() == "questionnaire"; i++ {
		key := "u"
		if _, ok := d.Root.Top().(*vetting.Questionnaire).Prompt.(*vetting.SignsPrompt); ok {
			key = "n"
		}
		d.Press(key)
	}
	v := d.Root.Top().(*vetting.Verdict)
	if v.Advice.Settled || len(v.Advice.Flips) == 0 {
		t.Fatalf("settled %v, with %d answers that would change it", v.Advice.Settled, len(v.Advice.Flips))
	}
	for _, flip := range v.Advice.Flips {
		if said := f.All["m1sc"].Answers.Value(flip.Question); said != "" && said != advisor.DontKnow {
			t.Errorf("%s is answered %q and could still change it", flip.Question, said)
		}
	}
	d.Press("esc")
	d.Wants("Enough asked: here is the advice.", "more could be answered (g)", "c      answer more")
	d.WantsNot("These were all")
}

func TestTheStartOffersToResume(t *testing.T) {
	start := realPrograms(t)
	d := start()
	d.WantsNot("Resume")
	d.Press("esc")
	addOne(d, "Łucja Nowak")
	d = start()
	d.WantsNot("Resume")
	d.Press("enter", "n", "3", "2")
	asked := d.Root.Top().(*vetting.Questionnaire).Prompt.Text()

	d = start()
	d.Wants("↩ Resume Łucja Nowak, 3 of ", "c goes on")
	d.Press("j", "k") // it is in nobody's way
	d.Wants("↩ Resume")
	d.Press("c")
	if got := d.Root.Top().(*vetting.Questionnaire).Prompt.Text(); got != asked {
		t.Errorf("resumes with %q, not %q", got, asked)
	}
	d.Press("esc")
	d.WantsNot("Resume")
	d.Press("d", "1", "enter")

	d = start()
	d.WantsNot("Resume")
}

// Lists changed in the settings are so in the inbox.
func TestChangingOnesLists(t *testing.T) {
	o := frametest.WithLists()
	settings := o.Settings.(*frametest.FakeSettings)
	d := newDriver(t, 100, 30, o)
	d.Press("s", "j", "j", "j", "j", "enter", "G", "K")
	if settings.OwnLists[0].Name != "No note" {
		t.Errorf("moved: %v", settings.OwnLists)
	}
	d.Press("esc", "esc")
	d.Wants("No note 4   Recruiters 1")
	d.Press("s", "j", "j", "j", "j", "enter", "x", "y", "enter")
	d.Wants("Change the list", "Recruiters")
	d.Press("tab")
	d.Enter(" is:lost")
	d.Press("ctrl+o")
	d.Wants("Is:lost (allowed:")
	for range " is:lost" {
		d.Press("backspace")
	}
	d.Press("ctrl+o", "esc", "esc")
	d.Wants("Recruiters 1")
	d.WantsNot("No note")
}

func TestImport(t *testing.T) {
	o := frametest.WithArchive()
	f := o.Storage.(*frametest.FakeStorage)
	f.Report.Added, f.Steps = 3, 5
	d := newDriver(t, 80, 24, o)
	d.Press("i", "up")
	d.Enter("~/archive.zip")
	d.Press("enter")
	d.Wants("47  waiting for your decision", "Invitations.csv:12: the row has 3 of 7 fields")
	if len(f.Calls) > 0 {
		t.Fatalf("looking changed the store: %v", f.Calls)
	}
	d.Press("enter")
	home, err := os.UserHomeDir()
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"imported [" + home + "/archive.zip]"}; !slices.Equal(f.Calls, want) {
		t.Errorf("changes %q, want %q", f.Calls, want)
	}
	d.Wants("Imported.")
	d.Press("enter")
	d.Wants("Your profile", "esc skips the rest")
	d.Press("esc")
	d.Wants("Skipped", "Imported Person 0", "3 waiting")
	if !o.Settings.ProfileAsked() {
		t.Error("the profile would be asked for again")
	}
}

// A slash in front of what is searched for, as fingers type it, is left out.
func TestSearchingWithASlash(t *testing.T) {
	for _, keys := range [][]string{{"?"}, {"ctrl+p"}, {"s", "down", "down", "down", "enter"}} {
		d := newDriver(t, 120, 40, frametest.WithPeople())
		d.Press(keys...)
		d.Enter("/undo/")
		d.Wants("› undo/", "Nothing here is called that")
		d.Press("backspace")
		d.Wants("› undo")
		d.WantsNot("Nothing here")
		for range "undo" {
			d.Press("backspace")
		}
		d.Send(frametest.Paste("/undo"))
		d.Wants("› undo")
		d.WantsNot("Nothing here")
	}
}

func TestCtrlCLeavesFromAnywhere(t *testing.T) {
	for _, s := range allShows() {
		d := s.open(t, 80, 24, style.ThemeDark)
		d.Press("ctrl+c")
		if !d.Quit {
			t.Errorf("%s: ctrl+c did not leave", s.name)
		}
	}
}
