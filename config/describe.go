package config

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// Description is what there is to know of a setting without knowing its value.
type Description struct {
	Key      string   // with dots: profile.usage
	Kind     string   // text, true or false, number, list of words, lists, keys, commands, group
	Allowed  []string // the words it may have; nil is any
	Default  any      // nil where there is none
	Variable string   // the environment variable that overrides it; "" where there is none
	About    string
}

// Descriptions returns every setting, in the order of the documents.
func Descriptions() []Description {
	names := map[kind]string{
		text: "text", boolean: "true or false", count: "number", words: "list of words", group: "group", sections: "lists", bindings: "keys",
		commands: "commands", themes: "themes",
	}
	var all []Description
	for _, s := range settingsTable() {
		all = append(all, Description{s.key, names[s.kind], s.allowed, s.def, s.variable(), s.about})
	}
	return all
}

// Value is a setting in force and where it comes from: a flag, a variable, the
// settings file or "default".
type Value struct {
	Key   string `json:"key"`
	Value any    `json:"value"`
	From  string `json:"from"`
}

// Values returns every setting in force with where it comes from.
func Values(opts Options) ([]Value, error) {
	s, err := Load(opts)
	if err != nil {
		return nil, err
	}
	data, err := Read(s.File)
	if err != nil {
		return nil, err
	}
	file, err := parse(data, s.File)
	if err != nil {
		return nil, err
	}
	v := newViper()
	if err := v.MergeConfigMap(forViper(file)); err != nil {
		return nil, fmt.Errorf("reading the settings: %w", err)
	}
	if err := applyEnvironment(v); err != nil {
		return nil, err
	}
	var all []Value
	for _, one := range settingsTable() {
		if one.kind == group {
			continue
		}
		value := Value{Key: one.key, Value: v.Get(one.key), From: "default"}
		written := change{path: strings.Split(one.key, ".")}.now(file) != nil
		switch {
		case one.key == "db" && opts.DB != "":
			value.From = "--db"
		case one.variable() != "" && strings.TrimSpace(os.Getenv(one.variable())) != "":
			value.From = one.variable()
		case written:
			value.From = s.File
		}
		switch {
		case one.key == "db":
			value.Value = s.DB
		case one.kind == themes && written:
			value.Value = file[one.key]
		}
		all = append(all, value)
	}
	return all, nil
}

// Template returns a settings file that sets nothing and says what could be set.
func Template() string {
	var b strings.Builder
	b.WriteString("# Settings of linkvet. What is not said here has its default.\n")
	for _, s := range settingsTable() {
		if s.key == "profile_asked" {
			continue // the program's own
		}
		key, indent := s.key, ""
		if _, name, below := strings.Cut(s.key, "."); below {
			key, indent = name, "  "
		} else {
			b.WriteString("\n")
		}
		about := s.about
		if s.allowed != nil {
			about += ": " + strings.Join(s.allowed, ", ")
		}
		fmt.Fprintf(&b, "# %s%s\n#%s%s:%s\n", indent, about, indent, key, s.example())
	}
	return b.String()
}

// example is how a value is written, after the colon.
func (s setting) example() string {
	switch s.kind {
	case group:
		return ""
	case sections:
		return "\n#  - {name: Recruiters, query: \"recruiter !agency\"}"
	case bindings:
		return "\n#  sort: [f5]"
	case commands:
		return "\n#  - {key: W, name: Search the web, command: [xdg-open, \"https://duckduckgo.com/?q={{name}} {{company}}\"]}"
	case themes:
		return "\n#  Dusk: {base: dark, accept: \"#8fd6a5\", block: bright-red}"
	case words:
		return " [" + s.allowed[len(s.allowed)/2] + "]"
	case count:
		return " 320"
	}
	if s.key == "db" {
		return " ~/linkvet/linkvet.db"
	}
	if s.def == "" {
		return " " + s.allowed[0]
	}
	return fmt.Sprint(" ", s.def)
}

// Schema returns the JSON schema of the settings file, for editors.
func Schema() ([]byte, error) {
	root := object("Settings of linkvet", "")
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	return json.MarshalIndent(root, "", "  ")
}

// object is the schema of a group of settings whose keys begin with prefix.
func object(about, prefix string) map[string]any {
	properties := map[string]any{}
	for _, s := range children(prefix) {
		properties[strings.TrimPrefix(s.key, prefix)] = s.schema()
	}
	return map[string]any{"type": "object", "description": about, "properties": properties, "additionalProperties": false}
}

func (s setting) schema() map[string]any {
	line := map[string]any{"type": "string", "minLength": 1}
	one := map[string]any{"description": s.about}
	switch s.kind {
	case group:
		return object(s.about, s.key+".")
	case boolean:
		one["type"] = "boolean"
	case count:
		one["type"], one["minimum"] = "integer", 0
	case words:
		one["type"], one["items"] = "array", map[string]any{"enum": s.allowed}
	case sections:
		list := map[string]any{"name": map[string]any{"type": "string", "maxLength": maxSectionName}, "query": line}
		one["type"], one["maxItems"] = "array", maxSections
		one["items"] = map[string]any{"type": "object", "properties": list, "required": []string{"name", "query"}, "additionalProperties": false}
	case bindings:
		keys := map[string]any{"type": "array", "items": line, "minItems": 1, "maxItems": maxKeys}
		one["type"], one["additionalProperties"] = "object", map[string]any{"anyOf": []any{line, keys}}
	case commands:
		one["type"], one["maxItems"] = "array", maxCommands
		one["items"] = map[string]any{"type": "object", "required": []string{"key", "name", "command"}, "additionalProperties": false, "properties": map[string]any{
			"key": line, "name": map[string]any{"type": "string", "minLength": 1, "maxLength": maxSectionName},
			"command": map[string]any{"type": "array", "items": line, "minItems": 1}, "terminal": map[string]any{"type": "boolean"},
		}}
	case themes:
		one["type"], one["additionalProperties"] = "object", map[string]any{"type": "object", "additionalProperties": line}
	default:
		one["type"] = "string"
		if s.allowed != nil && !s.open {
			one["enum"] = s.allowed
		}
	}
	if s.def != nil && s.def != "" {
		one["default"] = s.def
	}
	return one
}
