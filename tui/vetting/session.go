package vetting

import (
	"context"
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/record"
	"linkvet/tui/dialog"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// session goes through the waiting invitations one after the other. It stays
// below the questions of each; on top, it says how far one is and goes on.
type session struct {
	env     *screen.Env
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
func loadWaiting(e *screen.Env, request uint64, wanted []string) tea.Cmd {
	place := make(map[string]int, len(wanted))
	for i, id := range wanted {
		place[id] = i + 1
	}
	lists := e.Lists()
	return e.Read(screen.ReadingAll, func(ctx context.Context) (tea.Msg, error) {
		rows, err := lists.Table(ctx, -1)
		if err != nil {
			return nil, err
		}
		var waiting []waiter
		for i := range rows.Len() {
			if rows.Key(i).Status() == record.StatusWaiting && (len(wanted) == 0 || place[rows.ID(i)] > 0) {
				row := rows.At(i)
				waiting = append(waiting, waiter{row.ID, row.Name})
			}
		}
		slices.SortStableFunc(waiting, func(a, b waiter) int { return place[a.id] - place[b.id] })
		return waitingLoadedMsg{request: request, people: waiting}, nil
	}, request)
}

// NewSession goes through those of the given ids who wait, or through everybody
// who waits when none is given.
func NewSession(e *screen.Env, wanted []string) *session { return &session{env: e, wanted: wanted} }

// Init reads who waits.
func (s *session) Init() tea.Cmd {
	s.loading = s.env.Request()
	return loadWaiting(s.env, s.loading, s.wanted)
}

// actions are what the screens above offer beside their own. A nil session has
// none.
func (s *session) actions() []keys.ID {
	if s == nil {
		return nil
	}
	return []keys.ID{keys.Skip, keys.Stop}
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
	line := fmt.Sprintf("%s of %s", style.Thousands(min(s.at+1, len(s.people))), style.Thousands(len(s.people)))
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
func (s *session) Actions() []keys.ID {
	var acts []keys.ID
	if s.loaded && !s.finished() {
		acts = append(acts, keys.GoOn, keys.Skip)
	}
	if s.loaded && s.finished() {
		acts = append(acts, keys.Inbox)
	}
	if s.canGoBack() {
		acts = append(acts, keys.TakeBack)
	}
	return append(acts, keys.Stop, keys.Back)
}

// Update goes on after each decision.
func (s *session) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case waitingLoadedMsg:
		if msg.request == s.loading && !s.loaded {
			s.loaded, s.people = true, msg.people
			return s.open()
		}
	case screen.FailedMsg:
		if msg.Request == s.loading && !s.loaded {
			s.err = msg.Err
		}
		if msg.Request == s.undoing {
			s.undoing = 0
		}
	case screen.ActionMsg:
		return s.act(msg.ID)
	case dialog.DecidedMsg:
		return s.next(passedDecided)
	case dialog.PostponedMsg:
		return s.next(passedLater)
	case skippedMsg:
		return s.next(passedSkipped)
	case goneMsg:
		return s.next(passedGone)
	case backToLastMsg:
		return s.goBack()
	case screen.InvitationSavedMsg:
		if msg.Request == s.undoing && s.undoing != 0 {
			s.undoing = 0
			return s.open()
		}
	case stoppedMsg:
		return s.stop()
	}
	return screen.Step{}
}

func (s *session) act(id keys.ID) screen.Step {
	switch id {
	case keys.GoOn:
		return s.open()
	case keys.Skip:
		return s.next(passedSkipped)
	case keys.TakeBack:
		return s.goBack()
	case keys.Stop, keys.Back, keys.Inbox:
		return s.stop()
	}
	return screen.Step{}
}

// next goes on with the one after this.
func (s *session) next(p passed) screen.Step {
	if p == passedDecided || p == passedLater {
		s.took = append(s.took, s.env.Now().Sub(s.opened))
	}
	s.passed = append(s.passed, p)
	s.at++
	return s.open()
}

// canGoBack reports whether there is one before to go back to. A nil session
// has none.
func (s *session) canGoBack() bool { return s != nil && s.at > 0 && s.undoing == 0 }

// goBack goes back to the one before, and takes back what was decided.
func (s *session) goBack() screen.Step {
	if !s.canGoBack() {
		return screen.Step{}
	}
	s.at--
	was := s.passed[s.at]
	s.passed = s.passed[:s.at]
	if was != passedDecided && was != passedLater {
		return s.open()
	}
	s.took = s.took[:len(s.took)-1]
	s.undoing = s.env.Request()
	s.env.Say("Taken back: " + style.NameOr(s.people[s.at].name) + " waits again")
	return screen.Stay(s.env.SaveReopened(s.undoing, s.people[s.at].id))
}

// open shows the questions of the one that is on.
func (s *session) open() screen.Step {
	if s.finished() {
		return screen.Step{}
	}
	s.opened = s.env.Now()
	return screen.Push(&Questionnaire{env: s.env, ID: s.people[s.at].id, session: s})
}

// stop leaves; what was done is kept.
func (s *session) stop() screen.Step {
	if s.loaded && len(s.people) > 0 {
		s.env.Say(style.Capital(s.tally()) + "; everything is kept")
	}
	return screen.Back()
}

// tally says what was done, such as "12 decided, 3 put off, 1 skipped".
func (s *session) tally() string {
	n := map[passed]int{}
	for _, p := range s.passed {
		n[p]++
	}
	text := style.Thousands(n[passedDecided]) + " decided"
	if n[passedLater] > 0 {
		text += ", " + style.Thousands(n[passedLater]) + " put off"
	}
	if n[passedSkipped] > 0 {
		text += ", " + style.Thousands(n[passedSkipped]) + " skipped"
	}
	return text
}
