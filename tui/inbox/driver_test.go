package inbox

import (
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func inboxDriver(t testing.TB, w, h int, o screen.Options) *frametest.Driver {
	t.Helper()
	return frametest.New(t, w, h, o, func(e *screen.Env, what any) screen.Screen {
		switch what.(type) {
		case screen.OpenInbox:
			return New(e)
		case screen.OpenTaken:
			return NewTaken(e)
		}
		return frametest.Stub{What: what}
	})
}
