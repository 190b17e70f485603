package tui

import (
	"linkvet/advisor"
	"linkvet/store"
	"os"
	"path/filepath"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestImportCanBeCancelled(t *testing.T) {
	o := withArchive()
	f := o.Storage.(*fakeStorage)
	d := newDriver(t, 80, 24, o)
	d.press("i", "enter")
	screen := d.root.top().(*importScreen)
	started := screen.start(importRunning, runImport)
	d.wants("esc cancels; then nothing is changed")
	d.press("esc")
	d.run(started.cmd)
	d.wants("Cancelled; nothing was changed", "Where is the archive?")
	if len(f.calls) > 0 {
		t.Errorf("cancelled, and yet: %v", f.calls)
	}
}

func TestLeavingStopsAnImport(t *testing.T) {
	d := newDriver(t, 80, 24, withArchive())
	d.press("i", "enter")
	screen := d.root.top().(*importScreen)
	started := screen.start(importRunning, runImport)
	d.press("ctrl+c")
	d.run(started.cmd)
	if !d.quit {
		t.Error("the program waits for the import")
	}
}

func TestPathCompletion(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"Basic_Export.zip", "Basic_Export_2.zip", "other.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "unpacked"), 0o700); err != nil {
		t.Fatal(err)
	}
	d := newDriver(t, 120, 24, Options{Storage: newFakeStorage()})
	d.press("i")
	d.send(paste(dir + "/bas"))
	d.press("tab")
	d.wants("Basic_Export.zip  Basic_Export_2.zip")
	if got := d.root.top().(*importScreen).path.value(); got != dir+"/Basic_Export" {
		t.Errorf("completed to %q", got)
	}
	d.enter("_")
	d.press("tab")
	if got := d.root.top().(*importScreen).path.value(); got != dir+"/Basic_Export_2.zip" {
		t.Errorf("completed to %q", got)
	}
	if got, _ := completions(dir + "/un"); got != dir+"/unpacked/" {
		t.Errorf("a folder completed to %q", got)
	}
}

func TestAFilterBecomesAList(t *testing.T) {
	o := withLists()
	settings := o.Settings.(*fakeSettings)
	d := newDriver(t, 100, 30, o)
	d.press("/")
	d.enter("has:note is:waiting")
	d.press("ctrl+o", "ctrl+o")
	d.wants("It needs a name")
	d.enter("Waiting")
	d.press("ctrl+o")
	d.wants("Waiting is a list that linkvet has already")
	d.enter(" with a note")
	d.press("ctrl+o")
	d.wants("Saved the list", "Waiting with a note 3")
	if want := (Section{"Waiting with a note", "has:note is:waiting"}); settings.sections[2] != want {
		t.Errorf("saved %v", settings.sections)
	}
	if s := inboxOf(d); s.typing || s.filter.value() != "" || s.sections[s.tab].name != "Waiting with a note" {
		t.Errorf("saved, and yet in %s, typing %v, filter %q", s.sections[s.tab].name, s.typing, s.filter.value())
	}
	d.wants("Katarína", "李小龍")
	d.wantsNot("Recruiter at") // only those three
	d.press("d", "1")
	d.wants("Waiting with a note 2")
	d.press("s", "j", "j", "j", "j", "enter", "G", "K", "x", "enter")
	if len(settings.sections) != 3 || settings.sections[1].Name != "Waiting with a note" {
		t.Errorf("moved: %v", settings.sections)
	}
	d.press("x", "y", "enter")
	d.wants("Change the list", "No note")
	d.press("esc", "g", "enter", "tab")
	d.enter(" is:lost")
	d.press("ctrl+o")
	d.wants("Is:lost (allowed:")
	for range " is:lost" {
		d.press("backspace")
	}
	d.press("ctrl+o", "esc", "esc")
	d.wants("Recruiters 1")
}

