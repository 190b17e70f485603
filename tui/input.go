package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

// input is a text input of one line. Its cursor stands still, so that an idle
// program does nothing.
type input struct{ model textinput.Model }

func newInput(placeholder string) input {
	m := textinput.New()
	m.Prompt = ""
	m.Placeholder = placeholder
	// What the action table or the terminal uses is taken out.
	m.KeyMap.Paste = key.NewBinding()
	m.KeyMap.AcceptSuggestion = key.NewBinding()
	m.KeyMap.NextSuggestion = key.NewBinding()
	m.KeyMap.PrevSuggestion = key.NewBinding()
	m.SetStyles(inputStyles())
	m.Focus()
	return input{m}
}

// inputStyles are plain: the frame around an input says where one is.
func inputStyles() textinput.Styles {
	var s textinput.Styles
	s.Cursor.Blink = false
	s.Focused.Placeholder = lipgloss.NewStyle().Faint(true).Italic(true)
	s.Blurred.Placeholder = s.Focused.Placeholder
	return s
}

func (i *input) value() string { return i.model.Value() }

func (i *input) set(text string) {
	i.model.SetValue(text)
	i.model.CursorEnd()
}

// update gives a key or a paste to the input and reports whether the text
// changed.
func (i *input) update(msg tea.Msg) bool {
	before := i.model.Value()
	if p, ok := msg.(tea.PasteMsg); ok {
		msg = tea.PasteMsg{Content: strings.Join(strings.Fields(p.Content), " ")}
	}
	i.model, _ = i.model.Update(msg)
	return i.model.Value() != before
}

// search is update for what is searched for as one types: a slash in front, which
// begins a search elsewhere, is none of it.
func (i *input) search(msg tea.Msg) bool {
	before := i.value()
	if i.update(msg) && before == "" {
		if text, slash := strings.CutPrefix(i.value(), "/"); slash {
			i.set(text)
		}
	}
	return i.value() != before
}

// view draws the input in exactly w columns, with its cursor when focused.
func (i input) view(w int, focused bool) string {
	m := i.model
	if !focused {
		m.Blur()
		if m.Value() != "" {
			return fit(m.Value(), w)
		}
	}
	m.SetWidth(max(w-1, 1))
	m.SetCursor(m.Position())
	return fit(marked(m.View(), focused), w)
}

// cursorMark stands before the cursor of a text input, so that the root can put
// the terminal's own cursor there, where input methods open their window.
// Terminals ignore it, and show the cursor as Bubbles draws it, in reverse.
const (
	cursorDrawn = "\x1b[7m"
	cursorMark  = "\x1b[28m" + cursorDrawn
)

// marked is a text input as Bubbles draws it, with its cursor marked.
func marked(view string, focused bool) string {
	if !focused {
		return view
	}
	return strings.Replace(view, cursorDrawn, cursorMark, 1)
}

// area is a text input of several lines.
type area struct{ model textarea.Model }

func newArea(placeholder string) area {
	m := textarea.New()
	m.Prompt = ""
	m.Placeholder = placeholder
	m.ShowLineNumbers = false
	m.CharLimit = 0
	m.MaxHeight = 0
	m.KeyMap.Paste = key.NewBinding()
	var s textarea.Styles
	s.Focused.Placeholder = lipgloss.NewStyle().Faint(true).Italic(true)
	s.Blurred.Placeholder = s.Focused.Placeholder
	m.SetStyles(s)
	m.SetWidth(60)
	m.SetHeight(4)
	m.Focus()
	return area{m}
}

func (a *area) value() string { return a.model.Value() }

func (a *area) set(text string) { a.model.SetValue(text) }

// resize sets the room the text is drawn in; the screen calls it from Update
// when it is made and when the window changes.
func (a *area) resize(w, h int) {
	a.model.SetWidth(max(w, 1))
	a.model.SetHeight(max(h, 1))
}

// update gives a key or a paste to the text and reports whether it changed.
func (a *area) update(msg tea.Msg) bool {
	before := a.model.Value()
	a.model, _ = a.model.Update(msg)
	return a.model.Value() != before
}

// lines draws the text, with its cursor when focused.
func (a area) lines(focused bool) []string {
	m := a.model
	if !focused {
		m.Blur()
	}
	return strings.Split(marked(m.View(), focused), "\n")
}

// isTyping reports whether a message is a key or a paste for a text input.
func isTyping(msg tea.Msg) bool {
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		return true
	}
	return false
}
