package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// confirm asks before something that is hard to take back. No is marked
// first, and esc is No.
type confirm struct {
	env      *env
	title    string
	question string
	yesLabel string
	yes      tea.Msg
	onYes    bool
}

// newConfirm returns a dialog that hands yes to the screen below when the
// person agrees, and nothing otherwise.
func newConfirm(e *env, title, question, yesLabel string, yes tea.Msg) *confirm {
	return &confirm{env: e, title: title, question: question, yesLabel: yesLabel, yes: yes}
}

func (c *confirm) Init() tea.Cmd { return nil }
func (c *confirm) Title() string { return c.title }
func (c *confirm) Width() int    { return 56 }
func (c *confirm) InText() bool  { return false }
func (c *confirm) Actions() []actionID {
	return []actionID{actYes, actNo, actSwitch, actChoose, actBack}
}

func (c *confirm) Update(msg tea.Msg) step {
	act, ok := msg.(actionMsg)
	if !ok {
		return step{}
	}
	switch act.id {
	case actYes:
		return backWith(c.yes)
	case actNo, actBack:
		return back()
	case actSwitch:
		c.onYes = !c.onYes
	case actChoose:
		if c.onYes {
			return backWith(c.yes)
		}
		return back()
	}
	return step{}
}

func (c *confirm) View(w, _ int) string {
	no, yes := "  No, go back  ", "  "+c.yesLabel+"  "
	if c.onYes {
		yes = c.env.styles.Selected.Render("› " + c.yesLabel + "  ")
	} else {
		no = c.env.styles.Selected.Render("› No, go back  ")
	}
	lines := append(wrap(c.question, w), "", no+"  "+yes)
	return strings.Join(lines, "\n")
}

// newConfirmOpen shows an address and asks whether to open it.
func newConfirmOpen(e *env, url string) *confirm {
	return newConfirm(e, "Open in your browser?", url, "Open it", openURLMsg{url})
}

// bigAction is from how many invitations on an action asks first.
const bigAction = 10

// confirmedMsg is the answer to a question before a big action: go on.
type confirmedMsg struct{ step func() step }

// careful asks before an action on many.
func careful(e *env, n int, question, yes string, goOn func() step) step {
	if n < bigAction {
		return goOn()
	}
	return push(newConfirm(e, "Really?", question, yes, confirmedMsg{goOn}))
}
