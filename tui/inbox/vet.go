package inbox

import (
	"slices"
	"strings"

	"linkvet/store/record"
	"linkvet/tui/keys"
)

// waitingShown are those of the list, or of the selection, who wait for an
// answer, in the order of the list and then those it does not show; none while
// the list is not read to its end.
func (s *inbox) waitingShown() []string {
	if s.listing == nil || s.listing.partial {
		return nil
	}
	var ids []string
	ask := func(i int32) {
		if s.listing.table.Key(int(i)).Status() == record.StatusWaiting {
			ids = append(ids, strings.Clone(s.listing.table.ID(int(i))))
		}
	}
	if s.listing.nPicked == 0 {
		for _, i := range s.shown() {
			ask(i)
		}
		return ids
	}
	left := slices.Clone(s.listing.picked)
	for _, i := range s.shown() {
		if left[i] {
			left[i] = false
			ask(i)
		}
	}
	for i, picked := range left {
		if picked {
			ask(int32(i))
		}
	}
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
		acts = append(acts, keys.VetAll)
	}
	return acts
}
