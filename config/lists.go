package config

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// What is more than this is a mistake, or would fit on no screen.
const (
	maxSections    = 20
	maxSectionName = 24
	maxKeys        = 8
)

// readSections reads a list of names and queries.
func readSections(node *yaml.Node) (any, *Error) {
	if node.Kind != yaml.SequenceNode {
		return nil, &Error{Line: node.Line, Problem: "must be a list of names and queries, such as - {name: Recruiters, query: recruiter}"}
	}
	if len(node.Content) > maxSections {
		return nil, &Error{Line: node.Content[maxSections].Line, Problem: fmt.Sprintf("has more than %d sections", maxSections)}
	}
	list := []any{}
	var names []string
	for i, item := range node.Content {
		values, problem := readSection(item)
		if problem == nil && slices.Contains(names, strings.ToLower(values["name"].(string))) {
			problem = &Error{Line: item.Line, Key: "name", Problem: fmt.Sprintf("%q is there twice", values["name"])}
		}
		if problem != nil {
			problem.Key = strings.TrimSuffix(fmt.Sprintf("sections.%d.%s", i+1, problem.Key), ".")
			return nil, problem
		}
		names = append(names, strings.ToLower(values["name"].(string)))
		list = append(list, values)
	}
	return list, nil
}

func readSection(node *yaml.Node) (map[string]any, *Error) {
	allowed := []string{"name", "query"}
	if node.Kind != yaml.MappingNode {
		return nil, &Error{Line: node.Line, Problem: "must hold a name and a query", Allowed: allowed}
	}
	values := map[string]any{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		switch _, twice := values[key.Value]; {
		case !slices.Contains(allowed, key.Value):
			return nil, &Error{Line: key.Line, Key: key.Value, Problem: "is not a setting", Allowed: allowed}
		case twice:
			return nil, &Error{Line: key.Line, Key: key.Value, Problem: "is set twice"}
		case value.Kind != yaml.ScalarNode || value.Tag == "!!null" || strings.TrimSpace(value.Value) == "":
			return nil, &Error{Line: value.Line, Key: key.Value, Problem: described(value) + " is not a text"}
		}
		values[key.Value] = strings.TrimSpace(value.Value)
	}
	for _, name := range allowed {
		if values[name] == nil {
			return nil, &Error{Line: node.Line, Key: name, Problem: "is missing"}
		}
	}
	if name := values["name"].(string); utf8.RuneCountInString(name) > maxSectionName {
		return nil, &Error{Line: node.Line, Key: "name", Problem: fmt.Sprintf("%q is longer than %d characters", name, maxSectionName)}
	}
	return values, nil
}

// readBindings reads actions and the keys they are to have.
func readBindings(node *yaml.Node) (any, *Error) {
	if node.Kind != yaml.MappingNode {
		return nil, &Error{Line: node.Line, Problem: "must hold actions and their keys, such as open-profile: [o]"}
	}
	all := map[string]any{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		action, value := node.Content[i], node.Content[i+1]
		key := "keys." + action.Value
		if _, twice := all[action.Value]; twice {
			return nil, &Error{Line: action.Line, Key: key, Problem: "is set twice"}
		}
		keys, problem := readKeys(value)
		if problem != nil {
			problem.Key = key
			return nil, problem
		}
		all[action.Value] = keys
	}
	return all, nil
}

func readKeys(node *yaml.Node) ([]string, *Error) {
	items := []*yaml.Node{node}
	if node.Kind == yaml.SequenceNode {
		items = node.Content
	}
	if len(items) == 0 || len(items) > maxKeys {
		return nil, &Error{Line: node.Line, Problem: fmt.Sprintf("needs one to %d keys, such as [o, ctrl+o]", maxKeys)}
	}
	var keys []string
	for _, item := range items {
		switch {
		case item.Kind != yaml.ScalarNode || item.Value == "":
			return nil, &Error{Line: item.Line, Problem: described(item) + " is not a key"}
		case slices.Contains(keys, item.Value):
			return nil, &Error{Line: item.Line, Problem: fmt.Sprintf("%q is there twice", item.Value)}
		}
		keys = append(keys, item.Value)
	}
	return keys, nil
}

