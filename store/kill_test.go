//go:build unix

package store

import (
	"bufio"
	"context"
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

	bolt "go.etcd.io/bbolt"

	"linkvet/store/linkedin"
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

// worker does a sequence of things to a store. What number n is, and at what
// time it is done, depends on n and on what is in the store alone, so that two
// workers who did the same things have the same store.
type worker struct {
	folder string
	s      *Store
	c      *clock
}

func newWorker(folder string) (*worker, error) {
	w := &worker{folder: folder, c: newClock()}
	var err error
	w.s, err = Open(filepath.Join(folder, "linkvet.db"), Options{Timeout: 10 * time.Second, Now: w.c.now})
	return w, err
}

// do does number n and says what it was. Errors that say no are fine.
func (w *worker) do(n int) (what string, err error) {
	w.c.t = newClock().t.Add(time.Duration(n) * 7 * time.Hour) // so that a day has few changes, and backups are made
	r := rand.New(rand.NewSource(int64(n)))
	what, err = w.pick(r, n)
	for _, no := range []error{ErrInvalid, ErrExists, ErrNothing, ErrChanged} {
		if errors.Is(err, no) {
			return what, nil
		}
	}
	return what, err
}

func (w *worker) pick(r *rand.Rand, n int) (string, error) {
	ctx := context.Background()
	rows, err := w.s.Rows(ctx)
	if err != nil {
		return "rows", err
	}
	some := func() (ids []string) {
		for range 1 + r.Intn(4) {
			if len(rows) > 0 {
				ids = append(ids, rows[r.Intn(len(rows))].ID)
			}
		}
		return ids
	}
	ids := some()
	choice := r.Intn(100)
	switch {
	case choice < 8 || len(ids) == 0:
		_, err = w.s.Import(ctx, killArchive(r, n), false, nil)
		return "import", err
	case choice < 16:
		_, err = w.s.Add(Invitation{Name: fmt.Sprint("Person ", n), Note: strings.Repeat("note ", r.Intn(400))})
		return "add", err
	case choice < 40:
		_, err = w.s.Answer(ids[0], answersOf([]string{"know", "trust", "asks_for_money"}[r.Intn(3)], "yes"), "kind")
		if errors.Is(err, ErrInvalid) {
			_, err = w.s.Answer(ids[0], answersOf("know", []string{"well", "slightly", "no"}[r.Intn(3)]))
		}
		return "answer", err
	case choice < 55:
		_, err = w.s.DecideAll(ids, []Decision{Ignored, Accepted, Sent}[r.Intn(3)], "because")
		return "decide", err
	case choice < 60:
		_, err = w.s.LaterAll(ids, w.c.t.Add(time.Hour))
		return "later", err
	case choice < 65:
		_, err = w.s.ReopenAll(ids)
		return "reopen", err
	case choice < 70:
		_, err = w.s.Tag(ids, []string{fmt.Sprint("tag ", r.Intn(5))}, nil)
		return "tag", err
	case choice < 73:
		_, err = w.s.Delete(ids[:1])
		return "delete", err
	case choice < 79:
		_, err = w.s.Undo()
		return "undo", err
	case choice < 82:
		_, err = w.s.Redo()
		return "redo", err
	case choice < 86:
		return "draft", w.s.SaveDraft("draft", fmt.Sprint("text ", n))
	}
	return w.maintain(ctx, choice)
}

// maintain does what works on whole files.
func (w *worker) maintain(ctx context.Context, choice int) (string, error) {
	backup := filepath.Join(w.folder, "backup.db")
	switch {
	case choice < 91:
		_, err := w.s.Backup(backup, true)
		return "backup", err
	case choice < 94:
		_, _, err := w.s.Compact()
		return "compact", err
	case choice < 96:
		if _, err := os.Stat(backup); err != nil {
			return "restore", nil
		}
		_, err := Restore(ctx, w.s.Path(), backup, w.s.opts)
		return "restore", err
	}
	old := filepath.Join(w.folder, "old.db")
	if _, err := os.Stat(old); err != nil {
		return "migrate", nil
	}
	_, err := Open(old, w.s.opts)
	return "migrate", err
}

// killArchive has new people, and some of whom earlier ones had.
func killArchive(r *rand.Rand, n int) *linkedin.Archive {
	a := &linkedin.Archive{HasInvitations: true, HasConnections: true, Newest: newClock().t.Add(time.Duration(n) * 7 * time.Hour)}
	for i := range 40 {
		who := fmt.Sprintf("p-%d-%d", n-n%7+r.Intn(20), i)
		a.Invitations = append(a.Invitations, linkedin.Invitation{
			Name: "Name " + who, Slug: who, URL: "https://www.linkedin.com/in/" + who, Note: strings.Repeat("hello ", r.Intn(30)),
			SentAt: newClock().t.Add(time.Duration(r.Intn(n+1)) * time.Hour), Outgoing: i%5 == 0,
		})
		if i%4 == 0 {
			a.Connections = append(a.Connections, linkedin.Connection{Name: "Name " + who, Slug: who, ConnectedOn: day("2026-01-01")})
		}
	}
	return a
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

// contents returns checksums of everything in a store.
func contents(t *testing.T, s *Store) map[string]uint32 {
	t.Helper()
	all, err := contentsOf(s)
	mustNot(t, err)
	return all
}

func contentsOf(s *Store) (all map[string]uint32, err error) {
	err = s.view(func(tx *bolt.Tx) (err error) {
		all, err = sums(tx)
		return err
	})
	return all, err
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
	if len(backups) > keptBackups+1 { // one more when the kill came before the oldest was removed
		t.Errorf("%d backups", len(backups))
	}
	for _, b := range backups {
		mustNot(t, (&Store{path: b.Path, opts: w.s.opts}).verify())
	}
	old, err := Open(filepath.Join(w.folder, "old.db"), w.s.opts)
	mustNot(t, err)
	w.c.t = newClock().t.Add(3 * time.Hour)
	holdsAll(t, old, fixtureOf(1)+".jsonl")
	mustNot(t, os.RemoveAll(old.backupFolder()))
}
