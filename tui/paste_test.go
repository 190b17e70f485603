package tui

import (
	"strings"
	"testing"
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