func TestTheMouse(t *testing.T) {
	d := newDriver(t, 100, 30, withLists())
	click := func(x, y int) { d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}) }
	click(10, 7)
	if row, _ := inboxOf(d).selected(); row.ID != "c3em" {
		t.Errorf("the click marked %s", row.ID)
	}
	click(18, 2)
	d.wants("by due day")
	click(4, 2)
	d.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	if got := inboxOf(d).cursors[sectionWaiting].at; got != 5 {
		t.Errorf("the wheel went to %d", got)
	}
	click(10, 5)
	click(10, 5)
	if d.top() != "questionnaire" {
		t.Errorf("a second click opened %s", d.top())
	}
	d.press("esc", "?")
	click(30, 10)
	if d.top() == "menu" {
		t.Error("a click in the menu does nothing")
	}
}

func TestKnownAndTrustedTakesThreeKeys(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.press("n", "1", "y")
	d.wants("Accept", "settled", "How to answer")
	if got := d.top(); got != "verdict" {
		t.Fatalf("after three keys the screen is %s", got)
	}
	d.press("a")
	if got := vetted(f).Decision; got != store.Accepted {
		t.Errorf("the decision is %q", got)
	}
	if got := d.top(); got != "inbox" {
		t.Errorf("after the decision the screen is %s", got)
	}
	d.wants("Saved: Katarína Žilinská, accepted")
	if row, ok := d.root.top().(*inbox).selected(); !ok || row.ID != "b2li" {
		t.Errorf("the next waiting one is not marked but %q", row.ID)
	}
}

// The check for conflicts knows which actions are offered side by side: none
// that a screen offers together is thought to be apart.
func TestNeighboursAreWhatScreensOffer(t *testing.T) {
	for _, s := range append(allShows(), vettingShows()...) {
		d := s.open(t, 120, 40, ThemeDark)
		offered := append(slices.Clone(d.root.top().Actions()), globalActions()...)
		for _, one := range offered {
			for _, two := range offered {
				a, b := d.root.env.keys.byID[one], d.root.env.keys.byID[two]
				if one != two && !sideBySide(a, b) {
					t.Errorf("%s offers %s (%s) beside %s (%s)", s.name, one, a.group, two, b.group)
				}
			}
		}
	}
}

// Every action of the table is offered somewhere, so that no key is promised in
// vain.
func TestEveryActionIsOfferedSomewhere(t *testing.T) {
	offered := map[actionID]bool{actLeave: true, actCancel: true}
	for _, id := range globalActions() {
		offered[id] = true
	}
	note := func(d *driver) {
		for _, id := range d.root.top().Actions() {
			offered[id] = true
		}
	}
	for _, s := range allShows() {
		note(s.open(t, 120, 40, ThemeDark))
	}
	for _, keys := range [][]string{
		{"D"}, {"s", "enter"}, {"4", "G", "enter"}, {"4", "G", "d"}, {"a", "shift+tab"}, {"s", "j", "j", "j", "enter"},
	} {
		o := withNothing()
		if keys[0] != "D" {
			o = withPeople()
		}
		d := newDriver(t, 120, 40, o)
		d.press(keys...)
		note(d)
	}
	for _, a := range commonActions() {
		if !offered[a.id] {
			t.Errorf("no screen offers %s", a.id)
		}
	}
	for _, a := range inboxActions() {
		if !offered[a.id] {
			t.Errorf("no screen offers %s", a.id)
		}
	}
}

func TestThemeFollowsTheTerminal(t *testing.T) {
	d := newDriver(t, 80, 24, withPeople())
	d.send(tea.BackgroundColorMsg{Color: lightGrey{}})
	if d.root.env.styles.dark {
		t.Error("a light background got the dark theme")
	}
	o := withPeople()
	o.Theme = ThemeDark
	d = newDriver(t, 80, 24, o)
	d.send(tea.BackgroundColorMsg{Color: lightGrey{}})
	if !d.root.env.styles.dark {
		t.Error("the theme asked for was not kept")
	}
}

