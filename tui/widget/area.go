package widget

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"linkvet/tui/screen"
)

// Area is a text input of several lines. The text area of Bubbles draws all of its
// text with every key, so that of a long one it only gets what is near the cursor.
type Area struct {
	model         textarea.Model
	before, after string // what it does not have
}

func NewArea(placeholder string) Area {
	m := textarea.New()
	m.Prompt = ""
	m.Placeholder = placeholder
	m.ShowLineNumbers = false
	m.CharLimit = mostInText
	m.MaxHeight = 0
	m.KeyMap.Paste = key.NewBinding()
	var s textarea.Styles
	s.Focused.Placeholder = lipgloss.NewStyle().Faint(true).Italic(true)
	s.Blurred.Placeholder = s.Focused.Placeholder
	m.SetStyles(s)
	m.SetWidth(60)
	m.SetHeight(4)
	m.Focus()
	return Area{model: m}
}

// Value is the whole text.
func (a *Area) Value() string { return a.before + a.model.Value() + a.after }

// Set puts a text in, with the cursor behind it.
func (a *Area) Set(text string) { a.look(text, len(text)) }

// Resize sets the room the text is drawn in; the screen calls it from Update
// when it is made and when the window changes.
func (a *Area) Resize(w, h int) {
	a.model.SetWidth(max(w, 1))
	a.model.SetHeight(max(h, 1))
}

// pastedBreaks are how terminals and files write the end of a line. The text
// field takes each of the characters for one.
var pastedBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n")

// Update gives a key or a paste to the text and reports whether it changed. It
// says so when not all of a paste fits.
func (a *Area) Update(e *screen.Env, msg tea.Msg) bool {
	before := a.model.Value()
	switch m := msg.(type) {
	case tea.PasteMsg:
		room := mostInText - a.model.Length() - utf8.RuneCountInString(a.before) - utf8.RuneCountInString(a.after)
		msg = tea.PasteMsg{Content: fitting(e, pastedBreaks.Replace(m.Content), room)}
	case tea.KeyPressMsg:
		switch {
		case a.before != "" && key.Matches(m, a.model.KeyMap.InputBegin):
			a.look(a.Value(), 0)
			return false
		case a.after != "" && key.Matches(m, a.model.KeyMap.InputEnd):
			a.look(a.Value(), len(a.Value()))
			return false
		}
	}
	a.model, _ = a.model.Update(msg)
	changed := a.model.Value() != before
	a.follow()
	return changed
}

// How much of a long text is looked at before and behind the cursor, in characters
// and in lines, and how near its end the cursor may come.
const (
	lookChars = 3_000
	lookLines = 100
	nearChars = lookChars / 2
	nearLines = lookLines / 2
)

// follow looks at another part of the text where the cursor is about to leave the
// one looked at, or that has grown long.
func (a *Area) follow() {
	text := a.model.Value()
	at := a.cursor(text)
	ahead, behind := text[:at], text[at:]
	if a.before != "" && near(ahead) || a.after != "" && near(behind) || far(ahead) || far(behind) {
		a.look(a.Value(), len(a.before)+at)
	}
}

// near reports whether a part of a text is so short that more of it may be seen.
func near(part string) bool { return len(part) < nearChars && strings.Count(part, "\n") < nearLines }

// far reports whether a part is longer than it needs to be.
func far(part string) bool {
	return len(part) > 2*lookChars || strings.Count(part, "\n") > 2*lookLines
}

// cursor is where in the text looked at the cursor is, in bytes.
func (a *Area) cursor(text string) int {
	at := 0
	for range a.model.Line() {
		at += strings.IndexByte(text[at:], '\n') + 1
	}
	for range a.model.Column() {
		_, n := utf8.DecodeRuneInString(text[at:])
		at += n
	}
	return at
}

// look looks at the part of a text around a place, and puts the cursor there.
func (a *Area) look(text string, at int) {
	from, to := partBefore(text[:at]), at+partBehind(text[at:])
	a.before, a.after = text[:from], text[to:]
	a.model.CharLimit = mostInText - utf8.RuneCountInString(a.before) - utf8.RuneCountInString(a.after)
	a.model.SetValue(text[from:to])
	if at == to {
		return
	}
	ahead := text[from:at]
	for row := strings.Count(ahead, "\n"); a.model.Line() > row; {
		a.model.CursorUp()
	}
	a.model.SetCursorColumn(utf8.RuneCountInString(ahead[strings.LastIndexByte(ahead, '\n')+1:]))
}

// partBefore is where the part to look at of what is before the cursor begins.
func partBefore(text string) int {
	from := max(len(text)-lookChars, 0)
	for from < len(text) && !utf8.RuneStart(text[from]) {
		from++
	}
	for lines := strings.Count(text[from:], "\n"); lines > lookLines; lines-- {
		from += strings.IndexByte(text[from:], '\n') + 1
	}
	return from
}

// partBehind is where that of what is behind it ends.
func partBehind(text string) int {
	to := min(lookChars, len(text))
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to--
	}
	for lines := strings.Count(text[:to], "\n"); lines > lookLines; lines-- {
		to = strings.LastIndexByte(text[:to], '\n')
	}
	return to
}

// Lines draws the text, with its cursor when focused.
func (a Area) Lines(focused bool) []string {
	m := a.model
	if !focused {
		m.Blur()
	}
	return strings.Split(marked(m.View(), focused), "\n")
}
