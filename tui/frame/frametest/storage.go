package frametest

import (
	"context"

	"linkvet/store"
)

// RealStorage is a real store; importing is not part of these tests.
type RealStorage struct{ *store.Store }

func (RealStorage) Import(context.Context, []string, bool, func(done, total int)) (store.ImportReport, error) {
	return store.ImportReport{}, ErrTest
}

func (RealStorage) Export(context.Context, string, bool, store.ExportOptions) (int, error) {
	return 0, ErrTest
}
