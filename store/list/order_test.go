package list

import (
	"slices"
	"strings"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store/record"
)

// Every order leaves at the end, both ways, what it does not know.
func TestOrders(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2026, 7, n, 0, 0, 0, 0, time.UTC) }
	rows := []record.Row{
		{ID: "a", Name: "Émile", Company: "Zeta", SentAt: day(1), LaterUntil: record.DayIn(day(9)), Recommendation: advisor.Decline, Answered: 1, Status: record.StatusLater},
		{ID: "b"},
		{ID: "c", Name: "dora", Company: "alpha", SentAt: day(3), LaterUntil: record.DayIn(day(8)), Recommendation: advisor.Accept, Answered: 5, Status: record.StatusWaiting},
	}
	for by, want := range map[string]string{
		"sent_at": "cab", "-sent_at": "acb", "name": "cab", "-name": "acb", "company": "cab", "later_until": "cab", "-later_until": "acb",
		"recommendation": "cab", "-recommendation": "acb", "answered": "cab", "-answered": "bac", "decision": "abc", "changed_at": "abc",
	} {
		order, err := ParseOrder(by)
		if err != nil {
			t.Fatal(err)
		}
		sorted := slices.Clone(rows)
		slices.SortStableFunc(sorted, func(a, b record.Row) int { return order(&a, &b) })
		if got := sorted[0].ID + sorted[1].ID + sorted[2].ID; got != want {
			t.Errorf("by %s they are %s, want %s", by, got, want)
		}
	}
	for _, name := range Sortings() {
		if _, err := ParseOrder(name); err != nil {
			t.Error(err)
		}
	}
	if _, err := ParseOrder("luck"); err == nil || !strings.Contains(err.Error(), "allowed: sent_at") {
		t.Errorf("sorting by luck: %v", err)
	}
}
