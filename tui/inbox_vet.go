package tui

import (
	"linkvet/store"
	"slices"
	"strings"
)

// waitingShown are those of the list, or of the selection, who wait for an
// answer, in the order of the list and then those it does not show; none while
// the list is not read to its end.
func (s *inbox) waitingShown() []string {
	if s.list == nil || s.list.partial {
		return nil
	}
	var ids []string
	ask := func(i int32) {
		if s.list.table.Brief(int(i)).Status() == store.StatusWaiting {
			ids = append(ids, strings.Clone(s.list.table.ID(int(i))))
		}
	}
	if s.list.nPicked == 0 {
		for _, i := range s.shown() {
			ask(i)
		}
		return ids
	}
	left := slices.Clone(s.list.picked)
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
func (s *inbox) vettingActions() []actionID {
	var acts []actionID
	if s.env.resume.id != "" {
		acts = append(acts, actResume)
	}
	if _, ok := s.selected(); ok {
		acts = append(acts, actVetAll)
	}
	return acts
}
