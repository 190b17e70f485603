package advisor

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

const ownFile = `# what I hold by
questions:
  - id: contact_info
    answers:
      - {value: odd, strength: strong}
  - id: motive
    off: true
  - id: own_supplements
    stage: stop signs
    label: Sells supplements
    text: "Do they sell supplements?"
    answers:
      - {value: "yes", label: "Yes", outcome: opposes, then: decline, because: "They sell supplements."}
      - {value: "no", label: "No"}
  - id: own_heard
    stage: vetting
    label: Heard on the radio
    text: "Have you heard them on the radio?"
    answers:
      - {value: "yes", label: "Yes", outcome: supports, strength: moderate, outside: true, because: "You have heard them speak."}
      - {value: "never", label: "Never", outcome: opposes, strength: weak, because: "Nobody has heard of them."}
      - {value: "no", label: "No"}
incoming:
  replies:
    - {for: [decline], when: [own_supplements=yes], kind: no supplements, text: "Hi {first}, thank you, I do not buy supplements."}
cases:
  - name: a seller of powder
    answers: {know: "no", own_supplements: "yes"}
    expect: decline
`

func own(t testing.TB, text string) Rulebook {
	t.Helper()
	b, err := ReadRules([]byte(text), "rules.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestOwnRulesAdvise: a stop sign, a check, a strength, a question off and a draft
// of the person's own count like those of the program.
func TestOwnRulesAdvise(t *testing.T) {
	b := own(t, ownFile)
	for _, c := range b.Cases() {
		if r, _ := b.Decide(c.Case); r != c.Expect {
			t.Errorf("%s: %s, want %s", c.Name, r, c.Expect)
		}
	}
	adv := b.Advise(Case{Answers: Answers{"know": {"no"}, "own_supplements": {"yes"}}})
	if adv.Recommendation != Decline || !strings.HasPrefix(adv.Summary, "Decline: they sell supplements.") ||
		!strings.Contains(adv.Summary, "Stricter by your own rules: linkvet itself would say “Ignore or vet further”.") || adv.Replies[0].Kind != "no supplements" {
		t.Errorf("%s: %s, %+v", adv.Recommendation, adv.Summary, adv.Replies)
	}
	peer := definite("know", "no", "role", "peer", "company", "lists_them", "profile", "substantial", "contact_info", "odd")
	if mine, _ := b.Decide(Case{Answers: peer}); mine != IgnoreOrVetFurther || recommend(Case{Answers: peer}) != Accept {
		t.Errorf("an odd address of a peer: %s, and %s by linkvet alone", mine, recommend(Case{Answers: peer}))
	}
	heard := definite("know", "no", "role", "peer", "company", "real", "own_heard", "yes")
	if mine, _ := b.Decide(Case{Answers: heard}); mine != Accept {
		t.Errorf("heard on the radio: %s", mine)
	}
	for _, f := range b.Advise(Case{Answers: Answers{"motive": {"mistake"}}}).Findings {
		if f.Question == "motive" && f.Outcome != NotAsked {
			t.Errorf("off, and yet %+v", f)
		}
	}
	if Rules() != ProgramRules().Name() || b.Name() == Rules() || len(b.Changes()) != 5 {
		t.Errorf("%s, %s, %+v", Rules(), b.Name(), b.Changes())
	}
}

// TestOwnRulesInForce: questions, pages and answers follow them, and leave nothing
// behind.
func TestOwnRulesInForce(t *testing.T) {
	before := len(Questions())
	own(t, ownFile).Use()
	defer ProgramRules().Use()
	if _, ok := QuestionByID("own_supplements"); !ok || len(Questions()) != before+2 {
		t.Error("own questions are not among the questions")
	}
	if err := (Answers{"own_supplements": {"yes"}}).Validate(); err != nil {
		t.Error(err)
	}
	rows := map[string]string{}
	for _, page := range Pages(Answers{"know": {"no"}}) {
		for _, q := range page.Questions {
			rows[q.ID] = page.ID
		}
	}
	if rows["own_supplements"] != "stop-signs" || rows["own_heard"] != "profile" || rows["motive"] != "" {
		t.Errorf("pages %v", rows)
	}
}

// TestLaxerNeedsAnExplicitWord, and is then said in every verdict that it touches.
func TestLaxerNeedsAnExplicitWord(t *testing.T) {
	for name, change := range map[string]string{
		"milder":         "{id: bad_link_or_file, answers: [{value: \"yes\", then: decline}]}",
		"a cap":          "{id: polarising, answers: [{value: \"yes\", then: ignore-or-vet-further}]}",
		"no report":      "{id: asks_for_money, answers: [{value: \"yes\", report: false}]}",
		"nothing":        "{id: conflict, answers: [{value: competitor, outcome: neutral}]}",
		"off":            "{id: harassed_you, off: true}",
		"half a pattern": "{id: too_good, off: true}",
	} {
		text := "questions:\n  - " + change + "\n"
		_, err := ReadRules([]byte(text), "rules.yaml")
		if err == nil || !strings.Contains(err.Error(), "laxer: true") {
			t.Errorf("%s: %v", name, err)
		}
		b := own(t, strings.Replace(text, "{id", "{laxer: true, id", 1))
		if c := b.Changes(); len(c) != 1 || !c[0].Laxer {
			t.Errorf("%s: %+v", name, c)
		}
	}
	b := own(t, "questions:\n  - {id: polarising, laxer: true, off: true}\n")
	friend := definite("know", "well", "trust", "yes", "polarising", "yes")
	if s := b.Advise(Case{Answers: friend}).Summary; !strings.Contains(s, "Milder by your own rules: linkvet itself would say “Decline”.") {
		t.Error(s)
	}
	quiet := own(t, "questions:\n  - {id: bad_link_or_file, laxer: true, answers: [{value: \"yes\", then: decline-and-block, report: false}]}\n")
	if s := quiet.Advise(Case{Answers: Answers{"know": {"no"}, "bad_link_or_file": {"yes"}}}).Summary; !strings.Contains(s, "Milder by your own rules: linkvet itself would say “Decline and block, and report it”.") {
		t.Error(s)
	}
	loud := own(t, "questions:\n  - {id: polarising, answers: [{value: \"yes\", then: decline, report: true}]}\n")
	if s := loud.Advise(Case{Answers: Answers{"know": {"no"}, "polarising": {"yes"}}}).Summary; !strings.Contains(s, "Stricter by your own rules: linkvet itself would say “Decline”.") {
		t.Error(s)
	}
	friend["conflict"] = []string{"competitor"}
	if s := b.Advise(Case{Answers: friend}).Summary; !strings.Contains(s, "Your own rules are milder than linkvet's here") {
		t.Error(s)
	}
	if s := b.Advise(Case{Answers: definite("know", "well", "trust", "yes")}).Summary; strings.Contains(s, "ilder") {
		t.Error("what is denied is not touched:", s)
	}
	for _, stricter := range []string{
		"{id: distrusted_seller, answers: [{value: \"yes\", then: decline-and-block, report: true}]}", "{id: note, answers: [{value: generic, strength: strong}]}", "{id: note, off: true}",
	} {
		if c := own(t, "questions:\n  - "+stricter+"\n").Changes(); c[0].Laxer {
			t.Errorf("%s: %+v", stricter, c)
		}
	}
}

// TestOwnRulesSayWhatIsWrongAndWhere: file, line and field, and what is allowed.
func TestOwnRulesSayWhatIsWrongAndWhere(t *testing.T) {
	stop := "questions:\n  - id: own_x\n    stage: stop signs\n    label: L\n    text: T\n    answers:\n      - {value: \"yes\", outcome: opposes, then: decline, because: B.}\n      - {value: \"no\"}\n"
	if _, err := ReadRules([]byte(stop), "r.yaml"); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		text, want string
		line       int
	}{
		"not YAML":          {"questions: [", "did not find", 1},
		"unknown field":     {"questions:\n  - id: note\n    of: true\n", "of: unknown field (allowed: id, off, laxer, answers", 3},
		"unknown top":       {"question: []\n", "question: unknown field (allowed: questions, incoming", 1},
		"wrong type":        {"questions:\n  - id: note\n    off: perhaps\n", "wrong kind of value", 3},
		"unknown question":  {"questions:\n  - id: nots\n", "nots: is no question of linkvet's", 2},
		"unknown answer":    {"questions:\n  - id: note\n    answers:\n      - value: general\n        strength: weak\n", "note.general: is no answer that weighs (allowed: ", 4},
		"unknown strength":  {"questions:\n  - id: note\n    answers:\n      - value: generic\n        strength: huge\n", `unknown strength "huge"`, 4},
		"veto of a check":   {"questions:\n  - id: note\n    answers:\n      - value: generic\n        strength: veto\n", "note.generic", 4},
		"text changed":      {"questions:\n  - id: note\n    text: Other\n", "note.text: cannot be changed", 3},
		"twice":             {"questions:\n  - {id: note, off: true}\n  - {id: note, off: true}\n", "note: appears twice", 3},
		"nothing left":      {"questions:\n  - id: polarising\n    laxer: true\n    answers: [{value: \"yes\", outcome: neutral}]\n", "say off: true instead", 4},
		"needed":            {"questions:\n  - {id: know, off: true}\n", "know: cannot be off", 2},
		"no strength":       {"questions:\n  - id: field\n    answers: [{value: same, strength: strong}]\n", "cannot be weighed differently", 3},
		"nothing":           {"questions:\n  - id: note\n", "changes nothing", 2},
		"two documents":     {"questions: []\n---\nquestions: []\n", "more than one document", 0},
		"stage":             {strings.Replace(stop, "stop signs", "worth", 1), `"worth" is no stage`, 3},
		"no text":           {strings.Replace(stop, "    text: T\n", "", 1), "text and label must both be given", 2},
		"opens a door":      {strings.Replace(stop, "then: decline", "then: accept", 1), "never opens a door", 7},
		"no then":           {strings.Replace(stop, "then: decline", "strength: strong", 1), "says what then", 7},
		"no denial":         {strings.Replace(stop, "      - {value: \"no\"}\n", "", 1), "say that it is not so", 6},
		"condition":         {strings.Replace(stop, "    label", "    ask_when: {incoming: [rich]}\n    label", 1), `unknown condition "rich"`, 4},
		"reply too long":    {"incoming:\n  replies:\n    - {for: [accept], kind: k, text: \"" + strings.Repeat("x", 201) + "\"}\n", "201 characters", 3},
		"reply placeholder": {"incoming:\n  replies:\n    - {for: [accept], kind: k, text: \"Hi {name}\"}\n", "placeholder", 3},
		"reply for nothing": {"incoming:\n  replies:\n    - {kind: k, text: Hi}\n", "for says for which advice", 3},
		"reply condition":   {"outgoing:\n  replies:\n    - {for: [accept], when: [rich], kind: k, text: Hi}\n", `unknown condition "rich"`, 3},
		"respond condition": {"incoming:\n  respond:\n    - {for: [accept], when: [rich], way: w, text: Hi}\n", `unknown condition "rich"`, 3},
		"step condition":    {"joining:\n  next_steps:\n    - {for: [accept], when: [rich], text: Hi}\n", `unknown condition "rich"`, 3},
		"a table":           {"questions: {id: note}\n", "has the wrong kind of value", 1},
		"no because":        {strings.Replace(stop, ", because: B.", "", 1), "because is missing", 7},
		"case answer":       {"cases:\n  - name: n\n    expect: accept\n    answers:\n      know: maybe\n", `unknown value "maybe" (allowed: `, 5},
		"case expects":      {"cases:\n  - name: n\n", "a case has a name", 2},
		"case profile":      {"cases:\n  - name: n\n    expect: accept\n    profile: {usage: heavy}\n", `unknown value "heavy"`, 4},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ReadRules([]byte(c.text), "r.yaml")
			bad, ok := errors.AsType[*InputError](err)
			if !ok || bad.File != "r.yaml" || bad.Line != c.line || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want line %d, %q", err, c.line, c.want)
			}
		})
	}
	for size, fits := range map[int]bool{maxInput: true, maxInput + 1: false} {
		if _, err := ReadRules([]byte("#"+strings.Repeat("x", size-1)), "r.yaml"); (err == nil) != fits {
			t.Errorf("%d bytes: %v", size, err)
		}
	}
	for length, fits := range map[int]bool{NoteLimit: true, NoteLimit + 1: false} {
		text := "incoming:\n  replies:\n    - {for: [accept], kind: k, text: \"{first}" + strings.Repeat("x", length) + "\"}\n"
		if _, err := ReadRules([]byte(text), "r.yaml"); (err == nil) != fits {
			t.Errorf("a reply of %d characters: %v", length, err)
		}
	}
	var many strings.Builder
	many.WriteString("questions:\n")
	for i := range 12 {
		many.WriteString(strings.ReplaceAll(strings.TrimPrefix(stop, "questions:\n"), "own_x", "own_"+string(rune('a'+i))))
	}
	if _, err := ReadRules([]byte(many.String()), "r.yaml"); err == nil || !strings.Contains(err.Error(), "room for") {
		t.Errorf("too many questions: %v", err)
	}
}

