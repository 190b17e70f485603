package widget

import (
	"strings"

	"linkvet/tui/style"
)

// Layout of a form.
const (
	formLabel     = 14 // columns of labels, where there is room
	FormMost      = 78 // columns of a form at most
	formAreaRows  = 4
	formNarrow    = 56 // below this labels stand above their fields
	formInnerEdge = 2
)

// Resize fits the texts of several lines to the window.
func (f *Form) Resize() {
	for i := range f.Fields {
		if f.Fields[i].Kind == FieldArea {
			f.Fields[i].Area.Resize(f.controlWidth(f.Env.Width)-1, formAreaRows)
		}
	}
	f.settle()
}

func (f *Form) narrow(w int) bool { return w < formNarrow }

// controlWidth is the width of the fields themselves.
func (f *Form) controlWidth(w int) int {
	w = min(w, FormMost) - formInnerEdge
	if !f.narrow(w) {
		w -= formLabel
	}
	return max(w, 10)
}

// lines draws all fields and says which line has the focus.
func (f *Form) lines(w int) (lines []string, focus int) {
	for i := range f.Fields {
		fd := &f.Fields[i]
		on := i == f.at
		if i > 0 && (fd.Kind != FieldButton || f.Fields[i-1].Kind != FieldButton) {
			lines = append(lines, "")
		}
		if on {
			focus = len(lines) + f.sub
			if f.narrow(w) && fd.Kind != FieldButton {
				focus++
			}
		}
		lines = append(lines, f.fieldLines(fd, on, w)...)
	}
	return lines, focus
}

// fieldLines draws one field: label, control, and what is wrong or meant.
func (f *Form) fieldLines(fd *Field, on bool, w int) []string {
	st := f.Env.Styles
	mark := "  "
	if on {
		mark = st.Accent.Render("› ")
	}
	if fd.Kind == FieldButton {
		if on {
			return []string{mark + st.Selected.Render(" "+fd.Label+" ")}
		}
		return []string{mark + " " + fd.Label + " "}
	}
	cw := f.controlWidth(w)
	control := f.control(fd, on, cw)
	if fd.Problem != "" {
		mark := "! "
		for _, line := range style.Wrap(fd.Problem, cw-len(mark)) {
			control = append(control, st.Danger.Render(mark+line))
			mark = "  "
		}
	} else if on && fd.Hint != "" {
		for _, line := range style.Wrap(fd.Hint, cw) {
			control = append(control, st.Muted.Render(line))
		}
	}
	label := fd.Label
	if on {
		label = st.Accent.Render(label)
	}
	if f.narrow(w) {
		lines := []string{mark + label}
		for _, line := range control {
			lines = append(lines, "  "+line)
		}
		return lines
	}
	lines := make([]string, len(control))
	for i, line := range control {
		lines[i] = style.Spaces(formInnerEdge+formLabel) + line
	}
	lines[0] = mark + style.Fit(label, formLabel) + control[0]
	return lines
}

// control draws what is filled in.
func (f *Form) control(fd *Field, on bool, w int) []string {
	st := f.Env.Styles
	switch fd.Kind {
	case FieldArea:
		var lines []string
		for _, line := range fd.Area.Lines(on) {
			lines = append(lines, st.Border.Render("▏")+style.Truncate(line, w-1))
		}
		return lines
	case FieldMulti:
		lines := make([]string, len(fd.choices))
		for i, c := range fd.choices {
			lines[i] = f.box(fd, i, on && i == f.sub, "[x] ", "[ ] ", c.Label, w)
		}
		return lines
	case FieldChoice:
		return f.choiceLines(fd, on, w)
	}
	return []string{st.Border.Render("▏") + fd.Input.View(w-1, on)}
}

// box draws one choice with its mark.
func (f *Form) box(fd *Field, i int, marked bool, yes, no, label string, w int) string {
	text := no + label
	if fd.picked[i] {
		text = yes + label
	}
	text = style.Truncate(text, w)
	if marked {
		return f.Env.Styles.Selected.Render(text)
	}
	return text
}

// choiceLines draws the values of a choice, as many on a line as fit.
func (f *Form) choiceLines(fd *Field, on bool, w int) []string {
	lines := []string{""}
	for i, c := range fd.choices {
		text := f.box(fd, i, on && fd.picked[i], "(•) ", "( ) ", c.Label, w)
		last := len(lines) - 1
		switch {
		case lines[last] == "":
			lines[last] = text
		case style.Width(lines[last])+3+style.Width(text) <= w:
			lines[last] += "   " + text
		default:
			lines = append(lines, text)
		}
	}
	return lines
}

// settle keeps the line with the focus in the window.
func (f *Form) settle() {
	lines, focus := f.lines(f.Env.Width)
	f.top = Cursor{At: focus, top: f.top}.Window(len(lines), f.rows(f.Env.Height))
	if focus < formAreaRows && f.at == 0 {
		f.top = 0
	}
}

// rows is how many lines of the form are shown, of h in all.
func (f *Form) rows(h int) int { return max(h, 3) }

// View draws the part of the form that fits, with its focus in sight.
func (f *Form) View(w, h int) string {
	lines, focus := f.lines(w)
	rows := f.rows(h)
	// Two lines below the focus are kept in sight for what is said about it.
	top := Cursor{At: min(focus+2, len(lines)-1), top: f.top}.Window(len(lines), rows)
	top = min(top, focus)
	return strings.Join(lines[top:min(top+rows, len(lines))], "\n")
}
