package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
	"unicode"

	"linkvet/advisor"
	"linkvet/store/fault"
	"linkvet/store/record"
)

// demoRows opens the demo on a day that stands still and returns its rows.
func demoRows(t *testing.T) []record.Row {
	t.Helper()
	now := time.Date(2026, 7, 14, 12, 0, 0, 0, time.UTC)
	a := &app{now: func() time.Time { return now }}
	t.Cleanup(a.cleanUp)
	s, settings, err := a.openDemo()
	if err != nil {
		t.Fatal(err)
	}
	if err := settings.Profile().Validate(); err != nil {
		t.Errorf("the demo's profile: %v", err)
	}
	table, err := s.Table(context.Background(), -1)
	if err != nil {
		t.Fatal(err)
	}
	rows := make([]record.Row, table.Len())
	for i := range rows {
		rows[i] = table.At(i)
	}
	return rows
}

func TestDemoShowsEverythingThereIsToSee(t *testing.T) {
	rows := demoRows(t)
	seen := map[string]int{}
	for _, row := range rows {
		seen["recommendation "+row.Recommendation.String()]++
		seen["status "+string(row.Status)]++
		if row.Recommendation != 0 && row.Decision == "" {
			seen["open "+row.Recommendation.String()]++
		}
		if row.Status == record.StatusWaiting && row.Answered == 0 {
			seen["unanswered"]++
		}
		if row.Decision == record.Accepted && row.Recommendation > advisor.ReviewAndAcceptIfRelevant {
			seen["decided against the advice"]++
		}
		for _, r := range row.Note {
			if unicode.Is(unicode.Han, r) || unicode.Is(unicode.Arabic, r) {
				seen["note in another script"]++
				break
			}
		}
		if row.Note != "" && row.Note[0] == '=' {
			seen["hostile note"]++
		}
		if row.SentAt.IsZero() && row.Reach != record.ReachThinking || row.SentAt.After(time.Date(2026, 7, 14, 12, 0, 0, 0, time.UTC)) {
			t.Errorf("%s was sent %v", row.Name, row.SentAt)
		}
	}
	want := []string{
		"status waiting", "status later", "status decided", "status outgoing", "unanswered", "decided against the advice",
		"note in another script", "hostile note",
	}
	for _, r := range advisor.Recommendations() {
		want = append(want, "recommendation "+r.String())
	}
	for _, what := range want {
		if seen[what] == 0 {
			t.Errorf("the demo has no %s", what)
		}
	}
	if len(rows) < 20 || len(rows) > 35 {
		t.Errorf("the demo has %d invitations", len(rows))
	}
}

func TestDemoLeavesNothingBehind(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TMP", temp)
	a := &app{now: time.Now}
	s, settings, err := a.openDemo()
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Dir(filepath.Dir(s.(storage).Path())) != temp {
		t.Errorf("the demo's store is %s, not under %s", s.(storage).Path(), temp)
	}
	if err := settings.SaveProfile(advisor.Profile{Usage: "light"}); err != nil || settings.Profile().Usage != "light" {
		t.Errorf("the demo's profile does not last as long as the demo: %v", err)
	}
	a.cleanUp()
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// What the demo was filled with is no step that a person could take back.
func TestDemoBeginsWithNothingToUndo(t *testing.T) {
	a := &app{now: time.Now}
	t.Cleanup(a.cleanUp)
	s, _, err := a.openDemo()
	if err != nil {
		t.Fatal(err)
	}
	if change, err := s.Undo(); !errors.Is(err, fault.ErrNothing) {
		t.Errorf("undo takes %q back: %v", change.Words, err)
	}
}
