package record

import (
	"encoding/binary"
	"errors"
	"time"

	"linkvet/advisor"
	"linkvet/store/sealed"
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
	LaterUntil     Day    // of a decided one, when to follow it up
	Resurfaced     bool   // an archive has said something new since it was put off
	Status         Status // as of the time of loading
	Connected      bool   // facts of LinkedIn beside the person's own decision
	Gone           bool
	Recommendation advisor.Recommendation
	Report         bool
	Settled        bool
	Revised        bool // the rules or the profile changed what is advised
	Answered       int  // how many questions have an answer
	Decision       Decision
	Reported       bool // they also reported the sender, beside declining or blocking
	DecidedAt      time.Time
	Tags           []string
	ChangedAt      time.Time
	Suggested      bool  // something about it points to an answer that is not given yet
	Warned         bool  // and that answer would be a stop sign
	Tied           bool  // the archives know of a tie beside the invitation, such as messages
	Join           bool  // it asks to join LinkedIn
	Due            bool  // it was put off, and the day has come; as of the time of loading
	Back           bool  // it is put off still, and an archive has said something new since; likewise
	Reach          Reach // how far one that the person sends has come; likewise

	Listed    bool
	Corrected bool
	Doubtful  bool   // from a mail that may not be from LinkedIn
	FactsSum  uint32 // sum of the facts, so that an import can tell whether they changed
}

// Advice returns the recommendation in the words of the direction and the kind.
func (r *Row) Advice() string { return r.Recommendation.LabelFor(string(r.Direction), r.Kind()) }

// Kind is what the invitation asks for, as the question "kind" has it.
func (r *Row) Kind() string {
	if r.Join {
		return KindJoin
	}
	return KindConnect
}

// DisplayName returns the name for people to read; data keeps the empty one.
func (r Row) DisplayName() string { return DisplayName(r.Name) }

// Warns reports whether a list shows that the row looks like a stop sign: a
// decision is still to come.
func (r *Row) Warns() bool { return Marked(r.Warned, r.Status) }

// Row returns the invitation as a list shows it at the given time.
func (inv *Invitation) Row(now time.Time) Row {
	row := inv.Outline(now)
	row.Suggested, row.Warned = inv.marks()
	return row
}

// Outline is Row without its marks, for which the texts have to be read.
func (inv *Invitation) Outline(now time.Time) Row {
	status, due, back := inv.standing().at(DayIn(now))
	row := Row{
		ID: inv.ID, Direction: inv.Direction, Name: inv.Name, Headline: inv.Headline, Company: inv.Company,
		URL: inv.URL, Note: inv.Note, PersonNote: inv.PersonNote, SentAt: inv.SentAt,
		TimesSent: inv.TimesSent, LaterUntil: inv.comesBack(), Status: status, Connected: inv.Connected, Gone: inv.Gone,
		Recommendation: inv.Recommendation, Report: inv.Report, Settled: inv.Settled, Answered: inv.Answered(),
		Decision: inv.Decision, Reported: inv.Reported, DecidedAt: inv.DecidedAt, Tags: inv.Tags, ChangedAt: inv.ChangedAt,
		Tied: inv.Facts.Tied(), Join: inv.Joins(), Revised: inv.Former.Recommendation != 0, Due: due, Back: back, Resurfaced: inv.Resurfaced,
		Listed: inv.Listed, Corrected: len(inv.Corrected) > 0, Doubtful: len(inv.Doubts) > 0, FactsSum: FactsSum(inv.Facts),
	}
	row.Reach = row.reach(now)
	return row
}

// Flags of a summary.
const (
	flagOutgoing = 1 << iota
	flagConnected
	flagGone
	flagListed
	flagReport
	flagSettled
	FlagSuggested
	flagCorrected
)

// Flags beside the recommendation, which takes the lower half of its byte.
const (
	FlagWarned byte = 1 << (iota + 4)
	FlagTied
	flagJoin
	flagRevised

	recommendationBits byte = 0x0f
)

// Further flags, behind the texts.
const (
	flagDoubtful = 1 << iota
	flagResurfaced
	flagReported
)

var ErrSummary = errors.New("it does not decode")

// EncodeSummary writes a row for the list. The list is derived from the records
// and read whole at every start, so it has a form of its own that is ten times
// quicker to read than theirs: flags, recommendation, then numbers and texts,
// each text behind its length.
func EncodeSummary(key []byte, r Row) []byte {
	room := 48 + len(r.Name) + len(r.Headline) + len(r.Company) + len(r.URL) + len(r.Note) + len(r.PersonNote)
	return sealed.InPlace(key, AppendSummary(make([]byte, sealed.Length, sealed.Length+room), &r))
}

// AppendSummary appends the payload of a summary.
func AppendSummary(b []byte, r *Row) []byte {
	b = append(b, summaryFlags(r), byte(r.Recommendation)|Bit(FlagWarned, r.Warned)|Bit(FlagTied, r.Tied)|Bit(flagJoin, r.Join)|Bit(flagRevised, r.Revised))
	b = binary.AppendUvarint(b, uint64(r.Answered))
	b = binary.AppendUvarint(b, uint64(r.TimesSent))
	b = binary.AppendVarint(b, Seconds(r.DecidedAt))
	b = binary.AppendVarint(b, r.LaterUntil.seconds())
	b = binary.AppendVarint(b, Seconds(r.ChangedAt))
	for _, text := range [...]string{string(r.Decision), r.Name, r.Headline, r.Company, r.URL, r.Note} {
		b = AppendText(b, text)
	}
	b = binary.AppendUvarint(b, uint64(len(r.Tags)))
	for _, tag := range r.Tags {
		b = AppendText(b, tag)
	}
	// What came later is left out from where nothing more follows.
	more := Bit(flagDoubtful, r.Doubtful) | Bit(flagResurfaced, r.Resurfaced) | Bit(flagReported, r.Reported)
	if more != 0 || r.FactsSum != 0 || r.PersonNote != "" {
		b = append(b, more)
		b = binary.AppendUvarint(b, uint64(r.FactsSum))
	}
	if r.PersonNote != "" {
		b = AppendText(b, r.PersonNote)
	}
	return b
}

