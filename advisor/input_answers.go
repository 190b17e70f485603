package advisor

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Value returns the single value given for a choice or yes/no question, or ""
// when there is none.
func (a Answers) Value(id string) string {
	if v := a[id]; len(v) > 0 {
		return v[0]
	}
	return ""
}

// Open reports whether a question has no answer, or "don't know": what is left
// open on a page is kept so.
func (a Answers) Open(id string) bool {
	v := a.Value(id)
	return v == "" || v == DontKnow
}

// Clone returns a copy that shares nothing with a.
func (a Answers) Clone() Answers {
	c := make(Answers, len(a))
	for id, values := range a {
		c[id] = append([]string(nil), values...)
	}
	return c
}

// String writes the answers as question=value;question=value,value in the
// order of the rulebook. ParseAnswers reads it back.
func (a Answers) String() string {
	parts := make([]string, 0, len(a))
	for _, id := range sortedIDs(a) {
		parts = append(parts, id+"="+strings.Join(a[id], ","))
	}
	return strings.Join(parts, ";")
}

// ParseAnswers reads what String writes, and validates it.
func ParseAnswers(s string) (Answers, error) {
	a := Answers{}
	for part := range strings.SplitSeq(s, ";") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		id, list, ok := strings.Cut(part, "=")
		if !ok {
			return nil, &InputError{Field: "answers", Problem: fmt.Sprintf("%q is not of the form question=value", part)}
		}
		if _, twice := a[id]; twice {
			return nil, &InputError{Field: "answers." + id, Problem: "appears twice"}
		}
		a[id] = strings.Split(list, ",")
	}
	return a, a.Validate()
}

