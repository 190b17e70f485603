package screen_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"

	tea "charm.land/bubbletea/v2"
)

// Changes are written one after the other in the order asked, also those left
// over when the program ends.
func TestWriterKeepsTheOrder(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := newDriver(t, 80, 24, screen.Options{Storage: f})
	e := d.Root.Env
	e.After = func(time.Duration, tea.Msg) tea.Cmd { return nil }
	first := e.SaveDecision(1, "a1ka", record.Act{Decision: record.Ignored})
	if second := e.SaveDecision(2, "a1ka", record.Act{Decision: record.Declined}); second != nil {
		t.Fatal("the second change did not wait for the first")
	}
	msg, ok := first().(screen.WroteMsg)
	if !ok {
		t.Fatal("the writer does not say when it is done")
	}
	if saved := msg.Result.(screen.InvitationSavedMsg); saved.Request != 1 {
		t.Errorf("request %d was written first", saved.Request)
	}
	if err := e.SaveRest(); err != nil {
		t.Fatal(err)
	}
	if want := []string{"decided a1ka ignored ", "decided a1ka declined "}; !slices.Equal(f.Calls, want) {
		t.Errorf("written %q, want %q", f.Calls, want)
	}
}

func TestDrainSaysWhatIsLost(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	f.Failing = frametest.ErrTest
	d := newDriver(t, 80, 24, screen.Options{Storage: f})
	d.Root.Env.SaveDecision(1, "a1ka", record.Act{Decision: record.Ignored})
	if err := d.Root.Env.SaveRest(); !errors.Is(err, frametest.ErrTest) {
		t.Errorf("drain said %v", err)
	}
}

func TestPanicInACommandIsShown(t *testing.T) {
	d := newDriver(t, 80, 24, frametest.WithPeople())
	d.Run(d.Root.Env.Write(screen.Save{Doing: "trying"}, func() (tea.Msg, error) { panic("boom") }))
	d.Wants("! Working: linkvet has a fault here", "boom")
}

// newDriver is the program without any of its screens.
func newDriver(t testing.TB, w, h int, o screen.Options) *frametest.Driver {
	t.Helper()
	return frametest.New(t, w, h, o, func(_ *screen.Env, page screen.Page) screen.Screen { return &frametest.Stub{Page: page} })
}
