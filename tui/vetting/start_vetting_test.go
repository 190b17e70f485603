package vetting

import (
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func vettingDriver(t testing.TB, w, h int, o screen.Options) *frametest.Driver {
	t.Helper()
	return frametest.New(t, w, h, o, func(e *screen.Env, page screen.Page) screen.Screen {
		switch page := page.(type) {
		case screen.QuestionsPage:
			return NewQuestionnaire(e, page.ID)
		case screen.VettingRunPage:
			return NewSession(e, page.IDs)
		}
		return &frametest.Stub{Page: page}
	})
}
