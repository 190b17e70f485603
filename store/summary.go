package store

import (
	"encoding/binary"
	"errors"
	"time"

	"linkvet/advisor"
)

// Row is what a list shows of an invitation.
type Row struct {
	ID             string
	Direction      Direction
	Name           string
	Headline       string
	Company        string
	URL            string
	Note           string
	PersonNote     string // what the person notes about them
	SentAt         time.Time
	TimesSent      int
	LaterUntil     time.Time
	Resurfaced     bool   // an archive has said something new since it was put off
	Status         Status // as of the time of loading
	Connected      bool   // facts of LinkedIn beside the person's own decision
	Gone           bool
	Recommendation advisor.Recommendation
	Report         bool
	Settled        bool
	Answered       int // how many questions have an answer
	Decision       Decision
	DecidedAt      time.Time
	Tags           []string
	ChangedAt      time.Time
	Suggested      bool // something about it points to an answer that is not given yet
	Due            bool // it was put off, and the day has come; as of the time of loading
	Back           bool // it is put off still, and an archive has said something new since; likewise

	listed    bool
	corrected bool
	doubtful  bool   // from a mail that may not be from LinkedIn
	facts     uint32 // sum of the facts, so that an import can tell whether they changed
}

// DisplayName returns the name for people to read; data keeps the empty one.
func (r Row) DisplayName() string { return displayName(r.Name) }

// Marked reports whether a list marks the row, as [Brief.Marked] does.
func (r *Row) Marked() bool { return marked(r.Suggested, r.Status) }

// Row returns the invitation as a list shows it at the given time.
func (inv *Invitation) Row(now time.Time) Row {
	return Row{
		ID: inv.ID, Direction: inv.Direction, Name: inv.Name, Headline: inv.Headline, Company: inv.Company,
		URL: inv.URL, Note: inv.Note, PersonNote: inv.PersonNote, SentAt: inv.SentAt,
		TimesSent: inv.TimesSent, LaterUntil: inv.LaterUntil, Status: inv.Status(now), Connected: inv.Connected, Gone: inv.Gone,
		Recommendation: inv.Recommendation, Report: inv.Report, Settled: inv.Settled, Answered: inv.Answered(),
		Decision: inv.Decision, DecidedAt: inv.DecidedAt, Tags: inv.Tags, ChangedAt: inv.ChangedAt,
		Suggested: inv.isSuggested(), Due: inv.due(now), Back: inv.isBack(now), Resurfaced: inv.Resurfaced,
		listed: inv.Listed, corrected: len(inv.Corrected) > 0, doubtful: len(inv.Doubts) > 0, facts: factsSum(inv.Facts),
	}
}

// due reports whether the day has come until which it was put off.
func (inv Invitation) due(now time.Time) bool {
	status := inv.Status(now)
	return !inv.LaterUntil.IsZero() && (status == StatusWaiting || status == StatusOutgoing)
}

// Flags of a summary.
const (
	flagOutgoing = 1 << iota
	flagConnected
	flagGone
	flagListed
	flagReport
	flagSettled
	flagSuggested
	flagCorrected
)

// Further flags, behind the texts.
const (
	flagDoubtful = 1 << iota
	flagResurfaced
)

var errSummary = errors.New("it does not decode")

// encodeSummary writes a row for the list. The list is derived from the records
// and read whole at every start, so it has a form of its own that is ten times
// quicker to read than theirs: flags, recommendation, then numbers and texts,
// each text behind its length.
func encodeSummary(key []byte, r Row) []byte {
	room := 48 + len(r.Name) + len(r.Headline) + len(r.Company) + len(r.URL) + len(r.Note) + len(r.PersonNote)
	return sealed(key, appendSummary(make([]byte, sealLength, sealLength+room), &r))
}

// appendSummary appends the payload of a summary.
func appendSummary(b []byte, r *Row) []byte {
	b = append(b, summaryFlags(r), byte(r.Recommendation))
	b = binary.AppendUvarint(b, uint64(r.Answered))
	b = binary.AppendUvarint(b, uint64(r.TimesSent))
	b = binary.AppendVarint(b, seconds(r.DecidedAt))
	b = binary.AppendVarint(b, seconds(r.LaterUntil))
	b = binary.AppendVarint(b, seconds(r.ChangedAt))
	for _, text := range [...]string{string(r.Decision), r.Name, r.Headline, r.Company, r.URL, r.Note} {
		b = appendText(b, text)
	}
	b = binary.AppendUvarint(b, uint64(len(r.Tags)))
	for _, tag := range r.Tags {
		b = appendText(b, tag)
	}
	// What came later is left out from where nothing more follows.
	more := bit(flagDoubtful, r.doubtful) | bit(flagResurfaced, r.Resurfaced)
	if more != 0 || r.facts != 0 || r.PersonNote != "" {
		b = append(b, more)
		b = binary.AppendUvarint(b, uint64(r.facts))
	}
	if r.PersonNote != "" {
		b = appendText(b, r.PersonNote)
	}
	return b
}

