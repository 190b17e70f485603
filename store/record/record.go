package record

import (
	"time"
)

// record is an invitation as it is kept. The numbers are for ever: a field may
// be added with a number never used before, and none may change its meaning.
// A field that a later program added is kept when the record is written again.
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
	Stamps          map[string][]Stamp  `cbor:"33,keyasint,omitempty"`
	Profile         *profileRecord      `cbor:"34,keyasint,omitempty"`
	Reported        bool                `cbor:"35,keyasint,omitempty"`
	FollowUp        int64               `cbor:"36,keyasint,omitempty"`
	Rules           string              `cbor:"37,keyasint,omitempty"`
	Former          *formerRecord       `cbor:"38,keyasint,omitempty"`
}

// Numbers of fields that the journal treats in a way of their own.
const (
	fieldChangedAt      = 11
	fieldAnswers        = 16
	fieldRecommendation = 18
	fieldReport         = 19
	fieldSettled        = 20
	fieldLaterUntil     = 25
	fieldAnswerNotes    = 28
	fieldCorrected      = 29
	fieldStamps         = 33
	fieldFollowUp       = 36
	fieldRules          = 37
	fieldFormer         = 38

	lastField = 38 // a higher one is from a later program
)

// The codec: deterministic, so that equal records are equal bytes.

// Seconds and Moment convert times to what is stored and back.
func Seconds(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.Unix()
}

func Moment(s int64) time.Time {
	if s == 0 {
		return time.Time{}
	}
	return time.Unix(s, 0).UTC()
}

func RFC3339(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

func DayOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.DateOnly)
}
