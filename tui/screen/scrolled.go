package screen

import (
	"strings"

	"linkvet/store/quantity"
	"linkvet/tui/keys"
)

// Scrolled draws as much of a text as there are rows, from where it is scrolled
// to, with a last row that says how much more there is.
func (e *Env) Scrolled(lines []string, top, h int) string {
	top = max(min(top, len(lines)-h), 0)
	shown := append([]string(nil), lines[top:min(top+h, len(lines))]...)
	if more := len(lines) - top - h; more > 0 && h > 1 {
		shown[h-1] = e.Styles.Muted.Render(quantity.Sentence(more+1, "↓ %d more line (%s, %s)", "↓ %d more lines (%s, %s)", e.KeyFor(keys.Down), e.KeyFor(keys.PageDown)))
	}
	return strings.Join(shown, "\n")
}
