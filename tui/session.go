package tui

import (
	"context"
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
)

// session goes through the waiting invitations one after the other. It stays
// below the questions of each; on top, it says how far one is and goes on.
type session struct {
	env     *env
	loading uint64
	err     error
	loaded  bool

	wanted  []string // whom to go through, in this order; all who wait when empty
	people  []waiter
	at      int             // the one that is on
	opened  time.Time       // when it was opened
	took    []time.Duration // what each decision took
	passed  []passed        // what became of those before
	undoing uint64          // the request that takes the last decision back
}

// passed says what became of one of them.
type passed uint8

const (
	passedDecided passed = iota
	passedLater
	passedSkipped
	passedGone // did not wait any more
)

// backToLastMsg says that the person takes the last decision back.
type backToLastMsg struct{}

// skippedMsg says that the person goes on without deciding.
type skippedMsg struct{ id string }

// goneMsg says that somebody does not wait any more: decided meanwhile, in
// another window.
type goneMsg struct{}

// stoppedMsg says that the person goes through no more of them now.
type stoppedMsg struct{}

// waiter is somebody who waits for an answer.
type waiter struct{ id, name string }

// waitingLoadedMsg brings who waits for an answer.
type waitingLoadedMsg struct {
	request uint64
	people  []waiter
}

// loadWaiting reads who waits for an answer: of those wanted, in that order, or
// all, newest first.
func loadWaiting(e *env, request uint64, wanted []string) tea.Cmd {
	place := make(map[string]int, len(wanted))
	for i, id := range wanted {
		place[id] = i + 1
	}
	storage := e.storage
	return e.read(readingAll, func(ctx context.Context) (tea.Msg, error) {
		rows, err := storage.Table(ctx, -1)
		if err != nil {
			return nil, err
		}
		var waiting []waiter
		for i := range rows.Len() {
			if rows.Brief(i).Status() == store.StatusWaiting && (len(wanted) == 0 || place[rows.ID(i)] > 0) {
				row := rows.At(i)
				waiting = append(waiting, waiter{row.ID, row.Name})
			}
		}
		slices.SortStableFunc(waiting, func(a, b waiter) int { return place[a.id] - place[b.id] })
		return waitingLoadedMsg{request: request, people: waiting}, nil
	}, request)
}

// newSession goes through those of the given ids who wait, or through everybody
// who waits when none is given.
func newSession(e *env, wanted []string) *session { return &session{env: e, wanted: wanted} }

// Init reads who waits.
func (s *session) Init() tea.Cmd {
	s.loading = s.env.request()
	return loadWaiting(s.env, s.loading, s.wanted)
}

// actions are what the screens above offer beside their own. A nil session has
// none.
func (s *session) actions() []actionID {
	if s == nil {
		return nil
	}
	return []actionID{actSkip, actStop}
}

// title is what a screen above is called: how far one is, where that is known.
func (s *session) title(own string) string {
	if s == nil {
		return own
	}
	return s.progress()
}

// progress says how far one is and about how long the rest takes, such as "3 of
// 42, about 20 minutes". Without a decision to go by it says no time.
func (s *session) progress() string {
	line := fmt.Sprintf("%s of %s", thousands(min(s.at+1, len(s.people))), thousands(len(s.people)))
	if left := len(s.people) - s.at; len(s.took) > 0 && left > 0 {
		line += ", " + roughly(time.Duration(left)*median(s.took))
	}
	return line
}

// median is the middle one of durations, so that a break counts little.
func median(of []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(of))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

// roughly says how long something takes, as people do.
func roughly(d time.Duration) string {
	const step = 5 * time.Minute
	switch minutes := int((d + time.Minute/2) / time.Minute); {
	case minutes <= 1:
		return "about a minute"
	case minutes <= 10:
		return fmt.Sprintf("about %d minutes", minutes)
	case minutes < 58:
		return fmt.Sprintf("about %d minutes", int((d+step/2)/step)*5)
	case minutes < 90:
		return "about an hour"
	}
	return fmt.Sprintf("about %d hours", int((d+30*time.Minute)/time.Hour))
}

