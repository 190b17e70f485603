package inbox

import (
	"slices"
	"strings"
	"testing"
	"time"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
)

// The header shows when invitations came, as a count by the name of the month has it.
func TestTheHeaderShowsTheMonths(t *testing.T) {
	now := frametest.TestNow()
	want := map[string]int{}
	var rows []record.Row
	for i := range 900 {
		sent := now.Add(-time.Duration(i*i) * time.Hour / 20)
		row := record.Row{ID: "x", SentAt: sent, Direction: record.DirectionOf(i%5 == 0)}
		rows = append(rows, row)
		if i%5 != 0 {
			want[sent.In(now.Location()).Format("2006-01")]++
		}
	}
	rows = append(rows, record.Row{ID: "without a date"})
	var counts []int
	for back := monthsShown - 1; back >= 0; back-- {
		counts = append(counts, want[time.Date(now.Year(), now.Month()-time.Month(back), 1, 0, 0, 0, 0, time.UTC).Format("2006-01")])
	}
	if got := receivedByMonth(frametest.TableOf(rows), now); !slices.Equal(got, counts) || counts[0] == 0 {
		t.Errorf("%v, want %v", got, counts)
	}
	d := inboxDriver(t, 120, 40, frametest.WithLists())
	d.Wants("12 months ", " · 7 waiting")
	if line := strings.Split(d.Shows(), "\n")[0]; !strings.ContainsAny(line, "▁▂▃▄▅▆▇█") {
		t.Error(line)
	}
	d.Resize(90, 30)
	d.WantsNot("12 months")
}
