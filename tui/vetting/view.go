package vetting

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// density is how generously the screen is set.
type density struct {
	place bool // headline and company, on a row of their own
	note  int  // rows of the note
	trail bool // the pages
	gaps  int  // blank rows: 2 between all parts, 1 before the rows, 0 none
	tall  bool // the answers to choose from stand one under the other
	airy  bool // blank rows between the rows
}

// densities are the ways to set the screen, from the most generous on.
func densities() []density {
	return []density{
		{place: true, note: 4, trail: true, gaps: 2, tall: true, airy: true},
		{place: true, note: 4, trail: true, gaps: 2, tall: true},
		{place: true, note: 2, trail: true, gaps: 2, tall: true},
		{place: true, note: 2, trail: true, gaps: 1, tall: true},
		{place: true, note: 2, trail: true, gaps: 2},
		{place: true, note: 2, trail: true, gaps: 1},
		{place: true, note: 1, trail: true, gaps: 1},
		{note: 1, trail: true, gaps: 1},
		scrolled(),
		{trail: true},
		{},
	}
}

// oneQuestion are the ways to set a page of one question, whose answers stand one
// under the other as long as they fit.
func oneQuestion() []density {
	var ways []density
	for _, d := range densities() {
		if d.tall = true; !slices.Contains(ways, d) {
			ways = append(ways, d)
		}
	}
	return append(ways, scrolled())
}

// scrolled is for when the rows do not fit whatever is left out.
func scrolled() density { return density{note: 1, trail: true} }

// Blank rows between the rows are for high windows and few rows.
const (
	airyFrom = 30
	airyMost = 7
)

// smallest is the room below which only question and answers are drawn.
const smallest = 9

// View draws who invites, the page with the marked row, and the advice so far:
// beside it where there is room, else on the last line.
func (q *questionnaire) View(w, h int) string {
	switch {
	case q.err != nil:
		return strings.Join(style.Wrap("This invitation could not be read.\n\n"+style.Sentence(q.err)+"\n\n"+q.env.KeyFor(keys.SaveLeave)+" goes back.", min(w, style.Readable)), "\n")
	case !q.loaded():
		return "Reading the invitation…"
	}
	if w < panelFrom {
		return strings.Join(q.column(w, h, true), "\n")
	}
	pane := panelWidth(w)
	left := w - pane - 3
	right := panelLines(q.env.Styles, q.advice(), q.begun(), pane, h)
	bar := " " + q.env.Styles.Border.Render("│") + " "
	return strings.Join(style.Beside(style.Block(q.column(left, h, false), left, h), style.Block(right, pane, h), bar), "\n")
}

// begun reports whether anything was answered that the advice rests on.
func (q *questionnaire) begun() bool { return interview.Begun(q.answers()) }

// advice is that on the answers shown.
func (q *questionnaire) advice() advisor.Advice {
	return words.StillOpen(q.questions.Advice(), q.answers())
}

// column draws everything but the pane, in w columns and exactly h rows.
func (q *questionnaire) column(w, h int, soFar bool) []string {
	tw := min(w, style.Readable)
	d := q.density(tw, h, soFar)
	head, foot := q.headLines(tw, d), q.footLines(tw, d, soFar)
	room := max(h-len(head)-len(foot), 1)
	lines := append(head, q.window(q.bodyLines(tw, room, d), room)...)
	for len(lines) < h-len(foot) {
		lines = append(lines, "")
	}
	return append(lines, foot...)
}

// density is the most generous one that everything fits in, whichever row is
// marked, so that nothing jumps.
func (q *questionnaire) density(w, h int, soFar bool) density {
	all := densities()
	if h < smallest {
		return all[len(all)-1]
	}
	page := q.questions.Page()
	if len(page.Rows) == 1 {
		all = oneQuestion()
	}
	for _, d := range all {
		switch {
		case d.airy && (h < airyFrom || len(page.Rows) > airyMost), d.note == 0 && q.keepsNote(page):
			continue
		}
		rows := q.rowsHeight(page, w, d)
		if q.why {
			rows = max(rows, len(q.markedLines(w))+1+len(q.helpLines(w)))
		}
		if len(q.headLines(w, d))+len(q.footLines(w, d, soFar))+rows <= h {
			return d
		}
	}
	bare := density{}
	switch {
	case q.why:
		return bare
	case page.Signs && len(q.headLines(w, bare))+len(q.footLines(w, bare, soFar))+q.rowsOnly(page, w) <= h:
		return bare // every sign is seen, and only what is said beside a marked one scrolls
	}
	return scrolled()
}

// keepsNote reports whether some of the note is seen however long the page is: what
// they wrote answers much of it. Signs are all seen first.
func (q *questionnaire) keepsNote(page interview.Page) bool {
	return strings.TrimSpace(q.inv.Note) != "" && !page.Signs && !q.why
}

// headLines say whose invitation it is, what they wrote, and how far the
// questions are; then comes what the page asks.
func (q *questionnaire) headLines(w int, d density) []string {
	st := q.env.Styles
	sent := style.Age(q.inv.SentAt, q.env.Now())
	if sent != "" && sent != "now" {
		sent = quantity.Text("%s ago", sent)
	}
	name := style.Truncate(style.NameOr(q.inv.Name), max(w-style.Width(sent)-2, 1))
	lines := []string{st.Strong.Render(name) + style.Spaces(w-style.Width(name)-style.Width(sent)) + st.Muted.Render(sent)}
	gap := func(from int) {
		if d.gaps >= from {
			lines = append(lines, "")
		}
	}
	if place := q.place(); place != "" && d.place {
		lines = append(lines, style.Truncate(place, w))
	}
	if q.wholeNote {
		return append(lines, "")
	}
	lines = append(lines, q.noteLines(w, d)...)
	gap(2)
	if d.trail {
		lines = append(lines, q.trailLine(w))
	}
	if d.trail && d.gaps > 1 {
		gap(2)
	}
	lines = append(lines, q.askLines(w)...)
	gap(1)
	return lines
}

