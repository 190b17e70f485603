package tui

import "strings"

// Layout of a form.
const (
	formLabel     = 14 // columns of labels, where there is room
	formMost      = 78 // columns of a form at most
	formAreaRows  = 4
	formNarrow    = 56 // below this labels stand above their fields
	formInnerEdge = 2
)

// resize fits the texts of several lines to the window.
func (f *fieldset) resize() {
	for i := range f.fields {
		if f.fields[i].kind == fieldArea {
			f.fields[i].area.resize(f.controlWidth(f.env.width)-1, formAreaRows)
		}
	}
	f.settle()
}

func (f *fieldset) narrow(w int) bool { return w < formNarrow }

// controlWidth is the width of the fields themselves.
func (f *fieldset) controlWidth(w int) int {
	w = min(w, formMost) - formInnerEdge
	if !f.narrow(w) {
		w -= formLabel
	}
	return max(w, 10)
}

// lines draws all fields and says which line has the focus.
func (f *fieldset) lines(w int) (lines []string, focus int) {
	for i := range f.fields {
		fd := &f.fields[i]
		on := i == f.at
		if i > 0 && (fd.kind != fieldButton || f.fields[i-1].kind != fieldButton) {
			lines = append(lines, "")
		}
		if on {
			focus = len(lines) + f.sub
			if f.narrow(w) && fd.kind != fieldButton {
				focus++
			}
		}
		lines = append(lines, f.fieldLines(fd, on, w)...)
	}
	return lines, focus
}

// fieldLines draws one field: label, control, and what is wrong or meant.
func (f *fieldset) fieldLines(fd *field, on bool, w int) []string {
	st := f.env.styles
	mark := "  "
	if on {
		mark = st.Accent.Render("› ")
	}
	if fd.kind == fieldButton {
		if on {
			return []string{mark + st.Selected.Render(" "+fd.label+" ")}
		}
		return []string{mark + " " + fd.label + " "}
	}
	cw := f.controlWidth(w)
	control := f.control(fd, on, cw)
	if fd.problem != "" {
		mark := "! "
		for _, line := range wrap(fd.problem, cw-len(mark)) {
			control = append(control, st.Danger.Render(mark+line))
			mark = "  "
		}
	} else if on && fd.hint != "" {
		for _, line := range wrap(fd.hint, cw) {
			control = append(control, st.Muted.Render(line))
		}
	}
	label := fd.label
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
		lines[i] = spaces(formInnerEdge+formLabel) + line
	}
	lines[0] = mark + fit(label, formLabel) + control[0]
	return lines
}

// control draws what is filled in.
func (f *fieldset) control(fd *field, on bool, w int) []string {
	st := f.env.styles
	switch fd.kind {
	case fieldArea:
		var lines []string
		for _, line := range fd.area.lines(on) {
			lines = append(lines, st.Border.Render("▏")+truncate(line, w-1))
		}
		return lines
	case fieldMulti:
		lines := make([]string, len(fd.choices))
		for i, c := range fd.choices {
			lines[i] = f.box(fd, i, on && i == f.sub, "[x] ", "[ ] ", c.Label, w)
		}
		return lines
	case fieldChoice:
		return f.choiceLines(fd, on, w)
	}
	return []string{st.Border.Render("▏") + fd.input.view(w-1, on)}
}

// box draws one choice with its mark.
func (f *fieldset) box(fd *field, i int, marked bool, yes, no, label string, w int) string {
	text := no + label
	if fd.picked[i] {
		text = yes + label
	}
	text = truncate(text, w)
	if marked {
		return f.env.styles.Selected.Render(text)
	}
	return text
}

// choiceLines draws the values of a choice, as many on a line as fit.
func (f *fieldset) choiceLines(fd *field, on bool, w int) []string {
	lines := []string{""}
	for i, c := range fd.choices {
		text := f.box(fd, i, on && fd.picked[i], "(•) ", "( ) ", c.Label, w)
		last := len(lines) - 1
		switch {
		case lines[last] == "":
			lines[last] = text
		case width(lines[last])+3+width(text) <= w:
			lines[last] += "   " + text
		default:
			lines = append(lines, text)
		}
	}
	return lines
}

// settle keeps the line with the focus in the window.
func (f *fieldset) settle() {
	lines, focus := f.lines(f.env.width)
	f.top = cursor{at: focus, top: f.top}.window(len(lines), f.rows(f.env.height))
	if focus < formAreaRows && f.at == 0 {
		f.top = 0
	}
}

// rows is how many lines of the form are shown, of h in all.
func (f *fieldset) rows(h int) int { return max(h, 3) }

// view draws the part of the form that fits, with its focus in sight.
func (f *fieldset) view(w, h int) string {
	lines, focus := f.lines(w)
	rows := f.rows(h)
	// Two lines below the focus are kept in sight for what is said about it.
	top := cursor{at: min(focus+2, len(lines)-1), top: f.top}.window(len(lines), rows)
	top = min(top, focus)
	return strings.Join(lines[top:min(top+rows, len(lines))], "\n")
}
