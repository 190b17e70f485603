package tui

import (
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func newDriver(t testing.TB, w, h int, o screen.Options) *frametest.Driver {
	t.Helper()
	return frametest.New(t, w, h, o, screens)
}