// askLines are what the page asks, with the key that answers all of it at once.
// A page of one question asks that.
func (q *questionnaire) askLines(w int) []string {
	st := q.env.Styles
	page := q.questions.Page()
	ask := page.Ask
	if len(page.Rows) == 1 {
		ask = page.Rows[0].Question.Text
	}
	lines := style.Wrap(ask, w)
	for i, line := range lines {
		lines[i] = st.Strong.Render(line)
	}
	if page.None == "" {
		return lines
	}
	text, ticked := q.noneText()
	room, last := w, len(lines)-1
	widest := style.Width(page.None)
	if page.Signs {
		widest = max(widest, style.Width(noneOther))
	}
	key := q.env.KeyFor(keys.NoneSeen)
	if left := w - style.Width(lines[last]) - hintGap; style.Width(key)+1+widest <= left {
		room = left
	} else {
		lines, last = append(lines, ""), last+1
	}
	if with := quantity.Text("%s · %d ticked", text, ticked); ticked > 0 && style.Width(key)+1+style.Width(with) <= room {
		text = with
	}
	gap := ""
	if lines[last] != "" {
		gap = style.Spaces(hintGap)
	}
	lines[last] += gap + st.Key.Render(key) + " " + st.Muted.Render(text)
	return lines
}

// noneOther is what is denied at once where signs are ticked. Room is kept for it
// from the beginning, so that no row moves with the first tick.
const (
	noneOther = "none of the others"
	hintGap   = 3
)

// noneText is what the key for none of all says now, and how many signs are ticked.
func (q *questionnaire) noneText() (text string, ticked int) {
	page := q.questions.Page()
	unsure, open := false, false
	for _, row := range page.Rows {
		if page.Signs && interview.Seen(row) {
			ticked++
		}
		unsure, open = unsure || row.Unknown(), open || row.Open()
	}
	if ticked > 0 || page.Signs && unsure && open {
		return noneOther, ticked
	}
	return page.None, ticked
}

// Called names keys of the footer as the page names them.
func (q *questionnaire) Called() map[keys.ID]string {
	if !q.loaded() || q.questions.Page().None == "" {
		return nil
	}
	text, _ := q.noneText()
	return map[keys.ID]string{keys.NoneSeen: text}
}

// place is headline and company, as far as one does not repeat the other.
func (q *questionnaire) place() string {
	headline, company := style.OneLine(q.inv.Headline), style.OneLine(q.inv.Company)
	switch {
	case company == "" || strings.Contains(headline, company):
		return headline
	case headline == "":
		return company
	}
	return headline + " · " + company
}

// noteLines are the beginning of what they wrote.
func (q *questionnaire) noteLines(w int, d density) []string {
	switch {
	case d.note == 0:
		return nil
	case strings.TrimSpace(q.inv.Note) != "":
		return noteBlock(q.env, q.inv.Note, w, d.note)
	case q.inv.Direction == record.Outgoing || q.inv.Joins():
		return nil
	case d.note > 1:
		return []string{q.env.Styles.Muted.Render(style.Truncate("No note came with it, as with most invitations.", w))}
	}
	return nil
}

// noteBlock is a note with a bar in front, cut after a number of lines.
func noteBlock(e *screen.Env, note string, w, most int) []string {
	st := e.Styles
	lines := style.Wrap(style.SimpleEmoji(strings.TrimSpace(note)), max(w-2, 1))
	if len(lines) > most {
		more := "… (" + e.KeyFor(keys.WholeNote) + " shows all)"
		last := ansi.Truncate(style.OneLine(lines[most-1]), max(w-2-style.Width(more)-1, 0), "")
		lines = append(lines[:most-1:most-1], strings.TrimRight(last, " ,.;")+" "+st.Muted.Render(more))
	}
	for i, line := range lines {
		lines[i] = st.Border.Render("▏") + " " + line
	}
	return lines
}

// trailLine shows the pages with the one being asked; where there is no room for
// all, those that were asked without their names.
func (q *questionnaire) trailLine(w int) string {
	st := q.env.Styles
	trail := q.questions.Trail()
	for brief := range len(trail) + 1 {
		var drawn []string
		for i, stop := range trail {
			switch {
			case stop.Here:
				drawn = append(drawn, st.Accent.Render("▸ "+stop.Title))
			case stop.Asked && i < brief:
				drawn = append(drawn, st.Muted.Render("✔"))
			case stop.Asked:
				drawn = append(drawn, st.Muted.Render("✔ "+stop.Title))
			default:
				drawn = append(drawn, st.Muted.Render(stop.Title))
			}
		}
		if line := strings.Join(drawn, "  "); style.Width(line) <= w || brief == len(trail) {
			return style.Truncate(line, w)
		}
	}
	return ""
}

// footLines are news of answers set aside, and the advice so far.
func (q *questionnaire) footLines(w int, d density, soFar bool) []string {
	var lines []string
	if d.gaps > 1 {
		lines = append(lines, "")
	}
	if q.aside != "" {
		lines = append(lines, hang("↷ ", q.aside, w)...)
	}
	if soFar {
		lines = append(lines, soFarLine(q.env.Styles, q.advice(), q.begun(), q.env.KeyFor(keys.Advice), w))
	}
	if len(lines) == 1 && lines[0] == "" {
		return nil
	}
	return lines
}
