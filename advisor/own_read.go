package advisor

import (
	"bytes"
	"errors"
	"io"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

// ownRules are the rules of the person's own, as their file has them: what they
// change in the rulebook, in its own format.
type ownRules struct {
	Questions []ownQuestion `yaml:"questions"`
	Incoming  ownWords      `yaml:"incoming"`
	Joining   ownWords      `yaml:"joining"`
	Outgoing  ownWords      `yaml:"outgoing"`
	Cases     []ownCase     `yaml:"cases"`

	file string
	root *yaml.Node
}

// ownQuestion changes a question of the rulebook, or is one of the person's own,
// whose id begins with own_.
type ownQuestion struct {
	ID      string      `yaml:"id"`
	Off     bool        `yaml:"off"`   // it is never asked, and its answer never counts
	Milder  bool        `yaml:"laxer"` // it may be milder than a veto of the program
	Answers []ownAnswer `yaml:"answers"`

	// Of those of the person's own only.
	Stage   string `yaml:"stage"`
	Kind    Kind   `yaml:"kind"`
	AskWhen byPath `yaml:"ask_when"`
	Label   string `yaml:"label"`
	Line    string `yaml:"line"`
	Text    string `yaml:"text"`
	Why     string `yaml:"why"`
	How     string `yaml:"how"`
	Effort  int    `yaml:"effort"`
}

// ownAnswer is what an answer is to do instead, or one of a question of their own.
type ownAnswer struct {
	Value    string          `yaml:"value"`
	Label    string          `yaml:"label"`
	Outcome  Outcome         `yaml:"outcome"`
	Strength Strength        `yaml:"strength"`
	InTrade  Strength        `yaml:"in_trade"`
	Then     *Recommendation `yaml:"then"`
	Report   *bool           `yaml:"report"`
	Because  string          `yaml:"because"`
	If       string          `yaml:"if"`
	Outside  bool            `yaml:"outside"`
	Milder   bool            `yaml:"laxer"`
}

// ownWords are further words for one path.
type ownWords struct {
	Respond   []ruleResponse `yaml:"respond"`
	Replies   []ruleReply    `yaml:"replies"`
	NextSteps []ruleStep     `yaml:"next_steps"`
}

// ownCase is an invitation that the person has thought through, to try rules by.
type ownCase struct {
	Name    string               `yaml:"name"`
	Profile ownProfile           `yaml:"profile"`
	Answers map[string]ownValues `yaml:"answers"`
	Expect  Recommendation       `yaml:"expect"`
	Report  *bool                `yaml:"report"`
}

// ownProfile is a Profile as such a case has it.
type ownProfile struct {
	Goals         []string `yaml:"goals"`
	Usage         string   `yaml:"usage"`
	Comfort       string   `yaml:"comfort"`
	Connections   *int     `yaml:"connections"`
	PostsPersonal bool     `yaml:"posts_personal"`
	JobSearch     string   `yaml:"job_search"`
	Premium       bool     `yaml:"premium"`
}

// ownValues is one value, or a list of them.
type ownValues []string

// UnmarshalYAML reads either.
func (v *ownValues) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		*v = ownValues{n.Value}
		return nil
	}
	var list []string
	err := n.Decode(&list)
	*v = list
	return err
}

