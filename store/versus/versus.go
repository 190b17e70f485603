package versus

import (
	"fmt"
	"os"
	"runtime"
	"testing"
	"time"
)

// Side is one of the two things that are timed.
type Side struct {
	Before func() // makes it ready, which is not timed; may be nil
	Run    func()
}

// Do is a side that needs no making ready.
func Do(run func()) Side { return Side{Run: run} }

// What is quicker than this is run several times for one measurement, and what
// is quicker than thorough is not worth a garbage collection before it.
const (
	shortest = 5 * time.Millisecond
	thorough = 20 * time.Millisecond
)

// Run times ours and the baseline in turn, once for each iteration of the
// benchmark, and reports the medians in ms and the median of their ratios (x).
func Run(b *testing.B, ours, baseline Side) {
	b.Helper()
	mine, floor := newWatch(b, ours), newWatch(b, baseline)
	var both pairs
	for b.Loop() {
		both.add(mine.time(), floor.time())
	}
	b.ReportMetric(0, "ns/op")
	both.report(b)
}

// Tail is Run for what varies: each iteration times both sides so many times,
// one by one, and the 99th percentile is reported too.
func Tail(b *testing.B, times int, ours, baseline Side) {
	b.Helper()
	mine, floor := newWatch(b, ours), newWatch(b, baseline)
	mine.times, floor.times = 1, 1
	var both pairs
	for b.Loop() {
		for range times {
			both.add(mine.time(), floor.time())
		}
	}
	Report(b, "ms", both.ours, both.baseline, "p99")
}

// Alone times one thing and reports the median in ms.
func Alone(b *testing.B, ours Side) {
	b.Helper()
	mine := newWatch(b, ours)
	var took []float64
	for b.Loop() {
		took = append(took, Milliseconds(mine.time()))
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(Percentile(took, 50), "ms")
}

// most is the variable that switches the largest size on.
const most = "LINKVET_BENCH_MOST"

// Sizes runs a benchmark of growth for each number of invitations. What
// is near the most that an archive may hold takes minutes, so it is only among
// them when LINKVET_BENCH_MOST is set.
func Sizes(b *testing.B, run func(b *testing.B, n int)) {
	b.Helper()
	sizes := []int{1_000, 10_000, 100_000}
	if os.Getenv(most) != "" {
		sizes = append(sizes, 400_000)
	}
	for _, n := range sizes {
		b.Run(fmt.Sprintf("rows=%d", n), func(b *testing.B) { run(b, n) })
	}
}

// watch times one side.
type watch struct {
	b       *testing.B
	side    Side
	times   int // how often it is run for one measurement
	collect bool
}

// newWatch runs a side once to see how quick it is, unless it must be made
// ready first: then it is not quick.
func newWatch(b *testing.B, side Side) *watch {
	b.Helper()
	w := &watch{b: b, side: side, times: 1, collect: true}
	if side.Before != nil {
		return w
	}
	side.Run() // cold
	from := b.Elapsed()
	side.Run()
	took := b.Elapsed() - from
	w.times += int(shortest / max(took, time.Nanosecond))
	w.collect = took >= thorough
	return w
}

// time measures once. The other side's garbage must not count for this one, and
// the benchmark's own clock is the only one that is looked at.
func (w *watch) time() time.Duration {
	w.b.StopTimer()
	if w.side.Before != nil {
		w.side.Before()
	}
	if w.collect {
		runtime.GC()
	}
	w.b.StartTimer()
	from := w.b.Elapsed()
	for range w.times {
		w.side.Run()
	}
	return (w.b.Elapsed() - from) / time.Duration(w.times)
}
