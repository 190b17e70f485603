package inbox

import (
	"strings"

	"linkvet/store/record"
	"linkvet/tui/style"
)

// line puts one row's cells into their columns.
func (c columns) line(t cells) string {
	var b strings.Builder
	b.Grow(256)
	b.WriteString(t.name)
	if n := style.Width(t.name); n < c.name {
		b.WriteString(style.Spaces(c.name - n))
	}
	cell := func(text string, w int, right bool) {
		if w == 0 {
			return
		}
		b.WriteString(style.Blank[:columnGap])
		gap := style.Spaces(w - style.Width(text))
		if right {
			b.WriteString(gap)
		}
		b.WriteString(text)
		if !right {
			b.WriteString(gap)
		}
	}
	cell(t.note, c.note, false)
	cell(t.company, c.company, false)
	cell(t.age, c.age, true)
	cell(t.state, c.state, false)
	cell(t.advice, c.advice, false)
	return b.String()
}

// rowKey is what the look of all rows depends on.
type rowKey struct {
	columns columns
	styles  *style.Styles
	words   string
	minute  int64 // ages change with time
}

// rowCache keeps rows as they were drawn last, but for the marked one. Drawing
// from it gives the same as drawing anew.
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
func (s *Inbox) rowLine(i int32, c columns, marked bool) string {
	picked := s.List.picked[i]
	key := 2 * i
	if picked {
		key++
	}
	if line, ok := s.cache.lines[key]; ok && !marked {
		return line
	}
	row := s.List.Table.At(int(i))
	line := s.drawRow(&row, c, marked, picked)
	if !marked {
		if s.cache.lines == nil {
			s.cache.lines = map[int32]string{}
		}
		s.cache.lines[key] = line
	}
	return line
}

func (s *Inbox) drawRow(row *record.Row, c columns, marked, picked bool) string {
	st := s.env.Styles
	now := s.env.Now()
	words := s.matchWords()
	t := cells{
		name: st.Highlight(style.Truncate(style.NameOr(row.Name), c.name), words), note: st.Highlight(style.Truncate(style.Gist(row, c.note, words), c.note), words),
		company: st.Highlight(style.Truncate(style.OneLine(row.Company), c.company), words),
		age:     style.Truncate(style.Age(row.SentAt, now), c.age), state: style.Truncate(s.stateWord(row), c.state),
	}
	switch {
	case c.state == 0 && s.stateFirst(row):
		t.advice = style.Truncate(s.stateWord(row), c.advice) // in no colour of the advice
	case row.Recommendation != 0:
		t.advice = style.Truncate(style.RecommendationSymbol(row.Recommendation)+" "+style.RecommendationShort(row.Recommendation), c.advice)
		if !marked {
			t.advice = st.Recommendation(row.Recommendation).Render(t.advice)
		}
	}
	line := marks(row, marked, picked) + c.line(t)
	if marked {
		return st.Selected.Render(line)
	}
	if picked {
		return st.Accent.Render(line[:len(line)-len(strings.TrimPrefix(line, " ✓"))]) + strings.TrimPrefix(line, " ✓")
	}
	return line
}

// marks are what stands before a name: where the cursor is, what is selected,
// and what is worth a look.
func marks(row *record.Row, marked, picked bool) string {
	m := [markWidth]string{" ", " ", " ", " "}
	if marked {
		m[0] = "›"
	}
	if picked {
		m[1] = "✓"
	}
	switch {
	case row.Marked():
		m[2] = "!"
	case row.Due, row.Back:
		m[2] = "»"
	}
	return strings.Join(m[:], "")
}

// stateFirst reports whether, with one column for both, the state says more
// than the advice.
func (s *Inbox) stateFirst(row *record.Row) bool {
	return row.Status != record.StatusWaiting || row.Recommendation == 0
}

// stateWord is where an invitation stands, in a word or two.
func (s *Inbox) stateWord(row *record.Row) string {
	switch row.Status {
	case record.StatusDecided:
		return style.DecisionSymbol(row.Decision) + " " + style.DecisionWord(row.Decision)
	case record.StatusLater:
		if row.Back {
			return "changed"
		}
		return "→ " + style.DueDay(row.LaterUntil, s.env.Now())
	case record.StatusAccepted:
		return "connected"
	case record.StatusGone:
		return "gone"
	case record.StatusOutgoing:
		return "sent by you"
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
