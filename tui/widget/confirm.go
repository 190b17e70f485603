package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// confirm asks before something that is hard to take back. No is marked
// first, and esc is No.
type confirm struct {
	env      *screen.Env
	title    string
	question string
	yesLabel string
	yes      tea.Msg
	onYes    bool
}

// NewConfirm returns a dialog that hands yes to the screen below when the
// person agrees, and nothing otherwise.
func NewConfirm(e *screen.Env, title, question, yesLabel string, yes tea.Msg) *confirm {
	return &confirm{env: e, title: title, question: question, yesLabel: yesLabel, yes: yes}
}

func (c *confirm) Init() tea.Cmd { return nil }
func (c *confirm) Title() string { return c.title }
func (c *confirm) Width() int    { return 56 }
func (c *confirm) InText() bool  { return false }
func (c *confirm) Actions() []keys.ID {
	return []keys.ID{keys.Yes, keys.No, keys.Switch, keys.Choose, keys.Back}
}

func (c *confirm) Update(msg tea.Msg) screen.Step {
	act, ok := msg.(screen.ActionMsg)
	if !ok {
		return screen.Step{}
	}
	switch act.ID {
	case keys.Yes:
		return screen.BackWith(c.yes)
	case keys.No, keys.Back:
		return screen.Back()
	case keys.Switch:
		c.onYes = !c.onYes
	case keys.Choose:
		if c.onYes {
			return screen.BackWith(c.yes)
		}
		return screen.Back()
	}
	return screen.Step{}
}

func (c *confirm) View(w, _ int) string {
	no, yes := "  No, go back  ", "  "+c.yesLabel+"  "
	if c.onYes {
		yes = c.env.Styles.Selected.Render("› " + c.yesLabel + "  ")
	} else {
		no = c.env.Styles.Selected.Render("› No, go back  ")
	}
	lines := append(style.Wrap(c.question, w), "", no+"  "+yes)
	return strings.Join(lines, "\n")
}

// NewConfirmOpen shows an address and asks whether to open it.
func NewConfirmOpen(e *screen.Env, url string) *confirm {
	return NewConfirm(e, "Open in your browser?", url, "Open it", screen.OpenURLMsg{URL: url})
}

// bigAction is from how many invitations on an action asks first.
const bigAction = 10

// ConfirmedMsg is the answer to a question before a big action: go on.
type ConfirmedMsg struct{ Step func() screen.Step }

// Careful asks before an action on many.
func Careful(e *screen.Env, n int, question, yes string, goOn func() screen.Step) screen.Step {
	if n < bigAction {
		return goOn()
	}
	return screen.Push(NewConfirm(e, "Really?", question, yes, ConfirmedMsg{goOn}))
}
