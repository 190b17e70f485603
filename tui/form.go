package tui

import (
	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
)

// fieldKind is what a field of a form takes.
type fieldKind uint8

const (
	fieldText   fieldKind = iota // one line
	fieldArea                    // several lines
	fieldChoice                  // one of several
	fieldMulti                   // any of several
	fieldButton
)

// field is one field of a form.
type field struct {
	id      string
	label   string
	hint    string // said while the field has the focus
	kind    fieldKind
	input   input
	area    area
	choices []advisor.AnswerChoice
	picked  []bool
	problem string // what was wrong at the last save
}

// fieldset is a column of fields. What is wrong is said at a save and never keeps
// anyone from moving on or back.
type fieldset struct {
	env    *env
	fields []field
	at     int // the field with the focus
	sub    int // the line of it, in a multi field
	top    int // the first line shown
}

// formEvent is what the owner of a form has to do after a key.
type formEvent uint8

const (
	formNothing formEvent = iota
	formChanged
	formPressed // the marked button, see pressed
	formSave
)

func textField(id, label, hint, placeholder string) field {
	return field{id: id, label: label, hint: hint, kind: fieldText, input: newInput(placeholder)}
}

func choiceField(id, label, hint string, kind fieldKind, choices []advisor.AnswerChoice) field {
	return field{id: id, label: label, hint: hint, kind: kind, choices: choices, picked: make([]bool, len(choices))}
}

func button(id, label string) field { return field{id: id, label: label, kind: fieldButton} }

// field returns the field with an id.
func (f *fieldset) field(id string) *field {
	for i := range f.fields {
		if f.fields[i].id == id {
			return &f.fields[i]
		}
	}
	panic("no field " + id)
}

// focused is the field that has the keys.
func (f *fieldset) focused() *field { return &f.fields[f.at] }

// inText reports whether a text input has the keys.
func (f *fieldset) inText() bool {
	k := f.focused().kind
	return k == fieldText || k == fieldArea
}

// actions are those of the focused field.
func (f *fieldset) actions() []actionID {
	var acts []actionID
	switch f.focused().kind {
	case fieldText:
		acts = []actionID{actAccept}
	case fieldButton:
		acts = []actionID{actPress}
	case fieldChoice:
		acts = []actionID{actNextValue, actPrevValue, actAccept}
	case fieldMulti:
		acts = []actionID{actToggle, actAccept}
	}
	acts = append(acts, actSave, actBack, actNextField, actPrevField)
	if !f.atAreaLine() {
		acts = append(acts, actLineUp, actLineDown)
	}
	return acts
}

// atAreaLine reports whether up and down belong to a text of several lines.
func (f *fieldset) atAreaLine() bool { return f.focused().kind == fieldArea }

// update takes an action or a key and says what the owner has to do.
func (f *fieldset) update(msg tea.Msg) formEvent {
	act, ok := msg.(actionMsg)
	if !ok {
		return f.typed(msg)
	}
	switch act.id {
	case actNextField:
		f.focus(f.at + 1)
	case actPrevField:
		f.focus(f.at - 1)
	case actLineUp:
		f.line(-1)
	case actLineDown:
		f.line(1)
	case actNextValue:
		return f.pick(1)
	case actPrevValue:
		return f.pick(-1)
	case actToggle:
		f.focused().picked[f.sub] = !f.focused().picked[f.sub]
		return formChanged
	case actAccept:
		f.focus(f.at + 1)
	case actPress:
		return formPressed
	case actSave:
		return formSave
	}
	return formNothing
}

// typed gives a key to the focused text.
func (f *fieldset) typed(msg tea.Msg) formEvent {
	if !isTyping(msg) {
		return formNothing
	}
	changed := false
	switch fd := f.focused(); fd.kind {
	case fieldText:
		changed = fd.input.update(msg)
	case fieldArea:
		changed = fd.area.update(msg)
	}
	if changed {
		f.focused().problem = ""
		return formChanged
	}
	return formNothing
}

// focus moves to a field, round at the ends.
func (f *fieldset) focus(at int) {
	f.at, f.sub = (at+len(f.fields))%len(f.fields), 0
	f.settle()
}

// line moves one line up or down, through the lines of a multi field.
func (f *fieldset) line(by int) {
	if fd := f.focused(); fd.kind == fieldMulti && f.sub+by >= 0 && f.sub+by < len(fd.choices) {
		f.sub += by
		f.settle()
		return
	}
	if to := f.at + by; to < 0 || to >= len(f.fields) {
		return
	}
	f.focus(f.at + by)
	if fd := f.focused(); by < 0 && fd.kind == fieldMulti {
		f.sub = len(fd.choices) - 1
		f.settle()
	}
}

// pick chooses the next or previous value of a choice; before the first there
// is none chosen.
func (f *fieldset) pick(by int) formEvent {
	fd := f.focused()
	if fd.kind != fieldChoice {
		return formNothing
	}
	at := fd.value() + by
	at = max(min(at, len(fd.choices)-1), 0)
	fd.choose(fd.choices[at].Value)
	fd.problem = ""
	return formChanged
}

// value is the index of the choice made, or -1.
func (fd *field) value() int {
	for i, on := range fd.picked {
		if on {
			return i
		}
	}
	return -1
}

// choose makes the choices with these values, and no others.
func (fd *field) choose(values ...string) {
	for i, c := range fd.choices {
		fd.picked[i] = false
		for _, v := range values {
			if c.Value == v {
				fd.picked[i] = true
			}
		}
	}
}

// chosen returns the values chosen.
func (fd *field) chosen() []string {
	var values []string
	for i, on := range fd.picked {
		if on {
			values = append(values, fd.choices[i].Value)
		}
	}
	return values
}

// text is what was typed.
func (fd *field) text() string {
	if fd.kind == fieldArea {
		return fd.area.value()
	}
	return fd.input.value()
}

// firstProblem moves to the first field with a problem and reports whether
// there is one.
func (f *fieldset) firstProblem() bool {
	for i := range f.fields {
		if f.fields[i].problem != "" {
			f.focus(i)
			return true
		}
	}
	return false
}
