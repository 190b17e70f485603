package tui

import (
	"net/url"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// page is a page in the browser that helps with a question.
type page struct{ title, url string }

// pages are those that help, the one that fits the question first.
func (q *questionnaire) pages() []page {
	fitting := ""
	if q.prompt != nil {
		question, _ := q.prompt.about()
		fitting = question.Open
	}
	var list []page
	add := func(kind string, p page) {
		if kind == fitting {
			list = append([]page{p}, list...)
		} else {
			list = append(list, p)
		}
	}
	switch name := oneLine(q.inv.Name); {
	case q.inv.URL != "":
		add("profile", page{"Profile", q.inv.URL})
	case name != "":
		add("profile", page{"People of that name", "https://www.linkedin.com/search/results/people/?keywords=" + url.QueryEscape(name)})
	}
	if company := oneLine(q.inv.Company); company != "" {
		add("company search", page{"Company", "https://www.linkedin.com/search/results/companies/?keywords=" + url.QueryEscape(company)})
	}
	add("image search", page{"Image search, for the profile photo", "https://lens.google.com/"})
	return list
}

// pagesDialog shows the addresses of pages and opens the one chosen. None is
// marked first, so that nothing is opened by a key pressed twice.
type pagesDialog struct {
	env   *env
	pages []page
	at    int
}

func newPagesDialog(e *env, pages []page) *pagesDialog {
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
func (d *pagesDialog) Actions() []actionID {
	return []actionID{actPick, actChoose, actBack, actUp, actDown}
}

// Update opens what is chosen.
func (d *pagesDialog) Update(msg tea.Msg) step {
	act, ok := msg.(actionMsg)
	if !ok {
		return step{}
	}
	switch act.id {
	case actBack:
		return back()
	case actUp, actDown:
		d.at = stepThrough(d.at, len(d.pages), act.id == actDown)
	case actPick:
		return d.open(digitIndex(act.key))
	case actChoose:
		return d.open(d.at)
	}
	return step{}
}

func (d *pagesDialog) open(at int) step {
	if at < 0 || at >= len(d.pages) {
		d.env.say("Mark a page with the arrows, or press its number; " + d.env.keyFor(actBack) + " opens none")
		return step{}
	}
	return backWith(openURLMsg{d.pages[at].url})
}

// View shows every page with its whole address.
func (d *pagesDialog) View(w, _ int) string {
	var lines []string
	for i, p := range d.pages {
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, answerLines(d.env.styles, w, numberOf(i), p.title, "", i == d.at)...)
		for _, line := range wrap(p.url, w-answerIndent) {
			lines = append(lines, spaces(answerIndent)+line)
		}
	}
	return strings.Join(lines, "\n")
}
