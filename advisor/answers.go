package advisor

// Answers holds, by question id, the values chosen: one value for a choice or
// yes/no question, one or more for a multi question. A question without an
// entry is unanswered; the value "unknown" means "don't know". In JSON a
// single choice is a string and a multi a list.
type Answers map[string][]string

// Value returns the single value given for a choice or yes/no question, or ""
// when there is none.
func (a Answers) Value(id string) string {
	if v := a[id]; len(v) > 0 {
		return v[0]
	}
	return ""
}

// Clone returns a copy that shares nothing with a.
func (a Answers) Clone() Answers {
	c := make(Answers, len(a))
	for id, values := range a {
		c[id] = append([]string(nil), values...)
	}
	return c
}
