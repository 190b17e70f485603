package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

// The smallest window that everything fits in.
const (
	minWidth  = 40
	minHeight = 10
)

// Rows of the frame around a screen: header, a blank row where there is room,
// status line and footer.
const (
	frameRows = 3

	dialogPadding = 2
)

// View draws the stack.
func (r *root) View() tea.View {
	content, cursor := r.render()
	v := tea.NewView(content)
	v.Cursor = cursor
	v.ReportFocus = true
	v.AltScreen = true
	v.WindowTitle = "linkvet"
	v.KeyboardEnhancements.ReportAlternateKeys = true
	if r.env.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}

// margin is how many columns stay free left and right.
func (r *root) margin() int {
	if r.width < 80 {
		return 1
	}
	return 2
}

// columns is how wide what is drawn in the window is.
func (r *root) columns() int { return max(r.width-2*r.margin(), 0) }

// room is how much of the window a screen gets.
func (r *root) room() (w, h int) {
	h = r.height - frameRows - len(r.statusLines()) + 1
	if r.height >= roomyHeight {
		h--
	}
	return r.columns(), max(h, 0)
}

// render draws all, and says where the cursor of a text input is, if there is
// one.
func (r *root) render() (string, *tea.Cursor) {
	switch {
	case r.width == 0 || r.height == 0:
		return "", nil
	case r.width < minWidth || r.height < minHeight:
		return r.tooSmall(), nil
	}
	base := r.base()
	lines := r.frame(r.stack[base].screen)
	cursor := takeCursor(lines)
	out := strings.Join(lines, "\n")
	for _, e := range r.stack[base+1:] {
		out, cursor = r.overlay(out, e.screen.(dialog))
	}
	return out, cursor
}

// takeCursor finds the cursor of a text input in lines, and takes its drawing
// out, as the terminal draws its own there.
func takeCursor(lines []string) *tea.Cursor {
	for y, line := range lines {
		before, after, ok := strings.Cut(line, cursorMark)
		if !ok {
			continue
		}
		lines[y] = before + after
		cursor := tea.NewCursor(width(before), y)
		cursor.Blink = false
		return cursor
	}
	return nil
}

// corner is where a screen's own rows and columns begin in the window.
func (r *root) corner(s screen) (x, y int) {
	if d, boxed := s.(dialog); boxed {
		inside, most := r.dialogRoom(d)
		rows := strings.Count(strings.TrimRight(d.View(inside, most), "\n"), "\n") + 1
		x, y = r.boxAt(inside, min(rows, most)+2)
		return x + 1 + dialogPadding, y + 1
	}
	if r.height >= roomyHeight {
		return r.margin(), 2
	}
	return r.margin(), 1
}

// boxAt is the upper left corner of a dialog's box.
func (r *root) boxAt(inside, rows int) (x, y int) {
	below := 1 + len(r.statusLines())
	return (r.width - inside - 2*dialogPadding - 2) / 2, max(min((r.height-2-rows)/2, r.height-below-rows), 0)
}

// frame draws a screen with header, status line and footer.
func (r *root) frame(s screen) []string {
	w, h := r.room()
	side := spaces(r.margin())
	lines := make([]string, 0, r.height)
	lines = append(lines, side+r.header(s, w))
	if r.height >= roomyHeight {
		lines = append(lines, "")
	}
	body := strings.Split(s.View(w, h), "\n")
	for i := range h {
		line := ""
		if i < len(body) {
			line = truncate(body[i], w)
		}
		lines = append(lines, side+line)
	}
	for _, line := range r.statusLines() {
		lines = append(lines, side+line)
	}
	return append(lines, side+r.footer(w))
}

func (r *root) header(s screen, w int) string {
	st := r.env.styles
	right := ""
	if h, ok := s.(headliner); ok {
		right = h.Headline()
	}
	left := "linkvet"
	title := oneLine(s.Title())
	room := w - width(left) - 3 - width(title) - 2
	switch {
	case r.env.readOnly:
		right = notice("only looking: "+r.env.whyLooking(), right, room)
	case r.env.demo:
		right = notice("demo: nothing here is yours", right, room)
	}
	if room := w - width(left) - 3 - width(right) - 2; right != "" && room < width(title) {
		right = truncate(right, max(w-width(left)-3-width(title)-2, 0))
	}
	title = truncate(title, max(w-width(left)-3, 0))
	gap := w - width(left) - 3 - width(title) - width(right)
	return st.Strong.Render(left) + st.Muted.Render(" · ") + st.Text.Render(title) + spaces(gap) + st.Muted.Render(right)
}

