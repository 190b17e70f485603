package frame_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
	"linkvet/tui/widget"
)

// What is said takes a second row where it does not fit into one, and a row of
// the list makes room; nothing else moves.
func TestLongStatusTakesTwoRows(t *testing.T) {
	d := newDriver(t, 80, 24, frametest.WithPeople())
	before := strings.Split(d.Shows(), "\n")
	d.Root.Env.Say("Asked the terminal to copy the draft (OSC 52); if it did not, the text is on the screen")
	after := strings.Split(d.Shows(), "\n")
	d.Wants("if it did not, the text is\n    on the screen\n")
	if len(before) != len(after) {
		t.Fatalf("%d rows, were %d", len(after), len(before))
	}
	for i := range before {
		if said := i == 21 || i == 22; before[i] != after[i] && !said {
			t.Errorf("row %d is %q, was %q", i, after[i], before[i])
		}
	}
	d.Push(widget.NewConfirm(d.Root.Env, "Really?", "It cannot be taken back.", "Yes", "agreed"))
	d.Wants("on the screen\n", "It cannot be taken back")
	d.Root.Env.SayError(errors.New("saving: " + strings.Repeat("words that say what went wrong and where ", 9)))
	frametest.CheckFits(t, "a long error", d.Raw(), 80, 24)
	d.Wants("  ! Saving: words", "…\n")
}

// An address is shown to its end however narrow the window is.
func TestStatusShowsAnAddressWhole(t *testing.T) {
	url := "https://www.linkedin.com/in/" + strings.Repeat("a-long-name-", 12) + "end"
	for _, w := range []int{40, 80, 120} {
		d := newDriver(t, w, 24, frametest.WithPeople())
		d.Send(screen.OpenedMsg{URL: url, Err: screen.ErrNoBrowser})
		var joined strings.Builder
		for _, line := range strings.Split(d.Shows(), "\n") {
			joined.WriteString(strings.TrimSpace(line))
		}
		if !strings.Contains(joined.String(), url) {
			t.Errorf("at %d the address is not whole:\n%s", w, d.Shows())
		}
		frametest.CheckFits(t, fmt.Sprint("an address at ", w), d.Raw(), w, 24)
	}
}

func TestStatusFades(t *testing.T) {
	d := newDriver(t, 80, 24, frametest.WithPeople())
	d.Press("M")
	d.Wants("Mouse on")
	d.Press("j")
	d.Wants("Mouse on")
	d.Now = d.Now.Add(3 * time.Second)
	d.Press("j")
	d.WantsNot("Mouse on")
}

// What was said on one screen is not said on the next, whatever leads there and
// however soon.
func TestWhatIsSaidStaysOnItsScreen(t *testing.T) {
	d, _, _ := on(t, false)
	d.Root.Env.Say("Mouse on")
	d.Press("esc")
	d.WantsNot("Mouse on")
	d.Root.Env.SayError(frametest.ErrTest)
	d.Press("esc")
	d.Wants("No space left on the disk")
}