// readOwnRules decodes a file strictly; what it means is checked where it is
// applied. An error is an *InputError.
func readOwnRules(data []byte, file string) (*ownRules, error) {
	o := &ownRules{file: file, root: &yaml.Node{}}
	if len(data) > maxInput {
		return nil, &InputError{File: file, Problem: "is larger than 1 MiB, which no rules are"}
	}
	if err := yaml.Unmarshal(data, o.root); err != nil {
		return nil, tabbed(yamlError(err, file), data)
	}
	if err := o.checkAdvice(o.root, ""); err != nil {
		return nil, err
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(o); err != nil && !errors.Is(err, io.EOF) {
		return nil, yamlError(err, file)
	}
	if err := dec.Decode(&yaml.Node{}); !errors.Is(err, io.EOF) {
		return nil, &InputError{File: file, Problem: "holds more than one document; leave out the lines ---"}
	}
	return o, nil
}

// yamlWords are how the decoder says what is wrong.
type yamlWords struct{ line, unknown, kind *regexp.Regexp }

var yamlSays = sync.OnceValue(func() (w yamlWords) {
	w.line = regexp.MustCompile(`line (\d+): (.*)`)
	w.unknown = regexp.MustCompile(`^field (\S+) not found in type advisor\.(\w+)`)
	w.kind = regexp.MustCompile(`^cannot unmarshal \S+ (?:` + "`" + `(.*)` + "`" + ` )?into (\S+)`)
	return w
})

// yamlError puts what the decoder says into our words, with its line.
func yamlError(err error, file string) *InputError {
	bad := &InputError{File: file, Problem: strings.TrimPrefix(err.Error(), "yaml: ")}
	says := yamlSays()
	found := says.line.FindStringSubmatch(err.Error())
	if found == nil {
		return bad
	}
	bad.Line, _ = strconv.Atoi(found[1])
	bad.Problem = strings.TrimSuffix(found[2], ".")
	if unknown := says.unknown.FindStringSubmatch(bad.Problem); unknown != nil {
		bad.Field, bad.Problem, bad.Allowed = unknown[1], "unknown field", fieldNames(unknown[2])
	} else if wrong := says.kind.FindStringSubmatch(bad.Problem); wrong != nil {
		bad.Problem = "has the wrong kind of value"
		if wrong[1] != "" {
			bad.Problem = strconv.Quote(wrong[1]) + " is the wrong kind of value"
		}
	}
	return bad
}

// tabbed says of a line that is indented with a tab what to do about it.
func tabbed(bad *InputError, data []byte) *InputError {
	lines := bytes.Split(data, []byte("\n"))
	if bad.Line < 1 || bad.Line > len(lines) {
		return bad
	}
	text := lines[bad.Line-1]
	if indent := text[:len(text)-len(bytes.TrimLeft(text, " \t"))]; bytes.ContainsRune(indent, '\t') {
		bad.Problem = "has a tab before its text; use spaces"
	}
	return bad
}

// checkAdvice reports a recommendation that there is not, with its place. within
// names what it stands in.
func (o *ownRules) checkAdvice(n *yaml.Node, within string) error {
	if n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if key := n.Content[i].Value; key == "id" || key == "value" || key == "name" {
				within = strings.TrimPrefix(within+"."+n.Content[i+1].Value, ".")
			}
		}
	}
	for i, inner := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 1 {
			if err := o.checkNamed(n.Content[i-1].Value, inner, within); err != nil {
				return err
			}
		}
		if err := o.checkAdvice(inner, within); err != nil {
			return err
		}
	}
	return nil
}

// checkNamed reports what stands in a field for recommendations and is none.
func (o *ownRules) checkNamed(field string, value *yaml.Node, within string) error {
	allowed := recommendationIDs[1:]
	switch field {
	case "then":
		allowed = []string{IgnoreOrVetFurther.String(), Decline.String(), DeclineAndBlock.String()}
	case "for", "expect":
	default:
		return nil
	}
	for _, named := range append([]*yaml.Node{value}, value.Content...) {
		if _, err := ParseRecommendation(named.Value); named.Kind == yaml.ScalarNode && named.Value != "" && err != nil {
			return &InputError{File: o.file, Line: named.Line, Field: strings.TrimPrefix(within+"."+field, "."), Problem: "unknown recommendation " + strconv.Quote(named.Value), Allowed: allowed}
		}
	}
	return nil
}

// fieldNames are the fields of what may stand in a file of rules, by type.
func fieldNames(name string) []string {
	for _, v := range []any{
		ownRules{}, ownQuestion{}, ownAnswer{}, ownWords{}, ownCase{}, ownProfile{}, byPath{}, ruleResponse{}, ruleReply{}, ruleStep{},
	} {
		t := reflect.TypeOf(v)
		if t.Name() != name {
			continue
		}
		var names []string
		for i := range t.NumField() {
			tag, rest, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
			switch {
			case rest == "inline":
				names = append(names, "for", "when")
			case tag != "" && tag != "covers":
				names = append(names, tag)
			}
		}
		return names
	}
	return nil
}

// node returns what stands at a path of names and places, or the last part of it
// that is there, with its line.
func (o *ownRules) node(path ...any) (n *yaml.Node, line int) {
	n, line = o.root, 1
	if n.Kind == yaml.DocumentNode && len(n.Content) > 0 {
		n = n.Content[0]
	}
	for _, step := range path {
		next, at := inside(n, step)
		if next == nil {
			return n, line
		}
		n, line = next, at
	}
	return n, line
}

// inside returns one entry of a list or table, nil where there is none.
func inside(n *yaml.Node, step any) (*yaml.Node, int) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if at, isPlace := step.(int); isPlace {
		if n.Kind != yaml.SequenceNode || at >= len(n.Content) {
			return nil, 0
		}
		return n.Content[at], n.Content[at].Line
	}
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == step {
			return n.Content[i+1], n.Content[i].Line
		}
	}
	return nil, 0
}

// keys returns the fields that are given at a path.
func (o *ownRules) keys(path ...any) []string {
	n, _ := o.node(path...)
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	var keys []string
	for i := 0; i+1 < len(n.Content); i += 2 {
		keys = append(keys, n.Content[i].Value)
	}
	return keys
}

// fail is an error about what stands at a path.
func (o *ownRules) fail(field, problem string, allowed []string, path ...any) error {
	_, line := o.node(path...)
	return &InputError{File: o.file, Line: line, Field: field, Problem: problem, Allowed: allowed}
}
