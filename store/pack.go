package store

import "encoding/binary"

// packer makes a table of rows that are added one after the other.
type packer struct {
	table  Table
	data   []byte // of the block that is being filled, used again for the next
	ends   []uint32
	briefs []Brief
}

// rows is how many were added.
func (p *packer) rows() int { return p.table.rows }

// add adds a row by its id and the payload of its summary, which are copied.
func (p *packer) add(id, payload []byte, b Brief) {
	p.data = binary.AppendUvarint(p.data, uint64(len(id)))
	p.data = append(append(p.data, id...), payload...)
	p.next(b)
}

// addRow adds a row.
func (p *packer) addRow(row *Row) {
	p.data = appendSummary(appendText(p.data, row.ID), row)
	p.next(briefOf(row))
}

// keep adds a row as it is in another block.
func (p *packer) keep(entry string, b Brief) {
	p.data = append(p.data, entry...)
	p.next(b)
}

// next goes on to the next row.
func (p *packer) next(b Brief) {
	p.table.rows++
	p.ends = append(p.ends, uint32(len(p.data)))
	if p.briefs = append(p.briefs, b); len(p.briefs) == blockRows {
		p.cut()
	}
}

// cut ends a block.
func (p *packer) cut() {
	p.table.blocks = append(p.table.blocks, &block{
		briefs: exactly(p.briefs), data: string(p.data), ends: exactly(p.ends),
	})
	p.data, p.ends, p.briefs = p.data[:0], p.ends[:0], p.briefs[:0]
}

// exactly copies a slice without room to grow.
func exactly[E any](s []E) []E { return append(make([]E, 0, len(s)), s...) }

// done returns the table.
func (p *packer) done() *Table {
	if len(p.briefs) > 0 {
		p.cut()
	}
	return &p.table
}
