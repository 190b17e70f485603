package inbox

import (
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func inboxDriver(t testing.TB, w, h int, o screen.Options) *frametest.Driver {
	t.Helper()
	return frametest.New(t, w, h, o, func(e *screen.Env, page screen.Page) screen.Screen {
		switch page.(type) {
		case screen.InboxPage:
			return New(e)
		case screen.TakenPage:
			return NewAlreadyOpen(e)
		}
		return &frametest.Stub{Page: page}
	})
}
