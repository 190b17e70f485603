package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// parse reads a settings file strictly: every key must be in the table, once,
// with a value of its type. It keeps lines, which viper does not, so that an
// error can point into the file.
func parse(data []byte, file string) (map[string]any, error) {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var doc yaml.Node
	if err := decoder.Decode(&doc); errors.Is(err, io.EOF) {
		return map[string]any{}, nil
	} else if err != nil {
		return nil, syntaxError(file, err)
	}
	var second yaml.Node
	if err := decoder.Decode(&second); err == nil {
		return nil, &Error{File: file, Line: second.Line, Problem: "a second document begins here; settings are one document"}
	} else if !errors.Is(err, io.EOF) {
		return nil, syntaxError(file, err)
	}
	root := doc.Content[0]
	if root.Tag == "!!null" {
		return map[string]any{}, nil
	}
	values, problem := readGroup(root, "")
	if problem != nil {
		problem.File = file
		return nil, problem
	}
	theme, _ := values["theme"].(string)
	if problem := checkTheme(theme, values); problem != nil {
		problem.File, problem.Line = file, lineOf(root, []string{"theme"})
		return nil, problem
	}
	return values, nil
}

// checkTheme reports a theme that is neither the program's nor one of a file that
// was read; "" is none.
func checkTheme(name string, file map[string]any) *Error {
	var setting setting
	for _, s := range settingsTable() {
		if s.key == "theme" {
			setting = s
		}
	}
	setting.open = false
	for _, own := range themesOf(file) {
		setting.allowed = append(setting.allowed, own.Name)
	}
	if name == "" {
		return nil
	}
	problem := setting.checkText(name)
	if problem != nil {
		problem.Key = "theme"
	}
	return problem
}

// readGroup reads a mapping whose keys begin with prefix in the table.
func readGroup(node *yaml.Node, prefix string) (map[string]any, *Error) {
	known := children(prefix)
	names := make([]string, 0, len(known))
	for _, s := range known {
		names = append(names, strings.TrimPrefix(s.key, prefix))
	}
	if node.Kind != yaml.MappingNode {
		return nil, &Error{Line: node.Line, Key: strings.TrimSuffix(prefix, "."), Problem: "must hold keys and values", Allowed: names}
	}
	values := map[string]any{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		at := indexOf(names, key.Value)
		if at < 0 || key.Kind != yaml.ScalarNode {
			return nil, &Error{Line: key.Line, Key: prefix + key.Value, Problem: "is not a setting", Allowed: names}
		}
		if _, twice := values[key.Value]; twice {
			return nil, &Error{Line: key.Line, Key: prefix + key.Value, Problem: "is set twice"}
		}
		read, problem := known[at].read(value)
		if problem != nil {
			if problem.Key == "" {
				problem.Key = known[at].key
			}
			return nil, problem
		}
		values[key.Value] = read // nil stands for "left empty": the default holds
	}
	for name, value := range values {
		if value == nil {
			delete(values, name)
		}
	}
	return values, nil
}

// children returns the settings one level below prefix.
func children(prefix string) []setting {
	var found []setting
	for _, s := range settingsTable() {
		if rest, ok := strings.CutPrefix(s.key, prefix); ok && !strings.Contains(rest, ".") {
			found = append(found, s)
		}
	}
	return found
}

// read returns the value of a setting, nil for a key left empty.
func (s setting) read(node *yaml.Node) (any, *Error) {
	if node.Kind == yaml.AliasNode {
		return nil, &Error{Line: node.Line, Problem: "refers to another value; write the value itself"}
	}
	if node.Tag == "!!null" {
		return nil, nil
	}
	switch s.kind {
	case group:
		return readGroup(node, s.key+".")
	case boolean:
		if node.Tag != "!!bool" {
			return nil, wrongValue(node, "true", "false")
		}
		return strings.EqualFold(node.Value, "true"), nil
	case count:
		var n int
		if node.Tag != "!!int" || !isCount(node.Value) || node.Decode(&n) != nil {
			return nil, &Error{Line: node.Line, Problem: described(node) + " is not a whole number, zero or more"}
		}
		return n, nil
	case words:
		return s.readWords(node)
	case sections:
		return readSections(node)
	case bindings:
		return readBindings(node)
	case commands:
		return readCommands(node)
	case themes:
		return readThemes(node)
	default:
		if node.Tag != "!!str" {
			return nil, wrongValue(node, s.allowed...)
		}
		if node.Value == "" {
			return nil, nil
		}
		return node.Value, at(node, s.checkText(node.Value))
	}
}

func (s setting) readWords(node *yaml.Node) (any, *Error) {
	if node.Kind != yaml.SequenceNode {
		return nil, &Error{Line: node.Line, Problem: "must be a list, such as [" + s.allowed[0] + "]", Allowed: s.allowed}
	}
	list := make([]string, 0, len(node.Content))
	for _, item := range node.Content {
		if item.Tag != "!!str" {
			return nil, wrongValue(item, s.allowed...)
		}
		if problem := s.checkText(item.Value); problem != nil {
			return nil, at(item, problem)
		}
		list = append(list, item.Value)
	}
	return list, nil
}

// checkText reports a text that is not among the allowed ones.
func (s setting) checkText(value string) *Error {
	if s.allowed == nil || s.open || indexOf(s.allowed, value) >= 0 {
		return nil
	}
	return &Error{Problem: fmt.Sprintf("%q is not allowed", value), Allowed: s.allowed}
}

func at(node *yaml.Node, problem *Error) *Error {
	if problem != nil {
		problem.Line = node.Line
	}
	return problem
}

func wrongValue(node *yaml.Node, allowed ...string) *Error {
	problem := described(node) + " is not allowed"
	if allowed == nil {
		problem = described(node) + " is not a text"
	}
	return &Error{Line: node.Line, Problem: problem, Allowed: allowed}
}

func described(node *yaml.Node) string {
	switch node.Kind {
	case yaml.MappingNode:
		return "a group of keys"
	case yaml.SequenceNode:
		return "a list"
	}
	return fmt.Sprintf("%q", node.Value)
}

func indexOf(list []string, word string) int {
	for i, w := range list {
		if w == word {
			return i
		}
	}
	return -1
}

// syntaxError moves the line out of the parser's message to its own place.
func syntaxError(file string, err error) error {
	problem := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 0
	if m := regexp.MustCompile(`^line (\d+): `).FindStringSubmatch(problem); m != nil {
		line, _ = strconv.Atoi(m[1])
		problem = problem[len(m[0]):]
	}
	return &Error{File: file, Line: line, Problem: "not YAML: " + problem, Err: err}
}

// isCount reports a number as people write it. YAML also takes 0100 for 64.
func isCount(text string) bool {
	return text == "0" || text != "" && text[0] != '0' && strings.Trim(text, "0123456789") == ""
}
