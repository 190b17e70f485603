package record

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"sync"
	"time"

	"github.com/fxamacker/cbor/v2"

	"linkvet/advisor"
	"linkvet/store/sealed"
)

// recordRoom is where a record is put together and encoded. An import does so for
// each of many, so the room is used again.
type recordRoom struct {
	record record
	facts  factsRecord
	buffer bytes.Buffer
}

var recordRooms = sync.Pool{New: func() any { return new(recordRoom) }}

// leave gives the room back without what was put into it.
func (room *recordRoom) leave() {
	room.record, room.facts = record{}, factsRecord{}
	room.buffer.Reset()
	recordRooms.Put(room)
}

func Encode(inv *Invitation) ([]byte, error) {
	room := recordRooms.Get().(*recordRoom)
	defer room.leave()
	payload, err := room.encode(inv)
	if err != nil {
		return nil, err
	}
	return sealed.Seal([]byte(inv.ID), payload), nil
}

// EncodePayload writes a record without its seal.
func EncodePayload(inv *Invitation) ([]byte, error) {
	room := recordRooms.Get().(*recordRoom)
	defer room.leave()
	payload, err := room.encode(inv)
	return bytes.Clone(payload), err
}

// encode writes a record without its seal, which is valid until the room is left.
// Fields that came from a later program are written as they were read.
func (room *recordRoom) encode(inv *Invitation) ([]byte, error) {
	room.record = record{
		Outgoing: inv.Direction == Outgoing,
		Name:     inv.Name, Headline: inv.Headline, Company: inv.Company, URL: inv.URL, Note: inv.Note,
		SentAt: Seconds(inv.SentAt), TimesSent: inv.TimesSent,
		AddedAt: Seconds(inv.AddedAt), ChangedAt: Seconds(inv.ChangedAt),
		Connected: inv.Connected, ConnectedOn: Seconds(inv.ConnectedOn), Gone: inv.Gone, Listed: inv.Listed,
		Answers: inv.Answers, RulebookVersion: inv.RulebookVersion,
		Recommendation: inv.Recommendation.String(), Report: inv.Report, Settled: inv.Settled,
		Decision: string(inv.Decision), Because: inv.Because, DecidedAt: Seconds(inv.DecidedAt),
		Reported: inv.Reported, FollowUp: inv.FollowUp.seconds(),
		Rules: inv.Rules, Former: recordFormer(inv.Former), Advised: inv.Advised.String(), LaterUntil: inv.LaterUntil.seconds(), Tags: inv.Tags,
		PersonNote: inv.PersonNote, AnswerNotes: inv.AnswerNotes, Corrected: inv.Corrected,
		Facts: recordFacts(&inv.Facts, &room.facts), Doubts: inv.Doubts, Resurfaced: inv.Resurfaced, Stamps: inv.Stamps, Profile: recordProfile(inv.Profile),
	}
	if len(inv.SentTimes) > 1 || len(inv.SentTimes) == 1 && !inv.SentTimes[0].Equal(inv.SentAt) {
		for _, t := range inv.SentTimes {
			room.record.SentTimes = append(room.record.SentTimes, Seconds(t))
		}
	}
	err := sealed.Encoder.MarshalToBuffer(&room.record, &room.buffer)
	payload := room.buffer.Bytes()
	if err == nil && len(inv.unknown) > 0 {
		payload, err = withUnknown(payload, inv.unknown)
	}
	if err != nil {
		return nil, fmt.Errorf("encode %q: %w", inv.ID, err)
	}
	return payload, nil
}

// withUnknown adds fields to an encoded record.
func withUnknown(payload []byte, unknown Fields) ([]byte, error) {
	var all Fields
	if err := sealed.Decoder.Unmarshal(payload, &all); err != nil {
		return nil, err
	}
	maps.Copy(all, unknown)
	return sealed.Encoder.Marshal(all)
}

func Decode(key, value []byte) (Invitation, error) {
	payload, err := sealed.Open(key, value)
	if err != nil {
		return Invitation{}, err
	}
	return decodePayload(string(key), payload)
}

// decodePayload reads what EncodePayload wrote. Nothing of it aliases payload.
func decodePayload(id string, payload []byte) (Invitation, error) {
	var r record
	var unknown Fields
	err := sealed.Strict.Unmarshal(payload, &r)
	if _, more := errors.AsType[*cbor.UnknownFieldError](err); more {
		r = record{}
		if err = sealed.Decoder.Unmarshal(payload, &r); err == nil {
			unknown, err = unknownFields(payload)
		}
	}
	if err != nil {
		return Invitation{}, err
	}
	inv, err := r.invitation(id)
	inv.unknown = unknown
	return inv, err
}

// unknownFields returns the fields of a record that this program does not know.
func unknownFields(payload []byte) (Fields, error) {
	var all Fields
	if err := sealed.Decoder.Unmarshal(payload, &all); err != nil {
		return nil, err
	}
	maps.DeleteFunc(all, func(number uint64, _ cbor.RawMessage) bool { return number <= lastField })
	return all, nil
}

func (r *record) invitation(id string) (Invitation, error) {
	recommendation, err := advisor.ParseRecommendation(r.Recommendation)
	if err != nil {
		return Invitation{}, err
	}
	advised, err := advisor.ParseRecommendation(r.Advised)
	if err != nil {
		return Invitation{}, err
	}
	former, err := r.Former.former()
	if err != nil {
		return Invitation{}, err
	}
	inv := Invitation{
		ID: id, Direction: DirectionOf(r.Outgoing),
		Name: r.Name, Headline: r.Headline, Company: r.Company, URL: r.URL, Note: r.Note,
		SentAt: Moment(r.SentAt), TimesSent: max(1, r.TimesSent),
		AddedAt: Moment(r.AddedAt), ChangedAt: Moment(r.ChangedAt),
		Connected: r.Connected, ConnectedOn: Moment(r.ConnectedOn), Gone: r.Gone, Listed: r.Listed,
		Answers: advisor.Answers(r.Answers), RulebookVersion: r.RulebookVersion,
		Recommendation: recommendation, Report: r.Report, Settled: r.Settled,
		Decision: Decision(r.Decision), Because: r.Because, DecidedAt: Moment(r.DecidedAt),
		Reported: r.Reported, FollowUp: dayOfSeconds(r.FollowUp),
		Rules: r.Rules, Former: former, Advised: advised, LaterUntil: dayOfSeconds(r.LaterUntil), Tags: r.Tags,
		PersonNote: r.PersonNote, AnswerNotes: r.AnswerNotes, Corrected: r.Corrected,
		Facts: r.Facts.facts(), Doubts: r.Doubts, Resurfaced: r.Resurfaced, Stamps: r.Stamps, Profile: r.Profile.profile(),
	}
	for _, t := range r.SentTimes {
		inv.SentTimes = append(inv.SentTimes, Moment(t))
	}
	if len(inv.SentTimes) == 0 && r.SentAt != 0 {
		inv.SentTimes = []time.Time{inv.SentAt}
	}
	return inv, nil
}

// SameRecord reports whether two states of an invitation would be kept as the
// same bytes.
func SameRecord(a, b Invitation) (bool, error) {
	x, err := Encode(&a)
	if err != nil {
		return false, err
	}
	y, err := Encode(&b)
	return bytes.Equal(x, y), err
}
