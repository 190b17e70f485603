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
	people  []store.Row
	at      int             // the one that is on
	opened  time.Time       // when it was opened
	took    []time.Duration // what each decision took
	decided int
	later   int
	skipped int
}

// skippedMsg says that the person goes on without deciding.
type skippedMsg struct{ id string }

// goneMsg says that somebody does not wait any more: decided meanwhile, in
// another window.
type goneMsg struct{}

// stoppedMsg says that the person goes through no more of them now.
type stoppedMsg struct{}

// waitingLoadedMsg brings who waits for an answer.
type waitingLoadedMsg struct {
	request uint64
	people  []store.Row
}

// loadWaiting reads who waits for an answer: of those wanted, in that order, or
// all, newest first.
func (e *env) loadWaiting(request uint64, wanted []string) tea.Cmd {
	place := make(map[string]int, len(wanted))
	for i, id := range wanted {
		place[id] = i + 1
	}
	storage := e.storage
	return e.read("reading the invitations", func(ctx context.Context) (tea.Msg, error) {
		rows, err := storage.Rows(ctx)
		waiting := slices.DeleteFunc(rows, func(row store.Row) bool {
			return row.Status != store.StatusWaiting || len(wanted) > 0 && place[row.ID] == 0
		})
		slices.SortStableFunc(waiting, func(a, b store.Row) int { return place[a.ID] - place[b.ID] })
		return waitingLoadedMsg{request: request, people: waiting}, err
	}, request)
}

// newSession goes through those of the given ids who wait, or through everybody
// who waits when none is given.
func newSession(e *env, wanted []string) *session { return &session{env: e, wanted: wanted} }

// Init reads who waits.
func (s *session) Init() tea.Cmd {
	s.loading = s.env.request()
	return s.env.loadWaiting(s.loading, s.wanted)
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
	if !s.loaded || s.finished() {
		return []actionID{actBack, actStop}
	}
	return []actionID{actGoOn, actSkip, actStop, actBack}
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
	case actionMsg:
		return s.act(msg.id)
	case decidedMsg:
		s.decided++
		s.took = append(s.took, s.env.now().Sub(s.opened))
		return s.next()
	case postponedMsg:
		s.later++
		s.took = append(s.took, s.env.now().Sub(s.opened))
		return s.next()
	case skippedMsg:
		s.skipped++
		return s.next()
	case goneMsg:
		return s.next()
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
		s.skipped++
		return s.next()
	case actStop, actBack:
		return s.stop()
	}
	return step{}
}

// next goes on with the one after this.
func (s *session) next() step {
	s.at++
	return s.open()
}

// open shows the questions of the one that is on.
func (s *session) open() step {
	if s.finished() {
		return step{}
	}
	s.opened = s.env.now()
	return push(&questionnaire{env: s.env, id: s.people[s.at].ID, session: s})
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
	text := thousands(s.decided) + " decided"
	if s.later > 0 {
		text += ", " + thousands(s.later) + " put off"
	}
	if s.skipped > 0 {
		text += ", " + thousands(s.skipped) + " skipped"
	}
	return text
}
