package record

import (
	"bytes"
	"fmt"
	"maps"

	"github.com/fxamacker/cbor/v2"

	"linkvet/store/sealed"
)

// Fields is a record taken apart: its numbers and their encoded values. It has
// what this program does not know of as well.
type Fields map[uint64]cbor.RawMessage

// Patch is how a record changed, field by field, so that a change can be taken
// back without touching what something else changed meanwhile. A field that was
// or is not there is missing on that side.
type Patch struct {
	Was     Fields                `cbor:"1,keyasint,omitempty"`
	Is      Fields                `cbor:"2,keyasint,omitempty"`
	Within  map[uint64]tablePatch `cbor:"3,keyasint,omitempty"` // of the fields that are tables themselves
	Created bool                  `cbor:"4,keyasint,omitempty"` // there was no record; Is is all of it
	Deleted bool                  `cbor:"5,keyasint,omitempty"` // there is none any more; Was is all of it

	whole cbor.RawMessage // Was, of a removal that is only to be kept
}

// RemovalOf returns how a record goes, to be kept and nothing else: it is not taken
// apart, which would only be put together again.
func RemovalOf(inv *Invitation) (Patch, error) {
	whole, err := EncodePayload(inv)
	return Patch{Deleted: true, whole: whole}, err
}

// MarshalCBOR writes a patch as it is kept.
func (p Patch) MarshalCBOR() ([]byte, error) {
	if p.whole == nil {
		type plain Patch
		return sealed.Encoder.Marshal(plain(p))
	}
	return sealed.Encoder.Marshal(struct {
		Was     cbor.RawMessage `cbor:"1,keyasint"`
		Deleted bool            `cbor:"5,keyasint"`
	}{p.whole, true})
}

// tablePatch is how a field changed that is a table, such as the answers.
type tablePatch struct {
	Was map[string]cbor.RawMessage `cbor:"1,keyasint,omitempty"`
	Is  map[string]cbor.RawMessage `cbor:"2,keyasint,omitempty"`
}

// derived are the numbers of the fields that follow from others, and when it
// all changed. They are worked out again instead of being patched.
func derived() []uint64 {
	return []uint64{fieldChangedAt, fieldRecommendation, fieldReport, fieldSettled, fieldStamps, fieldRules, fieldFormer}
}

// tables are the numbers of the fields that are tables with texts as keys.
func tables() []uint64 { return []uint64{fieldAnswers, fieldAnswerNotes, fieldCorrected} }

// FieldsOf takes a record apart.
func FieldsOf(inv Invitation) (Fields, error) {
	payload, err := EncodePayload(&inv)
	if err != nil {
		return nil, err
	}
	var f Fields
	return f, sealed.Decoder.Unmarshal(payload, &f)
}

// Invitation puts a record together again.
func (f Fields) Invitation(id string) (Invitation, error) {
	payload, err := sealed.Encoder.Marshal(f)
	if err != nil {
		return Invitation{}, fmt.Errorf("encode %q: %w", id, err)
	}
	return decodePayload(id, payload)
}

// PatchBetween returns how a record changed. before is nil for a new one and
// after for one that is deleted.
func PatchBetween(before, after *Invitation) (Patch, error) {
	var p Patch
	var err error
	if before != nil {
		if p.Was, err = FieldsOf(*before); err != nil {
			return p, err
		}
	}
	if after != nil {
		if p.Is, err = FieldsOf(*after); err != nil {
			return p, err
		}
	}
	if p.Created, p.Deleted = before == nil, after == nil; p.Created || p.Deleted {
		return p, nil
	}
	for _, number := range derived() {
		delete(p.Was, number)
		delete(p.Is, number)
	}
	for _, number := range tables() {
		if err := p.takeApart(number); err != nil {
			return p, err
		}
	}
	maps.DeleteFunc(p.Was, func(number uint64, value cbor.RawMessage) bool {
		other, ok := p.Is[number]
		if ok && bytes.Equal(value, other) {
			delete(p.Is, number)
			return true
		}
		return false
	})
	return p, nil
}

// takeApart keeps only the entries of a table that changed.
func (p *Patch) takeApart(number uint64) error {
	if bytes.Equal(p.Was[number], p.Is[number]) {
		return nil // the same, or not there on both sides
	}
	was, err := tableOf(p.Was, number)
	if err != nil {
		return err
	}
	is, err := tableOf(p.Is, number)
	if err != nil {
		return err
	}
	for key, value := range was {
		if other, ok := is[key]; ok && bytes.Equal(value, other) {
			delete(was, key)
			delete(is, key)
		}
	}
	if p.Within == nil {
		p.Within = map[uint64]tablePatch{}
	}
	p.Within[number] = tablePatch{was, is}
	delete(p.Was, number)
	delete(p.Is, number)
	return nil
}

