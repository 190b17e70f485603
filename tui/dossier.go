package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store"
)

// dossier is all that is known of one invitation, worked out in the background.
type dossier struct {
	inv     store.Invitation
	journal []store.Entry
	advice  advisor.Advice // only where something is answered
}

// dossiersMsg brings those that can be read, in no order.
type dossiersMsg struct {
	request  uint64
	dossiers []*dossier
	err      error // why there is none
}

// loadDossiers reads invitations with their journals and works out their advice.
func (e *env) loadDossiers(request uint64, ids ...string) tea.Cmd {
	storage, settings := e.storage, e.settings
	return e.read("reading the invitation", func(ctx context.Context) (tea.Msg, error) {
		found, err := readDossiers(ctx, storage, ids)
		msg := dossiersMsg{request: request, err: err}
		profile := settings.Profile()
		for _, f := range found {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			d := &dossier{inv: f.Invitation, journal: f.Journal}
			if len(d.inv.Answers) > 0 {
				d.advice = advisor.Advise(d.inv.Case(profile))
			}
			msg.dossiers = append(msg.dossiers, d)
		}
		return msg, nil
	}, request)
}

// readDossiers reads what can be read: one that is damaged does not take the
// others with it.
func readDossiers(ctx context.Context, storage Storage, ids []string) ([]store.Dossier, error) {
	found, err := storage.Dossiers(ids)
	if err != nil && len(ids) > 1 {
		for _, id := range ids {
			if one, err := storage.Dossiers([]string{id}); err == nil && ctx.Err() == nil {
				found = append(found, one...)
			}
		}
	}
	if err == nil && len(found) == 0 {
		err = errGone
	}
	return found, err
}
