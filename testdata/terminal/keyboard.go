//go:build unix

package terminal

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// keyboard is how an emulated terminal reports keys. With kitty's protocol it does
// so as the program asked for on the screen that is shown, each screen having a
// stack of what was asked for: https://sw.kovidgoyal.net/kitty/keyboard-protocol
type keyboard struct {
	speaks bool // kitty's protocol
	alt    bool // the alternate screen is shown
	asked  [2][]int
}

// screen is the number of the screen that is shown in keyboard.asked.
func (k *keyboard) screen() int {
	if k.alt {
		return 1
	}
	return 0
}

// flags are what is asked for on the screen that is shown.
func (k *keyboard) flags() int {
	if asked := k.asked[k.screen()]; len(asked) > 0 {
		return asked[len(asked)-1]
	}
	return 0
}

// listen has the keyboard follow what is asked for.
func (k *keyboard) listen(e *vt.Emulator) {
	e.SetCallbacks(vt.Callbacks{AltScreen: func(on bool) { k.alt = on }})
	if !k.speaks {
		return
	}
	on := func(prefix byte, do func(n, mode int)) {
		e.RegisterCsiHandler(ansi.Command(prefix, 0, 'u'), func(params ansi.Params) bool {
			n, _, _ := params.Param(0, 0)
			mode, _, _ := params.Param(1, 1)
			do(n, mode)
			return true
		})
	}
	on('>', func(flags, _ int) { k.asked[k.screen()] = append(k.asked[k.screen()], flags) })
	on('<', func(n, _ int) {
		asked := k.asked[k.screen()]
		k.asked[k.screen()] = asked[:max(len(asked)-max(n, 1), 0)]
	})
	on('=', func(flags, _ int) {
		asked := k.asked[k.screen()]
		k.asked[k.screen()] = append(asked[:max(len(asked)-1, 0)], flags)
	})
	on('?', func(int, int) { _, _ = fmt.Fprintf(e.InputPipe(), "\x1b[?%du", k.flags()) })
}

// Asked is what programs have asked of the keyboard on the main and on the
// alternate screen and not yet taken back, the last one last.
func (p *Program) Asked() (main, alternate []int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.keyboard.asked[0]), slices.Clone(p.keyboard.asked[1])
}

// codes are the numbers that kitty's protocol has for keys with a name, and what
// other terminals send for them.
var codes = map[string]struct {
	code int
	sent string
}{
	"enter": {13, "\r"}, "kpenter": {57414, "\r"}, "tab": {9, "\t"}, "esc": {27, "\x1b"}, "backspace": {127, "\x7f"}, "space": {32, " "},
	"kp1": {57400, "1"}, "kpdown": {57420, "\x1b[B"},
}

// Stroke presses and lets go of keys, such as a, ctrl+o, shift+enter or down, as a
// keyboard does of which the terminal reports what was asked for. One that speaks
// kitty's protocol also tells when a key is let go, whether it was asked for or
// not. Words are pressed letter by letter.
func (p *Program) Stroke(keys ...string) {
	p.tb.Helper()
	p.forget()
	for _, key := range keys {
		if p.stroke(key) {
			continue
		}
		for _, r := range key {
			p.stroke(string(r))
		}
	}
}

// stroke is Stroke for one key; false for what is a word.
func (p *Program) stroke(key string) bool {
	p.mu.Lock()
	sent, named := p.keyboard.report(key)
	p.mu.Unlock()
	p.Send(sent)
	return named
}

// report is what is sent for a key; not named where that is a word.
func (k *keyboard) report(key string) (sent string, named bool) {
	name, mods := key, 1
	for prefix, bit := range map[string]int{"shift+": 1, "ctrl+": 4} {
		if rest, ok := strings.CutPrefix(name, prefix); ok && rest != "" {
			name, mods = rest, mods+bit
		}
	}
	if at := slices.Index([]string{"up", "down", "right", "left"}, name); at >= 0 {
		arrow := string(rune('A' + at))
		if mods > 1 {
			arrow = fmt.Sprintf("1;%d%s", mods, arrow)
		}
		return "\x1b[" + arrow + k.letGo(fmt.Sprintf("1;%d:3%c", mods, 'A'+at)), true
	}
	known, ok := codes[name]
	r, n := utf8.DecodeRuneInString(name)
	if !ok && n != len(name) {
		return "", false
	}
	if !ok {
		known.code, known.sent = int(unicode.ToLower(r)), name
		if mods > 4 {
			known.sent = string(r & 0x1f)
		}
	}
	if key == "shift+tab" {
		known.sent = "\x1b[Z"
	}
	text := !ok || name == "space"
	legacy := []string{"enter", "tab", "backspace"}
	if k.flags()&ansi.KittyDisambiguateEscapeCodes != 0 && (mods > 2 || mods > 1 && !text || !text && !slices.Contains(legacy, name)) {
		known.sent = fmt.Sprintf("\x1b[%d;%du", known.code, mods)
	}
	return known.sent + k.letGo(fmt.Sprintf("%d;%d:3u", known.code, mods)), true
}

// letGo is how the end of a key is told.
func (k *keyboard) letGo(how string) string {
	if !k.speaks {
		return ""
	}
	return "\x1b[" + how
}

// Asks writes to the terminal as the program before this one would, such as a
// shell that asks for keys of its own.
func (p *Program) Asks(escape string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	_, _ = io.WriteString(p.screen, escape)
}
