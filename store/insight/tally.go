package insight

import (
	"math"
	"time"

	"linkvet/advisor"
	"linkvet/store/record"
)

// Tally counts invitations. Show it each once, newest first, with Listed; the ones
// that this says it wants with Whole as well.
type Tally struct {
	profile  advisor.Profile
	now      time.Time
	zone     *time.Location
	today    record.Day
	report   Report
	statuses counted[record.Status]
	incoming int
	outgoing int
	advice   []int
	tags     map[string]*int
	reaches  counted[record.Reach] // of the person's own
	open     counted[record.Reach] // of these, where the status is outgoing

	months    map[int]*Month // by year*12 + month
	years     map[int]*Year
	from, to  int64 // the month counted last, in seconds since 1970
	month     *Month
	year      *Year
	kinds     map[Kind]int
	answers   []int       // how many invitations have so many answers
	days      map[int]int // how many took so many days to decide
	signs     []stopSign
	agreement agreement
	people    people
}

// stopSign is a question about one, and how often it was seen.
type stopSign struct {
	question advisor.Question
	notSeen  string
	count    int
}

// New begins to count, as of a time, for a person with a profile.
func New(now time.Time, profile advisor.Profile) *Tally {
	t := &Tally{
		profile: profile, now: now, zone: now.Location(), today: record.DayIn(now), statuses: counting(record.Statuses()),
		advice: make([]int, len(advisor.Recommendations())+1), tags: map[string]*int{}, reaches: counting(record.Reaches()), open: counting(record.Reaches()),
		months: map[int]*Month{}, years: map[int]*Year{}, from: math.MaxInt64, to: math.MinInt64,
		kinds: map[Kind]int{}, days: map[int]int{}, agreement: newAgreement(profile),
	}
	t.people.long = record.Seconds(now.AddDate(0, 0, -LongDays))
	t.report = Report{
		AsOf: now, ByAdvice: map[string]int{},
		ByDecision: map[record.Decision]int{}, Tags: map[string]int{}, ByInviter: map[Kind]int{},
	}
	for _, d := range record.Decisions() {
		t.report.ByDecision[d] = 0
	}
	for _, q := range advisor.Questions() {
		if none := q.NotSeen(); q.Stage == advisor.StageStopSigns && none != "" {
			t.signs = append(t.signs, stopSign{question: q, notSeen: none})
		}
	}
	return t
}

// counted counts words of which there are few: going along them is quicker than a
// map.
type counted[W ~string] struct {
	words []W
	n     []int
}

func counting[W ~string](words []W) counted[W] { return counted[W]{words, make([]int, len(words))} }

func (c *counted[W]) add(word W) {
	for i, w := range c.words {
		if w == word {
			c.n[i]++
			return
		}
	}
}

// all is the number of every word.
func (c *counted[W]) all() map[W]int {
	all := make(map[W]int, len(c.words))
	for i, w := range c.words {
		all[w] = c.n[i]
	}
	return all
}

// Listed counts an invitation by its list entry, and reports whether the whole of
// it is wanted too. key is its id, sent is in seconds since 1970, 0 where not known.
func (t *Tally) Listed(key []byte, sent int64, s *record.Skim) (whole bool) {
	r := &t.report
	status, due := s.At(t.today)
	r.Invitations++
	t.statuses.add(status)
	if s.Outgoing {
		t.own(status, sent, s)
	} else {
		t.received(s, sent)
	}
	if s.Answered > 0 {
		r.Answered++
	}
	if int(s.Recommendation) < len(t.advice) {
		t.advice[s.Recommendation]++
	}
	if s.Settled {
		r.Settled++
	}
	if s.Report {
		r.Reports++
	}
	if s.Decision != "" {
		r.ByDecision[s.Decision]++
	}
	s.EachTag(t.tagged)
	t.people.listed(t, key, sent, s, status, due)
	return s.Answered > 0 || s.Decision != ""
}

// own counts an invitation of the person's own: one that they only think of is
// none that they sent.
func (t *Tally) own(status record.Status, sent int64, s *record.Skim) {
	t.outgoing++
	reach, on := s.Reach(sent, t.now)
	t.reaches.add(reach)
	if status == record.StatusOutgoing {
		t.open.add(reach)
	}
	if !reach.WasSent() {
		return
	}
	t.report.Sent++
	if month, year := t.on(on); month != nil {
		month.Sent++
		year.Sent++
	}
}

