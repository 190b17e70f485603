package store

import (
	"context"

	"linkvet/advisor"
	"linkvet/store/record"
)

// Replayed is an invitation that other rules, or another profile, advise otherwise.
type Replayed struct {
	Inv    record.Invitation
	Now    advisor.Recommendation // by the other rules; the invitation has what is kept
	Report bool
}

// Replay works out what other rules, or another profile, advise on every stored set
// of answers, and calls differs for each whose recommendation or report would be
// another. It changes nothing and keeps no more in memory than some invitations at
// a time. progress is called now and then.
func (s *Store) Replay(ctx context.Context, by advisor.Rulebook, profile advisor.Profile, progress func(done int), differs func(Replayed) error) (answered int, err error) {
	err = s.eachMatching(ctx, func(row record.Row) bool { return row.Answered > 0 }, func(inv record.Invitation) error {
		if answered++; answered%replayStep == 0 && progress != nil {
			progress(answered)
		}
		now, report := by.Decide(inv.Case(profile))
		if now == inv.Recommendation && report == inv.Report {
			return nil
		}
		return differs(Replayed{inv, now, report})
	})
	return answered, err
}

// replayStep is after how many invitations progress is told.
const replayStep = 2000