// readThemes reads the names of themes, with a color for each thing that they
// color.
func readThemes(node *yaml.Node) (any, *Error) {
	const example = "such as Dusk: {base: dark, accept: \"#8fd6a5\"}"
	if node.Kind != yaml.MappingNode {
		return nil, &Error{Line: node.Line, Problem: "must hold names of themes and their colors, " + example}
	}
	all := map[string]any{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		name, colors := node.Content[i], node.Content[i+1]
		key := "themes." + name.Value
		if _, twice := all[name.Value]; twice {
			return nil, &Error{Line: name.Line, Key: key, Problem: "is there twice"}
		}
		if colors.Kind != yaml.MappingNode {
			return nil, &Error{Line: colors.Line, Key: key, Problem: "must hold colors, " + example}
		}
		values := map[string]string{}
		for j := 0; j+1 < len(colors.Content); j += 2 {
			what, color := colors.Content[j], colors.Content[j+1]
			if color.Tag != "!!str" {
				return nil, &Error{Line: color.Line, Key: key + "." + what.Value, Problem: described(color) + " is not a color; write it in quotes, as \"#rrggbb\""}
			}
			values[what.Value] = color.Value
		}
		all[name.Value] = values
	}
	return all, nil
}

// themesOf takes the themes from a file that was read, by name.
func themesOf(file map[string]any) []Theme {
	var all []Theme
	values, _ := file["themes"].(map[string]any)
	for name, value := range values {
		colors, _ := value.(map[string]string)
		all = append(all, Theme{Name: name, Colors: colors})
	}
	slices.SortFunc(all, func(a, b Theme) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// sectionsOf takes the sections from a file that was read.
func sectionsOf(file map[string]any) []Section {
	var all []Section
	list, _ := file["sections"].([]any)
	for _, item := range list {
		values, _ := item.(map[string]any)
		name, _ := values["name"].(string)
		query, _ := values["query"].(string)
		all = append(all, Section{Name: name, Query: query})
	}
	return all
}

// bindingsOf takes the keys from a file that was read, by action.
func bindingsOf(file map[string]any) []Binding {
	var all []Binding
	values, _ := file["keys"].(map[string]any)
	for action, value := range values {
		keys, _ := value.([]string)
		all = append(all, Binding{Action: action, Keys: keys})
	}
	slices.SortFunc(all, func(a, b Binding) int { return strings.Compare(a.Action, b.Action) })
	return all
}

// Wrong is the error for a setting of the file that only others can judge, such
// as the query of a section or the keys of an action. The key is a path such as
// "sections.2.query" or "keys.open-profile".
func (s Settings) Wrong(key, problem string, allowed ...string) error {
	e := &Error{File: s.File, Key: key, Problem: problem, Allowed: allowed}
	data, err := Read(s.File)
	var doc yaml.Node
	if err == nil && yaml.Unmarshal(data, &doc) == nil && len(doc.Content) > 0 {
		e.Line = lineOf(doc.Content[0], strings.Split(key, "."))
	}
	return e
}

// lineOf finds the line of a setting by its path; of what is not there it is
// the line of what it would be part of.
func lineOf(node *yaml.Node, path []string) int {
	if len(path) == 0 {
		return node.Line
	}
	switch node.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(node.Content); i += 2 {
			if node.Content[i].Value != path[0] {
				continue
			}
			if len(path) == 1 {
				return node.Content[i].Line
			}
			return lineOf(node.Content[i+1], path[1:])
		}
	case yaml.SequenceNode:
		for i, item := range node.Content {
			if fmt.Sprint(i+1) == path[0] {
				return lineOf(item, path[1:])
			}
		}
	}
	return node.Line
}
