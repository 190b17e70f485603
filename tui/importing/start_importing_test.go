package importing

import (
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func importingDriver(t testing.TB, w, h int, o screen.Options) *frametest.Driver {
	t.Helper()
	return frametest.New(t, w, h, o, func(e *screen.Env, page screen.Page) screen.Screen {
		switch page := page.(type) {
		case screen.ImportPage:
			return New(e, page.Path)
		}
		return &frametest.Stub{Page: page}
	})
}
