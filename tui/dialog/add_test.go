package dialog

import (
	"linkvet/advisor"
	"linkvet/tui/words"
	"slices"
	"testing"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func TestDiscardingADraftAsks(t *testing.T) {
	d := dialogDriver(t, 80, 24, frametest.WithPeople())
	d.Push(NewAdd(d.Root.Env, record.Incoming))
	d.Enter("Half a name")
	d.Press("ctrl+x", "enter")
	d.Wants("Half a name")
	d.Press("ctrl+x", "y")
	d.WantsNot("Half a name")
	if d.Top() != "addForm" {
		t.Errorf("on %s", d.Top())
	}
}

// dialogDriver is the program without any of its screens, to put a dialog on.
func dialogDriver(t testing.TB, w, h int, o screen.Options) *frametest.Driver {
	t.Helper()
	return frametest.New(t, w, h, o, func(_ *screen.Env, page screen.Page) screen.Screen { return &frametest.Stub{Page: page} })
}

// What could not be kept is never called kept.
func TestKeptIsSaidOnceItIsSo(t *testing.T) {
	f := frametest.NewFakeStorage()
	f.Failing = frametest.ErrTest
	d := dialogDriver(t, 80, 24, screen.Options{Storage: f})
	d.Push(NewAdd(d.Root.Env, record.Incoming))
	d.Enter("Renée")
	d.Press("esc")
	d.WantsNot("Kept")
	d.Wants("Saving what you type: no space left on the disk")
	f.Failing = nil
	d.Push(NewAdd(d.Root.Env, record.Incoming))
	d.Wants("Renée")
	d.Press("esc")
	d.Wants("Kept what you typed; a opens it again")
	if len(f.Typed) != 1 {
		t.Errorf("the store has %q", f.Typed)
	}
}

// The words of a dialog are there again when they could not be saved.
func TestAFailedSaveKeepsTheWords(t *testing.T) {
	for name, c := range map[string]struct {
		open func(d *frametest.Driver, rows ...record.Row) screen.Screen
		keys []string
		text string
	}{
		"later":  {func(d *frametest.Driver, rows ...record.Row) screen.Screen { return NewLater(d.Root.Env, rows...) }, nil, "2 weeks"},
		"tags":   {func(d *frametest.Driver, rows ...record.Row) screen.Screen { return NewTags(d.Root.Env, rows) }, nil, "choir"},
		"decide": {func(d *frametest.Driver, rows ...record.Row) screen.Screen { return NewDecide(d.Root.Env, rows...) }, []string{"1"}, "old friend"},
	} {
		for n := 1; n <= 2; n++ { // one invitation, or several
			f := frametest.NewFakeStorage(frametest.SomePeople()...)
			d := dialogDriver(t, 80, 24, screen.Options{Storage: f})
			rows := []record.Row{rowOf(f, "b2li"), rowOf(f, "c3em")}[:n]
			d.Push(c.open(d, rows...))
			d.Press(c.keys...)
			d.Enter(c.text)
			f.Failing = frametest.ErrTest
			d.Press("enter")
			d.Wants(": no space left on the disk")
			d.Push(c.open(d, rows...))
			d.Press(c.keys...)
			d.Wants(c.text)
			f.Failing = nil
			d.Press("enter")
			d.Push(c.open(d, rows...))
			d.Press(c.keys...)
			d.WantsNot("› " + c.text)
			if t.Failed() {
				t.Log(name, n)
			}
		}
	}
}

// A reason typed for one decision is not that of another.
func TestEachDecisionHasItsReason(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := dialogDriver(t, 80, 24, screen.Options{Storage: f})
	d.Push(NewDecide(d.Root.Env, rowOf(f, "b2li")))
	d.Press("1")
	d.Enter("an old friend")
	d.Press("esc", "5")
	d.WantsNot("an old friend")
	d.Press("esc", "1")
	d.Wants("an old friend")
	d.Press("esc", "5", "enter")
	if want := "decided b2li blocked "; f.Calls[0] != want {
		t.Errorf("%q, want %q", f.Calls[0], want)
	}
	if len(f.Typed) > 0 {
		t.Errorf("left unsaved: %q", f.Typed)
	}
}

func rowOf(f *frametest.FakeStorage, id string) record.Row {
	inv := f.All[id]
	return inv.Row(frametest.TestNow())
}

// What is marked at first is what the advice says to do. Without advice, enter
// records nothing that nobody said.
func TestTheDecisionMarkedFirstIsTheAdvised(t *testing.T) {
	for id, want := range map[string]string{
		"b2li": "› l  I left it until a date", "c3em": "› X  I reported and blocked the sender", "d4ar": "› a  I accepted it", "g7la": "› a  I accepted it",
	} {
		f := frametest.NewFakeStorage(frametest.SomePeople()...)
		d := dialogDriver(t, 80, 24, screen.Options{Storage: f})
		d.Push(NewDecide(d.Root.Env, rowOf(f, id)))
		d.Wants(want)
	}
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := dialogDriver(t, 80, 24, screen.Options{Storage: f})
	d.Push(NewDecide(d.Root.Env, rowOf(f, "a1ka")))
	d.WantsNot("›")
	d.Press("enter")
	d.Wants("Mark what you did first")
	d.Press("j", "enter")
	if want := []string{"decided a1ka accepted "}; !slices.Equal(f.Calls, want) {
		t.Errorf("%q, want %q", f.Calls, want)
	}
}

// The footer says what enter does.
func TestEnterIsCalledWhatItDoes(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := dialogDriver(t, 80, 24, screen.Options{Storage: f})
	for want, s := range map[string]screen.Screen{
		"enter write": NewExport(d.Root.Env, []string{"a1ka"}, 0),
		"enter save":  NewLater(d.Root.Env, rowOf(f, "a1ka")),
		"enter save ": NewTags(d.Root.Env, []record.Row{rowOf(f, "a1ka")}),
	} {
		d.Push(s)
		d.Wants(want)
		d.WantsNot("enter choose")
	}
}

// A tag that is wanted before it is known which there are is put in as soon as
// they are, and saving waits for it.
func TestCompletingATagWaitsForTheTags(t *testing.T) {
	people := frametest.SomePeople()
	people[0].Tags = []string{"bridges"}
	f := frametest.NewFakeStorage(people...)
	d := dialogDriver(t, 80, 24, screen.Options{Storage: f})
	tags := NewTags(d.Root.Env, []record.Row{rowOf(f, "b2li")})
	load := d.Root.Apply(len(d.Root.Stack)-1, screen.Push(tags))
	d.Enter("br")
	d.Press("tab", "enter")
	if len(f.Calls) > 0 {
		t.Fatalf("saved before the tags are known: %q", f.Calls)
	}
	d.Run(load)
	if got := f.All["b2li"].Tags; !slices.Equal(got, []string{"bridges"}) {
		t.Errorf("tagged %q", got)
	}
}

// What is marked is what enter records on the advice, which for somebody to vet
// further is to leave them until a date.
func TestTheMarkedDecisionIsThatOfTheAdvice(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	inv := f.All["a1ka"]
	inv.Answers = advisor.Answers{"know": {"no"}, "role": {"peer"}}
	adv := words.AdviceOn(inv, advisor.Profile{})
	inv.Recommendation = adv.Recommendation
	f.All["a1ka"] = inv
	if next, ok := words.Next(inv, adv); !ok || next.Act.Decision != record.NotDecided || adv.Recommendation != advisor.IgnoreOrVetFurther {
		t.Fatalf("advised is %v, %v", adv.Recommendation, next)
	}
	d := dialogDriver(t, 80, 24, screen.Options{Storage: f})
	d.Push(NewDecide(d.Root.Env, rowOf(f, "a1ka")))
	d.Wants("› l  I left it until a date")
}

// A day to follow up is a day on which, not one until which.
func TestAFollowUpIsOnADay(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := dialogDriver(t, 80, 24, screen.Options{Storage: f})
	d.Push(NewFollowUp(d.Root.Env, rowOf(f, "a1ka"), record.Act{Decision: record.Accepted}))
	d.Enter("2 weeks")
	d.Wants("On Friday 4 December 2026.")
	d.Press("enter")
	d.Wants("Saved: ", "accepted, to follow up on Friday 4 December")
}
