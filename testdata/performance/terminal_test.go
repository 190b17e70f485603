//go:build linux

package performance

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"linkvet/store/versus"
	"linkvet/testdata/terminal"
)

// The benchmarks below time linkvet from outside, in a terminal of its own,
// against the least a Bubble Tea program can do, in turn in one run:
//
//	go test -run '^$' -bench BesideTerminal -benchtime 5x ./testdata/performance

// done is for how long nothing is written once a key is done with.
const done = 40 * time.Millisecond

// toRest is how long a program may still be busy once all is counted.
const toRest = 500 * time.Millisecond

// seen is what one run of a program gave: times in ms, bytes and MiB, by name.
type seen map[string][]float64

func (s seen) took(name string, d time.Duration) {
	s[name] = append(s[name], versus.Milliseconds(d))
}

// round is some keys that are timed under one name.
type round struct {
	name string
	keys []string
}

// rounds are pressed in this order. The empty program echoes them all.
func rounds() []round {
	all := []round{
		{"cursor", strings.Split(strings.Repeat("j", 20), "")},
		{"page", slices.Repeat([]string{"\x1b[6~", "\x1b[5~"}, 5)},
		{"open-filter", []string{"/"}},
		{"filter", []string{"m", "a", "r", "e", "\x7f", "\x7f", "\x7f", "s", "o", "l"}},
		{"close-filter", []string{"\x1b"}},
		{"open", []string{"\r"}},
	}
	for range 4 { // each answer differs from the one before, so that it is saved
		all = append(all, round{"answer", []string{"3"}}, round{"back", []string{"k"}},
			round{"answer", []string{"2"}}, round{"back", []string{"k"}})
	}
	return append(all, round{"leave", []string{"\x1b"}})
}

// keyNames are the rounds that are reported.
func keyNames() []string { return []string{"cursor", "page", "filter", "answer", "back"} }

// held is how often a held key comes, which is as fast as keyboards do it, and
// for how long it is held.
const (
	heldEvery = 33 * time.Millisecond
	heldFor   = 30
)

// use starts a program, uses it for a while and quits it. All is there once it
// shows ready and then counted.
func use(tb testing.TB, ready, counted, name string, args ...string) seen {
	tb.Helper()
	w := watch(tb, name, args...)
	memory := peak(w.Cmd.Process.Pid)
	s := seen{}
	s.took("first-screen", w.Until(ready))
	s.took("all-counted", w.Until(counted))
	s.idle(tb, w)
	s.hold(tb, w)
	for _, r := range rounds() {
		for i, key := range r.keys {
			<-time.After(time.Duration(7+i*13%29) * time.Millisecond) // out of step with the frame clock
			took, size := w.Key(key, done)
			s.took(r.name, took)
			s[r.name+"-bytes"] = append(s[r.name+"-bytes"], float64(size))
		}
	}
	now, _ := anonymousMiB(w.Cmd.Process.Pid)
	s["memory"], s["memory-peak"] = []float64{now}, []float64{memory()}
	s.took("quit", w.Quit())
	return s
}

// idle looks at what a program does while nobody does anything.
func (s seen) idle(tb testing.TB, w *terminal.Program) {
	tb.Helper()
	<-time.After(toRest)
	before, woken, size := busy(tb, w.Cmd.Process.Pid), wakeups(tb, w.Cmd.Process.Pid), w.Size()
	<-time.After(time.Second)
	s.took("idle-cpu", busy(tb, w.Cmd.Process.Pid)-before)
	s["idle-wakeups"] = append(s["idle-wakeups"], wakeups(tb, w.Cmd.Process.Pid)-woken)
	s["idle-bytes"] = append(s["idle-bytes"], float64(w.Size()-size))
}

// hold holds a key down and looks how far behind the screen is at the end.
func (s seen) hold(tb testing.TB, w *terminal.Program) {
	tb.Helper()
	for range heldFor {
		w.Type("j")
		<-time.After(heldEvery)
	}
	took, _ := w.Key("j", done)
	s.took("held-key", took)
}

// quitEarly quits a program as soon as it shows anything, while it still loads.
func (s seen) quitEarly(tb testing.TB, ready, name string, args ...string) {
	tb.Helper()
	w := watch(tb, name, args...)
	w.Until(ready)
	s.took("quit-loading", w.Quit())
}

// startSilent starts a program in a terminal that answers no query.
func (s seen) startSilent(tb testing.TB, ready, name string, args ...string) {
	tb.Helper()
	w := terminal.Start(tb, command(program(tb, name), home(tb), args...), terminal.Options{Silent: true})
	s.took("silent", w.Until(ready))
	w.Quit()
}