// Title names the screen.
func (s *session) Title() string { return "One after the other" }

// InText is always false: there is nothing to type.
func (s *session) InText() bool { return false }

// finished reports whether there is nobody left.
func (s *session) finished() bool { return s.at >= len(s.people) }

// Actions go on or stop.
func (s *session) Actions() []actionID {
	var acts []actionID
	if s.loaded && !s.finished() {
		acts = append(acts, actGoOn, actSkip)
	}
	if s.loaded && s.finished() {
		acts = append(acts, actInbox)
	}
	if s.canGoBack() {
		acts = append(acts, actTakeBack)
	}
	return append(acts, actStop, actBack)
}

// Update goes on after each decision.
func (s *session) Update(msg tea.Msg) step {
	switch msg := msg.(type) {
	case waitingLoadedMsg:
		if msg.request == s.loading && !s.loaded {
			s.loaded, s.people = true, msg.people
			return s.open()
		}
	case failedMsg:
		if msg.request == s.loading && !s.loaded {
			s.err = msg.err
		}
		if msg.request == s.undoing {
			s.undoing = 0
		}
	case actionMsg:
		return s.act(msg.id)
	case decidedMsg:
		return s.next(passedDecided)
	case postponedMsg:
		return s.next(passedLater)
	case skippedMsg:
		return s.next(passedSkipped)
	case goneMsg:
		return s.next(passedGone)
	case backToLastMsg:
		return s.goBack()
	case invitationSavedMsg:
		if msg.request == s.undoing && s.undoing != 0 {
			s.undoing = 0
			return s.open()
		}
	case stoppedMsg:
		return s.stop()
	}
	return step{}
}

func (s *session) act(id actionID) step {
	switch id {
	case actGoOn:
		return s.open()
	case actSkip:
		return s.next(passedSkipped)
	case actTakeBack:
		return s.goBack()
	case actStop, actBack, actInbox:
		return s.stop()
	}
	return step{}
}

// next goes on with the one after this.
func (s *session) next(p passed) step {
	if p == passedDecided || p == passedLater {
		s.took = append(s.took, s.env.now().Sub(s.opened))
	}
	s.passed = append(s.passed, p)
	s.at++
	return s.open()
}

// canGoBack reports whether there is one before to go back to. A nil session
// has none.
func (s *session) canGoBack() bool { return s != nil && s.at > 0 && s.undoing == 0 }

// goBack goes back to the one before, and takes back what was decided.
func (s *session) goBack() step {
	if !s.canGoBack() {
		return step{}
	}
	s.at--
	was := s.passed[s.at]
	s.passed = s.passed[:s.at]
	if was != passedDecided && was != passedLater {
		return s.open()
	}
	s.took = s.took[:len(s.took)-1]
	s.undoing = s.env.request()
	s.env.say("Taken back: " + nameOr(s.people[s.at].name) + " waits again")
	return stay(s.env.saveReopened(s.undoing, s.people[s.at].id))
}

// open shows the questions of the one that is on.
func (s *session) open() step {
	if s.finished() {
		return step{}
	}
	s.opened = s.env.now()
	return push(&questionnaire{env: s.env, id: s.people[s.at].id, session: s})
}

// stop leaves; what was done is kept.
func (s *session) stop() step {
	if s.loaded && len(s.people) > 0 {
		s.env.say(capital(s.tally()) + "; everything is kept")
	}
	return back()
}

// tally says what was done, such as "12 decided, 3 put off, 1 skipped".
func (s *session) tally() string {
	n := map[passed]int{}
	for _, p := range s.passed {
		n[p]++
	}
	text := thousands(n[passedDecided]) + " decided"
	if n[passedLater] > 0 {
		text += ", " + thousands(n[passedLater]) + " put off"
	}
	if n[passedSkipped] > 0 {
		text += ", " + thousands(n[passedSkipped]) + " skipped"
	}
	return text
}
