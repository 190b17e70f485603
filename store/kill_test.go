//go:build unix

package store

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"linkvet/store/vault"
)

// childFolder names the folder that a child process works in; killsWanted says
// how often children are killed, for a long run.
const (
	childFolder = "LINKVET_TEST_CHILD"
	killsWanted = "LINKVET_TEST_KILLS"
)

// TestMain lets the test binary be the child that is killed.
func TestMain(m *testing.M) {
	folder := os.Getenv(childFolder)
	switch {
	case folder == "":
		os.Exit(m.Run())
	case os.Getenv(childFolder+"_FROM") != "":
		os.Exit(runChild(folder))
	case os.Getenv(childFolder+"_READONLY") != "":
		os.Exit(runReadOnly(folder))
	default:
		os.Exit(runOnFullDisk(folder))
	}
}

// runChild says on standard output what it begins and what it has done.
func runChild(folder string) int {
	w, err := newWorker(folder)
	if err != nil {
		fmt.Println("failed", err)
		return 1
	}
	first, err := strconv.Atoi(os.Getenv(childFolder + "_FROM"))
	if err != nil {
		fmt.Println("failed", err)
		return 1
	}
	for n := first; ; n++ {
		what, err := w.do(n)
		if err != nil {
			fmt.Println("failed", n, what, err)
			return 1
		}
		fmt.Println("done", n, what)
	}
}

// TestKill kills a child at random moments and compares what is there with what a second
// worker has who did the same, undisturbed: all that the child had said it had
// done, the one thing it was at wholly or not at all, and nothing else.
func TestKill(t *testing.T) {
	kills := 6
	if n, err := strconv.Atoi(os.Getenv(killsWanted)); err == nil {
		kills = n
	}
	folder, mirrored := t.TempDir(), t.TempDir()
	mirror, err := newWorker(mirrored)
	mustNot(t, err)
	mustNot(t, os.WriteFile(filepath.Join(folder, "linkvet.db"), readFile(t, mirror.s.Path()), 0o600))
	old := readFile(t, fixtureOf(1)+".db")
	r := rand.New(rand.NewSource(1))
	tally := map[string]int{}
	n, interrupted, halfway := 0, 0, 0
	for range kills {
		mustNot(t, os.WriteFile(filepath.Join(folder, "old.db"), old, 0o600))
		mustNot(t, os.WriteFile(filepath.Join(mirrored, "old.db"), old, 0o600))
		done := killOne(t, r, folder, n)
		for ; n < done; n++ {
			what, err := mirror.do(n)
			mustNot(t, err)
			tally[what]++
		}
		halfway += removeLeft(t, folder)
		w, err := newWorker(folder)
		mustNot(t, err)
		if !maps.Equal(contents(t, w.s), contents(t, mirror.s)) {
			what, err := mirror.do(n)
			mustNot(t, err)
			n++
			interrupted++
			tally[what]++
			if have, want := contents(t, w.s), contents(t, mirror.s); !maps.Equal(have, want) {
				t.Fatalf("killed in %d (%s): the store has %v, want %v", n-1, what, have, want)
			}
		}
		wantAllSound(t, w)
	}
	t.Logf("%d kills, %d things done; %d kills left a file half made, %d came between the end and its acknowledgement: %v",
		kills, n, halfway, interrupted, tally)
}

// removeLeft removes what was not finished, and returns 1 when there was any.
func removeLeft(t *testing.T, folder string) (some int) {
	t.Helper()
	for _, in := range []string{"*", filepath.Join("*", "*")} {
		left, err := filepath.Glob(filepath.Join(folder, in+halfMade+"*"))
		mustNot(t, err)
		for _, name := range left {
			some = 1
			mustNot(t, os.Remove(name))
		}
	}
	return some
}

// killOne lets a child work from number n on, kills it, and returns how many
// things it says are done.
func killOne(t *testing.T, r *rand.Rand, folder string, n int) int {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childFolder+"="+folder, childFolder+"_FROM="+strconv.Itoa(n))
	out, err := child.StdoutPipe()
	mustNot(t, err)
	mustNot(t, child.Start())
	lines := bufio.NewReader(out)
	for range r.Intn(12) {
		n = readDone(t, lines, n)
	}
	// Anywhere in what comes next.
	time.Sleep(time.Duration(r.Intn(6000)) * time.Microsecond)
	mustNot(t, child.Process.Kill())
	for {
		next := readDone(t, lines, n)
		if next == n {
			break
		}
		n = next
	}
	_ = child.Wait() // killed
	return n
}

// readDone reads that the child has done number n.
func readDone(t *testing.T, lines *bufio.Reader, n int) int {
	t.Helper()
	line, err := lines.ReadString('\n')
	switch {
	case errors.Is(err, io.EOF):
		return n // killed, maybe in the middle of the line
	case err != nil || !strings.HasPrefix(line, fmt.Sprintf("done %d ", n)):
		t.Fatalf("the child says %q, %v", line, err)
	}
	return n + 1
}

// wantAllSound checks the store, its backups, and the old one that may have
// been brought up to date.
func wantAllSound(t *testing.T, w *worker) {
	t.Helper()
	if report := checkOf(t, w.s, false); !report.OK {
		t.Fatalf("%+v", report)
	}
	backups, err := w.s.Backups()
	mustNot(t, err)
	if len(backups) > 7+1 { // one more when the kill came before the oldest was removed
		t.Errorf("%d backups", len(backups))
	}
	for _, b := range backups {
		if report, err := vault.Check(t.Context(), b.Path, w.s.file.Opts, false); err != nil || !report.OK {
			t.Errorf("%+v, %v", report, err)
		}
	}
	old, err := Open(filepath.Join(w.folder, "old.db"), w.s.file.Opts)
	mustNot(t, err)
	w.c.t = newClock().t.Add(3 * time.Hour)
	holdsAll(t, old, fixtureOf(1)+".jsonl")
	mustNot(t, os.RemoveAll(vault.BackupFolder(old.Path())))
}