// What is changed in the settings holds at once and is kept; the paths of the
// files can be copied.
func TestSettings(t *testing.T) {
	copied := ""
	o := withLists()
	o.Theme = ThemeDark
	o.Copy = func(text string) error { copied = text; return nil }
	settings := o.Settings.(*fakeSettings)
	d := newDriver(t, 100, 30, o)
	d.press("s", "j", "right")
	if settings.theme != ThemeMono || !d.root.env.styles.mono {
		t.Errorf("the theme is %q", settings.theme)
	}
	d.press("left", "left")
	if settings.theme != ThemeLight || d.root.env.styles.dark {
		t.Errorf("the theme is %q", settings.theme)
	}
	d.press("j", "right")
	d.wants("Mouse       ‹ on ›")
	if !settings.mouse || !d.root.env.mouse {
		t.Error("the mouse is still off")
	}
	d.press("G", "enter")
	d.wants("Copied the path")
	if copied != "/home/me/.config/linkvet/config.yaml" {
		t.Errorf("copied %q", copied)
	}
	d.press("g", "enter", "space", "ctrl+o")
	d.wants("1 goal")
}

// A selection is the inbox's, not a tab's: it stays when another list is looked
// at, and what is done is done with all of it.
func TestSelectionSurvivesTabs(t *testing.T) {
	o := withLists()
	f := o.Storage.(*fakeStorage)
	d := newDriver(t, 100, 30, o)
	d.press("space", "tab")
	d.wants("1 selected, 1 not shown")
	d.press("shift+tab")
	d.wants("1 selected · esc none")
	d.press("3", "space", "V")
	if q, ok := d.root.top().(*questionnaire); !ok || q.id != "a1ka" {
		t.Fatalf("V asks about nobody selected: %s\n%s", d.top(), d.shows())
	}
	d.press("q")
	d.wants("2 selected, 1 not shown", "E export")
	d.press("E")
	d.wants("Write 2 invitations")
	d.press("esc", "t")
	d.enter("both")
	d.press("enter")
	if want := []string{"tagged a1ka +both", "tagged h8de +both"}; !slices.Equal(f.calls, want) {
		t.Errorf("%v, want %v", f.calls, want)
	}
	d.press("x", "y")
	d.wants("All 10")
	d.wantsNot("selected")
	d.press("z")
	d.wants("All 12")
	d.wantsNot("selected")
}

func TestStrangerIsAskedUntilItIsSettledOrDone(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.press("n", "3")
	asked := 2
	for d.top() == "questionnaire" {
		q := d.root.top().(*questionnaire)
		if q.phase != phaseAsking {
			break
		}
		if asked++; asked > 20 {
			t.Fatal("asks without end")
		}
		d.press("u")
		if id := q.history[len(q.history)-1][0]; vetted(f).Answers.Value(id) != advisor.DontKnow {
			t.Fatalf("%s is stored as %q", id, vetted(f).Answers.Value(id))
		}
	}
	if asked < 4 {
		t.Errorf("only %d screens for somebody nothing is known of", asked)
	}
	d.wants("Ignore or vet further")
}

func TestResumesWhereItStopped(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.press("n", "3", "2")
	asked := d.root.top().(*questionnaire).prompt.text()
	d.press("esc")
	if got := d.top(); got != "inbox" {
		t.Fatalf("esc leads to %s", got)
	}
	again := newDriver(t, 80, 24, Options{Storage: f})
	again.press("enter")
	if got := again.root.top().(*questionnaire).prompt.text(); got != asked {
		t.Errorf("resumes with %q, not %q", got, asked)
	}
	again.press("b")
	again.wants("What are they to you, mainly?", "A peer in my industry  ✔ your answer")
	again.press("b", "b")
	again.wants("Have you seen any of these?")
}

// jumpTo opens the overview and goes to a question.
func jumpTo(t *testing.T, d *driver, id string) {
	t.Helper()
	d.press("g")
	o := d.root.top().(*review)
	for i, row := range o.rows {
		if row.question.ID == id {
			o.list.at = i
		}
	}
	d.press("enter")
	if got := d.root.top().(*questionnaire).prompt.ids()[0]; got != id {
		t.Fatalf("the jump went to %s", got)
	}
}

