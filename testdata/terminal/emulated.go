//go:build unix

package terminal

import (
	"image/color"
	"io"
	"strings"
	"time"

	"github.com/charmbracelet/x/vt"
)

// restsAfter is how long nothing is written before a screen is taken for done.
const restsAfter = 60 * time.Millisecond

// emulate draws what the program writes, and answers what it asks, as a dark
// terminal does.
func (p *Program) emulate(columns, rows int) {
	p.screen = vt.NewEmulator(columns, rows)
	p.screen.SetDefaultBackgroundColor(color.RGBA{0x16, 0x16, 0x1e, 0xff})
	p.keyboard.listen(p.screen)
	go func() { _, _ = io.Copy(p.tty, p.screen) }()
}

// Screen returns the rows of the terminal as they are now, without spaces at their
// ends.
func (p *Program) Screen() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	rows := strings.Split(p.screen.String(), "\n")
	for i, row := range rows {
		rows[i] = strings.TrimRight(row, " \r")
	}
	return rows
}

// Colors returns every color that a text on the screen is drawn in.
func (p *Program) Colors() []color.Color {
	p.mu.Lock()
	defer p.mu.Unlock()
	var all []color.Color
	for y := range p.screen.Height() {
		for x := range p.screen.Width() {
			if c := p.screen.CellAt(x, y); c != nil && c.Style.Fg != nil {
				all = append(all, c.Style.Fg)
			}
		}
	}
	return all
}

// Shows waits until the screen has all the words and rests.
func (p *Program) Shows(words ...string) {
	p.tb.Helper()
	deadline := time.After(longestWait)
	for {
		shown := strings.Join(p.Screen(), "\n")
		missing := ""
		for _, word := range words {
			if !strings.Contains(shown, word) {
				missing = word
			}
		}
		wait := longestWait
		if missing == "" {
			wait = restsAfter
		}
		select {
		case <-p.wrote:
		case <-p.ended:
			if missing != "" {
				p.tb.Fatalf("the program ended (%v) before it showed %q:\n%s", p.err, missing, shown)
			}
			return
		case <-time.After(wait):
			if missing == "" {
				return
			}
		case <-deadline:
			p.tb.Fatalf("the screen never showed %q:\n%s", missing, shown)
		}
	}
}
