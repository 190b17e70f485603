package tui

import (
	"context"
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
