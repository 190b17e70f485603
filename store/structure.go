package store

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"io"
	"os"

	bolt "go.etcd.io/bbolt"
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

// structure is the shape of a whole file.
type structure struct {
	path  string
	file  *os.File
	size  int // of a page
	pages []page
	taken []bool // pages the walk has come by
}

// checkStructure reads the file once, in order, and then follows the tree: every
// page is met once, belongs where it is, and lies within the file, and no page
// in use counts as free. After it, walking the file with bbolt is safe. Reading
// in order also warms the disk cache, without which bbolt's own order is ten
// times slower. oneHeader reports that only one of the two headers is sound:
// bbolt then goes by the older state.
func checkStructure(path string, pageSize int, tx *bolt.Tx) (oneHeader bool, err error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer func() { _ = f.Close() }()
	s := &structure{path: path, file: f, size: pageSize}
	headers := make([]byte, 2*pageSize)
	if _, err := f.ReadAt(headers, 0); err != nil {
		return false, damaged(path, "its headers cannot be read: %v", err)
	}
	current, other := parseHeader(headers), parseHeader(headers[pageSize:])
	if !current.is(tx) {
		current, other = other, current
	}
	if !current.is(tx) || int64(current.pages)*int64(pageSize) != tx.Size() {
		return false, damaged(path, "its headers contradict each other")
	}
	// bbolt quietly goes by the older state when the header of the newer one is
	// bad. That is harmless only when the bad one is the older.
	if !other.valid && other.txid+1 != current.txid {
		return false, damaged(path, "the header of its newest state is scribbled on, and the state before lacks the last change")
	}
	if err := s.read(current.pages); err != nil {
		return false, err
	}
	if err := s.walk(current.root); err != nil {
		return false, err
	}
	return !other.valid, s.checkFreelist(current.freelist)
}

// read parses every page in the order of the file.
func (s *structure) read(pages uint64) error {
	const atOnce = 256
	s.pages, s.taken = make([]page, 0, pages), make([]bool, pages)
	in := io.NewSectionReader(s.file, 0, int64(pages)*int64(s.size))
	buffer := make([]byte, min(pages, atOnce)*uint64(s.size))
	for uint64(len(s.pages)) < pages {
		n, err := io.ReadFull(in, buffer)
		if err != nil && err != io.ErrUnexpectedEOF {
			return damaged(s.path, "page %d cannot be read: %v", len(s.pages), err)
		}
		for data := buffer[:n]; len(data) >= s.size; data = data[s.size:] {
			s.pages = append(s.pages, parsePage(uint64(len(s.pages)), pages, data[:s.size]))
		}
	}
	return nil
}

// visit is one page on the way, and which keys it must hold.
type visit struct {
	page       uint64
	first, end []byte // end is the first key after it; nil is no limit
}

// walk follows every way down from the root.
func (s *structure) walk(root uint64) error {
	todo := []visit{{page: root}}
	for len(todo) > 0 {
		v := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		p, err := s.take(v.page)
		if err != nil {
			return err
		}
		if p.kind != pageBranch && p.kind != pageLeaf {
			return damaged(s.path, "page %d is no part of a tree", v.page)
		}
		if outOfBounds(p, v) {
			return damaged(s.path, "page %d is in the wrong place", v.page)
		}
		for i, c := range p.children {
			next := visit{page: c.page}
			if !c.root {
				next.first, next.end = c.key, v.end
				if i+1 < len(p.children) {
					next.end = p.children[i+1].key
				}
			}
			todo = append(todo, next)
		}
	}
	return nil
}

// outOfBounds compares a page's keys with what the branch above says. bbolt
// relies on the branch naming the first key exactly.
func outOfBounds(p *page, v visit) bool {
	return p.first != nil && v.first != nil && !bytes.Equal(p.first, v.first) ||
		p.last != nil && v.end != nil && bytes.Compare(p.last, v.end) >= 0
}

// take marks a page, and those that belong to it, as come by.
func (s *structure) take(number uint64) (*page, error) {
	if number < 2 || number >= uint64(len(s.pages)) {
		return nil, damaged(s.path, "page %d is not in the file", number)
	}
	p := &s.pages[number]
	if p.problem != "" {
		return nil, damaged(s.path, "page %d is scribbled on: %s", number, p.problem)
	}
	for n := number; n <= number+uint64(p.overflow); n++ {
		if s.taken[n] {
			return nil, damaged(s.path, "page %d is in two places", n)
		}
		s.taken[n] = true
	}
	return p, nil
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
		return damaged(s.path, "page %d is no list of free pages", number)
	}
	data := make([]byte, (int(p.overflow)+1)*s.size)
	if _, err := s.file.ReadAt(data, int64(number)*int64(s.size)); err != nil {
		return damaged(s.path, "the list of free pages cannot be read: %v", err)
	}
	ids, err := freePages(data)
	if err != nil {
		return damaged(s.path, "the list of free pages is scribbled on: %v", err)
	}
	for _, id := range ids {
		if id < 2 || id >= uint64(len(s.taken)) || s.taken[id] {
			return damaged(s.path, "page %d counts as free and is not", id)
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
