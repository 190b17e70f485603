//go:build unix

package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"

	"linkvet/store/linkedin/archivetest"
	"linkvet/testdata/terminal"
)

const (
	enterScreen = "\x1b[?1049h" // the alternate screen
	leaveScreen = "\x1b[?1049l"
)

// linkvet is a run of this binary as linkvet, which TestMain tells by the name,
// with a home.
func linkvet(home string, args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Args = append([]string{"linkvet"}, args...)
	cmd.Env = []string{"HOME=" + home, "TMPDIR=" + home, "TERM=xterm-256color", "TZ=UTC", "PATH=" + os.Getenv("PATH")}
	cmd.Dir = home
	return cmd
}

// runIn runs a command with a home, which must end well.
func runIn(tb testing.TB, home string, args ...string) string {
	tb.Helper()
	out, err := linkvet(home, args...).CombinedOutput()
	if err != nil {
		tb.Fatalf("linkvet %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// startIn starts the terminal program with a home.
func startIn(tb testing.TB, home string, o terminal.Options, args ...string) *terminal.Program {
	tb.Helper()
	return terminal.Start(tb, linkvet(home, args...), o)
}

// storeOf makes a store of n waiting invitations.
func storeOf(tb testing.TB, n int) string {
	tb.Helper()
	folder := tb.TempDir()
	if err := archivetest.New(archivetest.Options{Invitations: n, Seed: 1, Chatty: true}).WriteFolder(folder); err != nil {
		tb.Fatal(err)
	}
	db := filepath.Join(folder, "linkvet.db")
	runIn(tb, tb.TempDir(), "import", "--db", db, folder)
	return db
}

// A store that is damaged where the first screen does not look ends the program
// with the reason and what to do, as for any command, and stays as it is.
func TestTerminalProgramRefusesADamagedStore(t *testing.T) {
	db := storeOf(t, 2_000)
	whole, err := os.ReadFile(db)
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(whole, []byte("linkedin.com/in/"))
	whole[at] ^= 1
	if err := os.WriteFile(db, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	p := startIn(t, t.TempDir(), terminal.Options{}, "--db", db)
	err = p.End()
	shown := string(p.Written())
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 4 {
		t.Errorf("it ended with %v", err)
	}
	left := strings.LastIndex(shown, leaveScreen)
	if left < 0 || !strings.Contains(shown[left:], "linkvet restore") {
		t.Errorf("what to do is not said after the screen is left: %q", shown)
	}
	if now, err := os.ReadFile(db); err != nil || !bytes.Equal(now, whole) {
		t.Errorf("the file was touched (%v)", err)
	}
}

// colored finds the choice of a color.
var colored = regexp.MustCompile(`\x1b\[([0-9;]*;)?(3[0-8]|9[0-7])(;[0-9;]*)?m`)

// A terminal that knows no escape codes gets none, but lines.
func TestADumbTerminalIsTalkedToInLines(t *testing.T) {
	cmd := linkvet(t.TempDir(), "demo")
	cmd.Env = append(cmd.Env, "TERM=dumb")
	p := terminal.Start(t, cmd, terminal.Options{})
	p.Reads("Number of an invitation, or a word:")
	p.Send("1\n")
	p.Reads("Mira Solberg.", "What next?")
	p.Send("q\n")
	if err := p.End(); err != nil {
		t.Error(err)
	}
	if shown := string(p.Written()); strings.Contains(shown, "\x1b") {
		t.Errorf("it writes escape codes: %q", shown)
	}
}

// A signal ends the line mode as it does the screens: at once, with its own code,
// and nothing that was answered is lost.
func TestSignalsEndTheLineMode(t *testing.T) {
	for signal, code := range map[syscall.Signal]int{syscall.SIGINT: 130, syscall.SIGTERM: 143} {
		home := t.TempDir()
		runIn(t, home, "add", "--name", "Anna Weber")
		cmd := linkvet(home)
		cmd.Env = append(cmd.Env, "ACCESSIBLE=1")
		p := terminal.Start(t, cmd, terminal.Options{})
		p.Reads("or a word:")
		p.Send("1\n1\n2\n")
		p.Reads("Do you trust them?")
		p.Signal(signal)
		var exit *exec.ExitError
		if err := p.End(); !errors.As(err, &exit) || exit.ExitCode() != code {
			t.Errorf("%v: it ended with %v", signal, err)
		}
		if shown := runIn(t, home, "list", "--json"); !strings.Contains(shown, `"answered":1`) {
			t.Errorf("%v: the answer is lost: %s", signal, shown)
		}
	}
}

func TestTerminalProgramStartsAndLeavesTheTerminalAsItWas(t *testing.T) {
	for _, c := range []struct {
		name, text string
		args       []string
		env        string
	}{
		{"the demo's list", "Mira Solberg", []string{"demo"}, ""},
		{"the first run", "Say what you want", nil, ""},
		{"without color", "Mira Solberg", []string{"demo", "--no-color"}, ""},
		{"NO_COLOR", "Mira Solberg", []string{"demo"}, "NO_COLOR=no"},
		{"over SSH", "Mira Solberg", []string{"demo"}, "SSH_CONNECTION=192.0.2.1 50000 192.0.2.2 22"},
	} {
		t.Run(c.name, func(t *testing.T) {
			home := t.TempDir()
			cmd := linkvet(home, c.args...)
			cmd.Env = append(cmd.Env, c.env)
			p := terminal.Start(t, cmd, terminal.Options{Columns: 100, Rows: 30})
			p.Sees(c.text)
			p.Press("?", "search")
			p.Press("\x1b", c.text)
			p.Quit()
			shown := string(p.Written())
			entered, left := bytes.LastIndex([]byte(shown), []byte(enterScreen)), bytes.LastIndex([]byte(shown), []byte(leaveScreen))
			if entered < 0 || left < entered {
				t.Errorf("the screen is entered at %d and left at %d of %q", entered, left, shown)
			}
			if plain := c.env == "NO_COLOR=no" || slices.Contains(c.args, "--no-color"); plain == colored.MatchString(shown) {
				t.Errorf("it is to be plain: %v, but shows the color %q", plain, colored.FindString(shown))
			}
			if c.args == nil {
				return
			}
			if files, err := os.ReadDir(home); err != nil || len(files) > 0 {
				t.Errorf("the demo leaves files behind: %v, %v", files, err)
			}
		})
	}
}
