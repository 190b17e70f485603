package vetting

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/dialog"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// vettingRun goes through the waiting invitations one after the other. It stays
// below the questions of each; on top, it says how far one is and goes on.
type vettingRun struct {
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
			key := rows.Key(i)
			named := place[rows.ID(i)] > 0
			if named && screen.ToAsk(key.Status(), key.Reach()) || len(wanted) == 0 && key.Status() == record.StatusWaiting {
				row := rows.At(i)
				waiting = append(waiting, waiter{row.ID, row.Name})
			}
		}
		slices.SortStableFunc(waiting, func(a, b waiter) int { return place[a.id] - place[b.id] })
		return waitingLoadedMsg{request: request, people: waiting}, nil
	}, request)
}

// NewRun goes through those of the given ids who wait, or through everybody
// who waits when none is given.
func NewRun(e *screen.Env, wanted []string) screen.Screen { return &vettingRun{env: e, wanted: wanted} }

// Init reads who waits.
func (r *vettingRun) Init() tea.Cmd {
	r.loading = r.env.Request()
	return loadWaiting(r.env, r.loading, r.wanted)
}

// actions are what the screens above offer beside their own. A nil run has
// none.
func (r *vettingRun) actions() []keys.ID {
	if r == nil {
		return nil
	}
	return []keys.ID{keys.Skip, keys.Stop}
}

// title is what a screen above is called: how far one is, where that is known.
func (r *vettingRun) title(own string) string {
	if r == nil {
		return own
	}
	return r.progress()
}

// progress says how far one is and about how long the rest takes, such as "3 of
// 42, about 20 minutes". Without a decision to go by it says no time.
func (r *vettingRun) progress() string {
	at, of := min(r.at+1, len(r.people)), len(r.people)
	if left := of - r.at; len(r.took) > 0 && left > 0 {
		return quantity.Text("%d of %d, %s", at, of, roughly(time.Duration(left)*median(r.took)))
	}
	return quantity.Text("%d of %d", at, of)
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
		return quantity.Sentence(minutes, "about %d minute", "about %d minutes")
	case minutes < 58:
		return quantity.Sentence(int((d+step/2)/step)*5, "about %d minute", "about %d minutes")
	case minutes < 90:
		return "about an hour"
	}
	return quantity.Sentence(int((d+30*time.Minute)/time.Hour), "about %d hour", "about %d hours")
}

// Title names the screen.
func (r *vettingRun) Title() string { return "One after the other" }

// Waiting is true until it is known who waits.
func (r *vettingRun) Waiting() bool { return !r.loaded && r.err == nil }

// InText is always false: there is nothing to type.
func (r *vettingRun) InText() bool { return false }

// finished reports whether there is nobody left.
func (r *vettingRun) finished() bool { return r.at >= len(r.people) }

// Actions go on or stop.
func (r *vettingRun) Actions() []keys.ID {
	var acts []keys.ID
	if r.loaded && !r.finished() {
		acts = append(acts, keys.GoOn, keys.Skip)
	}
	if r.loaded && r.finished() {
		acts = append(acts, keys.Inbox)
	}
	if r.canGoBack() {
		acts = append(acts, keys.TakeBack)
	}
	return append(acts, keys.Stop, keys.Back)
}

// Update goes on after each decision.
func (r *vettingRun) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case waitingLoadedMsg:
		if msg.request == r.loading && !r.loaded {
			r.loaded, r.people = true, msg.people
			return r.open()
		}
	case screen.FailedMsg:
		if msg.Request == r.loading && !r.loaded {
			r.err = msg.Err
		}
		if msg.Request == r.undoing {
			r.undoing = 0
		}
	case screen.ActionMsg:
		return r.act(msg.ID)
	case dialog.DecidedMsg:
		return r.next(passedDecided)
	case dialog.PostponedMsg:
		return r.next(passedLater)
	case skippedMsg:
		return r.next(passedSkipped)
	case goneMsg:
		return r.next(passedGone)
	case backToLastMsg:
		return r.goBack()
	case screen.InvitationSavedMsg:
		if msg.Request == r.undoing && r.undoing != 0 {
			r.undoing = 0
			return r.open()
		}
	case stoppedMsg:
		return r.stop()
	}
	return screen.Step{}
}

func (r *vettingRun) act(id keys.ID) screen.Step {
	switch id {
	case keys.GoOn:
		return r.open()
	case keys.Skip:
		return r.next(passedSkipped)
	case keys.TakeBack:
		return r.goBack()
	case keys.Stop, keys.Back, keys.Inbox:
		return r.stop()
	}
	return screen.Step{}
}

// next goes on with the one after this.
func (r *vettingRun) next(p passed) screen.Step {
	if p == passedDecided || p == passedLater {
		r.took = append(r.took, r.env.Now().Sub(r.opened))
	}
	r.passed = append(r.passed, p)
	r.at++
	return r.open()
}

// canGoBack reports whether there is one before to go back to. A nil run
// has none.
func (r *vettingRun) canGoBack() bool { return r != nil && r.at > 0 && r.undoing == 0 }

// goBack goes back to the one before, and takes back what was decided.
func (r *vettingRun) goBack() screen.Step {
	if !r.canGoBack() {
		return screen.Step{}
	}
	r.at--
	was := r.passed[r.at]
	r.passed = r.passed[:r.at]
	if was != passedDecided && was != passedLater {
		return r.open()
	}
	r.took = r.took[:len(r.took)-1]
	r.undoing = r.env.Request()
	r.env.Say(quantity.Text("Taken back: %s waits again", style.NameOr(r.people[r.at].name)))
	return screen.Stay(r.env.SaveReopened(r.undoing, r.people[r.at].id))
}

// open shows the questions of the one that is on.
func (r *vettingRun) open() screen.Step {
	if r.finished() {
		return screen.Step{}
	}
	r.opened = r.env.Now()
	return screen.Push(&questionnaire{env: r.env, id: r.people[r.at].id, run: r})
}

// stop leaves; what was done is kept.
func (r *vettingRun) stop() screen.Step {
	if r.loaded && len(r.people) > 0 {
		r.env.Say(quantity.Text("%s; everything is kept", r.tally()))
	}
	return screen.Back()
}

// tally says what was done, such as "12 decided, 3 put off, 1 skipped".
func (r *vettingRun) tally() string {
	n := map[passed]int{}
	for _, p := range r.passed {
		n[p]++
	}
	decided, later, skipped := n[passedDecided], n[passedLater], n[passedSkipped]
	switch {
	case later > 0 && skipped > 0:
		return quantity.Text("%d decided, %d put off, %d skipped", decided, later, skipped)
	case later > 0:
		return quantity.Text("%d decided, %d put off", decided, later)
	case skipped > 0:
		return quantity.Text("%d decided, %d skipped", decided, skipped)
	}
	return quantity.Text("%d decided", decided)
}
