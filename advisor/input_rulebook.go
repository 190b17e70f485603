package advisor

import (
	"bytes"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

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
	ProfileHelp     []profileHelp    `yaml:"profile_help"`
	Recommendations []ruleMeaning    `yaml:"recommendations"`
	Respond         []ruleResponse   `yaml:"respond"`
	Replies         []ruleReply      `yaml:"replies"`
	NextSteps       []ruleStep       `yaml:"next_steps"`
	Background      []ruleBackground `yaml:"background"`
	Summaries       []ruleSummary    `yaml:"summaries"`

	byID  map[string]*ruleQuestion
	signs []*ruleQuestion // the vetting questions, whose answers are signs
	stops []*ruleQuestion // the stop signs
	terms []signTerm      // the signs, but for the badge, as what they add
	named named
}

type ruleQuestion struct {
	ID      string       `yaml:"id"`
	Stage   string       `yaml:"stage"`
	Kind    Kind         `yaml:"kind"`
	Label   string       `yaml:"label"`
	Text    string       `yaml:"text"`
	Why     string       `yaml:"why"`
	How     string       `yaml:"how"`
	Open    string       `yaml:"open"`
	Effort  int          `yaml:"effort"` // to find out: 1 a look (the default), 2 a search, 3 a call or a meeting
	Covers  []string     `yaml:"covers"`
	Answers []ruleAnswer `yaml:"answers"`

	index   int
	options []string    // "" for staying open, then every definite value
	levels  []stopLevel // of a stop sign: how each option stops
	deltas  [2][]tally  // of a sign: what each option adds to the tally, from a stranger and from somebody known
	thin    []bool      // of a sign: whether the option is one of those that move together
	term    int         // of a sign but the badge: which of the terms it belongs to
}

type ruleAnswer struct {
	Value    string         `yaml:"value"`
	Label    string         `yaml:"label"`
	Outcome  Outcome        `yaml:"outcome"`
	Strength Strength       `yaml:"strength"`
	Then     Recommendation `yaml:"then"`
	Report   bool           `yaml:"report"`
	Because  string         `yaml:"because"`
	Sources  []string       `yaml:"sources"`
	Group    string         `yaml:"group"`
	When     string         `yaml:"when"`
}

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

// guard says for which advice an entry is shown: one of the recommendations,
// and all the conditions.
type guard struct {
	For  []Recommendation `yaml:"for"`
	When []string         `yaml:"when"`
}

type ruleResponse struct {
	guard  `yaml:",inline"`
	Way    string   `yaml:"way"`
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

var (
	bookOnce   sync.Once
	bookLoaded *rulebook
)

// book returns the embedded rulebook. It is decoded on first use, since a list
// of invitations is shown without it. The embedded file is checked by a test,
// so a failure here is a broken build.
func book() *rulebook {
	bookOnce.Do(func() {
		b, err := parseRulebook(rulebookYAML)
		if err != nil {
			panic("rulebook.yaml: " + err.Error())
		}
		bookLoaded = b
	})
	return bookLoaded
}

// parseRulebook decodes a rulebook and checks it against the code: unknown
// fields, conditions, strengths, stages and duplicate ids are errors.
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
			return nil, fmt.Errorf("question %q stands twice", q.ID)
		}
		b.byID[q.ID] = q
		if err := q.check(); err != nil {
			return nil, fmt.Errorf("question %q: %w", q.ID, err)
		}
		switch q.Stage {
		case StageVetting:
			q.weigh()
			b.signs = append(b.signs, q)
		case StageStopSigns:
			for _, value := range q.options {
				ans, _ := q.answer(value)
				q.levels = append(q.levels, levelOf(ans))
			}
			b.stops = append(b.stops, q)
		}
	}
	if err := b.checkGrid(); err != nil {
		return nil, err
	}
	if err := b.checkGuards(); err != nil {
		return nil, err
	}
	b.groupSigns()
	return b, b.findNamed()
}

// stages in asking order.
var stages = []string{StageStart, StageStopSigns, StageRelationship, StageVetting, StageWorth, StageFavorTest}

func (q *ruleQuestion) check() error {
	if !slices.Contains(stages, q.Stage) {
		return fmt.Errorf("unknown stage %q (allowed: %s)", q.Stage, strings.Join(stages, ", "))
	}
	if !slices.Contains([]Kind{YesNo, Choice, Multi}, q.Kind) {
		return fmt.Errorf("unknown kind %q", q.Kind)
	}
	if q.Text == "" || q.Label == "" || q.Why == "" || q.How == "" {
		return fmt.Errorf("text, label, why and how must all be given")
	}
	if q.Effort = max(q.Effort, 1); q.Effort > 3 {
		return fmt.Errorf("effort %d is not 1 to 3", q.Effort)
	}
	seen := map[string]bool{}
	q.options = []string{""}
	for _, a := range q.Answers {
		if seen[a.Value] {
			return fmt.Errorf("answer %q stands twice", a.Value)
		}
		if a.Value != DontKnow {
			q.options = append(q.options, a.Value)
		}
		seen[a.Value] = true
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
	if (a.Strength == Veto) != (a.Then != 0) {
		return fmt.Errorf("a veto, and only a veto, says what then")
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
