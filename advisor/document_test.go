package advisor

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// docs/advice.md has every rule with its sources, as the rulebook has it.
func TestTheDocumentHasEveryRule(t *testing.T) {
	const begin, end = "<!-- rules -->\n", "<!-- /rules -->"
	path := filepath.Join("..", "docs", "advice.md")
	document, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(document), begin)
	rules, tail, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("%s has no place for the rules", path)
	}
	want := "\n" + rulesMarkdown() + "\n"
	if rules == want {
		return
	}
	if f := flag.Lookup("update"); f == nil || f.Value.String() != "true" {
		t.Fatalf("the rules in %s are not those of the rulebook; go test ./advisor -run Document -update writes them", path)
	}
	if err := os.WriteFile(path, []byte(head+begin+want+end+tail), 0o644); err != nil {
		t.Fatal(err)
	}
}

func rulesMarkdown() string {
	var b strings.Builder
	b.WriteString("### The recommendations\n\n| | means | sources |\n|---|---|---|\n")
	for _, r := range book().Recommendations {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", r.ID.Label(), tableText(r.Meaning), sourcesText(r.Covers))
	}
	stage := ""
	for i := range book().Questions {
		q := &book().Questions[i]
		if q.Stage != stage {
			stage = q.Stage
			fmt.Fprintf(&b, "\n### %s\n", strings.ToUpper(stage[:1])+stage[1:])
		}
		questionMarkdown(&b, q)
	}
	b.WriteString("\n### Goals\n\n| your goal | makes count as a reason | sources |\n|---|---|---|\n")
	for _, g := range book().Goals {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", tableText(g.Label), tableText(strings.Join(append(append([]string{}, g.Reasons...), g.Roles...), ", ")), sourcesText(g.Covers))
	}
	b.WriteString("\n### Background\n")
	topic := ""
	for _, one := range book().Background {
		if one.Topic != topic {
			topic = one.Topic
			fmt.Fprintf(&b, "\n**%s**\n\n", topic)
		}
		fmt.Fprintf(&b, "- %s (%s)\n", one.Text, sourcesText(one.Covers))
	}
	return b.String()
}

func questionMarkdown(b *strings.Builder, q *ruleQuestion) {
	fmt.Fprintf(b, "\n#### %s\n\n%s (`%s`, asked when %s)\n\n*Why:* %s\n\n*How:* %s\n\n*Sources:* %s\n\n", q.Label, q.Text, q.ID, askedWhen(q), q.Why, q.How, sourcesText(q.Covers))
	b.WriteString("| answer | counts | because | sources |\n|---|---|---|---|\n")
	for i := range q.Answers {
		a := &q.Answers[i]
		fmt.Fprintf(b, "| %s (`%s`) | %s | %s | %s |\n", tableText(a.Label), a.Value, effect(q, a), tableText(a.Because), sourcesText(a.Sources))
	}
	if q.UnsureCaps {
		b.WriteString("\nAn explicit \"don't know\" is no \"no\" here: nobody is accepted on it.\n")
	}
	if q.NeverWeighs {
		b.WriteString("\nIt helps you think, and never weighs.\n")
	}
}

// askedWhen says on which of the three ways a question is asked.
func askedWhen(q *ruleQuestion) string {
	var all []string
	for _, way := range []struct {
		name string
		when []string
	}{{"they invite you", q.AskWhen.Incoming}, {"they ask you to join", q.AskWhen.Joining}, {"you would invite them", q.AskWhen.Outgoing}} {
		switch {
		case len(way.when) == 0:
		case len(way.when) == 1 && way.when[0] == "always":
			all = append(all, way.name)
		default:
			all = append(all, way.name+": "+strings.Join(way.when, ", "))
		}
	}
	return strings.Join(all, "; ")
}

// effect says what an answer does.
func effect(q *ruleQuestion, a *ruleAnswer) string {
	if a.Strength == "" {
		if a.Reason != "" && !q.NeverWeighs {
			return "as a reason: " + a.Reason
		}
		return ""
	}
	side := map[Outcome]string{Supports: "for", Opposes: "against"}[a.Outcome]
	parts := []string{strings.TrimSpace(string(a.Strength) + " " + side)}
	if a.Strength == Veto {
		parts = []string{"■ " + vetoText(&a.ruleVeto)}
	}
	for _, instead := range []struct {
		who  string
		does *ruleVeto
	}{{"for somebody known", a.IfKnown}, {"for somebody known and trusted", a.IfTrusted}} {
		if instead.does != nil {
			parts = append(parts, instead.who+" "+vetoText(instead.does))
		}
	}
	if a.Outside {
		parts = append(parts, "not in the inviter's hands")
	}
	if a.InTrade != "" {
		parts = append(parts, string(a.InTrade)+" with a recruiter or salesperson")
	}
	if a.When != "" {
		parts = append(parts, "only with a "+a.When)
	}
	return strings.Join(parts, "; ")
}

func vetoText(v *ruleVeto) string {
	text := strings.ToLower(v.Then.Label())
	if v.Report {
		text = strings.Replace(text, " and ", ", ", 1) + " and report"
	}
	return text
}

func sourcesText(ids []string) string { return strings.Join(ids, ", ") }

func tableText(text string) string { return strings.ReplaceAll(text, "|", `\|`) }
