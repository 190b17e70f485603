package inbox

import (
	tea "charm.land/bubbletea/v2"

	"linkvet/store/list"
	"linkvet/store/record"
	"linkvet/tui/dialog"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
)

// saved shows a change where the row is, and reads all rows again when the row
// is new.
func (s *inbox) saved(inv record.Invitation) screen.Step {
	s.pane.forget(inv.ID)
	if s.listing == nil {
		return screen.Step{}
	}
	if s.put([]record.Invitation{inv}) {
		s.cache.forget()
		if s.cameIn(inv.ID) {
			return s.welcomeBack(inv.ID)
		}
		return screen.Step{}
	}
	s.follow = inv.ID
	return screen.Stay(s.Init())
}

// put updates rows, also among those that are on their way.
func (s *inbox) put(invitations []record.Invitation) bool {
	rows := make([]record.Row, len(invitations))
	for i := range invitations {
		rows[i] = invitations[i].Row(s.env.Now())
	}
	if s.reading {
		s.since = append(s.since, rows...)
	}
	for i := range rows {
		key := list.RowKeyOf(&rows[i])
		s.has.see(&key) // a column that is there stays
	}
	return s.listing.put(rows...)
}

// savedMany is saved for a change of many.
func (s *inbox) savedMany(msg screen.InvitationsSavedMsg) screen.Step {
	if s.listing == nil {
		return screen.Step{}
	}
	s.pane.forgetAll()
	s.cache.forget()
	known := s.put(msg.Invitations)
	if msg.Deleted {
		s.listing.unpick()
	}
	if !known || msg.Vanished {
		return screen.Stay(s.Init())
	}
	for i := range msg.Invitations {
		if id := msg.Invitations[i].ID; s.cameIn(id) {
			return s.welcomeBack(id)
		}
	}
	return screen.Step{}
}

// handled moves on to the next one after a decision or a postponement, but stays with
// one who has joined LinkedIn, as the first steps come next.
func (s *inbox) handled(msg tea.Msg) {
	if row, ok := s.selected(); ok && row.Join {
		if done, decided := msg.(dialog.DecidedMsg); decided && done.Accepts() {
			return
		}
	}
	if s.listing == nil || s.listing.nPicked > 0 {
		return
	}
	s.cursors[s.chosen].Move(keys.Down, len(s.shown()), s.pageRows())
}
