package inbox

import (
	"fmt"
	"strings"
	"time"

	"linkvet/store/record"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// rowKey is what the look of all rows depends on.
type rowKey struct {
	widths widths
	styles *style.Styles
	words  string
	minute int64 // ages change with time
}

// rowCache keeps rows as they were drawn last, but for the marked one. Drawing
// from it gives the same as drawing again.
type rowCache struct {
	key   rowKey
	lines map[int32]string // by twice the row, and one more when selected
}

// use forgets what was drawn in another way.
func (r *rowCache) use(key rowKey) {
	if r.key != key || len(r.lines) > 2_000 {
		r.key = key
		r.forget()
	}
}

func (r *rowCache) forget() { r.lines = nil }

// rowLine draws one invitation.
func (s *inbox) rowLine(i int32, w widths, marked bool) string {
	picked := s.listing.picked[i]
	key := 2 * i
	if picked {
		key++
	}
	if line, ok := s.cache.lines[key]; ok && !marked {
		return line
	}
	row := s.listing.table.At(int(i))
	line := s.drawRow(&row, w, marked, picked)
	if !marked {
		if s.cache.lines == nil {
			s.cache.lines = map[int32]string{}
		}
		s.cache.lines[key] = line
	}
	return line
}

// cells makes the texts of one row.
type cells struct {
	row    *record.Row
	styles *style.Styles
	now    time.Time
	words  []string // to highlight
	marked bool     // the cursor is on it, and gives it its colors
	widths widths
}

func (c *cells) match(text string) string { return c.styles.Highlight(text, c.words) }

func (c *cells) name(w int) string { return c.match(style.Truncate(style.NameOr(c.row.Name), w)) }

// signsCount is how many signs a row can have.
const signsCount = 3

// signs say, in one column each, that there is a note, that the archives know
// more of the person, and that something looks like a stop sign; then how many
// questions are answered.
func (c *cells) signs(w int) string {
	const none = " "
	note, tie, warning := none, none, none
	if c.row.Note != "" {
		note = style.NoteSign
	}
	if c.row.Tied {
		tie = style.TieSign
	}
	if c.row.Warns() {
		if warning = style.WarningSign; !c.marked {
			warning = c.styles.Caution.Render(warning)
		}
	}
	signs := note + tie + warning
	if c.row.Answered > 0 {
		signs += style.FitRight(fmt.Sprint(c.row.Answered), w-signsCount)
	}
	return signs
}

// note is the note, or what else says most of those that have no column.
func (c *cells) note(w int) string {
	row := *c.row
	if c.widths[colHeadline] > 0 {
		row.Headline = ""
	}
	if c.widths[colCompany] > 0 {
		row.Company = ""
	}
	return c.match(style.Truncate(style.Gist(&row, w, c.words), w))
}

func (c *cells) headline(w int) string {
	return c.match(style.Truncate(style.OneLine(c.row.Headline), w))
}

func (c *cells) company(w int) string {
	return c.match(style.Truncate(style.OneLine(c.row.Company), w))
}

func (c *cells) age(w int) string {
	sent := c.row.SentAt
	if c.row.Direction == record.Outgoing {
		sent = c.row.SentOn()
	}
	return style.Truncate(style.Age(sent, c.now), w)
}

func (c *cells) state(w int) string { return style.Truncate(stateWord(c.row, c.now), w) }

func (c *cells) advice(w int) string {
	advised := c.row.Recommendation
	switch {
	case c.widths[colState] == 0 && (c.row.Status != record.StatusWaiting && c.row.Reach != record.ReachThinking || advised == 0): // then the state says more
		return c.state(w)
	case advised == 0:
		return ""
	}
	text := style.Truncate(style.RecommendationSymbol(advised)+" "+style.AdviceShort(advised, c.row.Direction, c.row.Kind()), w)
	if c.marked {
		return text
	}
	return c.styles.Recommendation(advised).Render(text)
}

func (s *inbox) drawRow(row *record.Row, w widths, marked, picked bool) string {
	st := s.env.Styles
	c := cells{row: row, styles: st, now: s.env.Now(), words: s.matchWords(), marked: marked, widths: w}
	line := marks(row, marked, picked) + w.line(func(n int) string { return columns[n].text(&c, w[n]) })
	if marked {
		return st.Selected.Render(line)
	}
	if picked {
		return st.Accent.Render(line[:len(line)-len(strings.TrimPrefix(line, " ✓"))]) + strings.TrimPrefix(line, " ✓")
	}
	return line
}

// marks are the signs before a name: the cursor, the selection, and what is worth
// a look.
func marks(row *record.Row, marked, picked bool) string {
	m := [markWidth]string{" ", " ", " "}
	if marked {
		m[0] = "›"
	}
	if picked {
		m[1] = "✓"
	}
	if row.Due || row.Back {
		m[2] = "»"
	}
	return strings.Join(m[:], "")
}

// stateWord is the state of an invitation, in a word or two.
func stateWord(row *record.Row, now time.Time) string {
	if text := words.ReachState(row, now); text != "" {
		return text
	}
	switch row.Status {
	case record.StatusDecided:
		if !row.LaterUntil.IsZero() { // to be followed up
			return style.DecisionSymbol(row.Decision) + " → " + style.DueDay(row.LaterUntil.In(now.Location()), now)
		}
		return style.DecisionSymbol(row.Decision) + " " + words.DecisionWord(*row)
	case record.StatusLater:
		if row.Back {
			return "changed"
		}
		return "→ " + style.DueDay(row.LaterUntil.In(now.Location()), now)
	case record.StatusAccepted:
		return "connected"
	case record.StatusGone:
		return "gone"
	}
	switch {
	case row.Due:
		return "due"
	case row.Answered == 0:
		return "new"
	case row.Settled:
		return "vetted"
	}
	return "begun"
}
