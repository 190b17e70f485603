package tui

import (
	"linkvet/advisor"
	"linkvet/store"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// A selection is the inbox's, not a tab's: it stays when another list is looked
// at, and what is done is done with all of it.
func TestSelectionSurvivesTabs(t *testing.T) {
	o := withLists()
	f := o.Storage.(*fakeStorage)
	d := vettingDriver(t, 100, 30, o)
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

func TestAMarkedSuggestionIsTakenAlone(t *testing.T) {
	e := vettingDriver(t, 80, 24, withPeople()).root.env
	p := newSignsPrompt([]string{"asks_for_money", "bad_link_or_file"}, nil, hints{
		"asks_for_money":   {Question: "asks_for_money", Answer: "yes"},
		"bad_link_or_file": {Question: "bad_link_or_file", Answer: "yes"},
	}, e.keyFor)
	p.mark("bad_link_or_file")
	p.act(actionMsg{id: actTakeHint})
	if p.answers["asks_for_money"] != "" || p.answers["bad_link_or_file"] != "yes" {
		t.Errorf("ticked: %v", p.answers)
	}
}

// What was answered in an earlier program is taken back as well, in the order
// it was answered, and what was taken back is not brought back.
func TestTakingBackReadsTheJournal(t *testing.T) {
	list := takenBefore([]store.Entry{
		{What: "added"},
		{What: "answered", Detail: "know: no"},
		{What: "answered", Detail: "know: no -> slightly; trust: yes"},
		{What: "answered", Detail: "favor_do: yes"},
		{What: "answered", Detail: "favor_do: yes -> no answer"},
		{What: "answered", Detail: "advice renewed"},
		{What: "answered", Detail: "reasons: leader,mentee; gibberish: x"},
	})
	if len(list) != 3 {
		t.Fatalf("%d steps: %v", len(list), list)
	}
	if got := list[2].is["reasons"]; len(got) != 2 || got[1] != "mentee" {
		t.Errorf("reasons are %v", got)
	}
	if list[1].was.Value("know") != "no" || list[1].is.Value("know") != "slightly" || list[1].was.Value("trust") != "" {
		t.Errorf("the second step is %v", list[1])
	}
}

// A stranger's name and company cannot change the address that is opened.
func TestPagesQuoteWhatStrangersWrite(t *testing.T) {
	e := vettingDriver(t, 80, 24, withPeople()).root.env
	q := &questionnaire{env: e, loaded: true, inv: store.Invitation{Name: "A&b=c#d", Company: "x\"><y&z=https://evil.example"}}
	for _, p := range q.pages() {
		if strings.ContainsAny(p.url, "\"<># \n") || strings.Count(p.url, "&") > 0 || !strings.HasPrefix(p.url, "https://") {
			t.Errorf("%s has the address %s", p.title, p.url)
		}
	}
}

// Every question can be shown and answered, at the smallest size as well.
func TestEveryQuestionCanBeAnswered(t *testing.T) {
	for _, question := range advisor.Questions() {
		if question.Stage == advisor.StageStopSigns {
			continue
		}
		e := vettingDriver(t, 60, 15, withPeople()).root.env
		for _, given := range []advisor.Answers{{}, {question.ID: {question.Answers[0].Value}}} {
			p := newPrompt([]string{question.ID}, given, nil, e.keyFor)
			if got := p.ids(); !reflect.DeepEqual(got, []string{question.ID}) {
				t.Errorf("%s is shown as %v", question.ID, got)
			}
			p.act(actionMsg{id: actAnswer, key: "1"})
			answers, _ := p.act(actionMsg{id: actAnswer, key: "1"})
			if question.Kind == advisor.Multi {
				p.act(actionMsg{id: actAnswer, key: "2"})
				answers, _ = p.act(actionMsg{id: actDone})
			}
			if answers.Validate() != nil || len(answers[question.ID]) == 0 {
				t.Errorf("%s cannot be answered: %v", question.ID, answers)
			}
			if rows := p.rows(e.styles, 58, false); len(rows.items) < 2 {
				t.Errorf("%s shows %d answers", question.ID, len(rows.items))
			}
		}
	}
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
	again := vettingDriver(t, 80, 24, Options{Storage: f})
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

func TestRoughly(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "about a minute", 80 * time.Second: "about a minute", 2 * time.Minute: "about 2 minutes", 12 * time.Minute: "about 10 minutes",
		33 * time.Minute: "about 35 minutes", 59 * time.Minute: "about an hour", 100 * time.Minute: "about 2 hours", 20 * time.Hour: "about 20 hours",
	} {
		if got := roughly(d); got != want {
			t.Errorf("%v is %q, not %q", d, got, want)
		}
	}
}

func TestTypedTextThatCannotBeSavedIsTriedAgain(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	d := vettingDriver(t, 80, 24, Options{Storage: f})
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

// The demo's texts are not the person's own.
func TestTheDemoKeepsItsOwnTexts(t *testing.T) {
	o := withPeople()
	demo := newFakeStorage(somePeople()...)
	o.OpenDemo = func() (Storage, Settings, error) { return demo, &fakeSettings{asked: true}, nil }
	d := vettingDriver(t, 80, 24, o)
	d.press("D", "enter", "n", "N")
	d.enter("invented")
	d.press("esc", "esc", "esc")
	d.press("enter", "n", "N")
	d.wantsNot("invented")
	if own := o.Storage.(*fakeStorage).drafts; own[noteDraft("a1ka", "know")] != "" {
		t.Errorf("the person's own drafts: %q", own)
	}
}

// advised opens the advice on a stranger of whom nothing is known.
func advised(t testing.TB, w, h int, o Options) (*driver, *fakeStorage) {
	t.Helper()
	f := newFakeStorage(somePeople()...)
	o.Storage = f
	d := vettingDriver(t, w, h, o)
	d.press("enter", "n", "3", "5", "v")
	if got := d.top(); got != "verdict" {
		t.Fatalf("v leads to %s", got)
	}
	d.wants("Ignore or vet further", "not settled yet")
	return d, f
}

func TestOutgoingInvitationsAreSentOrNot(t *testing.T) {
	f := newFakeStorage(store.Invitation{ID: "out1", Name: "Nia Ó Briain", Direction: store.Outgoing, SentAt: testNow()})
	e := vettingDriver(t, 80, 24, Options{Storage: f}).root.env
	v := newVerdict(e, f.all["out1"])
	acts := v.Actions()
	if !slices.Contains(acts, actSent) || !slices.Contains(acts, actNotSent) || slices.Contains(acts, actAccepted) {
		t.Errorf("offers %v", acts)
	}
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
