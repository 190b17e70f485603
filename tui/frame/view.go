package frame

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"linkvet/store/clean"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
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

// View draws the stack. It is asked to after every key, so that while thousands of
// them are thrown away it shows what it drew.
func (r *Frame) View() tea.View {
	if r.drawn != nil {
		return *r.drawn
	}
	v := r.draw()
	if r.burst.flood {
		r.drawn = &v
	}
	return v
}

func (r *Frame) draw() tea.View {
	content, cursor := r.render()
	title := style.OneLine(r.Top().Title()) + " · linkvet"
	content = clean.Screen(content) // whatever a screen forgot to clean
	if r.Env.Options.ASCII {
		content, title = style.ASCII(content), style.ASCII(title)
	}
	v := tea.NewView(content)
	v.Cursor = cursor
	v.ReportFocus = true
	v.AltScreen = true
	v.WindowTitle = title
	v.KeyboardEnhancements.ReportAlternateKeys = true
	if r.Env.Mouse() {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}

// margin is how many columns stay free left and right.
func (r *Frame) margin() int {
	if r.Width < 80 {
		return 1
	}
	return 2
}

// columns is how wide what is drawn in the window is.
func (r *Frame) columns() int { return max(r.Width-2*r.margin(), 0) }

// room is how much of the window a screen gets.
func (r *Frame) room() (w, h int) {
	h = r.Height - frameRows - len(r.statusLines()) + 1
	if r.Height >= screen.RoomyHeight {
		h--
	}
	return r.columns(), max(h, 0)
}

// render draws all, and says where the cursor is, if there is anything to type or
// marked.
func (r *Frame) render() (string, *tea.Cursor) {
	switch {
	case r.Width == 0 || r.Height == 0:
		return "", nil
	case r.Width < minWidth || r.Height < minHeight:
		return r.tooSmall(), nil
	}
	base := r.base()
	lines := r.frame(r.Stack[base].Screen)
	cursor := r.takeCursor(lines[:len(lines)-1-len(r.statusLines())])
	out := strings.Join(lines, "\n")
	for _, e := range r.Stack[base+1:] {
		out, cursor = r.overlay(out, e.Screen.(screen.Dialog))
	}
	return out, cursor
}

// takeCursor finds the cursor of a text input in lines, and takes its drawing
// out, as the terminal draws its own there. Where nothing is typed the cursor is
// on the marked line, which screen readers and magnifiers follow.
func (r *Frame) takeCursor(lines []string) *tea.Cursor {
	for y, line := range lines {
		if before, after, ok := strings.Cut(line, widget.CursorMark); ok {
			lines[y] = before + after
			return steady(style.Width(before), y, tea.CursorBlock)
		}
	}
	for y, line := range lines {
		if x := r.markIn(line); x >= 0 {
			return steady(x, y, tea.CursorUnderline)
		}
	}
	return nil
}

// steady is a cursor that does not blink.
func steady(x, y int, shape tea.CursorShape) *tea.Cursor {
	cursor := tea.NewCursor(x, y)
	cursor.Blink, cursor.Shape = false, shape
	return cursor
}

// markIn is the column of the sign that a line is marked with; -1 for none.
func (r *Frame) markIn(line string) int {
	const mark = "›"
	if !strings.Contains(line, mark) {
		return -1
	}
	if before, after, ok := strings.Cut(line, r.Env.Styles.Selected.Begin()); ok {
		if blank, _, ok := strings.Cut(after, mark); ok && strings.TrimSpace(blank) == "" {
			return style.Width(before + blank)
		}
	}
	if before, _, _ := strings.Cut(style.Stripped(line), mark); strings.Trim(before, " │") == "" {
		return style.Width(before)
	}
	return -1
}

// corner is where a screen's own rows and columns begin in the window.
func (r *Frame) corner(s screen.Screen) (x, y int) {
	if d, boxed := s.(screen.Dialog); boxed {
		inside, most := r.dialogRoom(d)
		rows := strings.Count(strings.TrimRight(d.View(inside, most), "\n"), "\n") + 1
		x, y = r.boxAt(inside, min(rows, most)+2)
		return x + 1 + dialogPadding, y + 1
	}
	if r.Height >= screen.RoomyHeight {
		return r.margin(), 2
	}
	return r.margin(), 1
}

// boxAt is the upper left corner of a dialog's box.
func (r *Frame) boxAt(inside, rows int) (x, y int) {
	below := 1 + len(r.statusLines())
	return (r.Width - inside - 2*dialogPadding - 2) / 2, max(min((r.Height-2-rows)/2, r.Height-below-rows), 0)
}

// frame draws a screen with header, status line and footer.
func (r *Frame) frame(s screen.Screen) []string {
	w, h := r.room()
	side := style.Spaces(r.margin())
	lines := make([]string, 0, r.Height)
	lines = append(lines, side+r.header(s, w))
	if r.Height >= screen.RoomyHeight {
		lines = append(lines, "")
	}
	body := strings.Split(s.View(w, h), "\n")
	for i := range h {
		line := ""
		if i < len(body) {
			line = style.Truncate(body[i], w)
		}
		lines = append(lines, side+line)
	}
	said := r.statusLines()
	said[len(said)-1] = r.withPosition(s, said[len(said)-1], w)
	for _, line := range said {
		lines = append(lines, side+line)
	}
	return append(lines, side+r.footer(w))
}

// withPosition is the last line of what is said, and on its right where in the
// screen one is, if there is room for that.
func (r *Frame) withPosition(s screen.Screen, line string, w int) string {
	at, ok := s.(screen.Positioned)
	if !ok {
		return line
	}
	text := at.Position()
	gap := w - style.Width(line) - style.Width(text)
	if text == "" || gap < 2 {
		return line
	}
	return line + style.Spaces(gap) + r.Env.Styles.Muted.Render(text)
}

func (r *Frame) header(s screen.Screen, w int) string {
	st := r.Env.Styles
	right := ""
	if h, ok := s.(screen.Subtitled); ok {
		right = h.Subtitle()
	}
	left := "linkvet"
	title := style.OneLine(s.Title())
	room := w - style.Width(left) - 3 - style.Width(title) - 2
	switch {
	case r.Env.ReadOnly():
		right = notice("only looking: "+r.Env.WhyLooking(), right, room)
	case r.Env.Demo():
		right = notice("demo: nothing here is yours", right, room)
	}
	if room := w - style.Width(left) - 3 - style.Width(right) - 2; right != "" && room < style.Width(title) {
		right = style.Truncate(right, max(w-style.Width(left)-3-style.Width(title)-2, 0))
	}
	title = style.Truncate(title, max(w-style.Width(left)-3, 0))
	gap := w - style.Width(left) - 3 - style.Width(title) - style.Width(right)
	return st.Strong.Render(left) + st.Muted.Render(" · ") + st.Text.Render(title) + style.Spaces(gap) + st.Muted.Render(right)
}

// notice is what the header must say, and the rest where there is room.
func notice(notice, rest string, room int) string {
	if rest == "" || style.Width(rest)+style.Width(notice)+3 > room {
		return notice
	}
	return rest + " · " + notice
}

// statusLines are what is said, at least one row.
func (r *Frame) statusLines() []string {
	st, said, w := r.Env.Styles, r.Env.Status(), r.columns()
	if said.Kind == screen.StatusNone || w <= 2 {
		return []string{""}
	}
	text := style.OneLine(said.Text)
	lines := style.Wrap(text, w-2)
	most := max(screen.StatusRows, r.Height/8)
	if strings.Contains(text, "://") {
		most = max(r.Height/2, most)
	}
	if len(lines) > most {
		lines[most-1] = style.Truncate(strings.Join(lines[most-1:], " "), w-2)
		lines = lines[:most]
	}
	for i, line := range lines {
		switch {
		case said.Kind == screen.StatusFailed && i == 0:
			lines[i] = st.Danger.Render("! " + line)
		case said.Kind == screen.StatusFailed:
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
func (r *Frame) footer(w int) string {
	st := r.Env.Styles
	var called map[keys.ID]string
	if caller, ok := r.Top().(screen.Calling); ok {
		called = caller.Called()
	}
	hint := func(id keys.ID) (string, int) {
		a := r.Env.Keys.ByID[id]
		name, title := keys.Short(a.Keys), a.Title
		if own := called[id]; own != "" {
			title = own
		}
		if counted, ok := r.Top().(screen.Numbered); ok && name == "1-9" {
			name = keys.Upto(counted.Digits())
		}
		return st.Key.Render(name) + " " + st.Muted.Render(title), style.Width(name) + 1 + style.Width(title)
	}
	last, lastWidth := hint(keys.Help)
	if r.Top().InText() {
		last, lastWidth = hint(keys.Palette)
	}
	const gap = 3
	var parts []string
	used := lastWidth
	seen := map[string]bool{}
	for _, id := range r.Env.Offered(r.Top()) {
		text, n := hint(id)
		if Quiet(id) || seen[text] {
			continue
		}
		if used+n+gap > w {
			break
		}
		seen[text] = true
		parts = append(parts, text)
		used += n + gap
	}
	return strings.Join(append(parts, last), style.Spaces(gap))
}

// Quiet reports whether an action is too ordinary for the footer.
func Quiet(id keys.ID) bool {
	switch id {
	case keys.Up, keys.Down, keys.PageUp, keys.PageDown, keys.HalfUp, keys.HalfDown, keys.First, keys.Last, keys.LineUp, keys.LineDown, keys.Pick, keys.PrevTab, keys.PrevField, keys.PrevValue, keys.Tab, keys.Switch, keys.PrevAnswer, keys.FirstRow, keys.LastRow:
		return true
	}
	return false
}

// overlay draws a dialog in a box over what is below it.
func (r *Frame) overlay(below string, d screen.Dialog) (string, *tea.Cursor) {
	inside, most := r.dialogRoom(d)
	body := strings.Split(strings.TrimRight(d.View(inside, most), "\n"), "\n")
	body = body[:min(len(body), most)]
	st := r.Env.Styles
	pad := style.Spaces(dialogPadding)
	title := style.Truncate(style.OneLine(d.Title()), inside)
	rule := max(inside+2*dialogPadding-style.Width(title)-3, 0)
	lines := []string{st.Border.Render("╭─ ") + st.Strong.Render(title) + st.Border.Render(" "+strings.Repeat("─", rule)+"╮")}
	for _, line := range body {
		lines = append(lines, st.Border.Render("│")+pad+style.Fit(line, inside)+pad+st.Border.Render("│"))
	}
	lines = append(lines, st.Border.Render("╰"+strings.Repeat("─", inside+2*dialogPadding)+"╯"))
	cursor := r.takeCursor(lines)
	x, y := r.boxAt(inside, len(lines))
	if cursor != nil {
		cursor.X, cursor.Y = cursor.X+x, cursor.Y+y
	}
	box := strings.Join(lines, "\n")
	return lipgloss.NewCompositor(lipgloss.NewLayer(below), lipgloss.NewLayer(box).X(x).Y(y).Z(1)).Render(), cursor
}

// dialogRoom is the width inside a dialog's box and its most rows.
func (r *Frame) dialogRoom(d screen.Dialog) (w, h int) {
	return min(d.Width(), r.Width-2*dialogPadding-2-2*r.margin()), r.Height - 2 - 1 - len(r.statusLines())
}

// tooSmall is all that is shown in a window nothing fits in.
func (r *Frame) tooSmall() string {
	lines := style.Wrap("linkvet needs a window of at least 40 columns and 10 rows. Make it larger, or leave with ctrl+c. Everything is saved.", r.Width)
	return strings.Join(lines[:min(len(lines), r.Height)], "\n")
}
