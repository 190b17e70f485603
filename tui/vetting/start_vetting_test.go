package vetting

import (
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func vettingDriver(t testing.TB, w, h int, o screen.Options) *frametest.Driver {
	t.Helper()
	return frametest.New(t, w, h, o, func(e *screen.Env, what any) screen.Screen {
		switch what := what.(type) {
		case screen.Questions:
			return NewQuestionnaire(e, what.ID)
		case screen.Session:
			return NewSession(e, what.Ids)
		}
		return frametest.Stub{What: what}
	})
}
