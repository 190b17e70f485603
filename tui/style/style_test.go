package style

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestMatchesAreUnderlined(t *testing.T) {
	st := New(Look{Theme: ThemeMono, Background: BackgroundUnknown})
	for _, c := range []struct{ text, words, want string }{
		{"Katarína Žilinská", "zil", "Katarína <Žil>inská"},
		{"Ana Banana", "ana", "<Ana> B<ana>na"},
		{"Straße 1", "ss", "Stra<ß>e 1"},
		{"李小龍", "小", "李<小>龍"},
		{"nothing", "x", "nothing"},
		{"a\u0301b", "a", "<a\u0301>b"},
	} {
		got := strings.NewReplacer(st.Match.open, "<", st.Match.close, ">").Replace(st.Highlight(c.text, []string{c.words}))
		if got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.words, c.text, got, c.want)
		}
	}
}

// The quick way to count agrees with the thorough one wherever it judges at all.
func TestPlainWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`([a-zA-Zžß…·│─━╸›✓»↑↓→←✔●◐○✕■‹“”▏ -]|\x1b\[[0-9;]{0,6}m|李|👩|\x{0301}|\x{200d}|\x1b\[2K){0,30}`).Draw(t, "text")
		if n, ok := plainWidth(text); ok && n != ansi.StringWidth(text) {
			t.Fatalf("plainWidth(%q) = %d, want %d", text, n, ansi.StringWidth(text))
		}
	})
}

// A style within another does not end it: the marked row is marked to its end,
// also behind what a filter found.
func TestStylesNest(t *testing.T) {
	st := New(Look{Theme: ThemeDark, Background: BackgroundDark})
	line := st.Selected.Render("Nancy " + st.Match.Render("Martin") + " new")
	inside := strings.TrimSuffix(strings.TrimPrefix(line, st.Selected.open), st.Selected.close)
	pieces := strings.Split(inside, st.Match.close)
	if len(pieces) != 2 || pieces[0] != "Nancy "+st.Match.open+"Martin" || pieces[1] != st.Selected.open+" new" {
		t.Errorf("drawn as %q", line)
	}
}