func appendText(b []byte, text string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

func summaryFlags(r *Row) byte {
	return bit(flagOutgoing, r.Direction == Outgoing) | bit(flagConnected, r.Connected) | bit(flagGone, r.Gone) |
		bit(flagListed, r.listed) | bit(flagReport, r.Report) | bit(flagSettled, r.Settled) |
		bit(flagSuggested, r.Suggested) | bit(flagCorrected, r.corrected)
}

func bit(flag byte, on bool) byte {
	if on {
		return flag
	}
	return 0
}

// decodeSummary reads what encodeSummary wrote, except the status. All texts
// of a row share one allocation.
func decodeSummary(key, value []byte) (Row, error) {
	sentAt, id, ok := parseListKey(key)
	if !ok {
		return Row{}, errSummary
	}
	payload, err := unseal(key, value)
	if err != nil {
		return Row{}, err
	}
	row, err := summaryRow(string(payload))
	row.ID, row.SentAt = string(id), sentAt
	return row, err
}

// summaryRow reads what appendSummary wrote. The texts share the payload's
// memory.
func summaryRow(payload string) (Row, error) {
	in := reader{rest: payload}
	flags, recommendation := in.byte(), in.byte()
	row := Row{
		Direction: direction(flags&flagOutgoing != 0),
		Connected: flags&flagConnected != 0, Gone: flags&flagGone != 0, listed: flags&flagListed != 0,
		Report: flags&flagReport != 0, Settled: flags&flagSettled != 0,
		Suggested: flags&flagSuggested != 0, corrected: flags&flagCorrected != 0,
		Recommendation: advisor.Recommendation(recommendation),
		Answered:       int(in.uvarint()), TimesSent: int(in.uvarint()),
		DecidedAt: moment(in.varint()), LaterUntil: moment(in.varint()), ChangedAt: moment(in.varint()),
		Decision: Decision(in.text()), Name: in.text(), Headline: in.text(), Company: in.text(),
		URL: in.text(), Note: in.text(),
	}
	for n := in.uvarint(); n > 0 && !in.bad; n-- {
		row.Tags = append(row.Tags, in.text())
	}
	if in.rest != "" {
		more := in.byte()
		row.doubtful, row.Resurfaced = more&flagDoubtful != 0, more&flagResurfaced != 0
		row.facts = uint32(in.uvarint())
	}
	if in.rest != "" {
		row.PersonNote = in.text()
	}
	if in.bad || in.rest != "" {
		return Row{}, errSummary
	}
	return row, nil
}

// reader takes a summary apart. After a mistake it returns zeros and bad is set.
type reader struct {
	rest string
	bad  bool
}

func (in *reader) byte() byte {
	if in.rest == "" {
		in.bad = true
		return 0
	}
	b := in.rest[0]
	in.rest = in.rest[1:]
	return b
}

func (in *reader) uvarint() uint64 {
	var v uint64
	for shift := 0; shift < 64; shift += 7 {
		b := in.byte()
		v |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return v
		}
	}
	in.bad = true
	return 0
}

// varint undoes binary.AppendVarint, which moves the sign to the lowest bit.
func (in *reader) varint() int64 {
	v := in.uvarint()
	return int64(v>>1) ^ -int64(v&1)
}

func (in *reader) text() string {
	n := in.uvarint()
	if n > uint64(len(in.rest)) {
		in.bad = true
		in.rest = ""
		return ""
	}
	text := in.rest[:n]
	in.rest = in.rest[n:]
	return text
}

func marked(suggested bool, status Status) bool {
	return suggested && (status == StatusWaiting || status == StatusLater)
}

// judge fills what depends on the time.
func (r *Row) judge(now time.Time) {
	inv := Invitation{
		Direction: r.Direction, Decision: r.Decision, LaterUntil: r.LaterUntil, Connected: r.Connected, Gone: r.Gone,
		Resurfaced: r.Resurfaced,
	}
	r.Status, r.Due, r.Back = inv.Status(now), inv.due(now), inv.isBack(now)
}

// listKey orders the list by time sent and then id; unknown times come first,
// which is last when walked backwards.
func listKey(sentAt time.Time, id string) []byte {
	return append(binary.BigEndian.AppendUint64(make([]byte, 0, 8+len(id)), listMoment(sentAt)), id...)
}

// listMoment is a time as the list is ordered by it.
func listMoment(sentAt time.Time) uint64 {
	if sentAt.IsZero() {
		return 0
	}
	// Flipping the sign bit makes signed seconds sort as unsigned ones.
	return uint64(sentAt.Unix()) ^ (1 << 63)
}

// parseListKey undoes listKey. The id is valid as long as the key is.
func parseListKey(key []byte) (sentAt time.Time, id []byte, ok bool) {
	if len(key) != 8+idLength {
		return time.Time{}, nil, false
	}
	if bits := binary.BigEndian.Uint64(key); bits != 0 {
		sentAt = time.Unix(int64(bits^(1<<63)), 0).UTC()
	}
	return sentAt, key[8:], true
}
