package interview

import (
	"slices"
	"strings"

	"linkvet/advisor"
)

// Page is the page shown.
type Page struct {
	advisor.Page
	Rows []Row
}

// Row is a question on a page.
type Row struct {
	Question  advisor.Question
	Values    []string // as answered; none while it is open
	Suggested string   // the answer suggested, "" for none
}

// Open reports whether the row has no answer.
func (r Row) Open() bool { return len(r.Values) == 0 }

// Unknown reports whether it was answered with "don't know".
func (r Row) Unknown() bool { return slices.Equal(r.Values, []string{advisor.DontKnow}) }

// Hinted reports whether a suggestion stands that nobody has agreed to or
// denied.
func (r Row) Hinted() bool { return r.Suggested != "" && (r.Open() || r.Unknown()) }

// Choices are the answers of a row that are chosen by number: all but "don't
// know".
func (r Row) Choices() []advisor.AnswerChoice {
	return slices.DeleteFunc(slices.Clone(r.Question.Answers), func(c advisor.AnswerChoice) bool { return c.Value == advisor.DontKnow })
}

// Has reports whether the question can be answered so.
func (r Row) Has(value string) bool {
	return slices.ContainsFunc(r.Question.Answers, func(c advisor.AnswerChoice) bool { return c.Value == value })
}

// PlainNo is the answer that says no to the question as it stands; "" where none
// does, as in "No note".
func (r Row) PlainNo() string {
	if r.YesNo() {
		return "no" // as in "Known to be bad"
	}
	for _, c := range r.Choices() {
		if (c.Value == "no" || c.Value == "none") && (c.Label == "No" || strings.HasPrefix(c.Label, "Not ")) {
			return c.Value
		}
	}
	return ""
}

// YesNo reports whether the question is answered with yes or no.
func (r Row) YesNo() bool { return r.Has("yes") && r.Has("no") }

// Page is the page the person is on, or was last.
func (v *Interview) Page() Page { return v.fill(v.pageOf(v.page)) }

// At is the place of the marked row on the page.
func (v *Interview) At() int {
	return max(0, slices.IndexFunc(v.pageOf(v.page).Questions, func(q advisor.Question) bool { return q.ID == v.row }))
}

// Marked is the marked row.
func (v *Interview) Marked() Row {
	page := v.Page()
	return page.Rows[v.At()]
}

// Choice is the place of the marked answer among the choices of the marked row,
// where it takes several.
func (v *Interview) Choice() int { return v.choice }

// Where says on which page the person is, and how many there are at most: those
// asked before, this one, and those with something open. Questions that are asked
// one by one count as the page they are of.
func (v *Interview) Where() (page, most int) {
	title := ""
	for _, p := range v.pages() {
		here := p.ID == v.page
		if !here && !v.asked(p) && (len(v.unasked(p)) == 0 || p.Extra && !v.onward) {
			continue
		}
		if p.Title != title {
			title = p.Title
			most++
		}
		if here {
			page = most
		}
	}
	return page, most
}

// Within says which question of its page is asked, and of how many, where they are
// asked one by one; elsewhere it is the first of one.
func (v *Interview) Within() (question, of int) {
	title := v.pageOf(v.page).Title
	for _, p := range v.pages() {
		if p.Title != title {
			continue
		}
		if of++; p.ID == v.page {
			question = of
		}
	}
	return question, of
}

// LeftOpen is how many pages have something that was not asked.
func (v *Interview) LeftOpen() int {
	n := 0
	for _, p := range v.pages() {
		if len(v.unasked(p)) > 0 && p.Questions[0].Stage != advisor.StageStart {
			n++
		}
	}
	return n
}

// pages are the pages of the case: as the rulebook has them, or one for each
// question, signs aside.
func (v *Interview) pages() []advisor.Page {
	if v.shown == nil {
		if v.shown = advisor.Pages(v.c.Answers); v.single {
			v.shown = oneByOne(v.shown)
		}
	}
	return v.shown
}

func oneByOne(whole []advisor.Page) []advisor.Page {
	var pages []advisor.Page
	for _, p := range whole {
		if p.Signs {
			pages = append(pages, p)
			continue
		}
		for _, q := range p.Questions {
			one := p
			one.ID, one.Questions = p.ID+" "+q.ID, []advisor.Question{q}
			pages = append(pages, one)
		}
	}
	return pages
}

// pageOf is the page with that id, or the first.
func (v *Interview) pageOf(id string) advisor.Page {
	pages := v.pages()
	if at := slices.IndexFunc(pages, func(p advisor.Page) bool { return p.ID == id }); at >= 0 {
		return pages[at]
	}
	return pages[0]
}

func (v *Interview) fill(p advisor.Page) Page {
	page := Page{Page: p}
	for _, q := range p.Questions {
		page.Rows = append(page.Rows, v.rowOf(q))
	}
	return page
}

func (v *Interview) rowOf(q advisor.Question) Row {
	return Row{Question: q, Values: v.c.Answers[q.ID], Suggested: v.suggested[q.ID]}
}

// unasked are the rows of a page that are open and were not left so. One that
// never weighs is not asked by itself.
func (v *Interview) unasked(p advisor.Page) []string {
	var ids []string
	for _, q := range p.Questions {
		if !q.NeverWeighs && len(v.c.Answers[q.ID]) == 0 && !v.left[q.ID] {
			ids = append(ids, q.ID)
		}
	}
	return ids
}

// stillOpen are the rows of a page that nobody has answered, those left open on an
// earlier visit among them.
func (v *Interview) stillOpen(p advisor.Page) []string {
	var ids []string
	for _, row := range v.fill(p).Rows {
		if q := row.Question; !q.NeverWeighs && (row.Open() || row.Unknown()) && !v.passed[q.ID] {
			ids = append(ids, q.ID)
		}
	}
	return ids
}

// asked reports whether a page was asked: something on it is answered, or was
// left open.
func (v *Interview) asked(p advisor.Page) bool {
	return slices.ContainsFunc(p.Questions, func(q advisor.Question) bool {
		return q.Stage != advisor.StageStart && (len(v.c.Answers[q.ID]) > 0 || v.left[q.ID])
	})
}

// Stop is a page on the way through the questions.
type Stop struct {
	Title string
	Here  bool // it is the page shown
	Asked bool
}

// Trail is the way through the questions as the case stands, by the titles of
// the pages.
func (v *Interview) Trail() []Stop {
	var trail []Stop
	for _, p := range v.pages() {
		here := p.ID == v.page
		if p.Extra && !v.onward && !here {
			continue
		}
		stop := Stop{Title: p.Title, Here: here, Asked: v.asked(p)}
		if n := len(trail); n > 0 && trail[n-1].Title == p.Title { // one question a page
			stop.Here = stop.Here || trail[n-1].Here
			stop.Asked = stop.Asked && trail[n-1].Asked
			trail[n-1] = stop
			continue
		}
		trail = append(trail, stop)
	}
	return trail
}
