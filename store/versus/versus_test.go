package versus

import (
	"flag"
	"strings"
	"testing"
)

func TestPercentile(t *testing.T) {
	all := []float64{5, 1, 4, 2, 3}
	for percent, want := range map[int]float64{0: 1, 50: 3, 99: 4, 100: 5} {
		if got := Percentile(all, percent); got != want {
			t.Errorf("%d in a hundred: %v, want %v", percent, got, want)
		}
	}
	if all[0] != 5 {
		t.Error("the list was sorted in place")
	}
}

// Both sides run as often, in turn, each made ready before.
func TestRunTakesTurns(t *testing.T) {
	if err := flag.Set("test.benchtime", "3x"); err != nil {
		t.Fatal(err)
	}
	order := ""
	side := func(name string) Side {
		return Side{Before: func() { order += "(" }, Run: func() { order += name + ")" }}
	}
	result := testing.Benchmark(func(b *testing.B) {
		order = ""
		Run(b, side("ours"), side("least"))
	})
	if order != strings.Repeat("(ours)(least)", 3) {
		t.Errorf("run in the order %q", order)
	}
	if result.Extra["x"] <= 0 || result.Extra["ms"] <= 0 || result.Extra["ms-baseline"] <= 0 {
		t.Errorf("reported: %v", result.Extra)
	}
}
