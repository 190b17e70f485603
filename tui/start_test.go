package tui

import "testing"

func newDriver(t testing.TB, w, h int, o Options) *driver {
	t.Helper()
	return newDriverOf(t, w, h, o, screens)
}
