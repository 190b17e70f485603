package style

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"linkvet/store/quantity"
)

// Bars fit, keep to one place, show one of anything, and are as long as their
// numbers are beside each other.
func TestBars(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.IntRange(24, 200).Draw(t, "width")
		bars := make([]Bar, rapid.IntRange(1, 8).Draw(t, "bars"))
		for i := range bars {
			bars[i] = Bar{rapid.StringMatching(`[a-z陈]{0,40}`).Draw(t, "label"), rapid.IntRange(0, 2_000_000).Draw(t, "n")}
		}
		lines := Bars(bars, w, Ink{})
		begin := -1
		for i, line := range lines {
			if Width(line) > w {
				t.Fatalf("%q is wider than %d", line, w)
			}
			length := strings.Count(line, barFull)*2 + strings.Count(line, barHalf)
			if (length > 0) != (bars[i].N > 0) || !strings.Contains(line, quantity.Number(bars[i].N)) {
				t.Fatalf("%d is drawn as %q", bars[i].N, line)
			}
			for j := range lines[:i] {
				other := strings.Count(lines[j], barFull)*2 + strings.Count(lines[j], barHalf)
				if bars[i].N > bars[j].N && length < other {
					t.Fatalf("%q is shorter than %q", line, lines[j])
				}
			}
			if length > 0 {
				at := Width(line) - (length+1)/2
				if begin >= 0 && at != begin {
					t.Fatalf("%q begins elsewhere than another", line)
				}
				begin = at
			}
		}
	})
}

func TestSparkline(t *testing.T) {
	for want, numbers := range map[string][]int{"": {0, 0}, "_▁▄█": {0, 1, 50, 100}, "█": {7}} {
		if got := Sparkline(numbers); got != want {
			t.Errorf("%v is %q, want %q", numbers, got, want)
		}
	}
}

func TestProgressBar(t *testing.T) {
	for n, want := range map[[2]int]string{{0, 8}: "░░░░   0%", {4, 8}: "██░░  50%", {9, 8}: "████ 100%", {1, 0}: "░░░░   0%"} {
		if got := ProgressBar(n[0], n[1], 4); got != want {
			t.Errorf("%v is %q, want %q", n, got, want)
		}
	}
}
