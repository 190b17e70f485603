package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"slices"
	"time"

	"github.com/fxamacker/cbor/v2"

	"linkvet/advisor"
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
}

// The codec: deterministic, so that equal records are equal bytes.
var (
	encoder = must(cbor.CoreDetEncOptions().EncMode())
	decoder = must(cbor.DecOptions{
		DupMapKey:   cbor.DupMapKeyEnforcedAPF,
		IndefLength: cbor.IndefLengthForbidden,
		TagsMd:      cbor.TagsForbidden,
	}.DecMode())
	castagnoli = crc32.MakeTable(crc32.Castagnoli)
)

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
	out := make([]byte, sealLength, sealLength+len(payload))
	out[0] = formatVersion
	binary.BigEndian.PutUint32(out[1:], checksum(key, payload))
	return append(out, payload...)
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

func encodeInvitation(inv Invitation) ([]byte, error) {
	r := record{
		Outgoing: inv.Direction == Outgoing,
		Name:     inv.Name, Headline: inv.Headline, Company: inv.Company, URL: inv.URL, Note: inv.Note,
		SentAt: seconds(inv.SentAt), TimesSent: inv.TimesSent,
		AddedAt: seconds(inv.AddedAt), ChangedAt: seconds(inv.ChangedAt),
		Connected: inv.Connected, ConnectedOn: seconds(inv.ConnectedOn), Gone: inv.Gone, Listed: inv.Listed,
		Answers: inv.Answers, RulebookVersion: inv.RulebookVersion,
		Recommendation: inv.Recommendation.String(), Report: inv.Report, Settled: inv.Settled,
		Decision: string(inv.Decision), Because: inv.Because, DecidedAt: seconds(inv.DecidedAt),
		Advised: inv.Advised.String(), LaterUntil: seconds(inv.LaterUntil), Tags: inv.Tags,
	}
	if len(inv.SentTimes) > 1 {
		for _, t := range inv.SentTimes {
			r.SentTimes = append(r.SentTimes, seconds(t))
		}
	}
	return encode([]byte(inv.ID), r)
}

func decodeInvitation(key, value []byte) (Invitation, error) {
	var r record
	if err := decode(key, value, &r); err != nil {
		return Invitation{}, err
	}
	recommendation, err := advisor.ParseRecommendation(r.Recommendation)
	if err != nil {
		return Invitation{}, err
	}
	advised, err := advisor.ParseRecommendation(r.Advised)
	if err != nil {
		return Invitation{}, err
	}
	inv := Invitation{
		ID: string(key), Direction: direction(r.Outgoing),
		Name: r.Name, Headline: r.Headline, Company: r.Company, URL: r.URL, Note: r.Note,
		SentAt: moment(r.SentAt), TimesSent: max(1, r.TimesSent),
		AddedAt: moment(r.AddedAt), ChangedAt: moment(r.ChangedAt),
		Connected: r.Connected, ConnectedOn: moment(r.ConnectedOn), Gone: r.Gone, Listed: r.Listed,
		Answers: advisor.Answers(r.Answers), RulebookVersion: r.RulebookVersion,
		Recommendation: recommendation, Report: r.Report, Settled: r.Settled,
		Decision: Decision(r.Decision), Because: r.Because, DecidedAt: moment(r.DecidedAt),
		Advised: advised, LaterUntil: moment(r.LaterUntil), Tags: r.Tags,
	}
	for _, t := range r.SentTimes {
		inv.SentTimes = append(inv.SentTimes, moment(t))
	}
	if len(inv.SentTimes) == 0 && r.SentAt != 0 {
		inv.SentTimes = []time.Time{inv.SentAt}
	}
	return inv, nil
}

// clone returns a copy that shares no list or map with inv.
func (inv Invitation) clone() Invitation {
	inv.SentTimes = slices.Clone(inv.SentTimes)
	inv.Tags = slices.Clone(inv.Tags)
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
