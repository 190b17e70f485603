package vetting

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"linkvet/advisor"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// density is how generously the screen is set.
type density struct {
	place bool // headline and company, on a row of their own
	note  int  // rows of the note
	trail bool // the stages
	gaps  int  // blank rows: 2 between all parts, 1 before the answers, 0 none
	airy  bool // blank rows between the answers
}

// densities are the ways to set the screen, from the most generous on.
func densities() []density {
	return []density{
		{place: true, note: 4, trail: true, gaps: 2, airy: true},
		{place: true, note: 4, trail: true, gaps: 2},
		{place: true, note: 2, trail: true, gaps: 2},
		{place: true, note: 2, trail: true, gaps: 1},
		{note: 1, trail: true, gaps: 1},
		scrolled(),
		{trail: true},
		{},
	}
}

// scrolled is for when the answers do not fit whatever is left out.
func scrolled() density { return density{note: 1, trail: true} }

// Blank rows between the answers are for high windows and few answers.
const (
	airyFrom = 30
	airyMost = 7
)

// smallest is the room below which only question and answers are drawn.
const smallest = 9

// View draws who invites, the question with its answers, and the advice so
// far: beside it where there is room, else on the last line.
func (q *Questionnaire) View(w, h int) string {
	switch {
	case q.err != nil:
		return strings.Join(style.Wrap("This invitation could not be read.\n\n"+style.Sentence(q.err)+"\n\n"+q.env.KeyFor(keys.SaveLeave)+" goes back.", min(w, style.Readable)), "\n")
	case !q.Loaded:
		return "Reading the invitation…"
	}
	if w < panelFrom {
		return strings.Join(q.column(w, h, true), "\n")
	}
	pane := panelWidth(w)
	left := w - pane - 3
	right := panelLines(q.env.Styles, q.advice, q.begun(), pane, h)
	bar := " " + q.env.Styles.Border.Render("│") + " "
	return strings.Join(style.Beside(style.Block(q.column(left, h, false), left, h), style.Block(right, pane, h), bar), "\n")
}

// begun reports whether anything was answered that the advice rests on.
func (q *Questionnaire) begun() bool { return begun(q.Answers) }

func begun(a advisor.Answers) bool {
	for id := range a {
		if question, ok := advisor.QuestionByID(id); ok && question.Stage != advisor.StageStart && id != "note" {
			return true
		}
	}
	return false
}

// column draws everything but the pane, in w columns and exactly h rows.
func (q *Questionnaire) column(w, h int, soFar bool) []string {
	d := q.density(w, h, soFar)
	tw := min(w, style.Readable)
	head, foot := q.headLines(tw, d), q.footLines(tw, d, soFar)
	room := max(h-len(head)-len(foot), 1)
	lines := append(head, q.window(q.bodyLines(tw, room, d), room)...)
	for len(lines) < h-len(foot) {
		lines = append(lines, "")
	}
	return append(lines, foot...)
}

// density is the most generous one that everything fits in.
func (q *Questionnaire) density(w, h int, soFar bool) density {
	tw := min(w, style.Readable)
	all := densities()
	if h < smallest {
		return all[len(all)-1]
	}
	for _, d := range all {
		if d.airy && (h < airyFrom || q.Phase == PhaseAsking && len(q.Prompt.rows(q.env.Styles, tw, false).items) > airyMost) {
			continue
		}
		rows := len(q.answerRows(tw, d).lines)
		if q.why && q.Phase == PhaseAsking {
			rows = max(rows, len(q.helpLines(tw)))
		}
		if len(q.headLines(tw, d))+len(q.footLines(tw, d, soFar))+rows <= h {
			return d
		}
	}
	if q.why {
		return all[len(all)-1]
	}
	return scrolled()
}

// headLines say whose invitation it is, what they wrote, and how far the
// questions are; then comes the question.
func (q *Questionnaire) headLines(w int, d density) []string {
	st := q.env.Styles
	sent := style.Age(q.Inv.SentAt, q.env.Now())
	if sent != "" && sent != "now" {
		sent += " ago"
	}
	name := style.Truncate(style.NameOr(q.Inv.Name), max(w-style.Width(sent)-2, 1))
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
	if q.Phase != PhaseAsking {
		return lines
	}
	if d.trail {
		lines = append(lines, q.trailLine(w))
		gap(2)
	}
	for _, line := range q.question(w, d) {
		lines = append(lines, st.Strong.Render(line))
	}
	gap(1)
	return lines
}

