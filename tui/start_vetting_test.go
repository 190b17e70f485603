package tui

import "testing"

func vettingDriver(t testing.TB, w, h int, o Options) *driver {
	t.Helper()
	return newDriverOf(t, w, h, o, func(e *env, what any) screen {
		switch what := what.(type) {
		case openQuestions:
			return newQuestionnaire(e, what.id)
		case openSession:
			return newSession(e, what.ids)
		}
		return stub{what}
	})
}
