package inbox

import (
	"time"

	"linkvet/store/list"
	"linkvet/store/quantity"
	"linkvet/tui/style"
)

// What the header shows of the months, where it has room.
const (
	monthsShown = 12
	monthsFrom  = 90 // columns
)

// receivedByMonth is how many came in each of the last months, this one last. Rows
// are newest first, so only as many are looked at as are as new as that.
func receivedByMonth(rows *list.Table, now time.Time) []int {
	counts := make([]int, monthsShown)
	year, month, _ := now.Date()
	at := monthsShown - 1
	begins := func(at int) int64 {
		return time.Date(year, month-time.Month(monthsShown-1-at), 1, 0, 0, 0, 0, now.Location()).Unix()
	}
	from := begins(at)
	for i := range rows.Len() {
		key := rows.Key(i)
		for key.Sent < from && at >= 0 {
			at--
			from = begins(at)
		}
		if at < 0 {
			break
		}
		if !key.Outgoing {
			counts[at]++
		}
	}
	return counts
}

// monthsNote is the months in the header; "" where there is no room or nothing came.
func (s *inbox) monthsNote() string {
	line := style.Sparkline(s.months)
	if line == "" || s.env.Width < monthsFrom {
		return ""
	}
	return quantity.Text("12 months %s · ", line)
}
