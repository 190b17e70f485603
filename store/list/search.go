package list

import (
	"context"
	"runtime"

	"linkvet/store/fold"
)

// rowSeparator ends the text of each row.
const rowSeparator = "\x01"

// Searchable returns the table with the text that queries look into, folded
// once and in few pieces, so that a key typed costs one pass over memory. Both
// share the rest.
func (t *Table) Searchable(ctx context.Context) (*Table, error) {
	made := &Table{blocks: make([]*block, len(t.blocks)), rows: t.rows}
	var text []byte
	for n, b := range t.blocks {
		if err := yield(ctx); err != nil {
			return nil, err
		}
		text = text[:0]
		ends := make([]uint32, len(b.keys))
		for k := range b.keys {
			row, err := decodeEntry(b.entry(k), 0)
			if err != nil {
				return nil, err
			}
			text = append(appendFoldedRow(text, &row), rowSeparator...)
			ends[k] = uint32(len(text))
		}
		made.blocks[n] = &block{keys: b.keys, data: b.data, ends: b.ends, text: string(text), textEnds: ends}
	}
	return made, nil
}

// folded is the text of a row.
func (b *block) folded(k int) string {
	text := piece(b.text, b.textEnds, k)
	return text[:len(text)-len(rowSeparator)]
}

// Matches reports whether row i of a searchable table fulfils the query.
func (t *Table) Matches(q Query, i int) bool {
	b, k := t.at(i)
	return q.match(&b.keys[k], b.folded(k)) && (len(q.urls) == 0 || q.matchURL(b.url(k)))
}

// FoldedName is the name of row i as Fold writes it, for sorting.
func (t *Table) FoldedName(i int) string {
	b, k := t.at(i)
	if b.textEnds != nil {
		return textPart(b.folded(k), textName)
	}
	return fold.Text(t.At(i).Name)
}

// yield is called now and then by work that takes long: it lets others have
// their turn, so that a key pressed meanwhile does not wait until the scheduler
// takes the processor away, and says whether the work is still wanted.
func yield(ctx context.Context) error {
	runtime.Gosched()
	return ctx.Err()
}