func TestSeveralAnswers(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.press("n", "3")
	jumpTo(t, d, "reasons")
	d.press("enter")
	d.wants("Tick at least one, or press u")
	d.press("1", "down", "space", "g", "esc")
	d.wants("1  [✔]", "2  [✔]") // ticks not yet confirmed stay
	d.press("enter")
	if got, want := vetted(f).Answers["reasons"], []string{"leader", "decision_maker"}; !slices.Equal(got, want) {
		t.Errorf("stored %v, not %v", got, want)
	}
	jumpTo(t, d, "reasons")
	d.press("7") // none of these
	if got := d.root.top().(*questionnaire).prompt.(*manyPrompt).values(); !slices.Equal(got, []string{"none"}) {
		t.Errorf("with none ticked: %v", got)
	}
}

func TestTypedTextThatCannotBeSavedIsTriedAgain(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	d := newDriver(t, 80, 24, Options{Storage: f})
	d.press("enter", "n", "N")
	f.failing = errTest
	d.enter("as")
	d.wants("Saving what you type: no space left", "as")
	f.failing = nil
	d.enter("k")
	if got := f.drafts[noteDraft("a1ka", "know")]; got != "ask" {
		t.Errorf("the draft is %q", got)
	}
}

// advised opens the advice on a stranger of whom nothing is known.
func advised(t testing.TB, w, h int, o Options) (*driver, *fakeStorage) {
	t.Helper()
	f := newFakeStorage(somePeople()...)
	o.Storage = f
	d := newDriver(t, w, h, o)
	d.press("enter", "n", "3", "5", "v")
	if got := d.top(); got != "verdict" {
		t.Fatalf("v leads to %s", got)
	}
	d.wants("Ignore or vet further", "not settled yet")
	return d, f
}

func TestDraftsAreChosenEditedAndKept(t *testing.T) {
	d, _ := advised(t, 80, 24, Options{})
	v := d.root.top().(*verdict)
	if len(v.drafts.replies) < 2 {
		t.Fatalf("only %d drafts", len(v.drafts.replies))
	}
	first := v.drafts.text()
	d.press("right")
	if second := v.drafts.text(); second == first {
		t.Error("right shows the same draft")
	}
	d.press("left", "t")
	d.enter(" " + alphabet)
	if got := v.drafts.text(); got != first+" "+alphabet || d.top() != "verdict" {
		t.Errorf("typed at the end of %q: %q on %s", first, got, d.top())
	}
	d.wants("(changed)", "too many for a note")
	d.resize(120, 44)
	d.wants("(changed)", "too many for a note")
	d.resize(80, 24)
	d.press("esc")
	d.wants("(changed)", "too many for a note")
	d.press("esc", "v")
	if got := d.root.top().(*verdict).drafts.text(); got != first+" "+alphabet {
		t.Errorf("what was typed is lost: %q", got)
	}
	d.press("t", "ctrl+x", "y")
	if got := d.root.top().(*verdict).drafts.text(); got != first {
		t.Errorf("after throwing away: %q", got)
	}
}

func TestTheVerdictScrolls(t *testing.T) {
	d, _ := advised(t, 80, 24, Options{})
	d.press("j")
	if got := d.root.top().(*verdict).top; got != 1 {
		t.Errorf("j scrolls to line %d", got)
	}
	d.press("G")
	d.wants("I left it until a date")
	d.wantsNot("more lines")
	d.press("g")
	d.wants("not settled yet")
}

