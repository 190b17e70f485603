package vetting

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// pages are those that help, the one that fits the question first.
func (q *questionnaire) pages() []words.Address {
	fitting := ""
	if q.loaded() {
		fitting = q.questions.Marked().Question.Open
	}
	return words.Addresses(q.inv, fitting)
}

// pagesDialog shows the addresses of pages and opens the one chosen. None is
// marked first, so that nothing is opened by a key pressed twice.
type pagesDialog struct {
	env   *screen.Env
	pages []words.Address
	at    int
}

func newPagesDialog(e *screen.Env, pages []words.Address) *pagesDialog {
	return &pagesDialog{env: e, pages: pages, at: -1}
}

// Init loads nothing.
func (d *pagesDialog) Init() tea.Cmd { return nil }

// Title asks.
func (d *pagesDialog) Title() string { return "Open which page in your browser?" }

// Width leaves room for addresses.
func (d *pagesDialog) Width() int { return 72 }

// InText is always false: there is nothing to type.
func (d *pagesDialog) InText() bool { return false }

// Actions choose one or leave.
func (d *pagesDialog) Actions() []keys.ID {
	return []keys.ID{keys.Pick, keys.Choose, keys.Back, keys.Up, keys.Down}
}

// Update opens what is chosen.
func (d *pagesDialog) Update(msg tea.Msg) screen.Step {
	act, ok := msg.(screen.ActionMsg)
	if !ok {
		return screen.Step{}
	}
	switch act.ID {
	case keys.Back:
		return screen.Back()
	case keys.Up, keys.Down:
		d.at = stepThrough(d.at, len(d.pages), act.ID == keys.Down)
	case keys.Pick:
		return d.open(keys.Digit(act.Key))
	case keys.Choose:
		return d.open(d.at)
	}
	return screen.Step{}
}

func (d *pagesDialog) open(at int) screen.Step {
	if at < 0 || at >= len(d.pages) {
		d.env.Say("Mark a page with the arrows, or press its number; " + d.env.KeyFor(keys.Back) + " opens none")
		return screen.Step{}
	}
	return screen.BackWith(screen.OpenURLMsg{URL: d.pages[at].URL})
}

// addressIndent is how far an address is indented.
const addressIndent = 5

// stepThrough moves a cursor that may be nowhere yet through n rows.
func stepThrough(at, n int, down bool) int {
	switch {
	case at < 0 && down:
		return 0
	case at < 0:
		return n - 1
	case down:
		return min(at+1, n-1)
	}
	return max(at-1, 0)
}

// View shows every page with its whole address.
func (d *pagesDialog) View(w, _ int) string {
	var lines []string
	for i, p := range d.pages {
		if i > 0 {
			lines = append(lines, "")
		}
		marker := "  "
		if i == d.at {
			marker = "› "
		}
		head := style.Fit(fmt.Sprintf("%s%d  %s", marker, i+1, p.Title), w)
		if i == d.at {
			head = d.env.Styles.Selected.Render(head)
		}
		lines = append(lines, head)
		for _, line := range style.Wrap(p.URL, w-addressIndent) {
			lines = append(lines, style.Spaces(addressIndent)+line)
		}
	}
	return strings.Join(lines, "\n")
}
