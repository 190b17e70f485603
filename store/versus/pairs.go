package versus

import (
	"slices"
	"testing"
	"time"
)

// pairs are what was measured in turn.
type pairs struct {
	ours, baseline []float64 // in ms
	ratios         []float64
}

func (p *pairs) add(ours, baseline time.Duration) {
	p.ours, p.baseline = append(p.ours, Milliseconds(ours)), append(p.baseline, Milliseconds(baseline))
	p.ratios = append(p.ratios, float64(ours)/float64(max(baseline, 1)))
}

// report reports the medians and the median of the ratios.
func (p *pairs) report(b *testing.B) {
	b.ReportMetric(Percentile(p.ours, 50), "ms")
	b.ReportMetric(Percentile(p.baseline, 50), "ms-baseline")
	b.ReportMetric(Percentile(p.ratios, 50), "x")
}

// Report reports the medians of what was measured otherwise, in a unit, and how
// many times the baseline ours are, if there is one; and the same of the
// percentiles p95 or p99. Their ratio is that of the percentiles, because the
// slowest of both sides do not belong together.
func Report(b *testing.B, unit string, ours, baseline []float64, percentiles ...string) {
	b.Helper()
	b.ReportMetric(0, "ns/op")
	for _, at := range append([]string{""}, percentiles...) {
		percent := map[string]int{"": 50, "p95": 95, "p99": 99}[at]
		if at != "" {
			at = "-" + at
		}
		mine, floor := Percentile(ours, percent), Percentile(baseline, percent)
		b.ReportMetric(mine, unit+at)
		if len(baseline) > 0 {
			b.ReportMetric(floor, unit+"-baseline"+at)
		}
		if floor > 0 {
			b.ReportMetric(mine/floor, "x"+at)
		}
	}
}

// Percentile returns the value that so many in a hundred do not exceed.
func Percentile(all []float64, percent int) float64 {
	sorted := slices.Sorted(slices.Values(all))
	if len(sorted) == 0 {
		return 0
	}
	return sorted[(len(sorted)-1)*percent/100]
}

// Milliseconds is a time as it is reported.
func Milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
