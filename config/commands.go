package config

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// maxCommands is how many commands of one's own there may be.
const maxCommands = 20

// readCommands reads a list of keys, names and programs with their arguments.
func readCommands(node *yaml.Node) (any, *Error) {
	if node.Kind != yaml.SequenceNode {
		return nil, &Error{Line: node.Line, Problem: "must be a list of commands, such as - {key: W, name: Search, command: [xdg-open, \"{{url}}\"]}"}
	}
	if len(node.Content) > maxCommands {
		return nil, &Error{Line: node.Content[maxCommands].Line, Problem: fmt.Sprintf("has more than %d commands", maxCommands)}
	}
	list := []any{}
	taken := map[string]bool{}
	for i, item := range node.Content {
		values, problem := readCommand(item)
		if problem == nil && taken[values["key"].(string)] {
			problem = &Error{Line: item.Line, Key: "key", Problem: fmt.Sprintf("%q is the key of another command already", values["key"])}
		}
		if problem != nil {
			problem.Key = strings.TrimSuffix(fmt.Sprintf("commands.%d.%s", i+1, problem.Key), ".")
			return nil, problem
		}
		taken[values["key"].(string)] = true
		list = append(list, values)
	}
	return list, nil
}

func readCommand(node *yaml.Node) (map[string]any, *Error) {
	allowed := []string{"key", "name", "command", "terminal"}
	if node.Kind != yaml.MappingNode {
		return nil, &Error{Line: node.Line, Problem: "must hold a key, a name and a command", Allowed: allowed}
	}
	values := map[string]any{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		if !slices.Contains(allowed, key.Value) {
			return nil, &Error{Line: key.Line, Key: key.Value, Problem: "is not a setting", Allowed: allowed}
		}
		if _, twice := values[key.Value]; twice {
			return nil, &Error{Line: key.Line, Key: key.Value, Problem: "is set twice"}
		}
		read, problem := readCommandPart(key.Value, value)
		if problem != nil {
			problem.Key = key.Value
			return nil, problem
		}
		values[key.Value] = read
	}
	for _, name := range allowed[:3] {
		if values[name] == nil {
			return nil, &Error{Line: node.Line, Key: name, Problem: "is missing"}
		}
	}
	return values, nil
}

// readCommandPart reads the key, the name, the command or terminal.
func readCommandPart(name string, node *yaml.Node) (any, *Error) {
	switch name {
	case "terminal":
		return setting{kind: boolean}.read(node)
	case "command":
		return readArguments(node)
	}
	text := strings.TrimSpace(node.Value)
	switch {
	case node.Kind != yaml.ScalarNode || node.Tag == "!!null" || text == "":
		return nil, &Error{Line: node.Line, Problem: described(node) + " is not a text"}
	case name == "name" && utf8.RuneCountInString(text) > maxSectionName:
		return nil, &Error{Line: node.Line, Problem: fmt.Sprintf("%q is longer than %d characters", text, maxSectionName)}
	}
	return text, nil
}

// readArguments reads a program with its arguments, each a word of its own: no
// shell takes them apart.
func readArguments(node *yaml.Node) (any, *Error) {
	if node.Kind != yaml.SequenceNode || len(node.Content) == 0 {
		return nil, &Error{Line: node.Line, Problem: "must be a list of the program and its arguments, such as [xdg-open, \"{{url}}\"]; no shell reads it"}
	}
	var args []string
	for _, item := range node.Content {
		if item.Kind != yaml.ScalarNode || item.Tag == "!!null" || item.Value == "" {
			return nil, &Error{Line: item.Line, Problem: described(item) + " is not an argument; write \"{{url}}\" in quotes"}
		}
		args = append(args, item.Value)
	}
	return args, nil
}

// commandsOf takes the commands from a file that was read.
func commandsOf(file map[string]any) []Command {
	var all []Command
	list, _ := file["commands"].([]any)
	for _, item := range list {
		values, _ := item.(map[string]any)
		c := Command{}
		c.Key, _ = values["key"].(string)
		c.Name, _ = values["name"].(string)
		c.Args, _ = values["command"].([]string)
		c.Terminal, _ = values["terminal"].(bool)
		all = append(all, c)
	}
	return all
}
