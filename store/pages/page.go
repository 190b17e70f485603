package pages

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"linkvet/store/sealed"
)

// What follows reads bbolt's file format (version 2), which has not changed
// since it was made, just enough to see that a walk through the file ends and
// stays inside it. bbolt itself trusts its file: a single flipped bit in a page
// number can send it round in a circle until the memory is used up.

// Kinds of pages.
const (
	pageBranch   = 0x01
	pageLeaf     = 0x02
	pageFreelist = 0x10
)

const (
	pageHeaderSize   = 16 // id 8, kind 2, count 2, overflow 4
	pageElementSize  = 16 // in branches: pos 4, key size 4, page 8; in leaves: flags 4, pos 4, key size 4, value size 4
	bucketHeaderSize = 16 // root page 8, sequence 8
	bucketElement    = 0x01
)

// page is what the walk needs to know of one page. Free pages and the inside
// of large ones hold anything; what is wrong with a page matters only when the
// walk comes to it.
type page struct {
	kind        uint16
	overflow    uint32 // pages that belong to this one and follow it
	problem     string
	children    []child
	first, last []byte // keys, nil where they are not at hand
	Table              // of a leaf
}

// Table is what a leaf says of the table it belongs to.
type Table struct {
	Entries  int
	Unsealed []badEntry // entries without a seal that fits; nil where they are not at hand
}

// badEntry is an entry that cannot be as it was written.
type badEntry struct {
	Key []byte
	Err error
}

// child is a page below another: of a branch with the key it begins at, or a
// bucket with its name. A small bucket has no page of its own but inner ones.
type child struct {
	page  uint64
	key   []byte
	root  bool
	inner *Table
}

// parsePage reads a page of the given size from data, which may lack the pages
// that belong to it and follow; pages is how many there are in the file.
func parsePage(number, pages, pageSize uint64, data []byte) page {
	p := page{
		kind:     binary.NativeEndian.Uint16(data[8:]),
		overflow: binary.NativeEndian.Uint32(data[12:]),
	}
	count := uint64(binary.NativeEndian.Uint16(data[10:]))
	if id := binary.NativeEndian.Uint64(data); id != number {
		p.problem = fmt.Sprintf("it calls itself %d", id)
		return p
	}
	if number+uint64(p.overflow) >= pages {
		p.problem = "it reaches beyond the end"
		return p
	}
	size := (uint64(p.overflow) + 1) * pageSize
	switch p.kind {
	case pageBranch:
		p.parseElements(data, size, count, p.branchElement)
		if count == 0 {
			p.problem = "it is an empty branch"
		}
	case pageLeaf:
		p.parseElements(data, size, count, p.leafElement)
	case pageFreelist:
	default:
		p.problem = fmt.Sprintf("its kind %#x is unknown", p.kind)
	}
	return p
}

// parseElements calls element for each element with its place and its bytes
// from there on. size is that of the whole page, of which data is the beginning.
func (p *page) parseElements(data []byte, size, count uint64, element func(data []byte, at, size uint64) []byte) {
	p.Entries = int(count)
	if pageHeaderSize+count*pageElementSize > uint64(len(data)) {
		p.problem = "it has more entries than room"
		return
	}
	var last []byte
	for i := range count {
		key := element(data, pageHeaderSize+i*pageElementSize, size)
		if p.problem != "" {
			return
		}
		if key != nil && last != nil && bytes.Compare(last, key) >= 0 {
			p.problem = fmt.Sprintf("it is out of order at %q", key)
			return
		}
		last = key
		if i == 0 {
			p.first = bytes.Clone(key)
		}
		if i == count-1 {
			p.last = bytes.Clone(key)
		}
	}
}

func (p *page) branchElement(data []byte, at, size uint64) []byte {
	pos, ksize := uint64(binary.NativeEndian.Uint32(data[at:])), uint64(binary.NativeEndian.Uint32(data[at+4:]))
	start := at + pos
	if start+ksize > size {
		p.problem = "an entry reaches beyond it"
		return nil
	}
	key := part(data, start, ksize)
	p.children = append(p.children, child{page: binary.NativeEndian.Uint64(data[at+8:]), key: bytes.Clone(key)})
	return key
}

func (p *page) leafElement(data []byte, at, size uint64) []byte {
	flags, pos := binary.NativeEndian.Uint32(data[at:]), uint64(binary.NativeEndian.Uint32(data[at+4:]))
	ksize, vsize := uint64(binary.NativeEndian.Uint32(data[at+8:])), uint64(binary.NativeEndian.Uint32(data[at+12:]))
	start := at + pos
	switch {
	case start+ksize+vsize > size:
		p.problem = "an entry reaches beyond it"
	case flags == bucketElement:
		p.bucket(part(data, start, ksize), part(data, start+ksize, vsize))
	case flags != 0:
		p.problem = "an entry is of an unknown kind"
	default:
		p.sealed(part(data, start, ksize), part(data, start+ksize, vsize))
	}
	return part(data, start, ksize)
}

// sealed looks at the checksum of an entry that is at hand.
func (p *page) sealed(key, value []byte) {
	if key == nil || value == nil {
		return
	}
	if _, err := sealed.Open(key, value); err != nil {
		p.Unsealed = append(p.Unsealed, badEntry{bytes.Clone(key), err})
	}
}

// bucket looks at an entry that is a bucket: its root page, or the page that
// lies within the entry when the bucket is small.
func (p *page) bucket(name, value []byte) {
	if len(value) < bucketHeaderSize {
		p.problem = "a table in it is cut short"
		return
	}
	if root := binary.NativeEndian.Uint64(value); root != 0 {
		p.children = append(p.children, child{page: root, root: true, key: bytes.Clone(name)})
		return
	}
	value = value[bucketHeaderSize:]
	if len(value) < pageHeaderSize || binary.NativeEndian.Uint16(value[8:]) != pageLeaf || binary.NativeEndian.Uint32(value[12:]) != 0 {
		p.problem = "a table in it is scribbled on"
		return
	}
	inner := page{kind: pageLeaf}
	count := uint64(binary.NativeEndian.Uint16(value[10:]))
	inner.parseElements(value, uint64(len(value)), count, inner.leafElement)
	if p.problem = inner.problem; len(inner.children) > 0 {
		p.problem = "a table in it holds another"
	}
	p.children = append(p.children, child{root: true, key: bytes.Clone(name), inner: &inner.Table})
}

// part returns some of the bytes, nil where they are not within data.
func part(data []byte, start, size uint64) []byte {
	if start+size > uint64(len(data)) {
		return nil
	}
	return data[start : start+size]
}
