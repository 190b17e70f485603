package record

import (
	"hash/crc32"
	"maps"
	"slices"
	"strings"
	"time"
)

// Stamp says when the person gave one of their own fields a value, and which one.
// With it, two stores that exchange tables tell which of two values is the later
// one, and whether whoever gave it knew of the other.
type Stamp struct {
	_   struct{} `cbor:",toarray"`
	At  int64    // seconds since 1970
	Sum uint32   // of the value, see SumOf
}

// stampsKept is how many values of a field are remembered, the last one first.
const stampsKept = 8

// Keys of the person's own fields, beside those that they may correct. An answer
// and the note on one have the question behind the prefix.
const (
	OwnDecision   = "decision" // with its reason and time
	OwnLater      = "later_until"
	OwnTags       = "tags"
	OwnNote       = "person_note"
	ownAnswer     = "answers."
	ownAnswerNote = "answer_notes."
)

// SumOf is a checksum of a value; none has 0.
func SumOf(value string) uint32 {
	if value == "" {
		return 0
	}
	return max(1, crc32.ChecksumIEEE([]byte(value)))
}

// Own returns the value of one of the person's own fields as text, "" for none.
func (inv *Invitation) Own(key string) string {
	if question, ok := strings.CutPrefix(key, ownAnswer); ok {
		return strings.Join(inv.Answers[question], ",")
	}
	if question, ok := strings.CutPrefix(key, ownAnswerNote); ok {
		return inv.AnswerNotes[question]
	}
	switch key {
	case FieldName:
		return inv.Name
	case FieldHeadline:
		return inv.Headline
	case FieldCompany:
		return inv.Company
	case FieldURL:
		return inv.URL
	case FieldNote:
		return inv.Note
	case FieldSentAt:
		return RFC3339(inv.SentAt)
	case OwnDecision:
		if inv.Decision == "" {
			return ""
		}
		words := []string{string(inv.Decision), RFC3339(inv.DecidedAt), inv.Because}
		if inv.Reported {
			words = append(words, "reported")
		}
		if !inv.FollowUp.IsZero() {
			words = append(words, "follow up "+inv.FollowUp.String())
		}
		return strings.Join(words, " ")
	case OwnLater:
		return inv.LaterUntil.String()
	case OwnTags:
		return strings.Join(inv.Tags, ",")
	case OwnNote:
		return inv.PersonNote
	}
	return "" // of a later program
}

// OwnWords is Own as people read it.
func (inv *Invitation) OwnWords(key string) string {
	switch key {
	case OwnDecision:
		return string(inv.Decision)
	}
	return inv.Own(key)
}

// TakeOwn gives one of the person's own fields the value that it has in another
// state of the invitation. What can be corrected is not taken here but with
// Correct, which keeps what the archive says.
func (inv *Invitation) TakeOwn(key string, from *Invitation) {
	if question, ok := strings.CutPrefix(key, ownAnswer); ok {
		inv.Answers = takeEntry(inv.Answers, from.Answers, question)
	}
	if question, ok := strings.CutPrefix(key, ownAnswerNote); ok {
		inv.AnswerNotes = takeEntry(inv.AnswerNotes, from.AnswerNotes, question)
	}
	switch key {
	case OwnDecision:
		inv.Decision, inv.Because, inv.DecidedAt, inv.Advised = from.Decision, from.Because, from.DecidedAt, from.Advised
		inv.Reported, inv.FollowUp = from.Reported, from.FollowUp
	case OwnLater:
		inv.LaterUntil = from.LaterUntil
	case OwnTags:
		inv.Tags = from.Tags
	case OwnNote:
		inv.PersonNote = from.PersonNote
	}
}

// takeEntry returns a table with one entry as another has it, nil for an empty one.
func takeEntry[M ~map[string]V, V any](to, from M, key string) M {
	to = maps.Clone(to)
	if value, ok := from[key]; !ok {
		delete(to, key)
	} else if to == nil {
		to = M{key: value}
	} else {
		to[key] = value
	}
	if len(to) == 0 {
		return nil
	}
	return to
}

// IsCorrectable reports whether a field is one that archives fill, and that the
// person only corrects.
func IsCorrectable(key string) bool {
	return slices.Contains([]string{FieldName, FieldHeadline, FieldCompany, FieldURL, FieldNote, FieldSentAt}, key)
}

// everyOwn are the keys of those that every invitation has, in order.
var everyOwn = slices.Clip(slices.Sorted(slices.Values([]string{
	FieldName, FieldHeadline, FieldCompany, FieldURL, FieldNote, FieldSentAt, OwnDecision, OwnLater, OwnTags, OwnNote,
})))

// OwnKeys returns the keys of the person's own fields that have a value, or had
// one, in any of the states of an invitation, in order. They are not to be changed.
func OwnKeys(states ...*Invitation) []string {
	keys := everyOwn
	for _, inv := range states {
		for question := range inv.Answers {
			keys = append(keys, ownAnswer+question)
		}
		for question := range inv.AnswerNotes {
			keys = append(keys, ownAnswerNote+question)
		}
		keys = slices.AppendSeq(keys, maps.Keys(inv.Stamps))
	}
	if len(keys) == len(everyOwn) { // as in nearly every invitation
		return everyOwn
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Stamp notes at which time the person made the invitation of what it was before,
// nil for a new one.
func (inv *Invitation) Stamp(before *Invitation, at time.Time) {
	if before == nil {
		if len(inv.Stamps) > 0 {
			return // it was there before, and is back
		}
		before = &Invitation{}
	}
	for _, key := range OwnKeys(before, inv) {
		if value := inv.Own(key); value != before.Own(key) {
			inv.PutStamps(key, []Stamp{{At: Seconds(at), Sum: SumOf(value)}}, inv.Stamps[key])
		}
	}
}

// PutStamps makes these the stamps of a field, the newest first. Of several of one
// value the first stays.
func (inv *Invitation) PutStamps(key string, lists ...[]Stamp) {
	var all []Stamp
	for _, s := range slices.Concat(lists...) {
		if len(all) < stampsKept && !slices.ContainsFunc(all, func(other Stamp) bool { return other.Sum == s.Sum }) {
			all = append(all, s)
		}
	}
	inv.Stamps = maps.Clone(inv.Stamps)
	if inv.Stamps == nil {
		inv.Stamps = map[string][]Stamp{}
	}
	inv.Stamps[key] = all
}

// StampOf returns when the value that a field has now was given; ok is false when
// that is not known, as of a value that an earlier program wrote.
func (inv *Invitation) StampOf(key string) (s Stamp, ok bool) {
	all := inv.Stamps[key]
	if len(all) == 0 || all[0].Sum != SumOf(inv.Own(key)) {
		return Stamp{}, false
	}
	return all[0], true
}
