package widget

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"linkvet/tui/style"
)

// What is typed is seen, wherever in a long text the cursor is: it stands right
// before the cursor, and the line has the width asked for.
func TestWhatIsTypedIsSeen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.IntRange(4, 40).Draw(t, "w")
		in := NewInput("nothing")
		in.Set(rapid.StringMatching(`[a-zß李한👩 ]{0,120}`).Draw(t, "text"))
		for range rapid.IntRange(0, 150).Draw(t, "moves") {
			key := rapid.SampledFrom([]rune{tea.KeyLeft, tea.KeyLeft, tea.KeyLeft, tea.KeyRight, tea.KeyHome, tea.KeyEnd}).Draw(t, "key")
			in.Update(nil, tea.KeyPressMsg{Code: key})
		}
		in.Update(nil, tea.KeyPressMsg{Code: 'X', Text: "X"})
		view := in.View(w, true)
		before, after, marked := strings.Cut(view, CursorMark)
		if !marked {
			t.Fatalf("no cursor in %q", view)
		}
		if !strings.HasSuffix(ansi.Strip(before), "X") {
			t.Fatalf("the cursor of %q in %d columns is behind %q, before %q", in.Value(), w, before, after)
		}
		if got := style.Width(view); got != w {
			t.Fatalf("%q is %d columns wide, not %d", view, got, w)
		}
	})
}

// What is offered is replaced by what is typed or pasted; a key that moves in it
// or deletes keeps the rest.
func TestTypingReplacesWhatIsOffered(t *testing.T) {
	for want, keys := range map[string][]tea.Msg{
		"X":         {tea.KeyPressMsg{Code: 'X', Text: "X"}},
		"new words": {tea.PasteMsg{Content: "new words"}},
		"2 weeX":    {tea.KeyPressMsg{Code: tea.KeyEnd}, tea.KeyPressMsg{Code: 'X', Text: "X"}},
		"2 we":      {tea.KeyPressMsg{Code: tea.KeyBackspace}},
		"2 wee":     {},
	} {
		in := NewInput("")
		in.Offer("2 wee")
		if view := in.View(20, true); !strings.Contains(ansi.Strip(view), "2 wee") || style.Width(view) != 20 {
			t.Errorf("drawn as %q", view)
		}
		for _, key := range keys {
			in.Update(nil, key)
		}
		if got := in.Value(); got != want {
			t.Errorf("%v make %q, not %q", keys, got, want)
		}
	}
}
