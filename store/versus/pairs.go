package versus

import (
	"slices"
	"testing"
	"time"
)

// pairs are what was measured in turn.
type pairs struct {
	ours, baseline []time.Duration
	ratios         []float64
}

func (p *pairs) add(ours, baseline time.Duration) {
	p.ours, p.baseline = append(p.ours, ours), append(p.baseline, baseline)
	p.ratios = append(p.ratios, float64(ours)/float64(max(baseline, 1)))
}

// report reports a percentile. Only in the middle do pairs belong together:
// among the slowest each has its own reason.
func report(b *testing.B, p pairs, percent int, suffix string) {
	ours, baseline := Percentile(p.ours, percent), Percentile(p.baseline, percent)
	ratio := float64(ours) / float64(max(baseline, 1))
	if percent == 50 {
		ratio = Percentile(p.ratios, percent)
	}
	b.ReportMetric(ms(ours), "ms"+suffix)
	b.ReportMetric(ms(baseline), "ms-baseline"+suffix)
	b.ReportMetric(ratio, "x"+suffix)
}

// Percentile returns the value that so many in a hundred do not exceed.
func Percentile[T time.Duration | float64](all []T, percent int) T {
	sorted := slices.Sorted(slices.Values(all))
	if len(sorted) == 0 {
		return 0
	}
	return sorted[(len(sorted)-1)*percent/100]
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
