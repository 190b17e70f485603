package exchange

import (
	"bufio"
	"fmt"
	"strings"
	"time"

	"linkvet/advisor"
	"linkvet/store/record"
)

// markdown writes invitations as a report for people. Text from strangers is
// escaped, so that it can neither format the report nor put links into it.
type markdown struct {
	out     *bufio.Writer
	profile advisor.Profile
	begun   bool
}

func (m *markdown) close() error {
	if !m.begun {
		m.line("No invitations.")
	}
	return m.out.Flush()
}

// line writes a line; the first error stays in the writer until it is flushed.
func (m *markdown) line(format string, args ...any) { fmt.Fprintf(m.out, format+"\n", args...) }

func (m *markdown) write(inv record.Invitation, now time.Time) error {
	if m.begun {
		m.line("\n---\n")
	}
	m.begun = true
	r := reportOf(inv, now, m.profile)
	m.line("## %s\n", plainMarkdown(r.title))
	for _, field := range r.fields {
		switch field.kind {
		case strangers:
			field.text = plainMarkdown(field.text)
		case link:
			field.text = "<" + field.text + ">"
		}
		m.line("- **%s:** %s", field.name, field.text)
	}
	m.quote("Note that came with it", r.note)
	m.quote("My note", r.personNote)
	if len(r.suggestions) > 0 {
		m.line("\n### To confirm or not\n")
	}
	for _, s := range r.suggestions {
		m.line("- %s %s", plainMarkdown(s[0]), plainMarkdown(s[1]))
	}
	m.advice(r.advice)
	m.answers(r.answers)
	_, err := m.out.Write(nil) // reports an earlier error
	return err
}

func (m *markdown) quote(heading, text string) {
	if text == "" {
		return
	}
	m.line("\n### %s\n", heading)
	for line := range strings.SplitSeq(text, "\n") {
		m.line("> %s", plainMarkdown(line))
	}
}

func (m *markdown) advice(advice *reportAdvice) {
	if advice == nil {
		return
	}
	m.line("\n### Advice: %s\n", advice.heading)
	m.line("%s", plainMarkdown(advice.summary))
	if !advice.settled {
		m.line("\n%s", openAdvice)
	}
	for _, side := range advice.sides {
		m.line("\n**%s**\n", side.heading)
		for _, reason := range side.reasons {
			m.line("- %s (%s)", plainMarkdown(reason[0]), reason[1])
		}
	}
}

// openAdvice says that the advice is not settled.
const openAdvice = "It is open: an answer can still change it."

func (m *markdown) answers(answers []reportAnswer) {
	if len(answers) > 0 {
		m.line("\n### Answers\n")
	}
	for _, a := range answers {
		m.line("- %s **%s**", plainMarkdown(a.question), plainMarkdown(a.answer))
		if a.note != "" {
			m.line("  %s", plainMarkdown(a.note))
		}
	}
}

// plainMarkdown escapes everything that Markdown, or HTML within it, would make
// something of, and addresses too, which some programs turn into links.
func plainMarkdown(text string) string {
	var out strings.Builder
	for i, r := range text {
		switch {
		case r == '\n':
			out.WriteByte(' ')
			continue
		case strings.ContainsRune("\\`*_{}[]<>#|~&!:@$^=", r):
			out.WriteByte('\\')
		case (r == '-' || r == '+' || r == ')') && (i == 0 || strings.Trim(text[:i], "0123456789 ") == ""):
			out.WriteByte('\\')
		case r == '.' && (strings.Trim(text[:i], "0123456789 ") == "" || strings.HasSuffix(strings.ToLower(text[:i]), "www")):
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}
