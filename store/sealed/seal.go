package sealed

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"

	"github.com/fxamacker/cbor/v2"
)

// formatVersion is the first byte of every value outside meta.
const formatVersion = 1

// Length is what Seal puts in front: format version and checksum.
const Length = 1 + 4

var errChecksum = errors.New("its checksum is wrong")

var ErrFormat = errors.New("its format is unknown")

var Encoder = must(cbor.CoreDetEncOptions().UserBufferEncMode())

var Decoder = must(decodeOptions(cbor.ExtraDecErrorNone).DecMode())

// Strict stops at a field that this program does not know.
var Strict = must(decodeOptions(cbor.ExtraDecErrorUnknownField).DecMode())

// Castagnoli returns the table of every checksum. It is made when it is first
// asked for, so that a command that needs no store starts without.
func Castagnoli() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) }

func decodeOptions(extra cbor.ExtraDecErrorCond) cbor.DecOptions {
	return cbor.DecOptions{
		DupMapKey:         cbor.DupMapKeyEnforcedAPF,
		MaxArrayElements:  math.MaxInt32, // an import is as long as its archive
		IndefLength:       cbor.IndefLengthForbidden,
		TagsMd:            cbor.TagsForbidden,
		ExtraReturnErrors: extra,
	}
}

// must is for options fixed at build time, which a test would catch.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Seal puts the format version and a checksum over key and payload in front of
// the payload, so that a flipped bit is noticed and not believed.
func Seal(key, payload []byte) []byte {
	return InPlace(key, append(make([]byte, Length, Length+len(payload)), payload...))
}

// InPlace is Seal for a payload with room for the seal before it.
func InPlace(key, value []byte) []byte {
	value[0] = formatVersion
	binary.BigEndian.PutUint32(value[1:], checksum(key, value[Length:]))
	return value
}

// Open returns the payload. It is valid as long as value is.
func Open(key, value []byte) ([]byte, error) {
	switch {
	case len(value) < Length:
		return nil, errChecksum
	case value[0] != formatVersion:
		return nil, ErrFormat
	case binary.BigEndian.Uint32(value[1:]) != checksum(key, value[Length:]):
		return nil, errChecksum
	}
	return value[Length:], nil
}

func checksum(key, payload []byte) uint32 {
	table := Castagnoli()
	return crc32.Update(crc32.Update(0, table, key), table, payload)
}

// Encode returns v as sealed bytes for the key.
func Encode(key []byte, v any) ([]byte, error) {
	payload, err := Encoder.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encode %q: %w", key, err)
	}
	return Seal(key, payload), nil
}

// Decode reads what encode wrote. Nothing of v aliases value.
func Decode(key, value []byte, v any) error {
	payload, err := Open(key, value)
	if err != nil {
		return err
	}
	return Decoder.Unmarshal(payload, v)
}
