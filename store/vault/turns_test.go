package vault

import (
	"runtime"
	"testing"
	"time"

	"linkvet/store/tables"
)

// waitFor waits until somebody waits for a turn, or has gone on without one.
func waitFor(s *File, done chan error) {
	for waiting := false; !waiting && len(done) == 0; runtime.Gosched() {
		s.turns.mu.Lock()
		waiting = s.turns.ended != nil
		s.turns.mu.Unlock()
	}
}

// TestOneProcessTakesTurns: who comes while the same process writes or reads does
// not find the file locked, to look again after a while.
func TestOneProcessTakesTurns(t *testing.T) {
	s, _ := newFile(t)
	s.Opts.Timeout = time.Nanosecond // one look at the lock
	nothing := func(*tables.Tx) (bool, error) { return false, nil }
	done := make(chan error, 1)
	mustNot(t, s.Write(func(*tables.Tx) (bool, error) {
		go func() { done <- s.View(func(*tables.Tx) error { return nil }) }()
		waitFor(s, done)
		return false, nil
	}))
	mustNot(t, <-done)
	s.turns.ended = nil
	mustNot(t, s.View(func(*tables.Tx) error {
		go func() { done <- s.Write(nothing) }()
		waitFor(s, done)
		return s.View(func(*tables.Tx) error { return nil }) // reading within reading has its turn
	}))
	mustNot(t, <-done)
}
