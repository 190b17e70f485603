package tui

import "testing"

func inboxDriver(t testing.TB, w, h int, o Options) *driver {
	t.Helper()
	return newDriverOf(t, w, h, o, func(e *env, what any) screen {
		switch what.(type) {
		case openInbox:
			return newInbox(e)
		case openTaken:
			return newTaken(e)
		}
		return stub{what}
	})
}
