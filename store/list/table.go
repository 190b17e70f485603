package list

import (
	"context"
	"strings"
	"time"

	"linkvet/store/record"
)

// Table is the list of invitations as a program keeps it that shows them:
// newest first, each in the bytes of its summary and a RowKey, so that a hundred
// thousand take little memory. A Row is made when it is asked for.
//
// It may be read by several goroutines at once, but not while Replace runs.
type Table struct {
	blocks []*block
	rows   int
}

// blockRows is how many rows lie in one piece of memory: so few that one with a
// changed row in it is soon made again, and so many that the pieces themselves
// count for nothing.
const blockRows = 512

// block is the next rows of a table. It is never changed, only replaced.
type block struct {
	keys     []RowKey
	data     string   // of each row the id, behind its length, and the summary
	ends     []uint32 // where in data each row ends
	text     string   // of each row the folded text and rowSeparator
	textEnds []uint32 // nil until there is text
}

// Judge fills the keys of a table that was just read. It returns the key of
// an entry that cannot be read.
func (t *Table) Judge(ctx context.Context, now time.Time) (bad []byte, err error) {
	for _, b := range t.blocks {
		if err := yield(ctx); err != nil {
			return nil, err
		}
		for k := range b.keys {
			row, err := decodeEntry(b.entry(k), b.keys[k].Sent)
			if err != nil {
				return record.ListKey(record.Moment(b.keys[k].Sent), row.ID), err
			}
			row.Judge(now)
			b.keys[k] = RowKeyOf(&row)
		}
	}
	return nil, nil
}

// Len is how many rows there are.
func (t *Table) Len() int { return t.rows }

// at returns the block of a row and its place there.
func (t *Table) at(i int) (b *block, k int) { return t.blocks[i/blockRows], i % blockRows }

// At returns row i.
func (t *Table) At(i int) record.Row {
	b, k := t.at(i)
	// The row must not keep its whole block in memory. What cannot be decoded
	// was refused when the table was made.
	row, _ := decodeEntry(strings.Clone(b.entry(k)), b.keys[k].Sent)
	key := &b.keys[k]
	row.Status, row.Due, row.Back, row.Reach = key.Status(), key.Due, key.Back, key.Reach()
	return row
}

// Key returns the key of row i, to be read only.
func (t *Table) Key(i int) *RowKey {
	b, k := t.at(i)
	return &b.keys[k]
}

// ID returns the id of row i. It keeps other rows in memory while it is in use.
func (t *Table) ID(i int) string {
	b, k := t.at(i)
	in := record.Reader{Rest: b.entry(k)}
	return in.Text()
}

// Replace puts changed rows, by their place, where the old ones are.
func (t *Table) Replace(rows map[int]record.Row) {
	touched := map[int]bool{}
	for i := range rows {
		touched[i/blockRows] = true
	}
	for n := range touched {
		t.blocks[n] = t.blocks[n].with(rows, n*blockRows)
	}
}

// with is the block with some rows changed; first is the place of its first.
func (b *block) with(rows map[int]record.Row, first int) *block {
	var p Packer
	var text []byte
	ends := make([]uint32, 0, len(b.textEnds))
	for k := range b.keys {
		row, changed := rows[first+k]
		if changed {
			p.addRow(&row)
		} else {
			p.keep(b.entry(k), b.keys[k])
		}
		if b.textEnds == nil {
			continue
		}
		if changed {
			text = append(appendFoldedRow(text, &row), rowSeparator...)
		} else {
			text = append(append(text, b.folded(k)...), rowSeparator...)
		}
		ends = append(ends, uint32(len(text)))
	}
	made := p.Done().blocks[0]
	if b.textEnds != nil {
		made.text, made.textEnds = string(text), ends
	}
	return made
}

// entry is the id and the summary of a row.
func (b *block) entry(k int) string { return piece(b.data, b.ends, k) }

// url is the address of a row, which shares its memory.
func (b *block) url(k int) string {
	row, _ := decodeEntry(b.entry(k), 0) // what cannot be decoded was refused before
	return row.URL
}

// piece is one of the pieces of a text that end at ends.
func piece(text string, ends []uint32, k int) string {
	if k == 0 {
		return text[:ends[0]]
	}
	return text[ends[k-1]:ends[k]]
}

// decodeEntry reads the id and the summary of a row, which shares its memory.
func decodeEntry(entry string, sent int64) (record.Row, error) {
	in := record.Reader{Rest: entry}
	id := in.Text()
	row, err := record.SummaryRow(in.Rest)
	row.ID, row.SentAt = id, record.Moment(sent)
	return row, err
}