func tableOf(f Fields, number uint64) (map[string]cbor.RawMessage, error) {
	table := map[string]cbor.RawMessage{}
	if f[number] == nil {
		return table, nil
	}
	return table, sealed.Decoder.Unmarshal(f[number], &table)
}

// Reversed returns the patch that takes p back.
func (p Patch) Reversed() Patch {
	back := Patch{Was: p.Is, Is: p.Was, Created: p.Deleted, Deleted: p.Created}
	for number, t := range p.Within {
		if back.Within == nil {
			back.Within = map[uint64]tablePatch{}
		}
		back.Within[number] = tablePatch{t.Is, t.Was}
	}
	return back
}

// Apply changes the fields of a record, nil for one that is not there, and
// returns them, nil for one that is no more. ok is false when something that the
// patch changes is not as it was.
func (p Patch) Apply(f Fields) (after Fields, ok bool, err error) {
	if p.Was, err = withDays(p.Was); err != nil {
		return nil, false, err
	}
	if p.Is, err = withDays(p.Is); err != nil {
		return nil, false, err
	}
	switch {
	case p.Created != (f == nil):
		return nil, false, nil
	case p.Created:
		return maps.Clone(p.Is), true, nil
	case p.Deleted:
		return nil, sameBut(derived(), f, p.Was), nil
	}
	after = maps.Clone(f)
	if !exchange(after, p.Was, p.Is) {
		return nil, false, nil
	}
	for number, t := range p.Within {
		table, err := tableOf(after, number)
		if err != nil {
			return nil, false, err
		}
		if !exchange(table, t.Was, t.Is) {
			return nil, false, nil
		}
		delete(after, number)
		if len(table) > 0 {
			if after[number], err = sealed.Encoder.Marshal(table); err != nil {
				return nil, false, err
			}
		}
	}
	return after, true, nil
}

// withDays has the days that the person named as they are kept today: earlier
// programs kept another time of the day.
func withDays(f Fields) (Fields, error) {
	for _, field := range []uint64{fieldLaterUntil, fieldFollowUp} {
		if f[field] == nil {
			continue
		}
		var seconds int64
		if err := sealed.Decoder.Unmarshal(f[field], &seconds); err != nil {
			return nil, err
		}
		value, err := sealed.Encoder.Marshal(dayOfSeconds(seconds).seconds())
		if err != nil {
			return nil, err
		}
		f = maps.Clone(f)
		f[field] = value
	}
	return f, nil
}

// exchange puts is in the place of was, unless something else is there.
func exchange[K comparable](in, was, is map[K]cbor.RawMessage) bool {
	for key, value := range was {
		if now, ok := in[key]; !ok || !bytes.Equal(now, value) {
			return false
		}
	}
	for key := range is {
		_, there := in[key]
		if _, expected := was[key]; there && !expected {
			return false
		}
	}
	for key := range was {
		delete(in, key)
	}
	maps.Copy(in, is)
	return true
}

// sameBut compares records, some fields aside.
func sameBut(aside []uint64, a, b Fields) bool {
	a, b = maps.Clone(a), maps.Clone(b)
	for _, number := range aside {
		delete(a, number)
		delete(b, number)
	}
	return maps.EqualFunc(a, b, func(x, y cbor.RawMessage) bool { return bytes.Equal(x, y) })
}

// ownFields are the person's own fields by the numbers of what is kept of them.
func ownFields() map[uint64]string {
	return map[uint64]string{
		2: FieldName, 3: FieldHeadline, 4: FieldCompany, 5: FieldURL, 6: FieldNote, 7: FieldSentAt,
		21: OwnDecision, 22: OwnDecision, 23: OwnDecision, 25: OwnLater, 26: OwnTags, 27: OwnNote,
	}
}

// OwnKeys returns the keys of the person's own fields that the patch changes.
func (p Patch) OwnKeys() []string {
	var keys []string
	for number, key := range ownFields() {
		if p.Was[number] != nil || p.Is[number] != nil {
			keys = append(keys, key)
		}
	}
	for number, prefix := range map[uint64]string{fieldAnswers: ownAnswer, fieldAnswerNotes: ownAnswerNote} {
		t := p.Within[number]
		for question := range t.Was {
			keys = append(keys, prefix+question)
		}
		for question := range t.Is {
			keys = append(keys, prefix+question)
		}
	}
	return keys
}
