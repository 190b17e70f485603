package sealed

import "encoding/binary"

// CBOR's major types, the upper three bits of the byte that a value begins with.
const (
	majorUnsigned = iota
	majorNegative
	majorBytes
	majorText
	majorArray
	majorMap
	_ // tags, which are not written
	majorSimple
)

// Number returns the number that a payload, a map with numbers as keys, has under
// one of them; 0 when it has none. It reads no more than that, for walks over many
// entries of which nothing else is wanted. ok is false when the payload is not such
// a map.
func Number(payload []byte, wanted uint64) (number int64, ok bool) {
	in := walker{payload}
	major, fields, ok := in.head()
	if !ok || major != majorMap {
		return 0, false
	}
	for range fields {
		major, key, ok := in.head()
		if !ok || major != majorUnsigned {
			return 0, false
		}
		if key == wanted {
			major, n, ok := in.head()
			switch {
			case ok && major == majorUnsigned && int64(n) >= 0:
				return int64(n), true
			case ok && major == majorNegative && int64(n) >= 0:
				return -1 - int64(n), true
			}
			return 0, false
		}
		if !in.skip(0) {
			return 0, false
		}
	}
	return 0, len(in.rest) == 0
}

// walker goes through CBOR.
type walker struct{ rest []byte }

// head reads what a value begins with: its kind, and its number or length.
func (in *walker) head() (major byte, n uint64, ok bool) {
	if len(in.rest) == 0 {
		return 0, 0, false
	}
	major, short := in.rest[0]>>5, in.rest[0]&0x1f
	size := 0
	if short >= 24 {
		if short > 27 {
			return 0, 0, false
		}
		size = 1 << (short - 24)
	}
	if len(in.rest) < 1+size {
		return 0, 0, false
	}
	var wide [8]byte
	copy(wide[8-size:], in.rest[1:1+size])
	if in.rest = in.rest[1+size:]; size == 0 {
		return major, uint64(short), true
	}
	return major, binary.BigEndian.Uint64(wide[:]), true
}

// deepest is how deep values may lie in each other.
const deepest = 8

// skip passes over a value.
func (in *walker) skip(depth int) bool {
	major, n, ok := in.head()
	if !ok || depth > deepest {
		return false
	}
	switch major {
	case majorBytes, majorText:
		if n > uint64(len(in.rest)) {
			return false
		}
		in.rest = in.rest[n:]
	case majorMap, majorArray:
		if n > uint64(len(in.rest)) {
			return false
		}
		if major == majorMap {
			n *= 2
		}
		for range n {
			if !in.skip(depth + 1) {
				return false
			}
		}
	}
	return true
}
