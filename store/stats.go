package store

import (
	"context"
	"time"

	"linkvet/advisor"
	"linkvet/store/record"
)

// Stats is what a store says about its owner's decisions, in numbers. Maps have
// an entry for every word, also where there is none of it.
type Stats struct {
	Invitations   int                     `json:"invitations"`
	ByStatus      map[record.Status]int   `json:"by_status"`
	ByDirection   map[string]int          `json:"by_direction"`
	ByReach       map[record.Reach]int    `json:"by_reach"`          // of those that the person sends
	ToJoin        int                     `json:"to_join"`           // mails that ask to join LinkedIn
	Answered      int                     `json:"answered"`          // with at least one answer
	ByAdvice      map[string]int          `json:"by_recommendation"` // of those that are answered
	Settled       int                     `json:"settled"`
	Reports       int                     `json:"reports"` // where reporting is advised
	ByDecision    map[record.Decision]int `json:"by_decision"`
	AsAdvised     int                     `json:"as_advised"`     // decided as was advised then
	NearAdvice    int                     `json:"near_advice"`    // decided what the advice left open, or what goes further the same way
	AgainstAdvice int                     `json:"against_advice"` // decided otherwise
	WithoutAdvice int                     `json:"without_advice"` // decided before anything was advised
	Due           int                     `json:"due"`            // put off, and the day has come
	Tags          map[string]int          `json:"tags"`           // only those there are
	OldestWaiting *time.Time              `json:"oldest_waiting"` // when the oldest that waits was sent
}

// Stats counts.
func (s *Store) Stats(ctx context.Context) (Stats, error) {
	st := newStats()
	err := s.eachMatching(ctx, func(row record.Row) bool {
		st.count(row)
		return row.Decision != ""
	}, func(inv record.Invitation) error {
		switch {
		case inv.Advised == 0:
			st.WithoutAdvice++
		case inv.Decision.CarriesOut(inv.Advised, inv.Report):
			st.AsAdvised++
		case inv.Decision.Agrees(inv.Advised):
			st.NearAdvice++
		default:
			st.AgainstAdvice++
		}
		return nil
	})
	if err != nil {
		return Stats{}, err
	}
	return st, nil
}

func newStats() Stats {
	st := Stats{
		ByStatus: map[record.Status]int{}, ByDirection: map[string]int{string(record.Incoming): 0, string(record.Outgoing): 0},
		ByAdvice: map[string]int{}, ByDecision: map[record.Decision]int{}, Tags: map[string]int{},
	}
	st.ByReach = map[record.Reach]int{}
	for _, reach := range record.Reaches() {
		st.ByReach[reach] = 0
	}
	for _, status := range record.Statuses() {
		st.ByStatus[status] = 0
	}
	for _, r := range advisor.Recommendations() {
		st.ByAdvice[r.String()] = 0
	}
	for _, d := range record.Decisions() {
		st.ByDecision[d] = 0
	}
	return st
}

func (st *Stats) count(row record.Row) {
	st.Invitations++
	st.ByStatus[row.Status]++
	st.ByDirection[string(row.Direction)]++
	if row.Reach != record.ReachNone {
		st.ByReach[row.Reach]++
	}
	if row.Join {
		st.ToJoin++
	}
	if row.Answered > 0 {
		st.Answered++
	}
	if row.Recommendation != 0 {
		st.ByAdvice[row.Recommendation.String()]++
	}
	if row.Settled {
		st.Settled++
	}
	if row.Report {
		st.Reports++
	}
	if row.Decision != "" {
		st.ByDecision[row.Decision]++
	}
	if row.Due {
		st.Due++
	}
	for _, tag := range row.Tags {
		st.Tags[tag]++
	}
	sent := row.SentAt
	if row.Status == record.StatusWaiting && !sent.IsZero() && (st.OldestWaiting == nil || sent.Before(*st.OldestWaiting)) {
		st.OldestWaiting = &sent
	}
}
