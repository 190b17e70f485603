package tui

import "testing"

func importingDriver(t testing.TB, w, h int, o Options) *driver {
	t.Helper()
	return newDriverOf(t, w, h, o, func(e *env, what any) screen {
		switch what := what.(type) {
		case openImport:
			return newImport(e, what.path)
		}
		return stub{what}
	})
}
