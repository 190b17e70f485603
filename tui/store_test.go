package tui

import (
	"context"
	"path/filepath"
	"testing"

	"linkvet/advisor"
	"linkvet/store"
)

// realStorage is a real store; importing is not part of these tests.
type realStorage struct{ *store.Store }

func (realStorage) Import(context.Context, []string, bool, func(done, total int)) (store.ImportReport, error) {
	return store.ImportReport{}, errTest
}

func (realStorage) Export(context.Context, string, bool, store.ExportOptions) (int, error) {
	return 0, errTest
}

// An invitation added by hand, put off and decided is found again in the store
// by the next program.
func TestOverARealStore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "linkvet.db")
	start := func() *driver {
		s, err := store.Open(path, store.Options{Now: testNow, Profile: func() advisor.Profile { return advisor.Profile{} }})
		if err != nil {
			t.Fatal(err)
		}
		return newDriver(t, 100, 30, Options{Storage: realStorage{Store: s}})
	}
	d := start()
	d.press("a")
	d.enter("Łucja Nowak")
	d.press("tab", "tab", "tab")
	d.enter("https://www.linkedin.com/in/lucja-nowak-example/?trk=x")
	d.press("ctrl+o")
	d.wants("1 waiting", "Łucja Nowak", "linkedin.com/in/lucja-nowak-example")
	d.press("l")
	d.enter("1 month")
	d.press("enter")
	d.wants("Later 1")

	d = start()
	d.wants("Waiting 0", "Later 1")
	d.press("2", "d", "1")
	d.wants("Decided 1")

	d = start()
	d.press("3", "/")
	d.enter("lucja decision:accepted")
	d.wants("1 of 1")
	d.press("enter", "enter")
	d.wants("You: accepted, "+testNow().Format("2 Jan 2006"), "What happened", "postponed", "decided")
	d.press("esc", "esc", "esc", "a")
	d.enter("Łucja Nowak")
	d.press("tab", "tab", "tab")
	d.enter("not an address")
	d.press("ctrl+o")
	d.wants("is not the address of a LinkedIn profile", "Łucja Nowak")
}
