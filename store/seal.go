package store

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

// sealLength is what seal puts in front: format version and checksum.
const sealLength = 1 + 4

var errChecksum = errors.New("its checksum is wrong")

var errFormat = errors.New("its format is unknown")

var encoder = must(cbor.CoreDetEncOptions().UserBufferEncMode())

var decoder = must(decodeOptions(cbor.ExtraDecErrorNone).DecMode())

// strict stops at a field that this program does not know.
var strict = must(decodeOptions(cbor.ExtraDecErrorUnknownField).DecMode())

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

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

// seal puts the format version and a checksum over key and payload in front of
// the payload, so that a flipped bit is noticed and not believed.
func seal(key, payload []byte) []byte {
	return sealed(key, append(make([]byte, sealLength, sealLength+len(payload)), payload...))
}

// sealed is seal for a payload with room for the seal before it.
func sealed(key, value []byte) []byte {
	value[0] = formatVersion
	binary.BigEndian.PutUint32(value[1:], checksum(key, value[sealLength:]))
	return value
}

// unseal returns the payload. It is valid as long as value is.
func unseal(key, value []byte) ([]byte, error) {
	switch {
	case len(value) < sealLength:
		return nil, errChecksum
	case value[0] != formatVersion:
		return nil, errFormat
	case binary.BigEndian.Uint32(value[1:]) != checksum(key, value[sealLength:]):
		return nil, errChecksum
	}
	return value[sealLength:], nil
}

func checksum(key, payload []byte) uint32 {
	return crc32.Update(crc32.Checksum(key, castagnoli), castagnoli, payload)
}

// encode returns v as sealed bytes for the key.
func encode(key []byte, v any) ([]byte, error) {
	payload, err := encoder.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encode %q: %w", key, err)
	}
	return seal(key, payload), nil
}

// decode reads what encode wrote. Nothing of v aliases value.
func decode(key, value []byte, v any) error {
	payload, err := unseal(key, value)
	if err != nil {
		return err
	}
	return decoder.Unmarshal(payload, v)
}
