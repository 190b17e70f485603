package widget

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"linkvet/store/clean"
	"linkvet/store/quantity"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// How many characters an input of one line takes: as many as the store keeps of
// one, and for words to search for far more than anybody means to.
const (
	mostInLine   = clean.LongestLine
	mostInSearch = 1_000
	mostInText   = clean.LongestText
)

// Input is a text input of one line. Its cursor stands still, so that an idle
// program does nothing.
type Input struct {
	model   textinput.Model
	offered bool // nobody has touched the text that was put in
}

func NewInput(placeholder string) Input {
	m := textinput.New()
	m.Prompt = ""
	m.Placeholder = placeholder
	m.CharLimit = mostInLine
	// What the action table or the terminal uses is taken out.
	m.KeyMap.Paste = key.NewBinding()
	m.KeyMap.AcceptSuggestion = key.NewBinding()
	m.KeyMap.NextSuggestion = key.NewBinding()
	m.KeyMap.PrevSuggestion = key.NewBinding()
	m.SetStyles(inputStyles())
	m.Focus()
	return Input{model: m}
}

// NewSearch is an input for words to search for.
func NewSearch(placeholder string) Input {
	i := NewInput(placeholder)
	i.model.CharLimit = mostInSearch
	return i
}

// inputStyles are plain: the frame around an input says where one is.
func inputStyles() textinput.Styles {
	var s textinput.Styles
	s.Cursor.Blink = false
	s.Focused.Placeholder = lipgloss.NewStyle().Faint(true).Italic(true)
	s.Blurred.Placeholder = s.Focused.Placeholder
	return s
}

func (i *Input) Value() string { return i.model.Value() }

// Set puts a text in, to go on with.
func (i *Input) Set(text string) {
	i.offered = false
	i.model.SetValue(text)
	i.model.CursorEnd()
}

// Offer puts a text in that what is typed replaces, as where it is selected; any
// key that moves in it or deletes keeps it.
func (i *Input) Offer(text string) {
	i.Set(text)
	i.offered = text != ""
}

// Update gives a key or a paste to the input and reports whether the text
// changed. It says so when not all of a paste fits.
func (i *Input) Update(e *screen.Env, msg tea.Msg) bool {
	before := i.model.Value()
	p, paste := msg.(tea.PasteMsg)
	key, _ := msg.(tea.KeyPressMsg)
	if i.offered && (paste || key.Text != "") {
		i.model.SetValue("")
	}
	i.offered = false
	if paste {
		msg = tea.PasteMsg{Content: i.fitting(e, p.Content)}
	}
	i.model, _ = i.model.Update(msg)
	return i.model.Value() != before
}

// fitting is what of a pasted text fits into the input, as one line.
func (i *Input) fitting(e *screen.Env, text string) string {
	return fitting(e, strings.Join(strings.Fields(text), " "), i.model.CharLimit-utf8.RuneCountInString(i.model.Value()))
}

// fitting is what of a pasted text fits where there is room for so many
// characters. It says so when that is not all.
func fitting(e *screen.Env, text string, room int) string {
	if utf8.RuneCountInString(text) <= room {
		return text
	}
	e.Say(quantity.Sentence(room, "That is too long: only the first %d character of it fits here", "That is too long: only the first %d characters of it fit here"))
	return string([]rune(text)[:room])
}

// Search is Update for what is searched for as one types: a slash in front, which
// begins a search elsewhere, is none of it.
func (i *Input) Search(e *screen.Env, msg tea.Msg) bool {
	before := i.Value()
	if i.Update(e, msg) && before == "" {
		if text, slash := strings.CutPrefix(i.Value(), "/"); slash {
			i.Set(text)
		}
	}
	return i.Value() != before
}

// View draws the input in exactly w columns, with its cursor when focused. What
// is shown of a long text follows from where the cursor is, and from nothing that
// was drawn before.
func (i Input) View(w int, focused bool) string {
	value := i.model.Value()
	if value == "" {
		m := i.model
		if !focused {
			m.Blur()
		}
		m.SetWidth(max(w-1, 1))
		return style.Fit(marked(m.View(), focused), w)
	}
	if !focused {
		return style.Fit(value, w)
	}
	at := i.model.Position()
	before, after := string([]rune(value)[:at]), string([]rune(value)[at:])
	under, _ := ansi.FirstGraphemeCluster(after, ansi.GraphemeWidth)
	after = after[len(under):]
	if under == "" {
		under = " "
	}
	column := style.Width(before)
	from := firstColumn(column, w-style.Width(under))
	shown := ansi.Cut(before, from, column)
	if style.Width(shown) > column-from { // a wide character begins left of the window
		half, _ := ansi.FirstGraphemeCluster(shown, ansi.GraphemeWidth)
		shown = shown[len(half):]
	}
	if i.offered {
		return style.Fit(cursorDrawn+shown+cursorEnd+CursorMark+under+cursorEnd, w)
	}
	line := style.FitRight(shown, column-from) + CursorMark + under + cursorEnd
	return style.Fit(line+ansi.Truncate(after, max(w-style.Width(line), 0), ""), w)
}

// firstColumn is the first column to show, so that at most so many are before the
// cursor. It moves on by half a window at a time, so that the text seldom jumps.
func firstColumn(cursor, most int) int {
	if cursor <= most {
		return 0
	}
	step := max(most/2, 1)
	return (cursor - most + step - 1) / step * step
}

// CursorMark stands before the cursor of a text input, so that the root can put
// the terminal's own cursor there, where input methods open their window.
// Terminals ignore it, and show the cursor as Bubbles draws it, in reverse.
const (
	cursorDrawn = "\x1b[7m"
	cursorEnd   = "\x1b[m"
	CursorMark  = "\x1b[28m" + cursorDrawn
)

// marked is a text input as Bubbles draws it, with its cursor marked.
func marked(view string, focused bool) string {
	if !focused {
		return view
	}
	return strings.Replace(view, cursorDrawn, CursorMark, 1)
}

// IsTyping reports whether a message is a key or a paste for a text input.
func IsTyping(msg tea.Msg) bool {
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		return true
	}
	return false
}
