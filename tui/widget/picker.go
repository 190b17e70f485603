package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// Choice is one line of a picker, and what it hands to the screen below.
type Choice struct {
	Text string
	More string // said more quietly behind it
	Msg  tea.Msg
}

// Picker is a dialog to choose one of a few lines.
type Picker struct {
	Env     *screen.Env
	title   string
	intro   string
	Choices []Choice
	List    Cursor
}

func NewPicker(e *screen.Env, title, intro string, choices []Choice) *Picker {
	return &Picker{Env: e, title: title, intro: intro, Choices: choices}
}

func (p *Picker) Init() tea.Cmd { return nil }
func (p *Picker) Title() string { return p.title }
func (p *Picker) Width() int    { return 60 }
func (p *Picker) InText() bool  { return false }
func (p *Picker) Actions() []keys.ID {
	return append([]keys.ID{keys.Choose, keys.Pick, keys.Back}, keys.ListMoves()...)
}

func (p *Picker) Update(msg tea.Msg) screen.Step {
	act, ok := msg.(screen.ActionMsg)
	if !ok || p.List.Move(act.ID, len(p.Choices), len(p.Choices)) {
		return screen.Step{}
	}
	switch act.ID {
	case keys.Back:
		return screen.Back()
	case keys.Pick:
		if n := keys.Digit(act.Key); n >= 0 && n < len(p.Choices) {
			return screen.BackWith(p.Choices[n].Msg)
		}
	case keys.Choose:
		if len(p.Choices) > 0 {
			return screen.BackWith(p.Choices[p.List.At].Msg)
		}
	}
	return screen.Step{}
}

func (p *Picker) View(w, h int) string {
	st := p.Env.Styles
	var lines []string
	if p.intro != "" {
		lines = append(style.Wrap(p.intro, w), "")
	}
	rows := max(h-len(lines), 1)
	from := p.List.Window(len(p.Choices), rows)
	for i := from; i < min(from+rows, len(p.Choices)); i++ {
		c := p.Choices[i]
		text := c.Text
		if i < 9 {
			text = string(rune('1'+i)) + "  " + text
		}
		if more := style.Truncate(c.More, w-style.Width(text)-4); more != "" {
			text += "  " + st.Muted.Render(more)
		}
		if i == p.List.At {
			lines = append(lines, st.Selected.Render("› "+style.Fit(style.Stripped(text), w-2)))
			continue
		}
		lines = append(lines, "  "+text)
	}
	return strings.Join(lines, "\n")
}
