package reaching

import (
	"slices"
	"testing"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func driver(t *testing.T, w, h int, page screen.Page) (*frametest.Driver, *frametest.FakeStorage) {
	t.Helper()
	o := frametest.WithReaching()
	d := frametest.New(t, w, h, o, func(e *screen.Env, page screen.Page) screen.Screen {
		switch page := page.(type) {
		case screen.NotePage:
			return NewNote(e, page.ID)
		case screen.StepsPage:
			return NewSteps(e, page.ID)
		}
		return &frametest.Stub{Page: page}
	})
	d.Open(page)
	return d, o.Storage.(*frametest.FakeStorage)
}

// A note is put together while the person says what it is about, and what they
// said is theirs from then on.
func TestANoteIsMadeOfWhatIsSaid(t *testing.T) {
	d, f := driver(t, 80, 24, screen.NotePage{ID: "o3"})
	d.Wants("Say one of these")
	d.Enter("you edited the book that taught me to read maps")
	d.Wants("Hi Ines, you edited the book", "would fit a hundred others")
	d.Press("enter")
	d.Enter("Maria Ford told me of you")
	d.Press("tab", "tab")
	d.Wants("Hi Ines, Maria Ford told me of you. You edited", "Nothing speaks against it", "of 200 characters")
	d.Press("right")
	d.Wants("‹ 2 of 3 ›  Why you write first")
	d.Press("enter")
	d.Wants("Kept as your note to Ines Fadel")
	inv := f.All["o3"]
	if want := "Hi Ines, you edited the book that taught me to read maps. Maria Ford told me of you."; inv.Note != want {
		t.Errorf("kept %q", inv.Note)
	}
	if inv.AnswerNotes["know"] != "Maria Ford told me of you" || inv.AnswerNotes["own_words"] == "" {
		t.Errorf("said %v", inv.AnswerNotes)
	}
}

// What was typed and not saved is there again, and esc loses nothing.
func TestTheTextIsKeptWhileTyped(t *testing.T) {
	d, f := driver(t, 80, 24, screen.NotePage{ID: "o1"})
	d.Press("t")
	d.Enter(" See you in Basel.")
	d.Wants("Your text", "See you in Basel.")
	d.Press("esc")
	d.Wants("In your own words")
	d.Press("esc")
	d.Open(screen.NotePage{ID: "o1"})
	d.Wants("In your own words", "See you in Basel.")
	d.Press("t", "ctrl+x", "y")
	d.WantsNot("See you in Basel.")
	if got := f.All["o1"].Note; got != "" {
		t.Errorf("nothing was kept, and the note is %q", got)
	}
}

// Sending is recorded from where the note was copied.
func TestSentFromTheNote(t *testing.T) {
	d, f := driver(t, 80, 24, screen.NotePage{ID: "o1"})
	d.Press("a")
	if inv := f.All["o1"]; inv.Decision != record.Sent {
		t.Errorf("recorded %q", inv.Decision)
	}
	d, f = driver(t, 80, 24, screen.NotePage{ID: "o1"})
	d.Press("f")
	d.Enter("4 weeks")
	d.Press("enter")
	if inv := f.All["o1"]; inv.Decision != record.Sent || inv.FollowUp.IsZero() {
		t.Errorf("recorded %q, to follow up %v", inv.Decision, inv.FollowUp)
	}
}

// The limit is that of the account.
func TestTheLimitIsTheAccounts(t *testing.T) {
	o := frametest.WithReaching()
	o.Settings = &frametest.FakeSettings{Asked: true}
	o.Settings.(*frametest.FakeSettings).Person.Premium = true
	d := frametest.New(t, 80, 24, o, func(e *screen.Env, _ screen.Page) screen.Screen { return NewNote(e, "o1") })
	d.Open(screen.NotePage{ID: "o1"})
	d.Wants("of 300 characters")
}

// Every letter typed into a part is text.
func TestAlphabetIntoTheParts(t *testing.T) {
	d, _ := driver(t, 80, 24, screen.NotePage{ID: "o3"})
	for _, chunk := range frametest.AlphabetInPieces() {
		d.Enter(chunk)
		d.Wants(chunk)
		for range []rune(chunk) {
			d.Press("backspace")
		}
	}
}

// Steps are ticked off at once, in any order, and a tick is taken back.
func TestStepsAreTickedOff(t *testing.T) {
	d, f := driver(t, 80, 24, screen.StepsPage{ID: "j2"})
	d.Wants("2 of 6 done", "[x] Complete your profile", "[ ] Take part")
	if got := d.Marked(); got == "" {
		t.Error("no step is marked")
	}
	d.Press("space") // the first open one
	d.Press("6")
	d.Wants("4 of 6 done", "Once a week comment")
	d.Press("1")
	d.Wants("3 of 6 done")
	if got := f.All["j2"].Answers["steps_done"]; !slices.Equal(got, []string{"follow", "message", "engage"}) {
		t.Errorf("stored %v", got)
	}
	d, f = driver(t, 60, 15, screen.StepsPage{ID: "j1"})
	d.Press("space", "space")
	if got, ok := f.All["j1"].Answers["steps_done"]; ok {
		t.Errorf("stored %v", got)
	}
}

// In the smallest window, too, the text is seen while it is made.
func TestTheTextIsSeenInASmallWindow(t *testing.T) {
	d, _ := driver(t, 40, 10, screen.NotePage{ID: "o3"})
	d.Enter("you edited the book that taught me to read maps")
	d.Wants("Hi Ines, you edited the book")
	d.Press("tab", "tab", "tab")
	d.Wants("Hi Ines, you edited the book", "to read maps.")
}
