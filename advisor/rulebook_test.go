package advisor

import (
	"bufio"
	"cmp"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// table reads a tab-separated file below testdata, without its header.
func table(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open("../testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows [][]string
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		rows = append(rows, strings.Split(lines.Text(), "\t"))
	}
	if len(rows) < 2 {
		t.Fatalf("%s is empty", name)
	}
	return rows[1:]
}

// TestQuestionsKeepTheirContract: ids, stages, kinds and values that scripts
// rely on may be added to, never renamed or removed.
func TestQuestionsKeepTheirContract(t *testing.T) {
	for _, row := range table(t, "questions.tsv") {
		id, stage, kind, answers := row[0], row[1], row[2], strings.Split(row[3], "|")
		q, ok := QuestionByID(id)
		if !ok {
			t.Errorf("question %s is missing", id)
			continue
		}
		if q.Stage != stage || string(q.Kind) != kind {
			t.Errorf("%s is %s in %q, want %s in %q", id, q.Kind, q.Stage, kind, stage)
		}
		if got := values(q.Answers); !slices.Equal(sorted(got), sorted(answers)) {
			t.Errorf("%s takes %v, want %v", id, got, answers)
		}
	}
}

func sorted(list []string) []string { return slices.Sorted(slices.Values(list)) }

// citations returns every source id that the rulebook cites, and where.
func citations() map[string][]string {
	cited := map[string][]string{}
	add := func(where string, ids []string) {
		for _, id := range ids {
			cited[id] = append(cited[id], where)
		}
	}
	b := book()
	for _, q := range b.Questions {
		add(q.ID, q.Covers)
		for _, a := range q.Answers {
			add(q.ID+"="+a.Value, a.Sources)
		}
	}
	for _, g := range b.Goals {
		add("goal "+g.ID, g.Covers)
	}
	for _, h := range b.ProfileHelp {
		add("profile "+h.Field, h.Covers)
	}
	for _, m := range b.Recommendations {
		add(m.ID.String(), m.Covers)
	}
	for p := incoming; p <= outgoing; p++ {
		words := b.words(p)
		for _, r := range words.Respond {
			add("respond "+r.Way, r.Covers)
		}
		for _, r := range words.Replies {
			add("reply "+r.Kind, r.Covers)
		}
		for _, s := range words.NextSteps {
			add("next step", s.Covers)
		}
	}
	for _, s := range b.Background {
		add("background "+s.Topic, s.Covers)
	}
	return cited
}

func TestEverySourceItemHasAHome(t *testing.T) {
	cited := citations()
	items := table(t, "coverage.tsv")
	if len(items) != 205 {
		t.Fatalf("%d source items, want 205", len(items))
	}
	known := map[string]bool{}
	for _, row := range items {
		known[row[0]] = true
		if len(cited[row[0]]) == 0 {
			t.Errorf("%s (%s, lines %s) has no home in the rulebook", row[0], row[2], row[1])
		}
	}
	for id, where := range cited {
		if !known[id] {
			t.Errorf("%v cite %s, which is no source item", where, id)
		}
	}
}

// checkRulebook does all that is done with a rulebook before it is used.
func checkRulebook(text string) error {
	b, err := parseRulebook([]byte(text))
	if err == nil {
		_, err = newRules(b)
	}
	if b != nil && (err == nil || strings.Contains(err.Error(), "are missing")) {
		err = cmp.Or(b.checkWords(), err)
	}
	return err
}

func TestRulebookIsSound(t *testing.T) {
	if err := checkRulebook(string(rulebookYAML)); err != nil {
		t.Error(err)
	}
	if err := rules().checkGrid(); err != nil {
		t.Error(err)
	}
}

func TestRulebookRefusesWhatItDoesNotKnow(t *testing.T) {
	const question = `
questions:
  - id: know
    stage: relationship
    kind: choice
    label: l
    line: l
    text: t
    why: w
    how: h
    answers: [{value: well, label: l, outcome: supports, strength: strong, because: B.}]
`
	for name, c := range map[string]struct{ change, with, want string }{
		"unknown field":     {"    label: l\n", "    lable: l\n", "lable"},
		"unknown stage":     {"relationship", "relation", `unknown stage "relation"`},
		"unknown kind":      {"kind: choice", "kind: choices", `unknown kind "choices"`},
		"unknown strength":  {"strength: strong", "strength: huge", `unknown strength "huge"`},
		"unknown outcome":   {"outcome: supports", "outcome: helps", `unknown outcome "helps"`},
		"veto without then": {"strength: strong", "strength: veto", "veto"},
		"no because":        {", because: B.", "", "because is missing"},
		"no why":            {"why: w", "why: ''", "must all be given"},
		"unknown condition": {"because: B.", "because: B., when: rich", `unknown condition "rich"`},
		"unknown guard":     {"questions:", "joining: {next_steps: [{for: [accept], when: [rich], text: t}]}\nquestions:", `unknown condition "rich"`},
		"guard of a way":    {"questions:", "outgoing: {respond: [{for: [accept], when: [rich], way: w, text: t}]}\nquestions:", `response "w": unknown condition "rich"`},
		"guard of a draft":  {"questions:", "outgoing: {replies: [{for: [accept], when: [rich], kind: k, text: t}]}\nquestions:", `reply "k": unknown condition "rich"`},
		"guard of a word":   {"questions:", "incoming: {summaries: [{for: [accept], when: [goal=fame], text: t}]}\nquestions:", `summary "t": unknown answer "goal=fame"`},
		"for no advice":     {"questions:", "incoming: {summaries: [{text: t}]}\nquestions:", `summary "t" is for no recommendation`},
		"unknown asking":    {"kind: choice", "kind: choice\n    ask_when: {incoming: [not rich]}", `unknown condition "rich"`},
		"unknown path":      {"kind: choice", "kind: choice\n    ask_when: {sideways: [always]}", "sideways"},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(question, c.change) {
				t.Fatalf("nothing to change: %q", c.change)
			}
			err := checkRulebook(strings.Replace(question, c.change, c.with, 1))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error that says %q", err, c.want)
			}
		})
	}
}

func TestRulebookRefusesWrongPages(t *testing.T) {
	for name, c := range map[string]struct{ change, with, want string }{
		"no page":          {"rows: [kind, direction]", "rows: [kind]", `question "direction" is on no page`},
		"unknown question": {"rows: [identity]", "rows: [identities]", `page "account": unknown question "identities"`},
		"row twice":        {"rows: [identity]", "rows: [identity, identity]", `page "account": question "identity" appears twice`},
		"page twice":       {"- id: account", "- id: who", `page "who" appears twice`},
		"no title":         {`title: "Their account"`, `title: ""`, "must all be given"},
		"unknown time":     {"when: [not known]", "when: [not rich]", `unknown condition "rich"`},
		"no sign":          {"rows: [asks_for_money,", "rows: [know, asks_for_money,", `question "know" has no answer that says`},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.ReplaceAll(string(rulebookYAML), c.change, c.with)
			if err := checkRulebook(text); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error that says %q", err, c.want)
			}
		})
	}
}

// Whatever is answered, every question that is asked has one row.
func TestEveryQuestionAskedIsOnOnePage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := genAnswers(t)
		on := map[string]int{}
		for _, page := range Pages(a) {
			for _, q := range page.Questions {
				on[q.ID]++
			}
		}
		for i := range book().Questions {
			q := &book().Questions[i]
			if n := on[q.ID]; n > 1 || n == 0 && rules().askingOf(a).applies(q) {
				t.Fatalf("%s is on %d pages for %v", q.ID, n, a)
			}
		}
	})
}
