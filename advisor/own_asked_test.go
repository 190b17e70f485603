package advisor

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestWhereOwnQuestionsAreAsked: where they say, on a page with others of their
// stage, and always with a way to say that one does not know.
func TestWhereOwnQuestionsAreAsked(t *testing.T) {
	b := own(t, `questions:
  - id: own_twice
    stage: stop signs
    label: L
    text: T
    ask_when: {incoming: [always], joining: [always], outgoing: [always]}
    answers:
      - {value: "yes", outcome: opposes, then: ignore-or-vet-further, because: B.}
      - {value: "no"}
      - {value: unknown, label: "No idea"}
  - id: own_once
    stage: vetting
    label: L
    text: T
    answers: [{value: "yes", outcome: opposes, strength: weak, because: B.}, {value: "no"}]
`)
	b.Use()
	defer ProgramRules().Use()
	for id, a := range map[string]Answers{"incoming": {"know": {"well"}, "trust": {"yes"}}, "joining": {"kind": {"join"}}, "outgoing": {"direction": {"outgoing"}}} {
		asked := 0
		for _, page := range Pages(a) {
			for _, q := range page.Questions {
				if q.ID == "own_once" && !page.Extra {
					t.Errorf("%s: a check is asked of a friend, or where nothing is vetted", id)
				}
				if asked += bit(q.ID == "own_twice"); q.ID == "own_twice" && (len(q.Answers) != 3 || q.Answers[2].Label != "No idea") {
					t.Errorf("%+v", q.Answers)
				}
			}
		}
		if asked != 1 {
			t.Errorf("%s: asked %d times", id, asked)
		}
	}
	if q, _ := QuestionByID("own_once"); q.Answers[len(q.Answers)-1].Value != DontKnow {
		t.Errorf("%+v", q.Answers)
	}
	friend := definite("know", "well", "trust", "yes", "own_twice", "yes")
	if r, _ := b.Decide(Case{Answers: friend}); r != IgnoreOrVetFurther {
		t.Errorf("a sign that only makes it wait: %s", r)
	}
}

// TestRoomForOwnSigns: some moderate and weak signs of the person's own, and as
// many strong ones as there are questions; what is too much is refused.
func TestRoomForOwnSigns(t *testing.T) {
	var least, most tally
	for _, q := range program().signs {
		d := q.weights(sender{})
		least.moderate += slices.MinFunc(d, func(x, y tally) int { return x.moderate - y.moderate }).moderate
		most.moderate += slices.MaxFunc(d, func(x, y tally) int { return x.moderate - y.moderate }).moderate
		least.weak += slices.MinFunc(d, func(x, y tally) int { return x.weak - y.weak }).weak
		most.weak += slices.MaxFunc(d, func(x, y tally) int { return x.weak - y.weak }).weak
	}
	for _, c := range []struct {
		outcome, strength string
		fit               int
	}{
		{"opposes", "moderate", least.moderate - leastModerate}, {"supports", "moderate", leastModerate + gridRows - 1 - most.moderate},
		{"opposes", "weak", least.weak - leastWeak}, {"supports", "weak", leastWeak + gridColumns - 1 - most.weak}, {"opposes", "strong", 3},
	} {
		if c.fit < 1 {
			t.Errorf("no room for one that is %s and %s", c.outcome, c.strength)
		}
		for n := 1; n <= c.fit+1; n++ {
			text := "questions:\n"
			for i := range n {
				text += fmt.Sprintf("  - id: own_%d\n    stage: vetting\n    label: L\n    text: T\n    answers:\n", i) +
					fmt.Sprintf("      - {value: a, outcome: %s, strength: %s, because: B.}\n", c.outcome, c.strength) +
					"      - {value: b, outcome: opposes, strength: strong, because: B.}\n      - {value: c}\n"
			}
			_, err := ReadRules([]byte(text), "rules.yaml")
			if fits := n <= c.fit || c.strength == "strong"; (err == nil) != fits || err != nil && !strings.Contains(err.Error(), "no room for so many") {
				t.Errorf("%d that are %s and %s: %v", n, c.outcome, c.strength, err)
			}
		}
	}
}

// TestWhyNamesTheRule that makes the difference.
func TestWhyNamesTheRule(t *testing.T) {
	b := own(t, ownFile)
	peer := definite("know", "no", "role", "peer", "company", "lists_them", "profile", "substantial", "contact_info", "odd")
	if why := b.Why(Case{Answers: peer}, Accept, false); !strings.Contains(why, "Contact details") || !strings.Contains(why, "strong against instead of weak against") {
		t.Error(why)
	}
	if why := b.Why(Case{Answers: definite("know", "no", "own_supplements", "yes")}, IgnoreOrVetFurther, false); !strings.HasPrefix(why, "Sells supplements") {
		t.Error(why)
	}
	if why := ProgramRules().Why(Case{Answers: definite("know", "well", "trust", "yes")}, Decline, false); !strings.Contains(why, "know well") {
		t.Error(why)
	}
	if why := ProgramRules().Why(Case{Answers: definite("know", "no")}, Accept, false); why != "too little is known for it" {
		t.Error(why)
	}
	if why := ProgramRules().Why(Case{Answers: definite("know", "no", "bad_link_or_file", "yes")}, Accept, false); !strings.Contains(why, "suspicious link") {
		t.Error(why)
	}
	if !slices.ContainsFunc(b.Changes(), func(c RuleChange) bool { return c.Line == 8 }) {
		t.Errorf("lines %+v", b.Changes())
	}
}

// FuzzReadRules: any bytes give rules that advise, or an InputError.
func FuzzReadRules(f *testing.F) {
	f.Add([]byte(ownFile))
	f.Add([]byte("questions: &a\n  - {id: note, off: true}\n"))
	f.Add([]byte("questions:\n  - &q {id: note, answers: *q}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := ReadRules(data, "fuzz")
		if err != nil {
			if _, ok := errors.AsType[*InputError](err); !ok {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		b.Advise(Case{Answers: Answers{"know": {"no"}}})
	})
}

// TestRulesOfTheDocsHold: what docs/rules.md shows can be used as it is, and its
// cases come out as they say.
func TestRulesOfTheDocsHold(t *testing.T) {
	page, err := os.ReadFile("../docs/rules.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(page), "```yaml\n")
	text, _, _ = strings.Cut(text, "```")
	b := own(t, text)
	if len(b.Cases()) == 0 {
		t.Fatal("no cases")
	}
	for _, c := range b.Cases() {
		if r, report := b.Decide(c.Case); r != c.Expect || c.Report != nil && report != *c.Report {
			t.Errorf("%s: %s, report %v", c.Name, r, report)
		}
	}
}
