package record

import (
	"encoding/binary"
	"time"

	"linkvet/advisor"
)

// Skim is what a list entry says but for its texts, for counting a hundred
// thousand of them without making a Row of each. Times are seconds since 1970, 0
// where not known.
type Skim struct {
	Outgoing, Connected, Gone  bool
	Report, Settled, Join      bool
	Suggested, Warned, HasNote bool
	Recommendation             advisor.Recommendation
	Answered                   int
	DecidedAt                  int64
	ComesBack                  Day
	Decision                   Decision

	resurfaced bool
	listed     bool
	nTags      uint64
	tags       []byte
}

// SkimSummary reads the payload of a list entry into s, which keeps the payload's
// memory for as long as its tags are asked for.
func SkimSummary(payload []byte, s *Skim) error {
	*s = Skim{}
	if len(payload) < 2 {
		return ErrSummary
	}
	flags, advised := payload[0], payload[1]
	in := skimmer{rest: payload[2:]}
	s.Outgoing, s.Connected, s.Gone = flags&flagOutgoing != 0, flags&flagConnected != 0, flags&flagGone != 0
	s.Report, s.Settled, s.Suggested = flags&flagReport != 0, flags&flagSettled != 0, flags&FlagSuggested != 0
	s.listed, s.Join = flags&flagListed != 0, advised&flagJoin != 0
	s.Warned, s.Recommendation = advised&FlagWarned != 0, advisor.Recommendation(advised&recommendationBits)
	s.Answered = int(in.uvarint())
	in.uvarint() // how often it was sent
	s.DecidedAt = in.varint()
	s.ComesBack = dayOfSeconds(in.varint())
	in.varint() // when it changed
	if decision := in.text(); len(decision) > 0 {
		s.Decision = decisionOf(decision)
	}
	for range 4 { // name, headline, company, address
		in.text()
	}
	s.HasNote = len(in.text()) > 0
	s.nTags, s.tags = in.uvarint(), in.rest
	for range min(s.nTags, uint64(len(in.rest))) {
		in.text()
	}
	if len(in.rest) > 0 {
		s.resurfaced = in.rest[0]&flagResurfaced != 0
		in.rest = in.rest[1:]
		in.uvarint() // the sum of the facts
	}
	if len(in.rest) > 0 {
		in.text() // the person's own note
	}
	if in.bad || len(in.rest) > 0 || s.nTags > uint64(len(s.tags)) {
		return ErrSummary
	}
	return nil
}

// At is the status on a day, and whether that day it is due.
func (s *Skim) At(today Day) (status Status, due bool) {
	status, due, _ = standing{s.Decision, s.ComesBack, s.Connected, s.Outgoing, s.Gone, s.resurfaced}.at(today)
	return status, due
}

// Reach is how far one of the person's own has come, and when it was sent, in seconds
// since 1970; sent is when the list says so, 0 for never.
func (s *Skim) Reach(sent int64, now time.Time) (Reach, int64) {
	if sent == 0 && s.Decision == Sent {
		sent = s.DecidedAt
	}
	return reachOf(s.Decision, s.Connected, s.Gone, s.listed, sent, now), sent
}

// EachTag calls fn for each tag, which is valid during the call only.
func (s *Skim) EachTag(fn func(tag []byte)) {
	in := skimmer{rest: s.tags}
	for range s.nTags {
		if tag := in.text(); !in.bad {
			fn(tag)
		}
	}
}

// decisionOf is a decision without a text of its own, unless a later program
// added it.
func decisionOf(word []byte) Decision {
	for _, d := range [...]Decision{Accepted, Ignored, Declined, Blocked, Reported, Sent, NotSent} {
		if string(word) == string(d) {
			return d
		}
	}
	return Decision(word)
}

// skimmer takes a payload apart without copying. After a mistake it returns zeros
// and bad is set.
type skimmer struct {
	rest []byte
	bad  bool
}

func (in *skimmer) uvarint() uint64 {
	if len(in.rest) > 0 && in.rest[0] < 0x80 {
		v := in.rest[0]
		in.rest = in.rest[1:]
		return uint64(v)
	}
	v, n := binary.Uvarint(in.rest)
	if n <= 0 {
		in.bad, in.rest = true, nil
		return 0
	}
	in.rest = in.rest[n:]
	return v
}

func (in *skimmer) varint() int64 {
	v := in.uvarint()
	return int64(v>>1) ^ -int64(v&1)
}

func (in *skimmer) text() []byte {
	n := in.uvarint()
	if n > uint64(len(in.rest)) {
		in.bad, in.rest = true, nil
		return nil
	}
	text := in.rest[:n]
	in.rest = in.rest[n:]
	return text
}
