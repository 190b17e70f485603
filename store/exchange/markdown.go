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
	m.line("## %s\n", plainMarkdown(inv.DisplayName()))
	m.about(inv, now)
	if inv.Note != "" {
		m.line("\n### Note that came with it\n")
		m.quote(inv.Note)
	}
	if inv.PersonNote != "" {
		m.line("\n### My note\n")
		m.quote(inv.PersonNote)
	}
	m.suggestions(inv)
	m.advice(inv)
	m.answers(inv)
	_, err := m.out.Write(nil) // reports an earlier error
	return err
}

// about writes what is known, as a list.
func (m *markdown) about(inv record.Invitation, now time.Time) {
	sent := record.DayOf(inv.SentAt)
	if inv.TimesSent > 1 {
		sent = strings.TrimSpace(fmt.Sprintf("%s (invited %d times)", sent, inv.TimesSent))
	}
	status := string(inv.Status(now))
	if inv.Status(now) == record.StatusLater {
		status += " until " + inv.LaterUntil.String()
	}
	decision := string(inv.Decision)
	if decision != "" {
		decision += " on " + record.DayOf(inv.DecidedAt)
		if inv.Advised != 0 && inv.Advised != inv.Recommendation {
			decision += ", when the advice was: " + inv.Advised.LabelFor(string(inv.Direction), inv.Answers.Value("kind"))
		}
	}
	address := ""
	if inv.URL != "" {
		address = "<" + inv.URL + ">"
	}
	connected := ""
	if inv.Connected {
		connected = strings.TrimSpace("since " + record.DayOf(inv.ConnectedOn))
		if inv.ConnectedOn.IsZero() {
			connected = "yes"
		}
	}
	for _, field := range [][2]string{
		{"Headline", plainMarkdown(inv.Headline)}, {"Company", plainMarkdown(inv.Company)}, {"Profile", address},
		{"Direction", string(inv.Direction)}, {"Sent", sent}, {"Status", status}, {"Connected", connected},
		{"Decision", decision}, {"Because", plainMarkdown(inv.Because)},
		{"Tags", plainMarkdown(strings.Join(inv.Tags, ", "))}, {"Id", inv.ID},
	} {
		if field[1] != "" {
			m.line("- **%s:** %s", field[0], field[1])
		}
	}
}

func (m *markdown) quote(text string) {
	for line := range strings.SplitSeq(text, "\n") {
		m.line("> %s", plainMarkdown(line))
	}
}

func (m *markdown) suggestions(inv record.Invitation) {
	suggestions := inv.Suggestions()
	if len(suggestions) == 0 {
		return
	}
	m.line("\n### To confirm or not\n")
	for _, s := range suggestions {
		question, _ := advisor.QuestionByID(s.Question)
		m.line("- %s %s", plainMarkdown(question.Text), plainMarkdown(s.Because))
	}
}

func (m *markdown) advice(inv record.Invitation) {
	if inv.Recommendation == 0 {
		return
	}
	advice := advisor.Advise(inv.Case(m.profile))
	heading := advice.Label
	if advice.Report {
		heading += ", and report"
	}
	m.line("\n### Advice: %s\n", heading)
	m.line("%s", plainMarkdown(advice.Summary))
	if !advice.Settled {
		m.line("\nIt is open: an answer can still change it.")
	}
	for _, side := range []struct {
		heading string
		outcome advisor.Outcome
	}{{"For", advisor.Supports}, {"Against", advisor.Opposes}} {
		begun := false
		for _, f := range advice.Reasons {
			if f.Outcome != side.outcome {
				continue
			}
			if !begun {
				m.line("\n**%s**\n", side.heading)
			}
			begun = true
			m.line("- %s (%s)", plainMarkdown(f.Text), f.Weight())
		}
	}
}

func (m *markdown) answers(inv record.Invitation) {
	if len(inv.Answers) == 0 {
		return
	}
	m.line("\n### Answers\n")
	for _, q := range advisor.Questions() {
		values, ok := inv.Answers[q.ID]
		if !ok {
			continue
		}
		m.line("- %s **%s**", plainMarkdown(q.Text), plainMarkdown(strings.Join(answerLabels(q, values), "; ")))
		if note := inv.AnswerNotes[q.ID]; note != "" {
			m.line("  %s", plainMarkdown(note))
		}
	}
}

func answerLabels(q advisor.Question, values []string) []string {
	var labels []string
	for _, value := range values {
		label := value
		for _, a := range q.Answers {
			if a.Value == value {
				label = a.Label
			}
		}
		labels = append(labels, label)
	}
	return labels
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
