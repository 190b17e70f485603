package store

import (
	"bytes"
	"slices"
)

// keyed is an entry to be written; entries are sorted by key before, because
// bbolt is many times slower otherwise.
type keyed struct{ key, value []byte }

func sortKeyed(entries []keyed) {
	slices.SortFunc(entries, func(a, b keyed) int { return bytes.Compare(a.key, b.key) })
}

// bulkFill is how full pages are made when many entries are written in order.
// The rest is room for later changes.
const bulkFill = 0.9
