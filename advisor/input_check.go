package advisor

import (
	"fmt"
	"slices"
	"strings"
)

// InputError is bad input: what is wrong, where, and what is allowed instead.
type InputError struct {
	File    string   // name as given, "-" for standard input; "" when there is none
	Line    int      // 1-based; 0 when there is none
	Field   string   // such as "answers.know"
	Problem string   // such as `unknown value "sort of"`
	Allowed []string // what may stand there instead, if it is a choice
}

// Error gives file, line, field, problem and what is allowed.
func (e *InputError) Error() string {
	var b strings.Builder
	if e.File != "" {
		b.WriteString(e.File + ":")
	}
	if e.Line > 0 {
		fmt.Fprintf(&b, "%d:", e.Line)
	}
	if b.Len() > 0 {
		b.WriteByte(' ')
	}
	if e.Field != "" {
		b.WriteString(e.Field + ": ")
	}
	b.WriteString(e.Problem)
	if len(e.Allowed) > 0 {
		b.WriteString(" (allowed: " + strings.Join(e.Allowed, ", ") + ")")
	}
	return b.String()
}

// Validate reports the first answer with an unknown id or value, or with more
// than one value where one is allowed. The error is an *InputError.
func (a Answers) Validate() error {
	for _, id := range sortedIDs(a) {
		if err := checkAnswer(id, a[id]); err != nil {
			return err
		}
	}
	return nil
}

func checkAnswer(id string, values []string) error { return rules().checkAnswer(id, values) }

func (b *rulebook) checkAnswer(id string, values []string) error {
	q, ok := b.byID[id]
	if !ok {
		return &InputError{Field: "answers." + id, Problem: "unknown question", Allowed: b.ids()}
	}
	fail := func(problem string) error {
		return &InputError{Field: "answers." + id, Problem: problem, Allowed: q.values()}
	}
	if len(values) == 0 {
		return fail("has no value")
	}
	if q.Kind != Multi && len(values) > 1 {
		return fail("takes one value")
	}
	for i, v := range values {
		ans, ok := q.answer(v)
		switch {
		case !ok:
			return fail(fmt.Sprintf("unknown value %q", v))
		case slices.Contains(values[:i], v):
			return fail(fmt.Sprintf("value %q appears twice", v))
		case len(values) > 1 && (v == DontKnow || v == "none" && ans.Outcome == Neutral):
			return fail(fmt.Sprintf("%q does not go with other values", v))
		}
	}
	return nil
}

// ids returns the ids of all questions, in order.
func (b *rulebook) ids() []string {
	list := make([]string, len(b.Questions))
	for i := range b.Questions {
		list[i] = b.Questions[i].ID
	}
	return list
}

// sortedIDs returns the ids in a, those of the rulebook first in its order,
// unknown ones after them in alphabetical order.
func sortedIDs(a Answers) []string {
	list := make([]string, 0, len(a))
	for id := range a {
		list = append(list, id)
	}
	slices.Sort(list)
	place := func(id string) int {
		if q, ok := book().byID[id]; ok {
			return q.index
		}
		return len(book().Questions)
	}
	slices.SortStableFunc(list, func(x, y string) int { return place(x) - place(y) })
	return list
}

// Validate reports the first profile field with a value that is not allowed.
// The error is an *InputError.
func (p Profile) Validate() error {
	for _, g := range p.Goals {
		if allowed := values(GoalChoices()); !slices.Contains(allowed, g) {
			return &InputError{Field: "profile.goals", Problem: fmt.Sprintf("unknown goal %q", g), Allowed: allowed}
		}
	}
	for _, field := range []struct{ name, value string }{
		{"usage", p.Usage}, {"comfort", p.Comfort}, {"job_search", p.JobSearch},
	} {
		if allowed := profileValues(field.name); field.value != "" && !slices.Contains(allowed, field.value) {
			return &InputError{Field: "profile." + field.name, Problem: fmt.Sprintf("unknown value %q", field.value), Allowed: allowed}
		}
	}
	if p.Connections != nil && *p.Connections < 0 {
		return &InputError{Field: "profile.connections", Problem: "must be 0 or more"}
	}
	return nil
}

// profileValues returns what a profile field may be.
func profileValues(field string) []string {
	switch field {
	case "usage":
		return []string{"active", "light"}
	case "comfort":
		return []string{"comfortable", "unsure"}
	case "job_search":
		return []string{"looking", "open", "no"}
	}
	return nil
}

func values(choices []AnswerChoice) []string {
	list := make([]string, len(choices))
	for i, c := range choices {
		list[i] = c.Value
	}
	return list
}

// GoalChoices returns the goals a profile may name, with their labels (003,
// lines 19 to 25).
func GoalChoices() []AnswerChoice {
	list := make([]AnswerChoice, len(book().Goals))
	for i, g := range book().Goals {
		list[i] = AnswerChoice{Value: g.ID, Label: g.Label}
	}
	return list
}