// help asks a program for its help in a terminal that answers no query, and as
// many bytes into a pipe.
func (s seen) help(tb testing.TB) {
	tb.Helper()
	w := terminal.Start(tb, command(program(tb, "linkvet"), tb.TempDir(), "--help"), terminal.Options{Silent: true})
	s.took("help", w.Until("--version"))
	_ = w.End()
	started := time.Now()
	must(tb, command(program(tb, "linkvet"), tb.TempDir(), "--help"))
	s.took("help-piped", time.Since(started))
}

// pasted is how many characters are pasted into the filter.
const pasted = 50_000

// paste pastes a long text into the filter of a program of its own.
func (s seen) paste(tb testing.TB, counted string, args ...string) {
	tb.Helper()
	w := watch(tb, "linkvet", args...)
	w.Until(counted)
	w.Key("/", toRest)
	took, _ := w.Key("\x1b[200~"+strings.Repeat("anna ", pasted/5)+"\x1b[201~", done)
	s.took("paste", took)
	w.Kill()
}

// startCold starts a program whose binary and store the system must read from
// the disk again.
func (s seen) startCold(tb testing.TB, ready, counted, name, db string, args ...string) {
	tb.Helper()
	binary := filepath.Join(tb.TempDir(), "program")
	copyOf(tb, program(tb, name), binary)
	if err := os.Chmod(binary, 0o700); err != nil {
		tb.Fatal(err)
	}
	forget(tb, binary)
	forget(tb, db)
	w := terminal.Start(tb, command(binary, home(tb), args...), terminal.Options{})
	s.took("cold", w.Until(ready))
	s.took("cold-counted", w.Until(counted))
	w.Quit()
}

// forget has the system drop what it holds of a file in memory.
func forget(tb testing.TB, path string) {
	tb.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		tb.Fatal(err)
	}
	err = f.Sync()
	if err == nil {
		err = unix.Fadvise(int(f.Fd()), 0, 0, unix.FADV_DONTNEED)
	}
	if err := errors.Join(err, f.Close()); err != nil {
		tb.Fatal(err)
	}
}

func (s seen) add(other seen) {
	for name, values := range other {
		s[name] = append(s[name], values...)
	}
}

// BenchmarkBesideTerminal runs linkvet and the empty program in turn. One use
// gives all the figures, so what follows it only reports them.
func BenchmarkBesideTerminal(b *testing.B) {
	for _, rows := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("rows=%d", rows), func(b *testing.B) {
			db := benchStore(b, rows)
			count := waitingIn(b, db)
			ours, empty := seen{}, seen{}
			fresh := filepath.Join(b.TempDir(), "linkvet.db")
			for b.Loop() {
				copyOf(b, db, fresh)
				empty.add(use(b, "READY", "READY", "empty"))
				ours.add(use(b, "Waiting", count, "linkvet", "--db", fresh))
				empty.quitEarly(b, "READY", "empty")
				ours.quitEarly(b, "Waiting", "linkvet", "--db", db)
				ours.help(b)
				ours.paste(b, count, "--db", db)
				ours.startSilent(b, "Waiting", "linkvet", "--db", db)
				empty.startCold(b, "READY", "READY", "empty", db)
				ours.startCold(b, "Waiting", count, "linkvet", db, "--db", db)
			}
			reportUse(b, ours, empty)
		})
	}
}

func reportUse(b *testing.B, ours, empty seen) {
	line := func(name, unit string, ours, baseline []float64, percentiles ...string) {
		b.Run(name, func(b *testing.B) { versus.Report(b, unit, ours, baseline, percentiles...) })
	}
	for _, name := range []string{"first-screen", "all-counted", "held-key", "quit", "quit-loading", "idle-cpu", "cold", "cold-counted"} {
		line(name, "ms", ours[name], empty[name])
	}
	line("paste", "ms", ours["paste"], empty["paste"])
	line("help", "ms", ours["help"], ours["help-piped"])
	line("silent", "ms", ours["silent"], ours["first-screen"])
	for _, name := range keyNames() {
		line(name, "ms", ours[name], empty[name], "p95")
		line(name+"-bytes", "B", ours[name+"-bytes"], empty[name+"-bytes"])
	}
	line("idle-bytes", "B", ours["idle-bytes"], empty["idle-bytes"])
	line("idle-wakeups", "times", ours["idle-wakeups"], empty["idle-wakeups"])
	line("memory", "MiB", ours["memory"], empty["memory"])
	line("memory-peak", "MiB", ours["memory-peak"], empty["memory-peak"])
}

// copyOf copies a store, so that a run finds it as the one before did, and waits
// for the disk, as the run would otherwise.
func copyOf(tb testing.TB, from, to string) {
	tb.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		tb.Fatal(err)
	}
	f, err := os.Create(to)
	if err != nil {
		tb.Fatal(err)
	}
	_, err = f.Write(data)
	if err := errors.Join(err, f.Chmod(0o600), f.Sync(), f.Close()); err != nil {
		tb.Fatal(err)
	}
}
