package reaching

import (
	"fmt"
	"strings"

	"linkvet/advisor"
	"linkvet/advisor/letter"
	"linkvet/tui/keys"
	"linkvet/tui/style"
)

// labelsFrom is the room from which the labels of the parts stand beside them.
const labelsFrom = 66

// View draws the parts, and below them a way to put them.
func (s *note) View(w, h int) string {
	switch {
	case s.err != nil:
		return strings.Join(style.Wrap(style.Sentence(s.err)+"\n\n"+s.env.KeyFor(keys.Back)+" goes back.", w), "\n")
	case !s.loaded:
		return "Reading…"
	}
	tw := min(w, style.Readable)
	lines := s.partLines(tw)
	if len(lines)+leastText > h {
		lines = s.markedPart(lines)
	}
	gap := func() {
		if h >= 14 {
			lines = append(lines, "")
		}
	}
	gap()
	lines = append(lines, s.textLines(tw)...)
	lines = append(lines, s.warningLines(tw, h)...)
	gap()
	lines = append(lines, s.notThisLines(tw)...)
	return strings.Join(lines[:min(len(lines), h)], "\n")
}

// leastText is how many rows the text gets at least: its name, and what begins it.
const leastText = 4

// markedPart is the marked one of the parts as they are drawn, where there is no room
// for all beside the text; none while the text is marked.
func (s *note) markedPart(parts []string) []string {
	if s.editing || s.at >= len(s.asked) {
		return nil
	}
	each := len(parts) / len(s.asked)
	return parts[s.at*each : (s.at+1)*each]
}

// partLines are what is asked for, with what was said.
func (s *note) partLines(w int) []string {
	st := s.env.Styles
	var lines []string
	label := 0
	for _, part := range s.asked {
		label = max(label, style.Width(part.Label)+2)
	}
	for i, part := range s.asked {
		focused := i == s.at && !s.editing
		mark, name := "  ", part.Label
		if focused {
			mark, name = st.Accent.Render("› "), st.Accent.Render(part.Label)
		}
		if w < labelsFrom {
			lines = append(lines, mark+name, "  "+s.said[i].View(w-2, focused))
			continue
		}
		lines = append(lines, mark+style.Fit(name, label)+s.said[i].View(w-label-2, focused))
	}
	return lines
}

// textLines are the text that is shown, what it is and how long.
func (s *note) textLines(w int) []string {
	st := s.env.Styles
	if len(s.texts) == 0 && !s.editing {
		return []string{st.Muted.Render(style.Truncate("Say one of these, and ways to put it appear here.", w))}
	}
	name := "Your text"
	if !s.editing {
		name = fmt.Sprintf("‹ %d of %d ›  %s", s.chosen+1, len(s.texts), style.Capital(s.texts[s.chosen].name))
	}
	limit := s.limit()
	n := letter.Length(s.text())
	count := fmt.Sprintf("%d of %d characters", n, limit)
	ink := st.Muted
	if n > limit {
		ink = st.Caution
		count = "! " + count
	}
	name = style.Truncate(name, max(w-style.Width(count)-4, 8))
	onTexts := s.at == len(s.asked) && !s.editing
	mark := "  "
	if onTexts {
		mark, name = st.Accent.Render("› "), st.Accent.Render(name)
	}
	lines := []string{mark + style.Fit(name, w-style.Width(count)-2) + ink.Render(count)}
	text, bar := style.Wrap(style.SimpleEmoji(s.text()), s.textWidth(w)), st.Border
	if s.editing {
		text, bar = s.area.Lines(true), st.Accent
	}
	for _, line := range text {
		lines = append(lines, bar.Render("▏")+" "+line)
	}
	return lines
}

// limit is how many characters the person's account gives a note.
func (s *note) limit() int { return s.env.Settings.Profile().NoteLimit() }

// warningLines say what speaks against the text.
func (s *note) warningLines(w, h int) []string {
	st := s.env.Styles
	text := s.text()
	if strings.TrimSpace(text) == "" {
		return nil
	}
	var lines []string
	for _, warning := range letter.Check(text, advisor.FirstName(s.inv.Name), s.limit()) {
		for i, line := range style.Wrap(warning.Text, w-2) {
			mark := "! "
			if i > 0 {
				mark = "  "
			}
			lines = append(lines, st.Caution.Render(mark+line))
		}
	}
	switch {
	case len(lines) > 0:
	case s.text() == s.inv.Note && !s.editing:
		lines = append(lines, st.Good.Render(style.Truncate("✓ Kept. "+s.env.KeyFor(keys.Copy)+" copies it; on LinkedIn: Connect, Add a note.", w)))
	default:
		lines = append(lines, st.Good.Render(style.Truncate("✓ Nothing speaks against it. Read it aloud once.", w)))
	}
	if h >= 14 {
		lines = append([]string{""}, lines...)
	}
	return lines
}

// notThisLines quote what not to send.
func (s *note) notThisLines(w int) []string {
	lines := style.Wrap("Not this: “"+letter.NotThis+"” It says nothing of you or of them.", w)
	for i, line := range lines {
		lines[i] = s.env.Styles.Muted.Render(line)
	}
	return lines
}
