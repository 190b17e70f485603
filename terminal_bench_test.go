//go:build linux

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/linkedin"
	"linkvet/store/linkedin/archivetest"
)

// The benchmarks below time linkvet from outside, in a terminal of its own,
// against the least a Bubble Tea program can do, in turn in one run:
//
//	go test -run '^$' -bench Terminal -benchtime 20x .

// watched is a program in a terminal of its own whose output is timed.
type watched struct {
	tty     *os.File
	program *exec.Cmd
	started time.Time
	mu      sync.Mutex
	written []byte
	last    time.Time
	wrote   chan struct{}
}

func watch(tb testing.TB, name string, args ...string) *watched {
	tb.Helper()
	return watchAt(tb, tb.TempDir(), name, args...)
}

// watchAt is watch with a home folder that others share.
func watchAt(tb testing.TB, home, name string, args ...string) *watched {
	tb.Helper()
	program := exec.Command(os.Args[0])
	program.Args = append([]string{name}, args...) // TestMain tells by the name
	program.Env = []string{"HOME=" + home, "TERM=xterm-256color", "TZ=UTC"}
	w := &watched{program: program, wrote: make(chan struct{}, 1), started: time.Now()}
	var err error
	if w.tty, err = pty.StartWithSize(program, &pty.Winsize{Rows: 40, Cols: 120}); err != nil {
		tb.Fatal(err)
	}
	go w.read()
	return w
}

// queries are what a terminal is asked at start, with the answers of one that
// knows nothing special and is dark.
var queries = map[string]string{
	"\x1b]11;?":     "\x1b]11;rgb:1616/1616/1e1e\x1b\\",
	"\x1b[c":        "\x1b[?62;22c",
	"\x1b[?2026$p":  "\x1b[?2026;2$y",
	"\x1b[?2027$p":  "\x1b[?2027;2$y",
	"\x1b[6n":       "\x1b[1;1R",
	"\x1b[>q":       "\x1bP>|bench\x1b\\",
	"\x1b[?996n":    "\x1b[?997;1n",
	"\x1b]10;?\x07": "\x1b]10;rgb:d8d8/d8d8/e0e0\x07",
}

func (w *watched) read() {
	buffer := make([]byte, 1<<16)
	for {
		n, err := w.tty.Read(buffer)
		if err != nil {
			return
		}
		now := time.Now()
		for query, answer := range queries {
			if bytes.Contains(buffer[:n], []byte(query)) {
				_, _ = w.tty.WriteString(answer)
			}
		}
		w.mu.Lock()
		w.written, w.last = append(w.written, buffer[:n]...), now
		w.mu.Unlock()
		select {
		case w.wrote <- struct{}{}:
		default:
		}
	}
}

// until waits for text on the screen and returns the time since the start.
func (w *watched) until(tb testing.TB, text string) time.Duration {
	tb.Helper()
	deadline := time.After(20 * time.Second)
	for {
		w.mu.Lock()
		found, last := bytes.Contains(w.written, []byte(text)), w.last
		w.mu.Unlock()
		if found {
			return last.Sub(w.started)
		}
		select {
		case <-w.wrote:
		case <-deadline:
			tb.Fatalf("%q never showed: %q", text, w.written)
		}
	}
}

// key sends a key and returns the time until the screen last changed for it;
// bytes is what was written meanwhile.
func (w *watched) key(tb testing.TB, key string) (took time.Duration, size int) {
	tb.Helper()
	const quiet = 40 * time.Millisecond
	w.mu.Lock()
	before := len(w.written)
	w.mu.Unlock()
	select {
	case <-w.wrote:
	default:
	}
	sent := time.Now()
	if _, err := w.tty.WriteString(key); err != nil {
		tb.Fatal(err)
	}
	wait := time.NewTimer(2 * time.Second)
	for {
		select {
		case <-w.wrote:
			wait.Reset(quiet)
		case <-wait.C:
			w.mu.Lock()
			defer w.mu.Unlock()
			if len(w.written) == before {
				tb.Fatalf("key %q changed nothing", key)
			}
			return w.last.Sub(sent), len(w.written) - before
		}
	}
}

// anonymousMiB is the memory that is not backed by a file.
func (w *watched) anonymousMiB(tb testing.TB) float64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", w.program.Process.Pid))
	if err != nil {
		tb.Fatal(err)
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "RssAnon:"); ok {
			kib, err := strconv.Atoi(strings.Fields(rest)[0])
			if err != nil {
				tb.Fatal(err)
			}
			return float64(kib) / 1024
		}
	}
	tb.Fatal("no RssAnon")
	return 0
}

// quit presses q and returns how long the program took to end.
func (w *watched) quit(tb testing.TB) time.Duration {
	tb.Helper()
	sent := time.Now()
	if _, err := w.tty.WriteString("q"); err != nil {
		tb.Fatal(err)
	}
	if err := w.program.Wait(); err != nil {
		tb.Fatal(err)
	}
	took := time.Since(sent)
	_ = w.tty.Close()
	return took
}

