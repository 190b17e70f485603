package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"maps"
	"math"
	"slices"
	"time"

	"github.com/fxamacker/cbor/v2"
)

// formatVersion is the first byte of every value outside meta.
const formatVersion = 1

// sealLength is what seal puts in front: format version and checksum.
const sealLength = 1 + 4

var (
	errChecksum = errors.New("its checksum is wrong")
	errFormat   = errors.New("its format is unknown")
)

// record is an invitation as it is kept. The numbers are for ever: a field may
// be added with a number never used before, and none may change its meaning.
// A field that a later program added is kept when the record is written anew.
// Times are seconds since 1970 in UTC, 0 where not known.
type record struct {
	Outgoing        bool                `cbor:"1,keyasint,omitempty"`
	Name            string              `cbor:"2,keyasint,omitempty"`
	Headline        string              `cbor:"3,keyasint,omitempty"`
	Company         string              `cbor:"4,keyasint,omitempty"`
	URL             string              `cbor:"5,keyasint,omitempty"`
	Note            string              `cbor:"6,keyasint,omitempty"`
	SentAt          int64               `cbor:"7,keyasint,omitempty"`
	SentTimes       []int64             `cbor:"8,keyasint,omitempty"` // only when more than one
	TimesSent       int                 `cbor:"9,keyasint,omitempty"`
	AddedAt         int64               `cbor:"10,keyasint,omitempty"`
	ChangedAt       int64               `cbor:"11,keyasint,omitempty"`
	Connected       bool                `cbor:"12,keyasint,omitempty"`
	ConnectedOn     int64               `cbor:"13,keyasint,omitempty"`
	Gone            bool                `cbor:"14,keyasint,omitempty"`
	Listed          bool                `cbor:"15,keyasint,omitempty"`
	Answers         map[string][]string `cbor:"16,keyasint,omitempty"`
	RulebookVersion int                 `cbor:"17,keyasint,omitempty"`
	Recommendation  string              `cbor:"18,keyasint,omitempty"` // in words, so that it can be read without this program
	Report          bool                `cbor:"19,keyasint,omitempty"`
	Settled         bool                `cbor:"20,keyasint,omitempty"`
	Decision        string              `cbor:"21,keyasint,omitempty"`
	Because         string              `cbor:"22,keyasint,omitempty"`
	DecidedAt       int64               `cbor:"23,keyasint,omitempty"`
	Advised         string              `cbor:"24,keyasint,omitempty"`
	LaterUntil      int64               `cbor:"25,keyasint,omitempty"`
	Tags            []string            `cbor:"26,keyasint,omitempty"`
	PersonNote      string              `cbor:"27,keyasint,omitempty"`
	AnswerNotes     map[string]string   `cbor:"28,keyasint,omitempty"`
	Corrected       map[string]string   `cbor:"29,keyasint,omitempty"`
	Facts           *factsRecord        `cbor:"30,keyasint,omitempty"`
	Doubts          []string            `cbor:"31,keyasint,omitempty"`
	Resurfaced      bool                `cbor:"32,keyasint,omitempty"`
}

// Numbers of fields that the journal treats in a way of their own.
const (
	fieldChangedAt      = 11
	fieldAnswers        = 16
	fieldRecommendation = 18
	fieldReport         = 19
	fieldSettled        = 20
	fieldAnswerNotes    = 28
	fieldCorrected      = 29

	lastField = 32 // a higher one is from a later program
)

// The codec: deterministic, so that equal records are equal bytes.
var (
	encoder = must(cbor.CoreDetEncOptions().UserBufferEncMode())
	decoder = must(decodeOptions(cbor.ExtraDecErrorNone).DecMode())
	// strict stops at a field that this program does not know.
	strict     = must(decodeOptions(cbor.ExtraDecErrorUnknownField).DecMode())
	castagnoli = crc32.MakeTable(crc32.Castagnoli)
)

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

// clone returns a copy that shares no list or map with inv.
func (inv Invitation) clone() Invitation {
	inv.SentTimes = slices.Clone(inv.SentTimes)
	inv.Tags = slices.Clone(inv.Tags)
	inv.Doubts = slices.Clone(inv.Doubts)
	inv.AnswerNotes = maps.Clone(inv.AnswerNotes)
	inv.Corrected = maps.Clone(inv.Corrected)
	if inv.Answers != nil {
		inv.Answers = inv.Answers.Clone()
	}
	return inv
}

func direction(outgoing bool) Direction {
	if outgoing {
		return Outgoing
	}
	return Incoming
}

// seconds and moment convert times to what is stored and back.
func seconds(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.Unix()
}

func moment(s int64) time.Time {
	if s == 0 {
		return time.Time{}
	}
	return time.Unix(s, 0).UTC()
}