// MarshalJSON writes a multi question as a list and any other as a string.
func (a Answers) MarshalJSON() ([]byte, error) {
	out := make(map[string]any, len(a))
	for id, values := range a {
		if q, ok := book().byID[id]; ok && q.Kind != Multi && len(values) == 1 {
			out[id] = values[0]
			continue
		}
		out[id] = values
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON writes, and validates it.
func (a *Answers) UnmarshalJSON(data []byte) error {
	parsed, err := ParseAnswersJSON(bytes.NewReader(data), "")
	if err == nil {
		*a = parsed
	}
	return err
}

// ParseCase reads and validates a case from JSON; everything in it may be
// missing. An unknown field, id or value, a wrong type, a key that appears
// twice, or anything after the object is an *InputError that names file, line
// and field, and what is allowed.
func ParseCase(r io.Reader, name string) (Case, error) {
	root, err := readTree(r, name)
	if err != nil {
		return Case{}, err
	}
	c := Case{Answers: Answers{}}
	d := decoder{name}
	err = d.object(root, "", fields{
		"profile":    func(n node) error { return d.profile(n, &c.Profile) },
		"invitation": func(n node) error { return d.invitation(n, &c.Invitation) },
		"answers":    func(n node) error { return d.answers(n, "answers", c.Answers) },
	})
	return c, err
}

// ParseAnswersJSON reads a JSON object of answers in the same strict way.
func ParseAnswersJSON(r io.Reader, name string) (Answers, error) {
	root, err := readTree(r, name)
	if err != nil {
		return nil, err
	}
	a := Answers{}
	return a, decoder{name}.answers(root, "answers", a)
}

// decoder turns nodes into values; file is used in errors.
type decoder struct{ file string }

// fields maps the names an object may have to what reads them.
type fields map[string]func(node) error

func (d decoder) fail(n node, field, problem string, allowed ...string) error {
	return &InputError{File: d.file, Line: n.line, Field: field, Problem: problem, Allowed: allowed}
}

func (d decoder) object(n node, path string, known fields) error {
	if n.kind != object {
		return d.fail(n, path, "must be an object")
	}
	for _, m := range n.members {
		read, ok := known[m.name]
		if !ok {
			return d.fail(m.node, join(path, m.name), "unknown field", slices.Sorted(maps.Keys(known))...)
		}
		if err := read(m.node); err != nil {
			return err
		}
	}
	return nil
}

func (d decoder) text(n node, path string, to *string) error {
	s, ok := n.value.(string)
	if !ok {
		return d.fail(n, path, "must be a string")
	}
	*to = s
	return nil
}

func (d decoder) texts(n node, path string) ([]string, error) {
	if n.kind != list {
		return nil, d.fail(n, path, "must be a list of strings")
	}
	out := make([]string, len(n.list))
	for i, item := range n.list {
		if err := d.text(item, path, &out[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (d decoder) invitation(n node, inv *Invitation) error {
	return d.object(n, "invitation", fields{
		"name":     func(n node) error { return d.text(n, "invitation.name", &inv.Name) },
		"headline": func(n node) error { return d.text(n, "invitation.headline", &inv.Headline) },
		"company":  func(n node) error { return d.text(n, "invitation.company", &inv.Company) },
		"note":     func(n node) error { return d.text(n, "invitation.note", &inv.Note) },
	})
}

func (d decoder) profile(n node, p *Profile) error {
	return d.object(n, "profile", fields{
		"goals": func(n node) (err error) {
			p.Goals, err = d.texts(n, "profile.goals")
			return d.place(n, err, p.Validate)
		},
		"usage":      func(n node) error { return d.place(n, d.text(n, "profile.usage", &p.Usage), p.Validate) },
		"comfort":    func(n node) error { return d.place(n, d.text(n, "profile.comfort", &p.Comfort), p.Validate) },
		"job_search": func(n node) error { return d.place(n, d.text(n, "profile.job_search", &p.JobSearch), p.Validate) },
		"connections": func(n node) error {
			number, _ := n.value.(json.Number)
			count, err := number.Int64()
			if err != nil || count < 0 || count > 1e9 {
				return d.fail(n, "profile.connections", "must be a whole number, 0 or more")
			}
			connections := int(count)
			p.Connections = &connections
			return nil
		},
		"posts_personal": func(n node) error { return d.yes(n, "profile.posts_personal", &p.PostsPersonal) },
		"premium":        func(n node) error { return d.yes(n, "profile.premium", &p.Premium) },
	})
}

// yes reads a truth.
func (d decoder) yes(n node, path string, to *bool) error {
	yes, ok := n.value.(bool)
	if !ok {
		return d.fail(n, path, "must be true or false")
	}
	*to = yes
	return nil
}

// place runs a validation once a field is read, and adds the field's line to
// what it finds.
func (d decoder) place(n node, err error, validate func() error) error {
	if err == nil {
		err = validate()
	}
	var bad *InputError
	if errors.As(err, &bad) && bad.Line == 0 {
		placed := *bad
		placed.File, placed.Line = d.file, n.line
		return &placed
	}
	return err
}

func (d decoder) answers(n node, path string, to Answers) error {
	if n.kind != object {
		return d.fail(n, path, "must be an object of answers by question id")
	}
	for _, m := range n.members {
		given, err := d.answer(m.node, join(path, m.name))
		if err != nil {
			return err
		}
		if err := d.place(m.node, nil, func() error { return checkAnswer(m.name, given) }); err != nil {
			return err
		}
		to[m.name] = given
	}
	return nil
}

// answer reads a string, or a list of strings.
func (d decoder) answer(n node, path string) ([]string, error) {
	if n.kind == list {
		return d.texts(n, path)
	}
	var one string
	if err := d.text(n, path, &one); err != nil {
		return nil, d.fail(n, path, fmt.Sprintf("must be a string or a list of strings, not %s", describe(n)))
	}
	return []string{one}, nil
}

func describe(n node) string {
	switch n.value.(type) {
	case json.Number:
		return "a number"
	case bool:
		return "true or false"
	}
	if n.kind == object {
		return "an object"
	}
	return "null"
}
