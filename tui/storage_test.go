package tui

import (
	"context"
	"linkvet/advisor"
	"linkvet/store"
	"testing"
)

// realStorage is a real store; importing is not part of these tests.
type realStorage struct{ *store.Store }

func (realStorage) Import(context.Context, []string, bool, func(done, total int)) (store.ImportReport, error) {
	return store.ImportReport{}, errTest
}

func (realStorage) Export(context.Context, string, bool, store.ExportOptions) (int, error) {
	return 0, errTest
}

// overStore is a driver over a real store at path.
func overStore(t *testing.T, path string) *driver {
	t.Helper()
	s, err := store.Open(path, store.Options{Now: testNow, Profile: func() advisor.Profile { return advisor.Profile{} }})
	if err != nil {
		t.Fatal(err)
	}
	return newDriver(t, 100, 30, Options{Storage: realStorage{Store: s}, Unwritable: s.Unwritable(), Claim: func() (bool, error) {
		return true, s.Unwritable()
	}})
}