func (t *Tally) received(s *record.Skim, sent int64) {
	t.incoming++
	month, year := t.on(sent)
	if s.HasNote {
		t.report.WithNote++
	}
	if s.Join {
		t.report.ToJoin++
	}
	if month == nil {
		return
	}
	month.Received++
	year.Received++
	if s.HasNote {
		year.WithNote++
	}
	if accepted(s.Decision, s.Connected) {
		year.Accepted++
	}
}

// accepted reports whether an invitation to the person became a connection: they
// say so or, while they have said nothing, the archive.
func accepted(d record.Decision, connected bool) bool {
	return d == record.Accepted || d == "" && connected
}

// count takes in how many answers the person gave about an invitation.
func (t *Tally) count(answers int) {
	t.report.Effort.Invitations++
	t.report.Effort.Answers += answers
	if more := answers + 1 - len(t.answers); more > 0 {
		t.answers = append(t.answers, make([]int, more)...)
	}
	t.answers[answers]++
}

func (t *Tally) tagged(tag []byte) {
	n := t.tags[string(tag)]
	if n == nil {
		n = new(int)
		t.tags[string(tag)] = n
	}
	*n++
}

// on is the month and the year of a time; nil where it is not known. Invitations
// come in the order of their times, so it is nearly always the month before again.
func (t *Tally) on(seconds int64) (*Month, *Year) {
	if seconds == 0 {
		return nil, nil
	}
	if seconds < t.from || seconds >= t.to {
		year, month, _ := time.Unix(seconds, 0).In(t.zone).Date()
		t.from = time.Date(year, month, 1, 0, 0, 0, 0, t.zone).Unix()
		t.to = time.Date(year, month+1, 1, 0, 0, 0, 0, t.zone).Unix()
		t.month, t.year = t.monthOf(year, month), t.yearOf(year)
	}
	return t.month, t.year
}

func (t *Tally) monthOf(year int, month time.Month) *Month {
	at := year*12 + int(month) - 1
	if t.months[at] == nil {
		t.months[at] = &Month{Month: time.Date(year, month, 1, 0, 0, 0, 0, time.UTC).Format(monthLayout)}
	}
	return t.months[at]
}

const monthLayout = "2006-01"

func (t *Tally) yearOf(year int) *Year {
	if t.years[year] == nil {
		t.years[year] = &Year{Year: year}
	}
	return t.years[year]
}

// Whole counts what only the whole of an answered or decided invitation says.
func (t *Tally) Whole(inv *record.Invitation) {
	if inv.Direction == record.Incoming {
		t.kinds[KindOf(inv.Answers)]++
	}
	caught := false
	for i := range t.signs {
		s := &t.signs[i]
		if value := inv.Answers.Value(s.question.ID); value != "" && value != s.notSeen && value != advisor.DontKnow {
			s.count++
			caught = true
		}
	}
	if caught {
		t.report.Caught++
	}
	if n := inv.Given(); n > 0 {
		t.count(n)
	}
	if len(inv.Answers) > 0 {
		confirmed, refused := inv.Confirmed()
		t.report.Suggestions.Confirmed += confirmed
		t.report.Suggestions.Refused += refused
	}
	if inv.Decision != "" {
		t.decided(inv)
	}
}

// decided counts a decision.
func (t *Tally) decided(inv *record.Invitation) {
	agreed := t.agreement.decided(inv)
	if !inv.DecidedAt.IsZero() {
		year := t.yearOf(inv.DecidedAt.In(t.zone).Year())
		year.Decided++
		if agreed == asAdvised {
			year.AsAdvised++
		}
	}
	if inv.Direction == record.Incoming && !inv.SentAt.IsZero() && !inv.DecidedAt.Before(inv.SentAt) {
		t.days[int(inv.DecidedAt.Sub(inv.SentAt)/(24*time.Hour))]++
	}
}

// Pages takes in how many visits of a page it took to answer.
func (t *Tally) Pages(n int) { t.report.Effort.Pages = n }

// Connections counts those made on a day, in seconds since 1970; 0 where that is not
// known.
func (t *Tally) Connections(day int64, n int) {
	if day != 0 {
		t.yearOf(record.Moment(day).Year()).Connections += n
	}
}
