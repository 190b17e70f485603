package words

import (
	"testing"
	"time"

	"linkvet/tui/frame/frametest"
)

func TestParseSent(t *testing.T) {
	now := frametest.TestNow()
	for text, want := range map[string]string{
		"": "0001-01-01", "today": "2026-11-20", "Yesterday": "2026-11-19", "3 weeks ago": "2026-10-30",
		"a month ago": "2026-10-20", "2 years": "2024-11-20", "5 hours ago": "2026-11-20", "2026-11-01": "2026-11-01",
	} {
		got, err := ParseSent(text, now)
		if err != nil || got.Format(time.DateOnly) != want || got.After(now) {
			t.Errorf("ParseSent(%q) = %v, %v; want %s", text, got, err, want)
		}
	}
	for _, text := range []string{"soon", "2026-11-21", "2026-13-01", "tomorrow", "3"} {
		if got, err := ParseSent(text, now); err == nil {
			t.Errorf("ParseSent(%q) = %v, no error", text, got)
		}
	}
}
