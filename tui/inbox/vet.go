package inbox

import (
	"slices"
	"strings"

	"linkvet/store/list"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/lists"
	"linkvet/tui/screen"
)

// eachWaiting visits those of the list, or of the selection, who wait for an
// answer, in the order of the list and then those it does not show, until visit
// returns false; nobody while the list is not read to its end.
func (s *inbox) eachWaiting(visit func(i int32) bool) {
	s.each(visit, func(b *list.RowKey) bool { return b.Status() == record.StatusWaiting })
}

// each is eachWaiting for others.
func (s *inbox) each(visit func(i int32) bool, wanted func(*list.RowKey) bool) {
	if s.listing == nil || s.listing.partial {
		return
	}
	ask := func(i int32) bool {
		return !wanted(s.listing.table.Key(int(i))) || visit(i)
	}
	if s.listing.nPicked == 0 {
		for _, i := range s.shown() {
			if !ask(i) {
				return
			}
		}
		return
	}
	left := slices.Clone(s.listing.picked)
	for _, i := range s.shown() {
		if left[i] {
			left[i] = false
			if !ask(i) {
				return
			}
		}
	}
	for i, picked := range left {
		if picked && !ask(int32(i)) {
			return
		}
	}
}

// waitingShown are the ids of those who wait or, in their list, whom the person
// thinks of inviting.
func (s *inbox) waitingShown() []string {
	var ids []string
	s.each(func(i int32) bool {
		ids = append(ids, strings.Clone(s.listing.table.ID(int(i))))
		return true
	}, func(b *list.RowKey) bool {
		return b.Status() == record.StatusWaiting || s.chosen == lists.Outgoing && screen.ToAsk(b.Status(), b.Reach())
	})
	return ids
}

// vettingActions are the ways into the questions beside those of the marked
// invitation.
func (s *inbox) vettingActions() []keys.ID {
	var acts []keys.ID
	if s.env.Resume().ID != "" {
		acts = append(acts, keys.Resume)
	}
	if _, ok := s.selected(); ok {
		acts = append(acts, keys.VetAll, keys.FirstPass)
	}
	return acts
}

// resume goes on with the questions that were left, and puts the cursor where they
// lead back to.
func (s *inbox) resume(id string) screen.Step {
	if s.listing != nil {
		s.mark(id)
	}
	if s.listing == nil || s.listing.partial {
		s.follow = id
	}
	return screen.Open(screen.QuestionsPage{ID: id})
}
