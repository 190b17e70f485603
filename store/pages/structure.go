package pages

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"os"
	"runtime"

	bolt "go.etcd.io/bbolt"

	"linkvet/store/fault"
)

// header is bbolt's meta page: which tree is the current one.
type header struct {
	root     uint64
	freelist uint64
	pages    uint64 // how many are in use or were
	txid     uint64
	valid    bool
}

// noFreelist stands in a header when there is no page of free pages.
const noFreelist = ^uint64(0)

// is reports whether tx goes by this header.
func (h header) is(tx *bolt.Tx) bool { return h.valid && h.txid == uint64(tx.ID()) }

// parseHeader reads a meta page.
func parseHeader(data []byte) header {
	const checksumAt = 56
	m := data[pageHeaderSize:]
	sum := fnv.New64a()
	_, _ = sum.Write(m[:checksumAt])
	return header{
		root: binary.NativeEndian.Uint64(m[16:]), freelist: binary.NativeEndian.Uint64(m[32:]),
		pages: binary.NativeEndian.Uint64(m[40:]), txid: binary.NativeEndian.Uint64(m[48:]),
		valid: binary.NativeEndian.Uint64(m[checksumAt:]) == sum.Sum64(),
	}
}

// structure is the shape of a file.
type structure struct {
	path   string
	file   *os.File
	size   int    // of a page
	count  uint64 // how many pages there are
	pages  []page // all of them, or none where they are read as the walk visits them
	taken  []bool // pages the walk has visited
	depth  func(table string) int
	tables map[string]*Table
}

// wholeTables has the walk visit every page.
func wholeTables(string) int { return math.MaxInt }

// Check reads the file once, in order, and then follows the tree: every
// page is met once, belongs where it is, and lies within the file, and no page
// in use counts as free. After it, walking the file with bbolt is safe. Reading
// in order also warms the disk cache, without which bbolt's own order is ten
// times slower. It returns what is in each table. oneHeader reports that only
// one of the two headers is sound: bbolt then goes by the older state.
func Check(path string, pageSize int, tx *bolt.Tx) (tables map[string]*Table, oneHeader bool, err error) {
	s, current, oneHeader, err := openStructure(path, pageSize, tx)
	if err != nil {
		return nil, false, err
	}
	defer func() { _ = s.file.Close() }()
	s.depth = wholeTables
	if err := s.read(); err != nil {
		return nil, false, err
	}
	if err := s.walk(current.root); err != nil {
		return nil, false, err
	}
	return s.tables, oneHeader, s.checkFreelist(current.freelist)
}

// Glance is Check for no more than the given depth of each
// table: its last entries, at least so many. What it does not visit may be
// damaged.
func Glance(path string, pageSize int, tx *bolt.Tx, depth func(table string) int) error {
	s, current, _, err := openStructure(path, pageSize, tx)
	if err != nil {
		return err
	}
	defer func() { _ = s.file.Close() }()
	s.depth = depth
	return s.walk(current.root)
}

// openStructure opens the file beside bbolt and looks at its headers.
func openStructure(path string, pageSize int, tx *bolt.Tx) (s *structure, current header, oneHeader bool, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, header{}, false, err
	}
	defer func() {
		if err != nil {
			_ = f.Close()
		}
	}()
	headers := make([]byte, 2*pageSize)
	if _, err := f.ReadAt(headers, 0); err != nil {
		return nil, header{}, false, fault.Damaged(path, "its headers cannot be read: %v", err)
	}
	current, other := parseHeader(headers), parseHeader(headers[pageSize:])
	if !current.is(tx) {
		current, other = other, current
	}
	if !current.is(tx) || int64(current.pages)*int64(pageSize) != tx.Size() {
		return nil, header{}, false, fault.Damaged(path, "its headers contradict each other")
	}
	// bbolt quietly goes by the older state when the header of the newer one is
	// bad. That is harmless only when the bad one is the older.
	if !other.valid && other.txid+1 != current.txid {
		return nil, header{}, false, fault.Damaged(path, "the header of its newest state is scribbled on, and the state before lacks the last change")
	}
	s = &structure{
		path: path, file: f, size: pageSize, count: current.pages,
		taken: make([]bool, current.pages), tables: map[string]*Table{},
	}
	return s, current, !other.valid, nil
}

// read parses every page in the order of the file.
func (s *structure) read() error {
	const atOnce = 64
	s.pages = make([]page, 0, s.count)
	in := io.NewSectionReader(s.file, 0, int64(s.count)*int64(s.size))
	buffer := make([]byte, min(s.count, atOnce)*uint64(s.size))
	for uint64(len(s.pages)) < s.count {
		n, err := io.ReadFull(in, buffer)
		if err != nil && err != io.ErrUnexpectedEOF {
			return fault.Damaged(s.path, "page %d cannot be read: %v", len(s.pages), err)
		}
		for data := buffer[:n]; len(data) >= s.size; data = data[s.size:] {
			s.pages = append(s.pages, parsePage(uint64(len(s.pages)), s.count, uint64(s.size), data[:s.size]))
		}
		runtime.Gosched() // so that a key pressed meanwhile need not wait
	}
	return nil
}

