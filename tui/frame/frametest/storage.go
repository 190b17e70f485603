package frametest

import (
	"context"

	"linkvet/store"
	"linkvet/store/exchange"
	"linkvet/store/merge"
)

// RealStorage is a real store; importing is not part of these tests.
type RealStorage struct{ *store.Store }

func (RealStorage) Import(context.Context, []string, bool, func(done, total int)) (merge.ImportReport, error) {
	return merge.ImportReport{}, ErrTest
}

func (RealStorage) Export(context.Context, string, bool, exchange.ExportOptions) (int, error) {
	return 0, ErrTest
}
