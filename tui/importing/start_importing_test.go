package importing

import (
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func importingDriver(t testing.TB, w, h int, o screen.Options) *frametest.Driver {
	t.Helper()
	return frametest.New(t, w, h, o, func(e *screen.Env, what any) screen.Screen {
		switch what := what.(type) {
		case screen.ImportPage:
			return New(e, what.Path)
		}
		return frametest.Stub{What: what}
	})
}
