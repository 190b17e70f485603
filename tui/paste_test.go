package tui

import (
	"strings"
	"testing"
	"time"
)

const pastedBlock = "Jordan Pike\nProject lead at Tidewheel Energy\nSam Quill and 3 other mutual connections\n2 weeks ago\nIgnore\nAccept\n"

func TestPastedBlockFillsTheForm(t *testing.T) {
	d := newDriver(t, 100, 30, withPeople())
	d.press("a")
	d.send(paste(strings.ReplaceAll(pastedBlock, "\n", "\r"))) // as terminals send it
	d.wants("Jordan Pike", "Project lead at Tidewheel Energy", "Recognised what you pasted")
	d.press("esc", "a")
	d.wants("Jordan Pike") // kept like anything typed
}

func TestPastedLineStaysInItsField(t *testing.T) {
	d := newDriver(t, 100, 30, withPeople())
	d.press("a")
	d.send(paste("Jordan Pike"))
	d.wants("Jordan Pike")
	d.wantsNot("Recognised")
}

func TestTimeLeft(t *testing.T) {
	for _, c := range []struct {
		done, total int
		took        time.Duration
		want        string
	}{
		{10, 100, 500 * time.Millisecond, ""},
		{100, 100, 5 * time.Second, ""},
		{25_000, 100_000, 5 * time.Second, "about 15s left"},
	} {
		if got := timeLeft(c.done, c.total, c.took); got != c.want {
			t.Errorf("%d of %d in %s: %q, want %q", c.done, c.total, c.took, got, c.want)
		}
	}
}
