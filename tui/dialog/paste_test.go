package dialog

import (
	"linkvet/store/record"
	"strings"
	"testing"

	"linkvet/tui/frame/frametest"
)

const pastedBlock = "Jordan Pike\nProject lead at Tidewheel Energy\nSam Quill and 3 other mutual connections\n2 weeks ago\nIgnore\nAccept\n"

func TestPastedBlockFillsTheForm(t *testing.T) {
	d := dialogDriver(t, 100, 30, frametest.WithPeople())
	d.Push(NewAdd(d.Root.Env, record.Incoming))
	d.Send(frametest.Paste(strings.ReplaceAll(pastedBlock, "\n", "\r"))) // as terminals send it
	d.Wants("Jordan Pike", "Project lead at Tidewheel Energy", "Recognized what you pasted")
	d.Press("esc")
	d.Push(NewAdd(d.Root.Env, record.Incoming))
	d.Wants("Jordan Pike") // kept like anything typed
}

func TestPastedLineStaysInItsField(t *testing.T) {
	d := dialogDriver(t, 100, 30, frametest.WithPeople())
	d.Push(NewAdd(d.Root.Env, record.Incoming))
	d.Send(frametest.Paste("Jordan Pike"))
	d.Wants("Jordan Pike")
	d.WantsNot("Recognized")
}