// What was answered is not among what could still change the advice, and the
// end of the questions does not call itself all of them while some are open.
func TestWhatIsAnsweredIsNotStillOpen(t *testing.T) {
	d, f := strangers(t, 80, 24, "n", "3", "5")
	for i := 0; i < 20 && d.top() == "questionnaire"; i++ {
		key := "u"
		if _, ok := d.root.top().(*questionnaire).prompt.(*signsPrompt); ok {
			key = "n"
		}
		d.press(key)
	}
	v := d.root.top().(*verdict)
	if v.advice.Settled || len(v.advice.Flips) == 0 {
		t.Fatalf("settled %v, with %d answers that would change it", v.advice.Settled, len(v.advice.Flips))
	}
	for _, flip := range v.advice.Flips {
		if said := f.all["m1sc"].Answers.Value(flip.Question); said != "" && said != advisor.DontKnow {
			t.Errorf("%s is answered %q and could still change it", flip.Question, said)
		}
	}
	d.press("esc")
	d.wants("Enough asked: here is the advice.", "more could be answered (g)", "c      answer more")
	d.wantsNot("These were all")
}

func inboxOf(d *driver) *inbox { return d.root.stack[0].screen.(*inbox) }

// What a list is sorted by and where the preview is are the same in the next
// program, each list for itself.
func TestTheLookOfListsOutlivesTheProgram(t *testing.T) {
	start := realPrograms(t)
	d := start()
	for _, name := range []string{"Bo Berg", "Ann Ash", "Cy Cole"} {
		addOne(d, name)
	}
	d.resize(120, 40)
	d.press("p", "S", "3")
	d.wants("by name ↑")
	d.press("4", "S", "3", "S", "3")
	d.wants("by name ↓")

	d = start()
	d.resize(120, 40)
	d.wants("by name ↑")
	d.wantsNot("│")
	if got := names(d); !slices.Equal(got, []string{"Ann Ash", "Bo Berg", "Cy Cole"}) || inboxOf(d).cursors[0].at != 0 {
		t.Errorf("sorted %v, the cursor on %d", got, inboxOf(d).cursors[0].at)
	}
	d.press("4")
	d.wants("by name ↓")
	d.press("2")
	d.wants("by due day ↑")
	d.press("1", "S", "1", "p", "P", "P")
	d.wants("by date ↓", "│")

	d = start()
	d.resize(120, 40)
	d.wants("by date ↓", "│")
	d.press("4")
	d.wants("by name ↓")
	d.press("P")

	d = start()
	d.resize(120, 40)
	d.wants("────")
	d.wantsNot("│")
}

// A dialog that opens by itself does not take the key meant for what was
// there before.
func TestDialogsThatOpenByThemselvesWait(t *testing.T) {
	d := newDriver(t, 80, 24, withPeople())
	a := &asker{}
	a.env = d.root.env
	d.run(d.root.apply(0, push(a)))
	d.send(askNow{})
	d.press("y")
	if d.top() != "confirm" {
		t.Fatal("the key was taken at once")
	}
	d.now = d.now.Add(graceTime)
	d.press("enter")
	if d.top() != "asker" || slices.Contains(a.got, tea.Msg("agreed")) {
		t.Errorf("enter was not No: on %s", d.top())
	}
	d.send(askNow{})
	d.now = d.now.Add(graceTime)
	d.press("tab", "enter")
	if !slices.Contains(a.got, tea.Msg("agreed")) {
		t.Error("the screen below did not hear Yes")
	}
}

func TestTheStartOffersToResume(t *testing.T) {
	start := realPrograms(t)
	d := start()
	d.wantsNot("Resume")
	d.press("esc")
	addOne(d, "Łucja Nowak")
	d = start()
	d.wantsNot("Resume")
	d.press("enter", "n", "3", "2")
	asked := d.root.top().(*questionnaire).prompt.text()

	d = start()
	d.wants("↩ Resume Łucja Nowak, 3 of ", "c goes on")
	d.press("j", "k") // it is in nobody's way
	d.wants("↩ Resume")
	d.press("c")
	if got := d.root.top().(*questionnaire).prompt.text(); got != asked {
		t.Errorf("resumes with %q, not %q", got, asked)
	}
	d.press("esc")
	d.wantsNot("Resume")
	d.press("d", "1", "enter")

	d = start()
	d.wantsNot("Resume")
}