// question is the question as asked; where rows are scarce, the marked answer
// in full takes its place, in as many rows for each so that nothing jumps.
func (q *Questionnaire) question(w int, d density) []string {
	signs, ok := q.Prompt.(*SignsPrompt)
	if !ok || d.gaps > 0 {
		return style.Wrap(q.Prompt.Text(), w)
	}
	if signs.at < 0 {
		return padded(style.Wrap(signs.Text(), w), 2)
	}
	return padded(style.Wrap(signs.detail(), w), 2)
}

// padded adds blank lines until there are n.
func padded(lines []string, n int) []string {
	for len(lines) < n {
		lines = append(lines, "")
	}
	return lines
}

// place is headline and company, as far as one does not repeat the other.
func (q *Questionnaire) place() string {
	headline, company := style.OneLine(q.Inv.Headline), style.OneLine(q.Inv.Company)
	switch {
	case company == "" || strings.Contains(headline, company):
		return headline
	case headline == "":
		return company
	}
	return headline + " · " + company
}

// noteLines are the beginning of what they wrote.
func (q *Questionnaire) noteLines(w int, d density) []string {
	switch {
	case d.note == 0:
		return nil
	case strings.TrimSpace(q.Inv.Note) != "":
		return noteBlock(q.env, q.Inv.Note, w, d.note)
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

// trailLine shows the stages with the one being asked.
func (q *Questionnaire) trailLine(w int) string {
	st := q.env.Styles
	at := q.Prompt.stage()
	var drawn []string
	n := 0
	for _, stage := range trailStages() {
		name, paint := "· "+stageName(stage), st.Muted
		switch {
		case stage == at:
			name, paint = "▸ "+stageName(stage), st.Accent
		case slices.Contains(q.done, stage):
			name = "✔ " + stageName(stage)
		}
		drawn = append(drawn, paint.Render(name))
		n += style.Width(name)
	}
	for gap := 2; gap > 0; gap-- {
		if n+gap*(len(drawn)-1) <= w {
			return strings.Join(drawn, style.Spaces(gap))
		}
	}
	return st.Accent.Render(style.Truncate("▸ "+stageName(at), w))
}

// trailStages returns the stages shown, in the order they are usually asked.
func trailStages() []string {
	return []string{advisor.StageStopSigns, advisor.StageRelationship, advisor.StageVetting, advisor.StageWorth, advisor.StageFavorTest}
}

// stageName is a stage as the trail names it.
func stageName(stage string) string {
	if stage == advisor.StageFavorTest {
		return "Favor"
	}
	return style.Capital(stage)
}

// stagesDone returns the stages of which something was answered and nothing is
// open.
func stagesDone(a advisor.Answers) []string {
	open := map[string]bool{}
	var done []string
	for _, question := range advisor.Questions() {
		stage := question.Stage
		switch {
		case question.ID == "motive" || !advisor.Applies(question.ID, a):
		case a.Value(question.ID) == "":
			open[stage] = true
		case !slices.Contains(done, stage):
			done = append(done, stage)
		}
	}
	return slices.DeleteFunc(done, func(stage string) bool { return open[stage] })
}

// footLines are news of answers set aside, and the advice so far.
func (q *Questionnaire) footLines(w int, d density, soFar bool) []string {
	var lines []string
	if d.gaps > 1 {
		lines = append(lines, "")
	}
	if note := q.ownNote(); note != "" {
		lines = append(lines, style.Truncate("✎ "+note, w))
	}
	if q.aside != "" {
		lines = append(lines, hang("↷ ", q.aside, w)...)
	}
	if soFar && q.Phase == PhaseAsking {
		lines = append(lines, soFarLine(q.env.Styles, q.advice, q.begun(), w))
	}
	if len(lines) == 1 && lines[0] == "" {
		return nil
	}
	return lines
}
