package list

import (
	"slices"

	"linkvet/advisor"
	"linkvet/store/record"
)

// RowKey is what sorting and most queries look at of a row, in few bytes and
// without a pointer.
type RowKey struct {
	Sent, Changed    int64 // seconds since 1970, 0 where not known
	Later            record.Day
	Recommendation   advisor.Recommendation
	Due, Back        bool
	Outgoing         bool
	status, decision uint8 // codeOf
	reach            uint8 // likewise
	has              uint8 // what the invitation has
	signs            uint8 // what lists and their order show of it
}

// Signs of a row.
const (
	signSuggested = 1 << iota
	signWarned
	signSettled
	signJoin
	signRevised
	signReported
)

// What an invitation can have, in the words of queries and as bits of a RowKey.
const (
	hasNote = 1 << iota
	hasHeadline
	hasCompany
	hasURL
	hasTag
	hasAnswer
	hasDate
	hasPersonNote
)

func hasWords() []string {
	return []string{"note", "headline", "company", "url", "tag", "answer", "date", "mynote"} // in the order of the bits
}

// Words that a RowKey has as codes. Rows are many, so they are listed once.
var statuses, decisions, reaches = record.Statuses(), record.Decisions(), record.Reaches()

// RowKeyOf returns the key of a row.
func RowKeyOf(r *record.Row) RowKey {
	return RowKey{
		Sent: record.Seconds(r.SentAt), Changed: record.Seconds(r.ChangedAt), Later: r.LaterUntil,
		Recommendation: r.Recommendation, Due: r.Due, Back: r.Back, Outgoing: r.Direction == record.Outgoing,
		status: codeOf(statuses, r.Status), decision: codeOf(decisions, r.Decision), reach: codeOf(reaches, r.Reach),
		has: record.Bit(hasNote, r.Note != "") | record.Bit(hasHeadline, r.Headline != "") | record.Bit(hasCompany, r.Company != "") |
			record.Bit(hasURL, r.URL != "") | record.Bit(hasTag, len(r.Tags) > 0) | record.Bit(hasAnswer, r.Answered > 0) |
			record.Bit(hasDate, record.Seconds(r.SentAt) != 0) | record.Bit(hasPersonNote, r.PersonNote != ""),
		signs: record.Bit(signSuggested, r.Suggested) | record.Bit(signWarned, r.Warned) | record.Bit(signSettled, r.Settled) | record.Bit(signJoin, r.Join) | record.Bit(signRevised, r.Revised) |
			record.Bit(signReported, r.Reported),
	}
}

// Status is the row's status.
func (b *RowKey) Status() record.Status {
	if b.status > 0 && int(b.status) <= len(statuses) {
		return statuses[b.status-1]
	}
	return ""
}

// Reach is how far one that the person sends has come.
func (b *RowKey) Reach() record.Reach {
	if b.reach > 0 && int(b.reach) <= len(reaches) {
		return reaches[b.reach-1]
	}
	return record.ReachNone
}

// ReachOrder orders those that the person sends by how far they have come, as they
// want to be seen.
func (b *RowKey) ReachOrder() int { return int(b.reach) }

// HasCompany reports whether a company is known.
func (b *RowKey) HasCompany() bool { return b.has&hasCompany != 0 }

// HasHeadline reports whether there is a headline.
func (b *RowKey) HasHeadline() bool { return b.has&hasHeadline != 0 }

// Marked reports whether something points to an answer that is not given yet, and
// a decision is still to come.
func (b *RowKey) Marked() bool { return record.Marked(b.signs&signSuggested != 0, b.Status()) }

// Warns reports whether a list shows that the row looks like a stop sign.
func (b *RowKey) Warns() bool { return record.Marked(b.signs&signWarned != 0, b.Status()) }

// Joins reports whether it asks the person to join LinkedIn.
func (b *RowKey) Joins() bool { return b.signs&signJoin != 0 }

// Revised reports whether the rules or the profile changed what is advised.
func (b *RowKey) Revised() bool { return b.signs&signRevised != 0 }

// Answered reports whether a question about the row is answered.
func (b *RowKey) Answered() bool { return b.has&hasAnswer != 0 }

// Takes is what is still to be done about an invitation, as a list is sorted by it.
type Takes uint8

// What it takes, the quickest first.
const (
	ToAccept Takes = iota // the advice is to accept, and settled
	ToVet                 // there are questions to answer
	ToMind                // it looks like a stop sign, or the advice is to decline
)

// Takes says what is still to be done about the row.
func (b *RowKey) Takes() Takes {
	settled := b.signs&signSettled != 0
	switch b.Recommendation {
	case advisor.Decline, advisor.DeclineAndBlock:
		return ToMind
	case advisor.Accept, advisor.ReviewAndAccept:
		if settled {
			return ToAccept
		}
	}
	if b.signs&signWarned != 0 && !settled {
		return ToMind
	}
	return ToVet
}

// Tagged reports whether the row has tags.
func (b *RowKey) Tagged() bool { return b.has&hasTag != 0 }

// unknownCode stands for a word that this program does not know.
const unknownCode = 0xff

// codeOf is the place of a word among all of its kind, counted from 1, and 0
// for no word.
func codeOf[W ~string](all []W, word W) uint8 {
	switch at := slices.Index(all, word); {
	case at >= 0:
		return uint8(at + 1)
	case word == "":
		return 0
	}
	return unknownCode
}
