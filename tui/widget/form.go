package widget

import (
	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
)

// FieldKind is what a field of a form takes.
type FieldKind uint8

const (
	FieldText   FieldKind = iota // one line
	FieldArea                    // several lines
	FieldChoice                  // one of several
	FieldMulti                   // any of several
	FieldButton
)

// Field is one field of a form.
type Field struct {
	ID      string
	Label   string
	Hint    string // said while the field has the focus
	Kind    FieldKind
	Input   Input
	Area    Area
	choices []advisor.AnswerChoice
	picked  []bool
	Problem string // what was wrong at the last save
}

// Form is a column of fields. What is wrong is said at a save and never keeps
// anyone from moving on or back.
type Form struct {
	Env    *screen.Env
	Fields []Field
	at     int // the field with the focus
	sub    int // the line of it, in a multi field
	top    int // the first line shown
}

// FormEvent is what the owner of a form has to do after a key.
type FormEvent uint8

const (
	FormNothing FormEvent = iota
	FormChanged
	FormPressed // the marked button, see pressed
	FormSave
)

// TextField returns a field for one line.
func TextField(id, label, hint, placeholder string) Field {
	return Field{ID: id, Label: label, Hint: hint, Kind: FieldText, Input: NewInput(placeholder)}
}

// AreaField returns a field for several lines.
func AreaField(id, label, hint string) Field {
	return Field{ID: id, Label: label, Hint: hint, Kind: FieldArea, Area: NewArea("")}
}

// ChoiceField returns a field to choose one of several values, or any of them.
func ChoiceField(id, label, hint string, kind FieldKind, choices []advisor.AnswerChoice) Field {
	return Field{ID: id, Label: label, Hint: hint, Kind: kind, choices: choices, picked: make([]bool, len(choices))}
}

// Button returns a field that is pressed.
func Button(id, label string) Field { return Field{ID: id, Label: label, Kind: FieldButton} }

// Field returns the field with an id.
func (f *Form) Field(id string) *Field {
	for i := range f.Fields {
		if f.Fields[i].ID == id {
			return &f.Fields[i]
		}
	}
	panic("no field " + id)
}

// Focused is the field that has the keys.
func (f *Form) Focused() *Field { return &f.Fields[f.at] }

// InText reports whether a text input has the keys.
func (f *Form) InText() bool {
	k := f.Focused().Kind
	return k == FieldText || k == FieldArea
}

// Actions are those of the focused field.
func (f *Form) Actions() []keys.ID {
	var acts []keys.ID
	switch f.Focused().Kind {
	case FieldText:
		acts = []keys.ID{keys.Accept}
	case FieldButton:
		acts = []keys.ID{keys.Press}
	case FieldChoice:
		acts = []keys.ID{keys.NextValue, keys.PrevValue, keys.Accept}
	case FieldMulti:
		acts = []keys.ID{keys.Toggle, keys.Accept}
	}
	acts = append(acts, keys.Save, keys.Back, keys.NextField, keys.PrevField)
	if !f.atAreaLine() {
		acts = append(acts, keys.LineUp, keys.LineDown)
	}
	return acts
}

// atAreaLine reports whether up and down belong to a text of several lines.
func (f *Form) atAreaLine() bool { return f.Focused().Kind == FieldArea }

// Update takes an action or a key and says what the owner has to do.
func (f *Form) Update(msg tea.Msg) FormEvent {
	act, ok := msg.(screen.ActionMsg)
	if !ok {
		return f.typed(msg)
	}
	switch act.ID {
	case keys.NextField:
		f.focus(f.at + 1)
	case keys.PrevField:
		f.focus(f.at - 1)
	case keys.LineUp:
		f.line(-1)
	case keys.LineDown:
		f.line(1)
	case keys.NextValue:
		return f.pick(1)
	case keys.PrevValue:
		return f.pick(-1)
	case keys.Toggle:
		f.Focused().picked[f.sub] = !f.Focused().picked[f.sub]
		return FormChanged
	case keys.Accept:
		f.focus(f.at + 1)
	case keys.Press:
		return FormPressed
	case keys.Save:
		return FormSave
	}
	return FormNothing
}

// typed gives a key to the focused text.
func (f *Form) typed(msg tea.Msg) FormEvent {
	if !IsTyping(msg) {
		return FormNothing
	}
	changed := false
	switch fd := f.Focused(); fd.Kind {
	case FieldText:
		changed = fd.Input.Update(f.Env, msg)
	case FieldArea:
		changed = fd.Area.Update(f.Env, msg)
	}
	if changed {
		f.Focused().Problem = ""
		return FormChanged
	}
	return FormNothing
}

// focus moves to a field, round at the ends.
func (f *Form) focus(at int) {
	f.at, f.sub = (at+len(f.Fields))%len(f.Fields), 0
	f.settle()
}

// line moves one line up or down, through the lines of a multi field.
func (f *Form) line(by int) {
	if fd := f.Focused(); fd.Kind == FieldMulti && f.sub+by >= 0 && f.sub+by < len(fd.choices) {
		f.sub += by
		f.settle()
		return
	}
	if to := f.at + by; to < 0 || to >= len(f.Fields) {
		return
	}
	f.focus(f.at + by)
	if fd := f.Focused(); by < 0 && fd.Kind == FieldMulti {
		f.sub = len(fd.choices) - 1
		f.settle()
	}
}

// pick chooses the next or previous value of a choice, from the last one round to
// the first.
func (f *Form) pick(by int) FormEvent {
	fd := f.Focused()
	if fd.Kind != FieldChoice {
		return FormNothing
	}
	n := len(fd.choices)
	at := fd.value() + by
	if at < 0 {
		at = n - 1
	}
	fd.Choose(fd.choices[at%n].Value)
	fd.Problem = ""
	return FormChanged
}

// value is the index of the choice made, or -1.
func (fd *Field) value() int {
	for i, on := range fd.picked {
		if on {
			return i
		}
	}
	return -1
}

// Choose makes the choices with these values, and no others.
func (fd *Field) Choose(values ...string) {
	for i, c := range fd.choices {
		fd.picked[i] = false
		for _, v := range values {
			if c.Value == v {
				fd.picked[i] = true
			}
		}
	}
}

// Chosen returns the values chosen.
func (fd *Field) Chosen() []string {
	var values []string
	for i, on := range fd.picked {
		if on {
			values = append(values, fd.choices[i].Value)
		}
	}
	return values
}

// Text is what was typed.
func (fd *Field) Text() string {
	if fd.Kind == FieldArea {
		return fd.Area.Value()
	}
	return fd.Input.Value()
}

// FirstProblem moves to the first field with a problem and reports whether
// there is one.
func (f *Form) FirstProblem() bool {
	for i := range f.Fields {
		if f.Fields[i].Problem != "" {
			f.focus(i)
			return true
		}
	}
	return false
}