// TestOwnRulesKeepWhatHolds: looking ahead stays exact, and a sign against never
// opens a door, with signs of the person's own.
func TestOwnRulesKeepWhatHolds(t *testing.T) {
	r := own(t, ownFile).rules()
	inForce.Store(r)
	defer ProgramRules().Use()
	random := rand.New(rand.NewPCG(9, 10))
	for range 200 {
		c := Case{Answers: randomDefinite(random)}
		now := recommend(c)
		if got := reachable(c); got != recommendationSet(0).add(now) {
			t.Fatalf("%v is %s, and possible is %v", c.Answers, now, got.list())
		}
		for _, id := range []string{"own_heard", "own_supplements", "contact_info"} {
			was := c.Answers[id]
			delete(c.Answers, id)
			if got, want := reachable(c), bruteForce(c, []string{id}); got != want {
				t.Fatalf("%s open in %v: %v, want %v", id, c.Answers, got.list(), want.list())
			}
			c.Answers[id] = was
		}
		worse := c.Answers.Clone()
		worse["own_supplements"] = []string{"yes"}
		if got := recommend(Case{Answers: worse}); got < Decline {
			t.Fatalf("%v: %s with supplements", c.Answers, got)
		}
	}
}

// TestWhatOwnRulesSayOfThemselves: each change in words, with what it was before.
func TestWhatOwnRulesSayOfThemselves(t *testing.T) {
	b := own(t, `questions:
  - id: distrusted_seller
    answers: [{value: "yes", then: decline-and-block, report: true}]
  - id: polarising
    answers: [{value: "yes", because: "They quarrel."}]
  - id: elsewhere
    answers: [{value: nothing, outcome: neutral}]
incoming:
  respond: [{for: [decline], way: w, text: t}]
  replies: [{for: [decline], kind: k, text: t}, {for: [accept], kind: l, text: t}]
joining:
  next_steps: [{for: [accept], text: t}]
`)
	for i, want := range []string{
		"“Yes”: decline and block and report instead of decline", "“Yes”: in your own words",
		"“Hardly anything”: nothing instead of moderate against", "incoming has 3 texts of your own", "joining has a text of your own",
	} {
		if c := b.Changes()[i]; !strings.HasSuffix(c.Words, want) || c.Laxer {
			t.Errorf("%+v, want %q", c, want)
		}
	}
	var weighed []string
	for _, w := range own(t, ownFile).Weights() {
		weighed = append(weighed, w.Question)
		if w.Stage != StageStopSigns && w.Stage != StageVetting || w.Own != strings.HasPrefix(w.Question, "own_") || w.Off {
			t.Errorf("%+v", w)
		}
		for _, ans := range w.Answers {
			changed := w.Question == "contact_info" && ans.Value == "odd"
			if ans.Value == DontKnow || (ans.Was == "weak against") != changed || (ans.Was != "") != changed {
				t.Errorf("%s: %+v", w.Question, ans)
			}
		}
	}
	for _, q := range book().Questions {
		if weighs := q.Stage == StageStopSigns || q.Stage == StageVetting; slices.Contains(weighed, q.ID) != weighs {
			t.Errorf("%s is among what weighs: %v", q.ID, !weighs)
		}
	}
	if off := own(t, "questions: [{id: note, off: true}]\n").Weights(); !slices.ContainsFunc(off, func(w RuleWeights) bool { return w.Question == "note" && w.Off }) {
		t.Errorf("%+v", off)
	}
	if s := b.Advise(Case{Answers: Answers{"know": {"no"}, "polarising": {"yes"}}}).Reasons[0].Text; s != "They quarrel." {
		t.Error(s)
	}
}

// TestOwnRulesSayWhere: what is written wrongly is named with its line and its
// field, with only what may stand there.
func TestOwnRulesSayWhere(t *testing.T) {
	for text, want := range map[string]string{
		"questions:\n\t- id: contact_info\n":                                           "own.yaml:2: has a tab before its text; use spaces",
		"questions:\n  - id: own_x\n    answers:\n      - {value: odd, then: bogus}\n": `own.yaml:4: own_x.odd.then: unknown recommendation "bogus" (allowed: ignore-or-vet-further, decline, decline-and-block)`,
		"incoming:\n  replies:\n    - for: [decline,\n        bogus]\n":                `own.yaml:4: for: unknown recommendation "bogus" (allowed: accept, `,
	} {
		if _, err := ReadRules([]byte(text), "own.yaml"); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}
