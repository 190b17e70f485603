package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/record"
)

// History is all that is known of one invitation, worked out in the background.
type History struct {
	Inv     record.Invitation
	Journal []record.Entry
	Advice  advisor.Advice // only where something is answered
}

// HistoriesMsg brings those that can be read, in no order.
type HistoriesMsg struct {
	Request   uint64
	Histories []*History
	Err       error // why there is none
}

// LoadHistories reads invitations with their journals and works out their advice.
func (e *Env) LoadHistories(request uint64, ids ...string) tea.Cmd {
	invitations, settings := e.Invitations(), e.Settings
	return e.Read("reading the invitation", func(ctx context.Context) (tea.Msg, error) {
		found, err := readHistories(ctx, invitations, ids)
		msg := HistoriesMsg{Request: request, Err: err}
		profile := settings.Profile()
		for _, f := range found {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			d := &History{Inv: f.Invitation, Journal: f.Journal}
			if len(d.Inv.Answers) > 0 {
				d.Advice = advisor.Advise(d.Inv.Case(profile))
			}
			msg.Histories = append(msg.Histories, d)
		}
		return msg, nil
	}, request)
}

// readHistories reads what can be read: one that is damaged does not take the
// others with it.
func readHistories(ctx context.Context, invitations Invitations, ids []string) ([]store.History, error) {
	found, err := invitations.Histories(ids)
	if err != nil && len(ids) > 1 {
		for _, id := range ids {
			if one, err := invitations.Histories([]string{id}); err == nil && ctx.Err() == nil {
				found = append(found, one...)
			}
		}
	}
	if err == nil && len(found) == 0 {
		err = errGone
	}
	return found, err
}
