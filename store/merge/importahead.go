package merge

import (
	"context"
	"slices"

	"linkvet/store/record"
	"linkvet/store/tables"
)

// encodedAtOnce is how many entries are encoded in one go.
const encodedAtOnce = 1000

// encodings are entries that are encoded beside the writing, no more than a piece
// or two ahead of it. What is changed is enough to go by: the file is not
// touched.
type encodings <-chan encoded

type encoded struct {
	entries []tables.Keyed
	err     error // why there are no more
}

// wait waits for the end of the encoding.
func (p encodings) wait() {
	for range p {
	}
}

// encodeAhead encodes changes in the order given, until ctx ends.
func (m *Import) encodeAhead(ctx context.Context, order []int32, encode func(c *change, inv *record.Invitation) (tables.Keyed, error)) encodings {
	ahead := make(chan encoded, 1)
	go func() {
		defer close(ahead)
		var room record.Invitation
		for some := range slices.Chunk(order, encodedAtOnce) {
			p := encoded{entries: make([]tables.Keyed, 0, len(some))}
			for _, at := range some {
				var entry tables.Keyed
				c := &m.changed[at]
				if entry, p.err = encode(c, m.result(c, &room)); p.err != nil {
					break
				}
				p.entries = append(p.entries, entry)
			}
			select {
			case ahead <- p:
			case <-ctx.Done():
				return
			}
			if p.err != nil {
				return
			}
		}
	}()
	return ahead
}
