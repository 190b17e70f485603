package vetting

import (
	"strings"
	"testing"
)

// A page does not jump when the first sign is ticked.
func TestTickingMovesNoRow(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {80, 22}, {100, 30}, {120, 40}, {70, 24}} {
		d, _ := strangers(t, size[0], size[1], "n", "3", "y")
		before := strings.Split(d.Shows(), "\n")
		d.Press("down", "space", "up")
		after := strings.Split(d.Shows(), "\n")
		where := func(lines []string) (at []int) {
			for i, line := range lines {
				for _, box := range []string{"[ ]", "[✔]"} {
					if strings.Contains(line, box) {
						at = append(at, i)
					}
				}
			}
			return at
		}
		if a, b := where(before), where(after); len(a) != len(b) || a[0] != b[0] {
			t.Errorf("%dx%d: signs stood in %v, now in %v\n%s\n%s", size[0], size[1], a, b, strings.Join(before, "\n"), strings.Join(after, "\n"))
		}
	}
}