// visit is one page on the way, the table it is part of ("" above all tables),
// and which keys it must hold.
type visit struct {
	page       uint64
	table      string
	first, end []byte // end is the first key after it; nil is no limit
}

// walk follows the ways down from the root, the last one first.
func (s *structure) walk(root uint64) error {
	todo := []visit{{page: root}}
	for len(todo) > 0 {
		v := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		found := s.table(v.table)
		if v.table != "" && found.Entries >= s.depth(v.table) {
			continue
		}
		p, err := s.take(v.page)
		if err != nil {
			return err
		}
		if p.kind != pageBranch && p.kind != pageLeaf {
			return fault.Damaged(s.path, "page %d is not part of a tree", v.page)
		}
		if outOfBounds(p, v) {
			return fault.Damaged(s.path, "page %d is in the wrong place", v.page)
		}
		if p.kind == pageLeaf {
			found.add(p.Table)
		}
		for i, c := range p.children {
			switch {
			case c.inner != nil:
				s.table(string(c.key)).add(*c.inner)
			case c.root:
				todo = append(todo, visit{page: c.page, table: string(c.key)})
			default:
				next := visit{page: c.page, table: v.table, first: c.key, end: v.end}
				if i+1 < len(p.children) {
					next.end = p.children[i+1].key
				}
				todo = append(todo, next)
			}
		}
	}
	return nil
}

// table returns what was found in a table so far.
func (s *structure) table(name string) *Table {
	if s.tables[name] == nil {
		s.tables[name] = &Table{}
	}
	return s.tables[name]
}

func (c *Table) add(more Table) {
	c.Entries += more.Entries
	c.Unsealed = append(c.Unsealed, more.Unsealed...)
}

// outOfBounds compares a page's keys with what the branch above says. bbolt
// relies on the branch naming the first key exactly.
func outOfBounds(p *page, v visit) bool {
	return p.first != nil && v.first != nil && !bytes.Equal(p.first, v.first) ||
		p.last != nil && v.end != nil && bytes.Compare(p.last, v.end) >= 0
}

// take returns a page and marks it, and those that belong to it, as visited.
func (s *structure) take(number uint64) (*page, error) {
	if number < 2 || number >= s.count {
		return nil, fault.Damaged(s.path, "page %d is not in the file", number)
	}
	p, err := s.page(number)
	if err != nil {
		return nil, err
	}
	if p.problem != "" {
		return nil, fault.Damaged(s.path, "page %d is scribbled on: %s", number, p.problem)
	}
	for n := number; n <= number+uint64(p.overflow); n++ {
		if s.taken[n] {
			return nil, fault.Damaged(s.path, "page %d is in two places", n)
		}
		s.taken[n] = true
	}
	return p, nil
}

// page returns a page with all its entries at hand, which were not when all
// pages were read one by one and others belong to this one.
func (s *structure) page(number uint64) (*page, error) {
	length := 1
	if s.pages != nil {
		p := &s.pages[number]
		if p.overflow == 0 || p.kind != pageLeaf || p.problem != "" {
			return p, nil
		}
		length += int(p.overflow)
	}
	for {
		data := make([]byte, length*s.size)
		if _, err := s.file.ReadAt(data, int64(number)*int64(s.size)); err != nil {
			return nil, fault.Damaged(s.path, "page %d cannot be read: %v", number, err)
		}
		p := parsePage(number, s.count, uint64(s.size), data)
		if p.problem != "" || p.kind != pageLeaf || length > int(p.overflow) {
			return &p, nil
		}
		length = 1 + int(p.overflow)
	}
}

// checkFreelist makes sure that no page in use would be written over.
func (s *structure) checkFreelist(number uint64) error {
	if number == noFreelist {
		return nil
	}
	p, err := s.take(number)
	if err != nil {
		return err
	}
	if p.kind != pageFreelist {
		return fault.Damaged(s.path, "page %d is not a list of free pages", number)
	}
	data := make([]byte, (int(p.overflow)+1)*s.size)
	if _, err := s.file.ReadAt(data, int64(number)*int64(s.size)); err != nil {
		return fault.Damaged(s.path, "the list of free pages cannot be read: %v", err)
	}
	ids, err := freePages(data)
	if err != nil {
		return fault.Damaged(s.path, "the list of free pages is scribbled on: %v", err)
	}
	for _, id := range ids {
		if id < 2 || id >= uint64(len(s.taken)) || s.taken[id] {
			return fault.Damaged(s.path, "page %d counts as free and is not", id)
		}
		s.taken[id] = true
	}
	return nil
}

// freePages reads a freelist page. More than 65,534 do not fit its counter; it
// then reads 65,535 and the real number comes first.
func freePages(data []byte) ([]uint64, error) {
	const counterFull = 0xFFFF
	count := uint64(binary.NativeEndian.Uint16(data[10:]))
	data = data[pageHeaderSize:]
	if count == counterFull {
		count, data = binary.NativeEndian.Uint64(data), data[8:]
	}
	if count > uint64(len(data)/8) {
		return nil, fmt.Errorf("it names %d and has room for %d", count, len(data)/8)
	}
	ids := make([]uint64, count)
	for i := range ids {
		ids[i] = binary.NativeEndian.Uint64(data[8*i:])
	}
	return ids, nil
}
