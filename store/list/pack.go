package list

import (
	"encoding/binary"

	"linkvet/store/record"
)

// Packer makes a table of rows that are added one after the other.
type Packer struct {
	table Table
	data  []byte // of the block that is being filled, used again for the next
	ends  []uint32
	keys  []RowKey
}

// Rows is how many were added.
func (p *Packer) Rows() int { return p.table.rows }

// Add adds a row by its id and the payload of its summary, which are copied.
func (p *Packer) Add(id, payload []byte, b RowKey) {
	p.data = binary.AppendUvarint(p.data, uint64(len(id)))
	p.data = append(append(p.data, id...), payload...)
	p.next(b)
}

// addRow adds a row.
func (p *Packer) addRow(row *record.Row) {
	p.data = record.AppendSummary(record.AppendText(p.data, row.ID), row)
	p.next(RowKeyOf(row))
}

// keep adds a row as it is in another block.
func (p *Packer) keep(entry string, b RowKey) {
	p.data = append(p.data, entry...)
	p.next(b)
}

// next goes on to the next row.
func (p *Packer) next(b RowKey) {
	p.table.rows++
	p.ends = append(p.ends, uint32(len(p.data)))
	if p.keys = append(p.keys, b); len(p.keys) == blockRows {
		p.cut()
	}
}

// cut ends a block.
func (p *Packer) cut() {
	p.table.blocks = append(p.table.blocks, &block{
		keys: exactly(p.keys), data: string(p.data), ends: exactly(p.ends),
	})
	p.data, p.ends, p.keys = p.data[:0], p.ends[:0], p.keys[:0]
}

// exactly copies a slice without room to grow.
func exactly[E any](s []E) []E { return append(make([]E, 0, len(s)), s...) }

// Done returns the table.
func (p *Packer) Done() *Table {
	if len(p.keys) > 0 {
		p.cut()
	}
	return &p.table
}
