package tui

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// What is said takes a second row where it does not fit into one, and a row of
// the list makes room; nothing else moves.
func TestLongStatusTakesTwoRows(t *testing.T) {
	d := newDriver(t, 80, 24, withPeople())
	before := strings.Split(d.shows(), "\n")
	d.root.env.say("Asked the terminal to copy the draft (OSC 52); if it did not, the text is on the screen")
	after := strings.Split(d.shows(), "\n")
	d.wants("if it did not, the text is\n    on the screen\n")
	if len(before) != len(after) {
		t.Fatalf("%d rows, were %d", len(after), len(before))
	}
	for i := range before {
		if said := i == 21 || i == 22; before[i] != after[i] && !said {
			t.Errorf("row %d is %q, was %q", i, after[i], before[i])
		}
	}
	d.press("4", "G", "d")
	d.wants("on the screen\n", "What did you do?")
	d.root.env.sayError(errors.New("saving: " + strings.Repeat("words that say what went wrong and where ", 9)))
	checkFits(t, "a long error", d.raw(), 80, 24)
	d.wants("  ! Saving: words", "…\n")
}

// An address is shown to its end however narrow the window is.
func TestStatusShowsAnAddressWhole(t *testing.T) {
	url := "https://www.linkedin.com/in/" + strings.Repeat("a-long-name-", 12) + "end"
	for _, w := range []int{40, 80, 120} {
		d := newDriver(t, w, 24, withPeople())
		d.send(openedMsg{url: url, err: errNoBrowser})
		var joined strings.Builder
		for _, line := range strings.Split(d.shows(), "\n") {
			joined.WriteString(strings.TrimSpace(line))
		}
		if !strings.Contains(joined.String(), url) {
			t.Errorf("at %d the address is not whole:\n%s", w, d.shows())
		}
		checkFits(t, fmt.Sprint("an address at ", w), d.raw(), w, 24)
	}
}

// The marked row is seen, and a click meets the row it is on, while what is said
// takes room from the list.
func TestTheListKeepsItsCursorBelowALongStatus(t *testing.T) {
	d := newDriver(t, 80, 14, withPeople())
	d.press("4", "j", "j", "j", "j", "j", "j")
	d.root.env.say(strings.Repeat("a long sentence ", 8))
	d.press("j", "j", "k")
	if row, _ := inboxOf(d).selected(); !strings.Contains(d.shows(), "›   "+row.Name) {
		t.Errorf("the marked %s is not shown:\n%s", row.Name, d.shows())
	}
	lines := strings.Split(d.shows(), "\n")
	for y := 5; y < 9; y++ {
		d.root.env.status.at = d.now
		d.send(tea.MouseClickMsg{X: 10, Y: y, Button: tea.MouseLeft})
		if row, _ := inboxOf(d).selected(); !strings.Contains(lines[y], string([]rune(nameOr(row.Name))[:3])) {
			t.Errorf("a click on %q marks %s", lines[y], row.Name)
		}
	}
}