// notice is what the header must say, and the rest where there is room.
func notice(notice, rest string, room int) string {
	if rest == "" || width(rest)+width(notice)+3 > room {
		return notice
	}
	return rest + " · " + notice
}

// statusLines are what is said, at least one row.
func (r *root) statusLines() []string {
	st, said, w := r.env.styles, r.env.status, r.columns()
	if said.kind == statusNone || w <= 2 {
		return []string{""}
	}
	text := oneLine(said.text)
	lines := wrap(text, w-2)
	most := statusRows
	if strings.Contains(text, "://") {
		most = max(r.height/2, most)
	}
	if len(lines) > most {
		lines[most-1] = truncate(strings.Join(lines[most-1:], " "), w-2)
		lines = lines[:most]
	}
	for i, line := range lines {
		switch {
		case said.kind == statusFailed && i == 0:
			lines[i] = st.Danger.Render("! " + line)
		case said.kind == statusFailed:
			lines[i] = st.Danger.Render("  " + line)
		case i == 0:
			lines[i] = st.Accent.Render("› ") + st.Text.Render(line)
		default:
			lines[i] = "  " + st.Text.Render(line)
		}
	}
	return lines
}

// footer shows the most useful keys that fit, the way to all others last.
func (r *root) footer(w int) string {
	st := r.env.styles
	hint := func(id actionID) (string, int) {
		a := r.env.keys.byID[id]
		name := footerKey(a.keys)
		return st.Key.Render(name) + " " + st.Muted.Render(a.title), width(name) + 1 + width(a.title)
	}
	last, lastWidth := hint(actHelp)
	if r.top().InText() {
		last, lastWidth = hint(actPalette)
	}
	const gap = 3
	var parts []string
	used := lastWidth
	seen := map[string]bool{}
	for _, id := range r.env.offered(r.top()) {
		text, n := hint(id)
		if quiet(id) || seen[text] {
			continue
		}
		if used+n+gap > w {
			break
		}
		seen[text] = true
		parts = append(parts, text)
		used += n + gap
	}
	return strings.Join(append(parts, last), spaces(gap))
}

// quiet reports whether an action is too ordinary for the footer.
func quiet(id actionID) bool {
	switch id {
	case actUp, actDown, actPageUp, actPageDown, actHalfUp, actHalfDown, actFirst, actLast, actLineUp, actLineDown, actPick, actPrevTab, actPrevField, actPrevValue, actTab, actSwitch:
		return true
	}
	return false
}

// overlay draws a dialog in a box over what is below it.
func (r *root) overlay(below string, d dialog) (string, *tea.Cursor) {
	inside, most := r.dialogRoom(d)
	body := strings.Split(strings.TrimRight(d.View(inside, most), "\n"), "\n")
	body = body[:min(len(body), most)]
	st := r.env.styles
	pad := spaces(dialogPadding)
	title := truncate(oneLine(d.Title()), inside)
	rule := max(inside+2*dialogPadding-width(title)-3, 0)
	lines := []string{st.Border.Render("╭─ ") + st.Strong.Render(title) + st.Border.Render(" "+strings.Repeat("─", rule)+"╮")}
	for _, line := range body {
		lines = append(lines, st.Border.Render("│")+pad+fit(line, inside)+pad+st.Border.Render("│"))
	}
	lines = append(lines, st.Border.Render("╰"+strings.Repeat("─", inside+2*dialogPadding)+"╯"))
	cursor := takeCursor(lines)
	x, y := r.boxAt(inside, len(lines))
	if cursor != nil {
		cursor.X, cursor.Y = cursor.X+x, cursor.Y+y
	}
	box := strings.Join(lines, "\n")
	return lipgloss.NewCompositor(lipgloss.NewLayer(below), lipgloss.NewLayer(box).X(x).Y(y).Z(1)).Render(), cursor
}

// dialogRoom is the width inside a dialog's box and its most rows.
func (r *root) dialogRoom(d dialog) (w, h int) {
	return min(d.Width(), r.width-2*dialogPadding-2-2*r.margin()), r.height - 2 - 1 - len(r.statusLines())
}

// tooSmall is all that is shown in a window nothing fits in.
func (r *root) tooSmall() string {
	lines := wrap("linkvet needs a window of at least 40 columns and 10 rows. Make it larger, or leave with ctrl+c. Everything is saved.", r.width)
	return strings.Join(lines[:min(len(lines), r.height)], "\n")
}
