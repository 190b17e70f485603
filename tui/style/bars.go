package style

import (
	"fmt"
	"math"
	"strings"

	"linkvet/store/quantity"
)

// Bar is a number with its name, to be drawn.
type Bar struct {
	Label string
	N     int
}

// Signs that bars are drawn with, all one column wide.
const (
	barFull  = "━"
	barHalf  = "╸"
	barSteps = "▁▂▃▄▅▆▇█"

	progressFull, progressLeft = "█", "░"
)

// Most columns of a bar and of its name: longer ones are harder to compare and to
// find again.
const (
	longestBar   = 60
	longestLabel = 34
	barGap       = 2 // blanks before and behind the number
)

// Bars draws numbers as bars in w columns, with the names before and the numbers
// behind them, in ink.
func Bars(bars []Bar, w int, ink Ink) []string {
	most, label, number := 1, 0, 0
	for _, b := range bars {
		most = max(most, b.N)
		label = max(label, Width(b.Label))
		number = max(number, len(quantity.Number(b.N)))
	}
	label = min(label, longestLabel, max(w-number-2*barGap-w/4, 1)) // a quarter at least is for bars
	room := max(min(w-label-number-2*barGap, longestBar), 1)
	lines := make([]string, len(bars))
	for i, b := range bars {
		lines[i] = Fit(b.Label, label) + Spaces(barGap) + FitRight(quantity.Number(b.N), number) + Spaces(barGap) + ink.Render(barOf(b.N, most, room))
	}
	return lines
}

// barOf is a bar for n where most takes all of w columns. One of anything is seen.
func barOf(n, most, w int) string {
	halves := int(math.Round(float64(2*w*n) / float64(most)))
	if n > 0 {
		halves = max(halves, 1)
	}
	return strings.Repeat(barFull, halves/2) + strings.Repeat(barHalf, halves%2)
}

// Sparkline draws numbers in one column each, as high as they are beside the most
// of them, low for none; nothing where all are 0.
func Sparkline(numbers []int) string {
	most := 0
	for _, n := range numbers {
		most = max(most, n)
	}
	if most == 0 {
		return ""
	}
	steps := []rune(barSteps)
	var b strings.Builder
	for _, n := range numbers {
		if n == 0 {
			b.WriteByte('_')
			continue
		}
		b.WriteRune(steps[(n*len(steps)-1)/most])
	}
	return b.String()
}

// ProgressBar draws how much of some work is done in w columns, with the share in
// figures behind them.
func ProgressBar(done, total, w int) string {
	full := w * min(done, total) / max(total, 1)
	return strings.Repeat(progressFull, full) + strings.Repeat(progressLeft, w-full) + fmt.Sprintf(" %3d%%", 100*min(done, total)/max(total, 1))
}
