package style_test

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/style"
)

func TestFitIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-zžß李한👩🚀ם\x{0301} -]{0,40}`).Draw(t, "text")
		w := rapid.IntRange(0, 60).Draw(t, "w")
		if got := style.Fit(text, w); ansi.StringWidth(got) != w {
			t.Fatalf("fit(%q, %d) = %q, %d columns wide", text, w, got, ansi.StringWidth(got))
		}
		if got := style.FitRight(text, w); ansi.StringWidth(got) != w {
			t.Fatalf("fitRight(%q, %d) = %q", text, w, got)
		}
	})
}

func TestWrapKeepsTheWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-zžß李한👩🚀ם\x{0301} \n-]{0,80}`).Draw(t, "text")
		w := rapid.IntRange(4, 60).Draw(t, "w")
		for _, line := range style.Wrap(text, w) {
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
		if got := style.SimpleEmoji(c[0]); got != c[1] {
			t.Errorf("simpleEmoji(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

func TestAge(t *testing.T) {
	now := frametest.TestNow()
	for _, c := range []struct {
		ago  time.Duration
		want string
	}{
		{0, "now"}, {5 * time.Hour, "5 h"}, {26 * time.Hour, "1 d"}, {15 * 24 * time.Hour, "2 wk"},
		{100 * 24 * time.Hour, "3 mo"}, {800 * 24 * time.Hour, "2 yr"},
	} {
		if got := style.Age(now.Add(-c.ago), now); got != c.want {
			t.Errorf("age %v = %q, want %q", c.ago, got, c.want)
		}
	}
	if got := style.Age(time.Time{}, now); got != "" {
		t.Errorf("an unknown time has the age %q", got)
	}
}

// What the person typed is looked at for a typing error, so it must not be changed.
func TestASentenceKeepsTheNameOfAFile(t *testing.T) {
	for err, want := range map[error]string{
		fmt.Errorf("nosuch.zip: %w", fs.ErrNotExist):          "nosuch.zip: file does not exist",
		fmt.Errorf("nosuch: %w", fs.ErrNotExist):              "nosuch: file does not exist",
		fmt.Errorf("my archive.zip: %w", fs.ErrNotExist):      "my archive.zip: file does not exist",
		errors.New("ann.eml: it is no mail"):                  "ann.eml: it is no mail",
		errors.New("working: there is a fault"):               "Working: there is a fault",
		fmt.Errorf("reading archive.zip: %w", fs.ErrNotExist): "Reading archive.zip: file does not exist",
		errors.New("the store is not readable; try again"):    "The store is not readable; try again",
	} {
		if got := style.Sentence(err); got != want {
			t.Errorf("%q is said as %q, not %q", err, got, want)
		}
	}
}
