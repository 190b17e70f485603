//go:build unix

package terminal

import (
	"bytes"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// redrawAfter is after what time without a change the screen is asked to be
// drawn again, with ctrl+l: only what changes is written, so that a text may
// have come in pieces. Each time takes twice as long, for a program that is busy.
const redrawAfter = 300 * time.Millisecond

// Type presses keys.
func (p *Program) Type(keys string) {
	p.tb.Helper()
	p.forget()
	if _, err := p.tty.WriteString(keys); err != nil {
		p.tb.Fatal(err)
	}
}

// pageTime is a little longer than the program takes no answer on a page that came
// by itself.
const pageTime = 800 * time.Millisecond

// Look lets as much time pass as a page that came by itself needs to be seen. It is
// the program's own clock that is waited for, so nothing on the screen tells.
func (p *Program) Look() { time.Sleep(pageTime) }

// Press presses keys and waits until the screen shows the words.
func (p *Program) Press(keys string, words ...string) {
	p.tb.Helper()
	p.Type(keys)
	p.Sees(words...)
}

// Sees waits until the words have been drawn since the last key. Spaces do not
// count, because the terminal may be told to move instead of being sent them.
func (p *Program) Sees(words ...string) {
	p.tb.Helper()
	p.wait(words, redrawAfter)
}

// Reads is Sees for a program such as a shell, which writes everything once and
// takes ctrl+l for a character.
func (p *Program) Reads(words ...string) {
	p.tb.Helper()
	p.wait(words, 2*longestWait)
}

// wait waits until words are shown, and asks for them again after a pause.
func (p *Program) wait(words []string, pause time.Duration) {
	p.tb.Helper()
	deadline := time.After(longestWait)
	redraw := time.NewTimer(pause)
	defer redraw.Stop()
	for {
		missing := p.missing(words)
		if missing == "" {
			return
		}
		select {
		case <-p.wrote:
			redraw.Reset(pause)
		case <-p.ended:
			if missing := p.missing(words); missing != "" {
				p.tb.Fatalf("the program ended (%v) before it showed %q: …%q", p.err, missing, p.shown(600))
			}
			return
		case <-redraw.C:
			_, _ = p.tty.WriteString("\x0c")
			pause *= 2
			redraw.Reset(pause)
		case <-deadline:
			p.tb.Fatalf("the screen never showed %q: …%q", missing, p.shown(600))
		}
	}
}

func (p *Program) missing(words []string) string {
	shown := p.shown(0)
	for _, word := range words {
		if !bytes.Contains(shown, bytes.ReplaceAll([]byte(word), []byte(" "), nil)) {
			return word
		}
	}
	return ""
}

// shown is what was drawn since the last key, without escape codes and spaces:
// the last bytes of it, or all.
func (p *Program) shown(last int) []byte {
	p.mu.Lock()
	defer p.mu.Unlock()
	shown := bytes.ReplaceAll([]byte(ansi.Strip(string(p.written[p.from:]))), []byte(" "), nil)
	if last > 0 {
		shown = shown[max(len(shown)-last, 0):]
	}
	return shown
}

// Until waits for text as it is written, without having it drawn again, and
// returns the time since the start.
func (p *Program) Until(text string) time.Duration {
	p.tb.Helper()
	deadline := time.After(longestWait)
	for {
		p.mu.Lock()
		found, last := bytes.Contains(p.written, []byte(text)), p.last
		p.mu.Unlock()
		if found {
			return last.Sub(p.started)
		}
		select {
		case <-p.wrote:
		case <-deadline:
			p.tb.Fatalf("%q never showed: %q", text, p.Written())
		}
	}
}

// Key presses a key and returns the time until the screen last changed for it,
// and how many bytes were written meanwhile. The screen is done with the key
// when nothing is written for so long (rest).
func (p *Program) Key(key string, rest time.Duration) (took time.Duration, size int) {
	p.tb.Helper()
	before := p.Size()
	select {
	case <-p.wrote:
	default:
	}
	sent := time.Now()
	p.Type(key)
	wait := time.NewTimer(2 * time.Second)
	for {
		select {
		case <-p.wrote:
			wait.Reset(rest)
		case <-wait.C:
			p.mu.Lock()
			defer p.mu.Unlock()
			if len(p.written) == before {
				p.tb.Fatalf("key %q changed nothing", key)
			}
			return p.last.Sub(sent), len(p.written) - before
		}
	}
}

// Size is how many bytes were written so far.
func (p *Program) Size() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.written)
}
