//go:build unix

package main

import (
	"image/color"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"linkvet/testdata/terminal"
)

// emulated starts the demo in an emulated terminal.
func emulated(t *testing.T, columns, rows uint16, env ...string) *terminal.Program {
	t.Helper()
	cmd := linkvet(t.TempDir(), "demo")
	cmd.Env = append(cmd.Env, env...)
	return terminal.Start(t, cmd, terminal.Options{Columns: columns, Rows: rows, Emulated: true})
}

// In every kind of terminal the list is drawn, in no more colors than the terminal
// has, and after the end nothing is left on it: no frame, and no answer to a query.
func TestKindsOfTerminals(t *testing.T) {
	for _, c := range []struct {
		name  string
		env   []string
		fewer func(color.Color) bool // reports a color that the terminal does not have
	}{
		{"tmux", []string{"TERM=tmux-256color", "TMUX=/tmp/x,1,0"}, isRGB},
		{"screen", []string{"TERM=screen"}, isRGB},
		{"the Linux console", []string{"TERM=linux", "LANG=C.UTF-8"}, beyondSixteen},
		{"a terminal of 16 colors", []string{"TERM=xterm-16color"}, beyondSixteen},
		{"a terminal of 256 colors", []string{"TERM=xterm-256color"}, isRGB},
		{"over SSH", []string{"TERM=xterm-256color", "SSH_CONNECTION=192.0.2.1 50000 192.0.2.2 22", "SSH_TTY=/dev/pts/0"}, isRGB},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := emulated(t, 100, 30, c.env...)
			p.Shows("Mira Solberg", "陈思雨", "│")
			if colors := p.Colors(); slices.ContainsFunc(colors, c.fewer) {
				t.Errorf("it is drawn in %v", colors[slices.IndexFunc(colors, c.fewer)])
			}
			for at, row := range p.Screen() {
				if n := ansi.StringWidth(row); n > 100 {
					t.Errorf("row %d is %d wide: %q", at, n, row)
				}
			}
			p.Type("q")
			if err := p.End(); err != nil {
				t.Error(err)
			}
			if left := strings.TrimSpace(strings.Join(p.Screen(), "\n")); left != "" {
				t.Errorf("it leaves %q on the terminal", left)
			}
		})
	}
}

func isRGB(c color.Color) bool {
	_, rgb := c.(color.RGBA)
	return rgb
}

func beyondSixteen(c color.Color) bool {
	_, basic := c.(ansi.BasicColor)
	return !basic
}

// Where the locale is not UTF-8, all is drawn in ASCII.
func TestOtherLocalesGetASCII(t *testing.T) {
	p := emulated(t, 100, 30, "LC_ALL=C")
	p.Shows("Mira Solberg", "|")
	p.Type("s")
	p.Shows("Settings", "> Profile")
	for _, row := range p.Screen() {
		if strings.IndexFunc(row, func(r rune) bool { return r > '~' }) >= 0 {
			t.Errorf("%q", row)
		}
	}
}

// Whatever sizes a window had before, it shows what one of its size shows.
func TestResizeLeavesNoGhosts(t *testing.T) {
	fresh := emulated(t, 120, 36)
	fresh.Shows("Mira Solberg", "Jo Abernathy")
	want := fresh.Screen()
	p := emulated(t, 80, 24)
	p.Shows("Mira Solberg")
	for _, size := range [][2]uint16{{60, 15}, {160, 50}, {40, 12}, {20, 5}, {120, 36}} {
		p.Resize(size[0], size[1])
		if size[0] >= 60 {
			p.Shows("Mira Solberg")
		}
	}
	p.Shows("Jo Abernathy")
	if got := p.Screen(); !slices.Equal(got, want) {
		t.Errorf("it shows\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// In a small window the list can still be read, and below that a card says what to
// do.
func TestSmallWindows(t *testing.T) {
	p := emulated(t, 60, 15)
	p.Shows("Mira Solberg", "? keys")
	p.Resize(40, 12)
	p.Shows("Mira Solberg", "? keys")
	p.Resize(30, 8)
	p.Shows("Make it larger", "Everything is")
}

// What the terminal answers comes to the program that asked, and not to the shell
// after it, however soon that one is left.
func TestRepliesNeverReachTheShell(t *testing.T) {
	for _, kitty := range []bool{false, true} {
		p := inShell(t, t.TempDir(), terminal.Options{Columns: 100, Rows: 30, Emulated: true, Kitty: kitty})
		p.Type("./linkvet demo\n")
		p.Until(enterScreen) // its queries are out, and the answers on their way
		p.Type("\x03")
		p.Reads("ready>")
		p.Type("echo all $((1+1)) quiet\n")
		p.Shows("all 2 quiet")
		p.Type("exit\n")
		if err := p.End(); err != nil {
			t.Error(err)
		}
		for _, row := range p.Screen() {
			if strings.Contains(row, "rgb:") || strings.Contains(row, "^[") || strings.Contains(row, "[?") || strings.Contains(row, ";1R") || strings.Contains(row, "not found") {
				t.Errorf("kitty %v: the shell has %q:\n%s", kitty, row, strings.Join(p.Screen(), "\n"))
			}
		}
	}
}
