//go:build unix

package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"linkvet/testdata/terminal"
	"linkvet/tui/keys"
)

// How long the soak is; -soak 20 -soak-keys 500 before a release.
var (
	soakRounds = flag.Int("soak", 1, "rounds of the soak of the terminal program")
	soakKeys   = flag.Int("soak-keys", 60, "keys, pastes, resizes and signals on each screen")
)

// screensToSoak are the keys that lead to each screen from the list.
var screensToSoak = map[string]string{
	"list": "", "filter": "/", "all": "4G", "sorting": "S", "menu": "\x10", "keys": "?", "guide": "H",
	"add": "a", "edit": "e", "tags": "t", "later": "l", "decide": "d", "export": "E", "delete": "x", "copy": "y",
	"import": "i", "settings": "s", "profile": "s\r", "own keys": "sjjj\r", "own lists": "sjjjj\r",
	"questions": "v", "advice": "vv", "review": "vr", "run": "V", "detail": "4G\r",
}

// sent are the bytes that a terminal sends for the keys of the action table that
// have names.
var sent = map[string]string{
	"enter": "\r", "esc": "\x1b", "tab": "\t", "space": " ", "backspace": "\x7f", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C",
	"left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F", "pgup": "\x1b[5~", "pgdown": "\x1b[6~", "delete": "\x1b[3~",
	"shift+tab": "\x1b[Z", "shift+up": "\x1b[1;2A", "shift+down": "\x1b[1;2B",
}

// anyKeys are all that the table promises but those that leave: the soak is to
// stay. Nor is ctrl+z among them: where it comes after the program has given the
// terminal back, the system throws away what was written last and not yet read.
func anyKeys() []string {
	var all []string
	for _, a := range keys.Table() {
		for _, k := range a.Keys {
			switch letter, ctrl := strings.CutPrefix(k, "ctrl+"); {
			case a.ID == keys.Leave || a.ID == keys.Quit || a.ID == keys.Suspend:
			case ctrl && len(letter) == 1:
				all = append(all, string(letter[0]&0x1f))
			case sent[k] != "":
				all = append(all, sent[k])
			case len(k) == 1:
				all = append(all, k)
			}
		}
	}
	return append(all, "é", "李", "👩", "m", "0", "Z")
}

// poke does one thing that a person, a window manager or another program does.
func poke(r *rand.Rand, p *terminal.Program, all []string) {
	switch n := r.IntN(40); {
	case n == 0:
		p.Resize(uint16(20+r.IntN(160)), uint16(5+r.IntN(60)))
	case n == 1:
		p.Send("\x1b[200~" + strings.Repeat("pasted text\r\n\x1b[31m ", 1+r.IntN(60)) + "\x1b[201~")
	case n == 2:
		_ = p.Cmd.Process.Signal([]syscall.Signal{syscall.SIGWINCH, syscall.SIGTSTP, syscall.SIGCONT}[r.IntN(3)])
	default:
		p.Send(all[r.IntN(len(all))])
	}
}

// Whatever is pressed, pasted and signalled on each screen, the program ends as
// it is told to, leaves the terminal as it was and the store sound, and every
// text that it said was saved is there.
func TestSoak(t *testing.T) {
	for round := range *soakRounds {
		seed := uint64(time.Now().UnixNano())
		if *soakRounds == 1 {
			seed = 1
		}
		r := rand.New(rand.NewPCG(seed, uint64(round)))
		home := t.TempDir()
		var said []string
		for name, way := range screensToSoak {
			who := fmt.Sprintf("Soaked %s %d", name, round)
			soak(t, r, home, who, way)
			said = append(said, who)
			if t.Failed() {
				t.Fatalf("round %d of seed %d, on %q", round, seed, name)
			}
		}
		if out, err := linkvet(home, "check").CombinedOutput(); err != nil {
			t.Errorf("check: %v\n%s", err, out)
		}
		log := runIn(t, home, "log", "--limit", "1000000")
		for _, who := range said {
			if !strings.Contains(log, who) {
				t.Errorf("%s was said to be added, and is not in the journal", who)
			}
		}
	}
}

// soak adds somebody, waits until the program says so, does at random what it
// can on one screen, and ends it with a signal.
func soak(t *testing.T, r *rand.Rand, home, who, way string) {
	t.Helper()
	runIn(t, home, "add", "--name", who, "--note", "Hello, please write me on WhatsApp "+who)
	p := startIn(t, home, terminal.Options{})
	p.Sees("Waiting", "All")
	p.Send(way)
	all := anyKeys()
	for range *soakKeys {
		poke(r, p, all)
	}
	ends(t, p, r)
}

// ends ends a program with any of the signals, if it has not ended by itself.
func ends(t *testing.T, p *terminal.Program, r *rand.Rand) {
	t.Helper()
	signals := []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP}
	signal := signals[r.IntN(len(signals))]
	_ = p.Cmd.Process.Signal(signal)
	err := p.End()
	exit, _ := errors.AsType[*exec.ExitError](err)
	written := p.Written()
	entered := bytes.Contains(written, []byte(enterScreen))
	switch {
	case errors.Is(err, terminal.ErrNotRestored):
		t.Error(err)
	case err == nil: // it had been left
	case exit != nil && exit.ExitCode() == endings[signal]:
	case exit != nil && !entered && exit.Sys().(syscall.WaitStatus).Signal() == signal: // before it could listen
	default:
		t.Errorf("%v ended it with %v", signal, err)
	}
	if entered && bytes.LastIndex(written, []byte(leaveScreen)) < bytes.LastIndex(written, []byte(enterScreen)) {
		t.Errorf("the screen is not left, and it ended with %v after %v: …%q", err, signal, written[max(len(written)-400, 0):])
	}
}

// A signal ends the program at any moment of a session.
func TestSignalsAtAnyMoment(t *testing.T) {
	home := t.TempDir()
	for i := range 20 {
		runIn(t, home, "add", "--name", fmt.Sprint("Ana Kovalenko ", i), "--note", "Hello dear")
	}
	db := filepath.Join(home, ".local", "share", "linkvet", "linkvet.db")
	r := rand.New(rand.NewPCG(7, 7))
	all := anyKeys()
	for range 50 {
		p := startIn(t, t.TempDir(), terminal.Options{}, "--db", db)
		moment := time.Now().Add(time.Duration(r.IntN(500)) * time.Millisecond)
		for time.Now().Before(moment) {
			if !p.Ended() && bytes.Contains(p.Written(), []byte(enterScreen)) {
				poke(r, p, all)
			}
			p.Pause(5 * time.Millisecond)
		}
		ends(t, p, r)
		if t.Failed() {
			return
		}
	}
	if out, err := linkvet(home, "check").CombinedOutput(); err != nil {
		t.Errorf("check: %v\n%s", err, out)
	}
}
