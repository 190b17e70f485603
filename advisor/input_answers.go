package advisor

import (
	"bytes"
	"encoding/json"
	"fmt"
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

// isOpen reports whether a question has no answer, or "don't know".
func isOpen(a Answers, id string) bool {
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
