package tui

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestFitIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-zžß李한👩🚀ם\x{0301} -]{0,40}`).Draw(t, "text")
		w := rapid.IntRange(0, 60).Draw(t, "w")
		if got := fit(text, w); ansi.StringWidth(got) != w {
			t.Fatalf("fit(%q, %d) = %q, %d columns wide", text, w, got, ansi.StringWidth(got))
		}
		if got := fitRight(text, w); ansi.StringWidth(got) != w {
			t.Fatalf("fitRight(%q, %d) = %q", text, w, got)
		}
	})
}

// The quick way to count agrees with the thorough one wherever it judges at all.
func TestPlainWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`([a-zA-Zžß…·│─›✓»↑↓→←✔●◐○✕■‹“”▏ -]|\x1b\[[0-9;]{0,6}m|李|👩|\x{0301}|\x{200d}|\x1b\[2K){0,30}`).Draw(t, "text")
		if n, ok := plainWidth(text); ok && n != ansi.StringWidth(text) {
			t.Fatalf("plainWidth(%q) = %d, want %d", text, n, ansi.StringWidth(text))
		}
	})
}

func TestWrapKeepsTheWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-zžß李한👩🚀ם\x{0301} \n-]{0,80}`).Draw(t, "text")
		w := rapid.IntRange(4, 60).Draw(t, "w")
		for _, line := range wrap(text, w) {
			if ansi.StringWidth(line) > w {
				t.Fatalf("wrap(%q, %d) has the line %q", text, w, line)
			}
		}
	})
}

func TestSimpleEmoji(t *testing.T) {
	for _, c := range [][2]string{
		{"plain", "plain"},
		{"☀️ Reyes", "☀ Reyes"},
		{"👩‍💻 codes", "👩 codes"},
		{"👍🏽👍", "👍👍"},
		{"👨‍👩‍👧‍👦 family", "👨 family"},
		{"می\u200cخواهم", "می\u200cخواهم"},
		{"क्\u200dष", "क्\u200dष"},
	} {
		if got := simpleEmoji(c[0]); got != c[1] {
			t.Errorf("simpleEmoji(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

func TestAge(t *testing.T) {
	now := testNow()
	for _, c := range []struct {
		ago  time.Duration
		want string
	}{
		{0, "now"}, {5 * time.Hour, "5 h"}, {26 * time.Hour, "1 d"}, {15 * 24 * time.Hour, "2 wk"},
		{100 * 24 * time.Hour, "3 mo"}, {800 * 24 * time.Hour, "2 yr"},
	} {
		if got := age(now.Add(-c.ago), now); got != c.want {
			t.Errorf("age %v = %q, want %q", c.ago, got, c.want)
		}
	}
	if got := age(time.Time{}, now); got != "" {
		t.Errorf("an unknown time has the age %q", got)
	}
}

func TestThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567", -1000: "-1,000", -999: "-999"} {
		if got := thousands(n); got != want {
			t.Errorf("thousands(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestParseSent(t *testing.T) {
	now := testNow()
	for text, want := range map[string]string{
		"": "0001-01-01", "today": "2026-11-20", "Yesterday": "2026-11-19", "3 weeks ago": "2026-10-30",
		"a month ago": "2026-10-20", "2 years": "2024-11-20", "5 hours ago": "2026-11-20", "2026-11-01": "2026-11-01",
	} {
		got, err := parseSent(text, now)
		if err != nil || got.Format(time.DateOnly) != want || got.After(now) {
			t.Errorf("parseSent(%q) = %v, %v; want %s", text, got, err, want)
		}
	}
	for _, text := range []string{"soon", "2026-11-21", "2026-13-01", "tomorrow", "3"} {
		if got, err := parseSent(text, now); err == nil {
			t.Errorf("parseSent(%q) = %v, no error", text, got)
		}
	}
}

func TestCursorStaysInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := listActions()
		c := cursor{}
		for range rapid.IntRange(1, 60).Draw(t, "moves") {
			n := rapid.IntRange(0, 40).Draw(t, "n")
			h := rapid.IntRange(0, 12).Draw(t, "h")
			c.move(ids[rapid.IntRange(0, len(ids)-1).Draw(t, "id")], n, h)
			if c.at < 0 || n > 0 && c.at >= n || c.top < 0 || c.at < c.top || h > 0 && c.at >= c.top+h {
				t.Fatalf("cursor %+v in %d rows of which %d show", c, n, h)
			}
		}
	})
}

// A style within another does not end it: the marked row is marked to its end,
// also behind what a filter found.
func TestStylesNest(t *testing.T) {
	st := newStyles(ThemeDark, backgroundDark)
	line := st.Selected.Render("Nancy " + st.Match.Render("Martin") + " new")
	inside := strings.TrimSuffix(strings.TrimPrefix(line, st.Selected.open), st.Selected.close)
	pieces := strings.Split(inside, st.Match.close)
	if len(pieces) != 2 || pieces[0] != "Nancy "+st.Match.open+"Martin" || pieces[1] != st.Selected.open+" new" {
		t.Errorf("drawn as %q", line)
	}
}
