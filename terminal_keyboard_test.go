//go:build unix

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"linkvet/testdata/terminal"
)

// The same keys do the same job whether the terminal reports them as terminals
// always did or as kitty's protocol does, which tells more of them apart and says
// when they are let go.
func TestEveryKeyboardDoesTheSameJob(t *testing.T) {
	var kept []string
	for _, kitty := range []bool{false, true} {
		t.Run(fmt.Sprintf("kitty %v", kitty), func(t *testing.T) {
			home, kind := t.TempDir(), kittyTerminal
			kind.Kitty = kitty
			runIn(t, home, "add", "--name", "Bo Lind")
			p := terminal.Start(t, linkvet(home), kind)
			press := func(keys []string, words ...string) {
				t.Helper()
				p.Stroke(keys...)
				p.Shows(words...)
			}
			p.Shows("Bo Lind")
			press([]string{"a"}, "Add an invitation")
			press([]string{"Ana", "shift+space", "KovalX", "shift+backspace", "enko", "shift+enter"}, "Ana Kovalenko")
			press([]string{"Engineer", "tab", "tab", "tab", "first", "shift+enter", "second", "kpenter", "third"}, "Engineer", "first", "second", "third")
			press([]string{"shift+tab", "shift+tab", "Nordwind", "ctrl+o"}, "Added")
			press([]string{"/", "ana"}, "1 of 2")
			press([]string{"kpenter"}, "Engineer", "first")
			press([]string{"v"}, "What are they to you")
			press([]string{"kpdown", "kp1"}, "Someone I deal with ✔")
			press([]string{"ctrl+["}, "Engineer")
			press([]string{"l"}, "Put off until when?")
			press([]string{"2 weeks", "ctrl+m"}, "Later 1")
			press([]string{"z"}, "Undone")
			press([]string{"esc"}, "Bo Lind")
			p.Stroke("ctrl+c")
			if err := p.End(); err != nil {
				t.Error(err)
			}
			kept = append(kept, runIn(t, home, "export", "--all", "--columns", "name,headline,company,note,answers,decision,later_until")+journalOf(t, home))
		})
	}
	if len(kept) == 2 && kept[0] != kept[1] {
		t.Errorf("one keyboard leaves\n%s\nthe other\n%s", kept[0], kept[1])
	}
}

// when is the minute in which something happened.
var when = regexp.MustCompile(`\d{4}-\d\d-\d\d \d\d:\d\d`)

// journalOf is what happened, without when.
func journalOf(t *testing.T, home string) string {
	t.Helper()
	return when.ReplaceAllString(runIn(t, home, "log"), "WHEN")
}

// kittyTerminal is a terminal that speaks kitty's protocol.
var kittyTerminal = terminal.Options{Columns: 100, Rows: 30, Emulated: true, Kitty: true}

// asked requires what the keyboard is asked for on the alternate screen, and on
// the main one only what the shell before had asked for.
func asked(t *testing.T, p *terminal.Program, when string, alternate ...int) {
	t.Helper()
	main, other := p.Asked()
	if !slices.Equal(main, []int{1}) || !slices.Equal(other, alternate) {
		t.Errorf("%s the keyboard is asked for %v, and %v on the alternate screen", when, main, other)
	}
}

// However the program is left, the keyboard reports keys as the shell before it
// had asked for.
func TestKeyboardIsLeftAsItWas(t *testing.T) {
	for name, end := range map[string]func(p *terminal.Program){
		"q":           func(p *terminal.Program) { p.Stroke("q") },
		"ctrl+c":      func(p *terminal.Program) { p.Stroke("ctrl+c") },
		"a signal":    func(p *terminal.Program) { p.Signal(syscall.SIGTERM) },
		"two at once": func(p *terminal.Program) { p.Signal(syscall.SIGTERM); p.Signal(syscall.SIGHUP) },
		"a crash":     func(p *terminal.Program) { crash(t, p); p.Stroke("j") },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cmd := linkvet(t.TempDir(), "demo")
			cmd.Args[0] = "crashing"
			p := terminal.Start(t, cmd, kittyTerminal)
			p.Asks(ansi.PushKittyKeyboard(1))
			p.Shows("Mira Solberg")
			asked(t, p, "while it runs", 5)
			end(p)
			err := p.End()
			if crashed := errors.As(err, new(*exec.ExitError)) && strings.Contains(string(p.Written()), "panic"); crashed != (name == "a crash") {
				t.Errorf("it ended with %v", err)
			}
			if errors.Is(err, terminal.ErrNotRestored) {
				t.Error(err)
			}
			asked(t, p, "after "+name)
			if left := strings.Join(p.Screen(), "\n"); strings.Contains(left, "Mira Solberg") {
				t.Errorf("it leaves its screen:\n%s", left)
			}
		})
	}
}

// A shell that the program is suspended to has its keys, and the program its own
// once it goes on.
func TestSuspendGivesTheKeyboardBack(t *testing.T) {
	p := inShell(t, t.TempDir(), kittyTerminal)
	p.Asks(ansi.PushKittyKeyboard(1))
	p.Type("./linkvet demo\n")
	p.Shows("Mira Solberg")
	p.Stroke("ctrl+z")
	p.Reads("Stopped", "ready>")
	asked(t, p, "in the shell")
	p.Type("fg\n")
	p.Shows("Mira Solberg")
	asked(t, p, "back in it", 5)
	p.Stroke("?")
	p.Shows("search")
	p.Stroke("ctrl+c")
	p.Reads("ready>")
	asked(t, p, "at the end")
	p.Type("exit\n")
	if err := p.End(); err != nil {
		t.Error(err)
	}
}

// crash has crashing panic.
func crash(t *testing.T, p *terminal.Program) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(p.Cmd.Dir, crashFile), nil, 0o600); err != nil {
		t.Fatal(err)
	}
}
