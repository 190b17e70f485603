package tables

import (
	"bytes"
	"slices"
)

// Keyed is an entry to be written; entries are sorted by key before, because
// bbolt is many times slower otherwise.
type Keyed struct{ Key, Value []byte }

func SortKeyed(entries []Keyed) {
	slices.SortFunc(entries, func(a, b Keyed) int { return bytes.Compare(a.Key, b.Key) })
}

// BulkFill is how full pages are made when many entries are written in order.
// The rest is room for later changes.
const BulkFill = 0.9
