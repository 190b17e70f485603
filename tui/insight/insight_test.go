package insight

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	store "linkvet/store/insight"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
)

// slowStorage counts until it is stopped.
type slowStorage struct {
	*frametest.FakeStorage
	stopped bool
}

func (s *slowStorage) Insight(ctx context.Context, progress func(done, total int)) (store.Report, error) {
	progress(25_000, 100_000)
	<-ctx.Done()
	s.stopped = true
	return store.Report{}, ctx.Err()
}

func driver(t testing.TB, w, h int, o screen.Options) *frametest.Driver {
	t.Helper()
	return frametest.New(t, w, h, o, func(e *screen.Env, page screen.Page) screen.Screen {
		if _, ok := page.(screen.InsightPage); ok {
			return New(e)
		}
		return &frametest.Stub{Page: page}
	})
}

// Leaving stops the counting, and how far it is can be seen before.
func TestLeavingStopsTheCounting(t *testing.T) {
	slow := &slowStorage{FakeStorage: frametest.NewFakeStorage(frametest.SomePeople()...)}
	d := driver(t, 80, 24, screen.Options{Storage: slow})
	s := New(d.Root.Env)
	answers := make(chan tea.Msg)
	for _, cmd := range s.Init()().(tea.BatchMsg) { // the counting, and its first step
		go func() { answers <- cmd() }()
	}
	s.Update(<-answers)
	if view := s.View(76, 20); !strings.Contains(view, "Counting…") || !strings.Contains(view, " 25%") || !strings.Contains(view, "esc stops it") {
		t.Error(view)
	}
	if step := s.act(keys.Back); step.Nav != screen.NavBack {
		t.Errorf("esc leads to %v", step.Nav)
	}
	s.Update(<-answers)
	if !slow.stopped || s.err != nil || s.report != nil {
		t.Errorf("stopped %v, %v", slow.stopped, s.err)
	}
}

// What could not be counted is said, and can be tried again; what an earlier try
// brings too late is dropped.
func TestCountingThatFails(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	f.Failing = errors.New("the disk is gone")
	d := driver(t, 80, 24, screen.Options{Storage: f})
	d.Open(screen.InsightPage{})
	d.Wants("! The invitations could not be counted.", "The disk is gone", "R tries again")
	f.Failing = nil
	d.Press("R")
	d.Wants("Your invitations", "as of 20 November 2026")
	top := d.Root.Top().(*statistics)
	before := top.report
	d.Send(countedMsg{request: top.request - 1})
	if top.report != before {
		t.Error("a stale result is shown")
	}
}

// At every width all numbers stand beside their bars, and no line is cut.
func TestEveryWidthShowsAllNumbers(t *testing.T) {
	d := driver(t, 80, 24, frametest.WithLists())
	d.Open(screen.InsightPage{})
	s := d.Root.Top().(*statistics)
	for w := 56; w <= 200; w += 6 {
		text := strings.Join(s.set(w), "\n")
		for _, c := range s.report.Chapters() {
			for _, b := range c.Bars {
				if number := fmt.Sprintf(" %s  ", store.Figures(b.N)); b.N > 0 && !strings.Contains(text, number) {
					t.Errorf("at %d columns %q has no number", w, b.Label)
				}
			}
		}
		for _, line := range s.set(w) {
			if frametest.CheckFits(t, "statistics", line, w, 1); strings.Contains(line, "…") {
				t.Errorf("at %d columns cut: %s", w, line)
			}
		}
	}
}
