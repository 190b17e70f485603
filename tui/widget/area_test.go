package widget

import (
	"strings"
	"testing"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// Of a long text only a part is drawn with each key, and yet it is edited like a
// short one.
func TestALongTextIsEditedLikeAShortOne(t *testing.T) {
	keys := map[string]tea.KeyPressMsg{
		"x": {Code: 'x', Text: "x"}, "ł": {Code: 'ł', Text: "ł"}, "enter": {Code: tea.KeyEnter}, "backspace": {Code: tea.KeyBackspace},
		"delete": {Code: tea.KeyDelete}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight}, "home": {Code: tea.KeyHome},
		"end": {Code: tea.KeyEnd}, "begin": {Code: tea.KeyHome, Mod: tea.ModCtrl}, "last": {Code: tea.KeyEnd, Mod: tea.ModCtrl},
	}
	names := []string{"x", "ł", "enter", "backspace", "delete", "left", "right", "home", "end", "begin", "last"}
	text := strings.Repeat(strings.Repeat("many words and ż ", 30)+"\nand\nshort\nlines\n", 16)
	rapid.Check(t, func(t *rapid.T) {
		a := NewArea("")
		a.Set(text)
		whole := textarea.New()
		whole.CharLimit, whole.MaxHeight = mostInText, 0
		whole.Focus()
		whole.SetValue(text)
		for range rapid.IntRange(0, 4).Draw(t, "keys") {
			name := rapid.SampledFrom(names).Draw(t, "key")
			times := 1
			if name == "left" || name == "right" {
				times = rapid.IntRange(1, 4).Draw(t, "times")
			}
			for range times {
				a.Update(nil, keys[name])
				whole, _ = whole.Update(keys[name])
			}
		}
		if a.Value() != whole.Value() {
			t.Fatalf("%d characters, not %d", len(a.Value()), len(whole.Value()))
		}
		if n := len(a.model.Value()); n > 5*lookChars {
			t.Fatalf("%d characters are drawn", n)
		}
	})
}

// Walking through a long text from its end to its beginning loses nothing and
// shows what is there.
func TestWalkingThroughALongText(t *testing.T) {
	var text strings.Builder
	for n := range 260 {
		text.WriteString(strings.Repeat(string(rune('a'+n%26)), 1+n%50) + "\n")
	}
	a := NewArea("")
	a.Resize(60, 10)
	a.Set(text.String())
	for range 260 {
		a.Update(nil, tea.KeyPressMsg{Code: tea.KeyUp})
	}
	if shown := ansi.Strip(strings.Join(a.Lines(true), "\n")); !strings.HasPrefix(shown, "a") || a.before != "" {
		t.Errorf("at the beginning it shows %q, without %d before", shown, len(a.before))
	}
	if a.Value() != text.String() {
		t.Error("the text is another")
	}
}
