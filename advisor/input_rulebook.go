package advisor

import (
	"bytes"
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

//go:embed rulebook.yaml
var rulebookYAML []byte

// rulebook is the decoded rulebook.yaml: the only place that holds words,
// strengths and sources.
type rulebook struct {
	Version         int              `yaml:"version"`
	Questions       []ruleQuestion   `yaml:"questions"`
	Goals           []goal           `yaml:"goals"`
	Titles          []string         `yaml:"titles"`
	ProfileHelp     []profileHelp    `yaml:"profile_help"`
	Recommendations []ruleMeaning    `yaml:"recommendations"`
	Incoming        ruleWords        `yaml:"incoming"`
	Joining         ruleWords        `yaml:"joining"`
	Outgoing        ruleWords        `yaml:"outgoing"`
	Background      []ruleBackground `yaml:"background"`
	Pages           rulePages        `yaml:"pages"`
	FirstPass       []ruleFirst      `yaml:"first_pass"`

	byID map[string]*ruleQuestion
}

// words returns the words for a path.
func (b *rulebook) words(p path) *ruleWords {
	return [...]*ruleWords{incoming: &b.Incoming, joining: &b.Joining, outgoing: &b.Outgoing}[p]
}

// byPath holds a list of conditions for each path; none is a path on which
// they never hold.
type byPath struct {
	Incoming []string `yaml:"incoming"`
	Joining  []string `yaml:"joining"`
	Outgoing []string `yaml:"outgoing"`
}

func (b byPath) on(p path) []string {
	return [...][]string{incoming: b.Incoming, joining: b.Joining, outgoing: b.Outgoing}[p]
}

type ruleQuestion struct {
	ID          string       `yaml:"id"`
	Stage       string       `yaml:"stage"`
	Kind        Kind         `yaml:"kind"`
	AskWhen     byPath       `yaml:"ask_when"`
	CountsWhen  *byPath      `yaml:"counts_when"`
	NeverWeighs bool         `yaml:"never_weighs"`
	UnsureCaps  bool         `yaml:"unsure_caps"`
	Checklist   bool         `yaml:"checklist"` // its answers are things to do
	Label       string       `yaml:"label"`
	Line        string       `yaml:"line"`
	Text        string       `yaml:"text"`
	Why         string       `yaml:"why"`
	How         string       `yaml:"how"`
	Open        string       `yaml:"open"`
	Effort      int          `yaml:"effort"` // to find out: 1 a look (the default), 2 a search, 3 a call or a meeting
	Covers      []string     `yaml:"covers"`
	Answers     []ruleAnswer `yaml:"answers"`

	index   int
	options []string // "" for staying open, then every definite value
}

type ruleAnswer struct {
	Value    string   `yaml:"value"`
	Label    string   `yaml:"label"`
	Outcome  Outcome  `yaml:"outcome"`
	Strength Strength `yaml:"strength"`
	If       string   `yaml:"if"`       // because after the word if, where that is shorter
	InTrade  Strength `yaml:"in_trade"` // its strength against a recruiter or salesperson, where that differs
	Outside  bool     `yaml:"outside"`  // outside the inviter's control
	Settles  bool     `yaml:"settles"`  // outweighs every moderate sign against
	Reason   string   `yaml:"reason"`   // what it is as a reason to connect, see reasonKindIDs
	Sent     string   `yaml:"sent"`     // the same for an invitation to send, where it differs
	ByGoal   bool     `yaml:"by_goal"`  // a reason only if the person's goals name it
	How      string   `yaml:"how"`      // to do it, of a checklist
	Sources  []string `yaml:"sources"`
	Group    string   `yaml:"group"`
	When     string   `yaml:"when"`

	ruleVeto  `yaml:",inline"`
	IfKnown   *ruleVeto `yaml:"if_known"`   // instead, for somebody known
	IfTrusted *ruleVeto `yaml:"if_trusted"` // instead, for somebody known well and trusted
}

// ruleVeto is what a stop sign does.
type ruleVeto struct {
	Then    Recommendation `yaml:"then"`
	Report  bool           `yaml:"report"`
	Because string         `yaml:"because"`
}

// Conditions under which an answer weighs, as rulebook.yaml names them.
const (
	whenRecruiter = "recruiter"
	whenStranger  = "stranger"
)

type goal struct {
	ID      string   `yaml:"id"`
	Label   string   `yaml:"label"`
	Reasons []string `yaml:"reasons"`
	Roles   []string `yaml:"roles"`
	Covers  []string `yaml:"covers"`
}

type profileHelp struct {
	Field  string   `yaml:"field"`
	Label  string   `yaml:"label"`
	Help   string   `yaml:"help"`
	Covers []string `yaml:"covers"`
}

type ruleMeaning struct {
	ID      Recommendation `yaml:"id"`
	Meaning string         `yaml:"meaning"`
	Covers  []string       `yaml:"covers"`
}

// ruleWords are the words for one path.
type ruleWords struct {
	Summaries []ruleSummary  `yaml:"summaries"`
	Respond   []ruleResponse `yaml:"respond"`
	Replies   []ruleReply    `yaml:"replies"`
	NextSteps []ruleStep     `yaml:"next_steps"`
}

// guard says for which advice an entry is shown: one of the recommendations,
// and all the conditions.
type guard struct {
	For  []Recommendation `yaml:"for"`
	When []string         `yaml:"when"`
}

type ruleResponse struct {
	guard  `yaml:",inline"`
	Way    string   `yaml:"way"`
	Waits  bool     `yaml:"waits"`
	Text   string   `yaml:"text"`
	Covers []string `yaml:"covers"`
}

type ruleReply struct {
	guard  `yaml:",inline"`
	Kind   string   `yaml:"kind"`
	Text   string   `yaml:"text"`
	Covers []string `yaml:"covers"`
}

type ruleStep struct {
	guard  `yaml:",inline"`
	Text   string   `yaml:"text"`
	Covers []string `yaml:"covers"`
}

type ruleSummary struct {
	guard `yaml:",inline"`
	Text  string `yaml:"text"`
}

type ruleBackground struct {
	Topic  string   `yaml:"topic"`
	Text   string   `yaml:"text"`
	Covers []string `yaml:"covers"`
}

// parseRulebook decodes a rulebook strictly: unknown fields, kinds, strengths,
// stages and duplicate ids are errors. What the conditions and the places of
// questions mean is checked where they are put to use (newRules, checkWords).
func parseRulebook(data []byte) (*rulebook, error) {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	b := &rulebook{byID: map[string]*ruleQuestion{}}
	if err := dec.Decode(b); err != nil {
		return nil, err
	}
	for i := range b.Questions {
		q := &b.Questions[i]
		q.index = i
		if b.byID[q.ID] != nil {
			return nil, fmt.Errorf("question %q appears twice", q.ID)
		}
		b.byID[q.ID] = q
		if err := q.check(); err != nil {
			return nil, fmt.Errorf("question %q: %w", q.ID, err)
		}
	}
	return b, nil
}

// stages in asking order.
var stages = []string{StageStart, StageStopSigns, StageRelationship, StageVetting, StageWorth, StageFavorTest, StageJoin}

func (q *ruleQuestion) check() error {
	if !slices.Contains(stages, q.Stage) {
		return fmt.Errorf("unknown stage %q (allowed: %s)", q.Stage, strings.Join(stages, ", "))
	}
	if !slices.Contains([]Kind{YesNo, Choice, Multi}, q.Kind) {
		return fmt.Errorf("unknown kind %q", q.Kind)
	}
	if q.Text == "" || q.Label == "" || q.Line == "" || q.Why == "" || q.How == "" {
		return fmt.Errorf("text, label, line, why and how must all be given")
	}
	if q.Effort = max(q.Effort, 1); q.Effort > 3 {
		return fmt.Errorf("effort %d is not 1 to 3", q.Effort)
	}
	seen := map[string]bool{}
	q.options = []string{""}
	for _, a := range q.Answers {
		if seen[a.Value] {
			return fmt.Errorf("answer %q appears twice", a.Value)
		}
		if a.Value != DontKnow {
			q.options = append(q.options, a.Value)
		}
		seen[a.Value] = true
		if q.Checklist && a.Value != DontKnow && a.How == "" {
			return fmt.Errorf("answer %q: how is missing", a.Value)
		}
		if err := a.check(); err != nil {
			return fmt.Errorf("answer %q: %w", a.Value, err)
		}
	}
	return nil
}

func (a ruleAnswer) check() error {
	if a.Value == DontKnow {
		return nil
	}
	if a.Because == "" {
		return fmt.Errorf("because is missing")
	}
	switch a.Outcome {
	case Neutral:
		if a.Strength != "" {
			return fmt.Errorf("a neutral answer has no strength")
		}
	case Supports, Opposes:
		if !slices.Contains([]Strength{Veto, Strong, Moderate, Weak}, a.Strength) {
			return fmt.Errorf("unknown strength %q", a.Strength)
		}
	default:
		return fmt.Errorf("unknown outcome %q", a.Outcome)
	}
	if (a.Strength == Veto) != (a.Then > IgnoreOrVetFurther) {
		return fmt.Errorf("a veto, and only a veto, says what then")
	}
	if (a.IfKnown != nil || a.IfTrusted != nil) && a.Strength != Veto {
		return fmt.Errorf("only a veto differs with whom it is about")
	}
	for _, kind := range []string{a.Reason, a.Sent} {
		if !slices.Contains([]string{"", "barren", "name", "clear", "looking"}, kind) {
			return fmt.Errorf("unknown reason %q", kind)
		}
	}
	if a.When != "" && a.When != whenRecruiter && a.When != whenStranger {
		return fmt.Errorf("unknown condition %q", a.When)
	}
	return nil
}

// answer returns the rulebook's entry for a value of a question.
func (q *ruleQuestion) answer(value string) (ruleAnswer, bool) {
	for _, a := range q.Answers {
		if a.Value == value {
			return a, true
		}
	}
	return ruleAnswer{}, false
}

func (q *ruleQuestion) values() []string {
	values := make([]string, len(q.Answers))
	for i, a := range q.Answers {
		values[i] = a.Value
	}
	return values
}