func AppendText(b []byte, text string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

func summaryFlags(r *Row) byte {
	return Bit(flagOutgoing, r.Direction == Outgoing) | Bit(flagConnected, r.Connected) | Bit(flagGone, r.Gone) |
		Bit(flagListed, r.Listed) | Bit(flagReport, r.Report) | Bit(flagSettled, r.Settled) |
		Bit(FlagSuggested, r.Suggested) | Bit(flagCorrected, r.Corrected)
}

func Bit(flag byte, on bool) byte {
	if on {
		return flag
	}
	return 0
}

// DecodeSummary reads what EncodeSummary wrote, except the status. All texts
// of a row share one allocation.
func DecodeSummary(key, value []byte) (Row, error) {
	sentAt, id, ok := ParseListKey(key)
	if !ok {
		return Row{}, ErrSummary
	}
	payload, err := sealed.Open(key, value)
	if err != nil {
		return Row{}, err
	}
	row, err := SummaryRow(string(payload))
	row.ID, row.SentAt = string(id), sentAt
	return row, err
}

// SummaryRow reads what AppendSummary wrote. The texts share the payload's
// memory.
func SummaryRow(payload string) (Row, error) {
	in := Reader{Rest: payload}
	flags, advised := in.byte(), in.byte()
	row := Row{
		Direction: DirectionOf(flags&flagOutgoing != 0),
		Connected: flags&flagConnected != 0, Gone: flags&flagGone != 0, Listed: flags&flagListed != 0,
		Report: flags&flagReport != 0, Settled: flags&flagSettled != 0,
		Suggested: flags&FlagSuggested != 0, Corrected: flags&flagCorrected != 0,
		Recommendation: advisor.Recommendation(advised & recommendationBits),
		Warned:         advised&FlagWarned != 0, Tied: advised&FlagTied != 0, Join: advised&flagJoin != 0, Revised: advised&flagRevised != 0,
		Answered: int(in.uvarint()), TimesSent: int(in.uvarint()),
		DecidedAt: Moment(in.varint()), LaterUntil: dayOfSeconds(in.varint()), ChangedAt: Moment(in.varint()),
		Decision: Decision(in.Text()), Name: in.Text(), Headline: in.Text(), Company: in.Text(),
		URL: in.Text(), Note: in.Text(),
	}
	for n := in.uvarint(); n > 0 && !in.bad; n-- {
		row.Tags = append(row.Tags, in.Text())
	}
	if in.Rest != "" {
		more := in.byte()
		row.Doubtful, row.Resurfaced, row.Reported = more&flagDoubtful != 0, more&flagResurfaced != 0, more&flagReported != 0
		row.FactsSum = uint32(in.uvarint())
	}
	if in.Rest != "" {
		row.PersonNote = in.Text()
	}
	if in.bad || in.Rest != "" {
		return Row{}, ErrSummary
	}
	return row, nil
}

// Reader takes a summary apart. After a mistake it returns zeros and bad is set.
type Reader struct {
	Rest string
	bad  bool
}

func (in *Reader) byte() byte {
	if in.Rest == "" {
		in.bad = true
		return 0
	}
	b := in.Rest[0]
	in.Rest = in.Rest[1:]
	return b
}

func (in *Reader) uvarint() uint64 {
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
func (in *Reader) varint() int64 {
	v := in.uvarint()
	return int64(v>>1) ^ -int64(v&1)
}

func (in *Reader) Text() string {
	n := in.uvarint()
	if n > uint64(len(in.Rest)) {
		in.bad = true
		in.Rest = ""
		return ""
	}
	text := in.Rest[:n]
	in.Rest = in.Rest[n:]
	return text
}

func Marked(suggested bool, status Status) bool {
	return suggested && (status == StatusWaiting || status == StatusLater)
}

// ListKey orders the list by time sent and then id; unknown times come first,
// which is last when walked backwards.
func ListKey(sentAt time.Time, id string) []byte {
	return append(binary.BigEndian.AppendUint64(make([]byte, 0, 8+len(id)), ListMoment(sentAt)), id...)
}

// ListMoment is a time as the list is ordered by it.
func ListMoment(sentAt time.Time) uint64 {
	if sentAt.IsZero() {
		return 0
	}
	// Flipping the sign bit makes signed seconds sort as unsigned ones.
	return uint64(sentAt.Unix()) ^ (1 << 63)
}

// ParseListKey undoes ListKey. The id is valid as long as the key is.
func ParseListKey(key []byte) (sentAt time.Time, id []byte, ok bool) {
	if len(key) != 8+IDLength {
		return time.Time{}, nil, false
	}
	if bits := binary.BigEndian.Uint64(key); bits != 0 {
		sentAt = time.Unix(int64(bits^(1<<63)), 0).UTC()
	}
	return sentAt, key[8:], true
}
