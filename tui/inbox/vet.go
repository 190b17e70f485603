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
func (s *Inbox) waitingShown() []string {
	if s.List == nil || s.List.partial {
		return nil
	}
	var ids []string
	ask := func(i int32) {
		if s.List.Table.Key(int(i)).Status() == record.StatusWaiting {
			ids = append(ids, strings.Clone(s.List.Table.ID(int(i))))
		}
	}
	if s.List.nPicked == 0 {
		for _, i := range s.Shown() {
			ask(i)
		}
		return ids
	}
	left := slices.Clone(s.List.picked)
	for _, i := range s.Shown() {
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
func (s *Inbox) vettingActions() []keys.ID {
	var acts []keys.ID
	if s.env.Resume().ID != "" {
		acts = append(acts, keys.Resume)
	}
	if _, ok := s.Selected(); ok {
		acts = append(acts, keys.VetAll)
	}
	return acts
}