// benchStore makes a store of n waiting invitations.
func benchStore(tb testing.TB, n int) string {
	tb.Helper()
	folder := tb.TempDir()
	table, err := os.Create(filepath.Join(folder, "Invitations.csv"))
	if err != nil {
		tb.Fatal(err)
	}
	if err := archivetest.New(archivetest.Options{Invitations: n, Seed: 1}).WriteInvitations(table); err != nil {
		tb.Fatal(err)
	}
	if err := table.Close(); err != nil {
		tb.Fatal(err)
	}
	archive, err := linkedin.Read(tb.Context(), []string{folder}, nil)
	if err != nil {
		tb.Fatal(err)
	}
	db := filepath.Join(folder, "linkvet.db")
	s, err := store.Open(db, store.Options{Now: time.Now, Profile: func() advisor.Profile { return advisor.Profile{} }})
	if err != nil {
		tb.Fatal(err)
	}
	if _, err := s.Import(tb.Context(), archive, false, nil); err != nil {
		tb.Fatal(err)
	}
	return db
}

func percentile(list []time.Duration, p int) float64 {
	slices.Sort(list)
	return float64(list[(len(list)-1)*p/100]) / float64(time.Millisecond)
}

// timings are what one run of a program gave.
type timings struct {
	start, quit time.Duration
	memory      float64
	keys        map[string][]time.Duration
	bytes       map[string]int
}

// a round is some keys that are timed under one name.
type round struct {
	name string
	keys []string
}

// rounds are pressed in this order. The empty program echoes them all.
func rounds() []round {
	cursor := strings.Split(strings.Repeat("j", 20), "")
	pages := slices.Repeat([]string{"\x1b[6~", "\x1b[5~"}, 5)
	return []round{
		{"cursor", cursor},
		{"page", pages},
		{"open filter", []string{"/"}},
		{"filter", []string{"m", "a", "r", "e", "\x7f", "\x7f", "\x7f", "s", "o", "l"}},
		{"close filter", []string{"\x1b"}},
	}
}

func measure(tb testing.TB, ready, name string, args ...string) timings {
	tb.Helper()
	w := watch(tb, name, args...)
	t := timings{start: w.until(tb, ready), keys: map[string][]time.Duration{}, bytes: map[string]int{}}
	w.until(tb, ready)
	for _, r := range rounds() {
		for i, key := range r.keys {
			<-time.After(time.Duration(7+i*13%29) * time.Millisecond) // out of step with the frame clock
			took, size := w.key(tb, key)
			t.keys[r.name] = append(t.keys[r.name], took)
			t.bytes[r.name] += size
		}
	}
	t.memory = w.anonymousMiB(tb)
	if name == "linkvet" {
		w.key(tb, "\x1b") // an empty filter line closes
	}
	t.quit = w.quit(tb)
	return t
}

// BenchmarkTerminal runs linkvet and the empty program in turn and reports, as
// medians over the runs, linkvet's own figures and how many times the empty
// program's they are (x-...).
func BenchmarkTerminal(b *testing.B) {
	for _, rows := range []int{1_000, 100_000} {
		b.Run(fmt.Sprintf("rows=%d", rows), func(b *testing.B) {
			db := benchStore(b, rows)
			var ours, empty []timings
			for b.Loop() {
				empty = append(empty, measure(b, "READY", "linkvet-empty"))
				ours = append(ours, measure(b, "Waiting", "linkvet", "--db", db))
			}
			b.ReportMetric(0, "ns/op")
			report(b, "start", ours, empty, func(t timings) []time.Duration { return []time.Duration{t.start} })
			report(b, "quit", ours, empty, func(t timings) []time.Duration { return []time.Duration{t.quit} })
			for _, name := range []string{"cursor", "page", "filter"} {
				report(b, name, ours, empty, func(t timings) []time.Duration { return t.keys[name] })
			}
			b.ReportMetric(ours[len(ours)-1].memory, "MiB")
			b.ReportMetric(float64(ours[len(ours)-1].bytes["cursor"]/20), "cursor-B/key")
		})
	}
}

func report(b *testing.B, name string, ours, empty []timings, pick func(timings) []time.Duration) {
	gather := func(all []timings) (list []time.Duration) {
		for _, t := range all {
			list = append(list, pick(t)...)
		}
		return list
	}
	name = strings.ReplaceAll(name, " ", "-")
	for _, p := range []int{50, 95} {
		mine, floor := percentile(gather(ours), p), percentile(gather(empty), p)
		b.ReportMetric(mine, fmt.Sprintf("%s-p%d-ms", name, p))
		b.ReportMetric(mine/floor, fmt.Sprintf("%s-p%d-x", name, p))
	}
}
