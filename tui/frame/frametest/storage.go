package frametest

import (
	"context"
	"testing"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/exchange"
	"linkvet/store/merge"
	"linkvet/store/vault"
	"linkvet/tui/screen"
)

// RealStorage is a real store; importing is not part of these tests.
type RealStorage struct{ *store.Store }

func (RealStorage) Import(context.Context, []string, bool, func(done, total int)) (merge.ImportReport, error) {
	return merge.ImportReport{}, ErrTest
}

func (RealStorage) Export(context.Context, string, bool, exchange.ExportOptions) (int, error) {
	return 0, ErrTest
}

// StoreAt is a program over a real store at path. Each time it is called is
// another start of the program.
func StoreAt(t testing.TB, path string) screen.Options {
	t.Helper()
	s, err := store.Open(path, vault.Options{Now: TestNow, Profile: func() advisor.Profile { return advisor.Profile{} }})
	if err != nil {
		t.Fatal(err)
	}
	return screen.Options{
		Storage: RealStorage{Store: s}, Unwritable: s.Unwritable(),
		Claim: func() (bool, error) { return true, s.Unwritable() },
	}
}

// AddOne adds an invitation by hand.
func (d *Driver) AddOne(name string) {
	d.T.Helper()
	d.Press("a")
	d.Enter(name)
	d.Press("ctrl+o")
	d.Wants(name)
}
