package tui

import "linkvet/store"

// saved shows a change where the row stands, and reads all again when the row
// is new.
func (s *inbox) saved(inv store.Invitation) step {
	s.pane.forget(inv.ID)
	if s.list == nil {
		return step{}
	}
	if s.put([]store.Invitation{inv}) {
		s.cache.forget()
		if s.cameIn(inv.ID) {
			return s.welcomeBack(inv.ID)
		}
		return step{}
	}
	s.follow = inv.ID
	return stay(s.Init())
}

// put updates rows, also among those that are on their way.
func (s *inbox) put(invitations []store.Invitation) bool {
	rows := make([]store.Row, len(invitations))
	for i := range invitations {
		rows[i] = invitations[i].Row(s.env.now())
	}
	if s.reading {
		s.since = append(s.since, rows...)
	}
	s.has = s.has.with(rows)
	return s.list.put(rows...)
}

// savedMany is saved for a change of many.
func (s *inbox) savedMany(msg invitationsSavedMsg) step {
	if s.list == nil {
		return step{}
	}
	s.pane.forgetAll()
	s.cache.forget()
	known := s.put(msg.invitations)
	if msg.deleted {
		s.list.unpick()
	}
	if !known || msg.vanished {
		return stay(s.Init())
	}
	for i := range msg.invitations {
		if id := msg.invitations[i].ID; s.cameIn(id) {
			return s.welcomeBack(id)
		}
	}
	return step{}
}

// handled moves on to the next one after a decision or a postponement.
func (s *inbox) handled() {
	if s.list == nil || s.list.nPicked > 0 {
		return
	}
	s.cursors[s.tab].move(actDown, len(s.shown()), s.pageRows())
}
