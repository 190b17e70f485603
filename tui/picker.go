package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// pickChoice is one line of a picker, and what it hands to the screen below.
type pickChoice struct {
	text string
	more string // said more quietly behind it
	msg  tea.Msg
}

// picker is a dialog to choose one of a few lines.
type picker struct {
	env     *env
	title   string
	intro   string
	choices []pickChoice
	list    cursor
}

func newPicker(e *env, title, intro string, choices []pickChoice) *picker {
	return &picker{env: e, title: title, intro: intro, choices: choices}
}

func (p *picker) Init() tea.Cmd { return nil }
func (p *picker) Title() string { return p.title }
func (p *picker) Width() int    { return 60 }
func (p *picker) InText() bool  { return false }
func (p *picker) Actions() []actionID {
	return append([]actionID{actChoose, actPick, actBack}, listActions()...)
}

func (p *picker) Update(msg tea.Msg) step {
	act, ok := msg.(actionMsg)
	if !ok || p.list.move(act.id, len(p.choices), len(p.choices)) {
		return step{}
	}
	switch act.id {
	case actBack:
		return back()
	case actPick:
		if n := digitIndex(act.key); n >= 0 && n < len(p.choices) {
			return backWith(p.choices[n].msg)
		}
	case actChoose:
		if len(p.choices) > 0 {
			return backWith(p.choices[p.list.at].msg)
		}
	}
	return step{}
}

func (p *picker) View(w, h int) string {
	st := p.env.styles
	var lines []string
	if p.intro != "" {
		lines = append(wrap(p.intro, w), "")
	}
	rows := max(h-len(lines), 1)
	from := p.list.window(len(p.choices), rows)
	for i := from; i < min(from+rows, len(p.choices)); i++ {
		c := p.choices[i]
		text := c.text
		if i < 9 {
			text = string(rune('1'+i)) + "  " + text
		}
		if more := truncate(c.more, w-width(text)-4); more != "" {
			text += "  " + st.Muted.Render(more)
		}
		if i == p.list.at {
			lines = append(lines, st.Selected.Render("› "+fit(stripped(text), w-2)))
			continue
		}
		lines = append(lines, "  "+text)
	}
	return strings.Join(lines, "\n")
}
