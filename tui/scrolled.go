package tui

import (
	"fmt"
	"strings"
)

// scrolled draws as much of a text as there are rows, from where it is scrolled
// to, with a last row that says how much more there is.
func (e *env) scrolled(lines []string, top, h int) string {
	top = max(min(top, len(lines)-h), 0)
	shown := append([]string(nil), lines[top:min(top+h, len(lines))]...)
	if more := len(lines) - top - h; more > 0 && h > 1 {
		shown[h-1] = e.styles.Muted.Render(fmt.Sprintf("↓ %s (%s, %s)", count(more+1, "more line", "more lines"), e.keyFor(actDown), e.keyFor(actPageDown)))
	}
	return strings.Join(shown, "\n")
}
