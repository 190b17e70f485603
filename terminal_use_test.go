//go:build linux

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/linkedin"
	"linkvet/store/linkedin/archivetest"
	"linkvet/store/record"
	"linkvet/store/vault"
)

// benchStore makes a store of n waiting invitations.
func benchStore(tb testing.TB, n int) string {
	tb.Helper()
	folder := tb.TempDir()
	if err := archivetest.New(archivetest.Options{Invitations: n, Seed: 1, Chatty: true}).WriteFolder(folder); err != nil {
		tb.Fatal(err)
	}
	archive, err := linkedin.Read(tb.Context(), []string{folder}, nil)
	if err != nil {
		tb.Fatal(err)
	}
	db := filepath.Join(folder, "linkvet.db")
	s, err := store.Open(db, vault.Options{Now: time.Now, Profile: func() advisor.Profile { return advisor.Profile{} }})
	if err != nil {
		tb.Fatal(err)
	}
	if _, err := s.Import(tb.Context(), archive, false, nil); err != nil {
		tb.Fatal(err)
	}
	return db
}

// waitingIn is how many invitations of a store wait, as the screen shows it.
func waitingIn(tb testing.TB, db string) string {
	tb.Helper()
	s, err := store.Open(db, vault.Options{Now: time.Now})
	if err != nil {
		tb.Fatal(err)
	}
	counts, err := s.Stats(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	return withCommas(counts.ByStatus[record.StatusWaiting])
}

// anonymousMiB is the memory of a process that is not backed by a file, and
// whether the process is still there.
func anonymousMiB(pid int) (float64, bool) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, false
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "RssAnon:"); ok {
			kib, err := strconv.Atoi(strings.Fields(rest)[0])
			return float64(kib) / 1024, err == nil
		}
	}
	return 0, false
}

// peak watches the memory of a process until it ends; the function it returns
// tells the most there was so far.
func peak(pid int) func() float64 {
	var most atomic.Uint64 // in KiB
	go func() {
		for {
			mib, alive := anonymousMiB(pid)
			if !alive {
				return
			}
			most.Store(max(most.Load(), uint64(mib*1024)))
			<-time.After(2 * time.Millisecond)
		}
	}()
	return func() float64 { return float64(most.Load()) / 1024 }
}

// busy is for how long the threads of a process have run so far.
func busy(tb testing.TB, pid int) time.Duration {
	tb.Helper()
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	if err != nil {
		tb.Fatal(err)
	}
	var total time.Duration
	for _, thread := range threads {
		stat, err := os.ReadFile(thread)
		if err != nil {
			continue // a thread that ended
		}
		ran, err := strconv.ParseInt(strings.Fields(string(stat))[0], 10, 64)
		if err != nil {
			tb.Fatal(err)
		}
		total += time.Duration(ran)
	}
	return total
}
