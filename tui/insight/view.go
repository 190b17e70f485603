package insight

import (
	"strings"

	"linkvet/store/insight"
	"linkvet/tui/keys"
	"linkvet/tui/style"
)

// How the chapters are set.
const (
	twoColumns   = 108 // from this width on there are two columns of chapters
	threeColumns = 172
	columnGap    = 4
)

// drawn keeps the lines of a report, which stay the same until the width, the
// theme or the report changes.
type drawn struct {
	of     *insight.Report
	width  int
	styles *style.Styles
	lines  []string
}

// View draws what was counted, or how far the counting is.
func (s *statistics) View(w, h int) string {
	if s.report == nil {
		return strings.Join(s.waitingLines(w), "\n")
	}
	return s.env.Scrolled(s.lines(w), s.scroll.At, h)
}

// waitingLines are shown until all is counted.
func (s *statistics) waitingLines(w int) []string {
	if s.err != nil {
		return append([]string{s.env.Styles.Danger.Render("! The invitations could not be counted."), ""},
			style.Wrap(style.Sentence(s.err)+" "+s.env.KeyFor(keys.Reload)+" tries again.", min(w, style.Readable))...)
	}
	lines := []string{s.env.Styles.Strong.Render("Counting…"), ""}
	if s.total > 0 {
		lines = append(lines, style.ProgressBar(s.done, s.total, min(w-6, 50)), "")
	}
	return append(lines, s.env.KeyFor(keys.Back)+" stops it.")
}

// lines are all of the report, set for a width.
func (s *statistics) lines(w int) []string {
	if s.report == nil {
		return nil
	}
	d := s.drawn
	if d.of == s.report && d.width == w && d.styles == s.env.Styles {
		return d.lines
	}
	*d = drawn{s.report, w, s.env.Styles, s.set(w)}
	return d.lines
}

// set puts the chapters side by side where there is room, each into the column that
// is shortest so far, so that they are read from top to bottom.
func (s *statistics) set(w int) []string {
	columns := make([][]string, columnsIn(w))
	each := (w - (len(columns)-1)*columnGap) / len(columns)
	for _, c := range s.report.Chapters() {
		shortest := 0
		for i := range columns {
			if len(columns[i]) < len(columns[shortest]) {
				shortest = i
			}
		}
		if len(columns[shortest]) > 0 {
			columns[shortest] = append(columns[shortest], "")
		}
		columns[shortest] = append(columns[shortest], s.chapterLines(c, each)...)
	}
	most := 0
	for _, column := range columns {
		most = max(most, len(column))
	}
	lines, wide := columns[0], each
	for _, next := range columns[1:] {
		lines = style.Beside(style.Block(lines, wide, most), style.Block(next, each, most), style.Spaces(columnGap))
		wide += columnGap + each
	}
	return lines
}

// columnsIn is how many columns of chapters a width has room for.
func columnsIn(w int) int {
	switch {
	case w >= threeColumns:
		return 3
	case w >= twoColumns:
		return 2
	}
	return 1
}

func (s *statistics) chapterLines(c insight.Chapter, w int) []string {
	st := s.env.Styles
	lines := []string{st.Strong.Render(style.Truncate(c.Title, w))}
	bars := make([]style.Bar, len(c.Bars))
	for i, b := range c.Bars {
		bars[i] = style.Bar{Label: style.OneLine(b.Label), N: b.N}
	}
	lines = append(lines, style.Bars(bars, w, st.Accent)...)
	for _, text := range c.Says {
		lines = append(lines, style.Wrap(style.OneLine(text), min(w, style.Readable))...)
	}
	if len(c.People) > 0 {
		lines = append(lines, st.Muted.Render(c.Whom))
	}
	for _, p := range c.People {
		for i, line := range style.Wrap(style.OneLine(s.report.PersonLine(p)), min(w, style.Readable)-2) {
			lead := "· "
			if i > 0 {
				lead = "  "
			}
			lines = append(lines, lead+line)
		}
	}
	return lines
}
