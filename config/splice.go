package config

import (
	"bytes"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// A settings file is changed where it has to be and nowhere else, so that
// comments, blank lines and the order that a person gave it survive: the document
// tells the lines of a key, and only those are written again.

// change is one key with its new value; nil takes the key away.
type change struct {
	path  []string // one or two names
	value any
}

// now is the value that the key has in values, as parse returns them.
func (c change) now(values map[string]any) any {
	for _, name := range c.path[:len(c.path)-1] {
		values, _ = values[name].(map[string]any)
	}
	return values[c.path[len(c.path)-1]]
}

// apply makes the change in values as parse returns them.
func (c change) apply(values map[string]any) {
	name := c.path[0]
	if len(c.path) == 2 {
		inner, ok := values[name].(map[string]any)
		if !ok {
			inner = map[string]any{}
		}
		below := change{c.path[1:], c.value}
		below.apply(inner)
		if values[name] = inner; len(inner) == 0 {
			delete(values, name)
		}
		return
	}
	if values[name] = c.value; c.value == nil {
		delete(values, name)
	}
}

// splice returns the text of a settings file, which is valid, with one key
// changed.
func splice(text string, c change) string {
	var doc yaml.Node
	_ = yaml.Unmarshal([]byte(text), &doc) // it was read before
	root := &yaml.Node{Kind: yaml.MappingNode}
	if len(doc.Content) > 0 && doc.Content[0].Kind == yaml.MappingNode {
		root = doc.Content[0]
	}
	if len(root.Content) > 0 && !isBlock(root) { // all in braces: there are no lines to keep
		root.Style &^= yaml.FlowStyle
		return splice(string(encoded(root)), c)
	}
	lines := linesOf(text)
	whole := block{root, len(lines)}
	name := c.path[0]
	if len(c.path) == 1 {
		return strings.Join(whole.set(lines, name, c.value), "")
	}
	at := whole.find(name)
	if at < 0 || !isBlock(root.Content[at+1]) || c.value == nil && len(root.Content[at+1].Content) == 2 {
		return strings.Join(whole.set(lines, name, withKey(root, at, c)), "")
	}
	_, end := whole.extent(lines, at)
	return strings.Join(block{root.Content[at+1], end}.set(lines, c.path[1], c.value), "")
}

// withKey is the value of a group that does not stand on lines of its own, with
// one key changed; nil when nothing is left of it.
func withKey(root *yaml.Node, at int, c change) any {
	values := map[string]any{}
	if at >= 0 && root.Content[at+1].Kind == yaml.MappingNode {
		_ = root.Content[at+1].Decode(&values) // it was read before
	}
	below := change{c.path[1:], c.value}
	if below.apply(values); len(values) == 0 {
		return nil
	}
	return values
}

// linesOf cuts a text into lines, each with its end.
func linesOf(text string) []string {
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	return strings.SplitAfter(text, "\n")[:strings.Count(text, "\n")]
}

// isBlock reports whether a value is a group of keys on lines of their own.
func isBlock(node *yaml.Node) bool {
	return node.Kind == yaml.MappingNode && node.Style&yaml.FlowStyle == 0 && len(node.Content) > 0
}

// block is a mapping on lines of its own, of which the last is before end.
type block struct {
	mapping *yaml.Node
	end     int // a line's number, counted from 0
}

// find returns the place of a key in the mapping's content, -1 for none.
func (b block) find(key string) int {
	for i := 0; i+1 < len(b.mapping.Content); i += 2 {
		if b.mapping.Content[i].Value == key {
			return i
		}
	}
	return -1
}

// extent is from which line to which before a key and its value stand. Comments
// and blank lines after them belong to what follows.
func (b block) extent(lines []string, at int) (from, to int) {
	from, to = b.mapping.Content[at].Line-1, b.end
	if at+2 < len(b.mapping.Content) {
		to = b.mapping.Content[at+2].Line - 1
	}
	for to > from+1 {
		if line := strings.TrimSpace(lines[to-1]); line != "" && !strings.HasPrefix(line, "#") {
			break
		}
		to--
	}
	return from, to
}

// set returns the lines with a key set to a value, or without the key.
func (b block) set(lines []string, key string, value any) []string {
	at := b.find(key)
	if at < 0 {
		if value == nil {
			return lines
		}
		from, indent := b.end, ""
		if last := len(b.mapping.Content) - 2; last >= 0 {
			_, from = b.extent(lines, last)
			indent = indentOf(lines[b.mapping.Content[last].Line-1])
		}
		if b.end == len(lines) && indent == "" {
			from = b.end // after the comments at the end of the file
		}
		return slices.Concat(lines[:from], written(key, value, indent, lineEnd(lines)), lines[from:])
	}
	from, to := b.extent(lines, at)
	if value == nil {
		return slices.Concat(lines[:from], lines[to:])
	}
	fresh := written(key, value, indentOf(lines[from]), lineEnd(lines))
	if comment, column := commentOf(lines[from], b.mapping.Content[at], b.mapping.Content[at+1]); comment != "" {
		first := strings.TrimRight(fresh[0], "\r\n")
		gap := max(column-len(first), 2)
		fresh[0] = first + strings.Repeat(" ", gap) + comment + lineEnd(lines)
	}
	return slices.Concat(lines[:from], fresh, lines[to:])
}

// commentOf returns the comment at the end of a key's line, and where it begins.
func commentOf(line string, key, value *yaml.Node) (comment string, column int) {
	line = strings.TrimRight(line, "\r\n")
	for _, known := range []string{value.LineComment, key.LineComment} {
		if at := strings.LastIndex(line, known); known != "" && at > 0 {
			return known, at
		}
	}
	if name, rest, ok := strings.Cut(line, ":"); ok && strings.HasPrefix(strings.TrimSpace(rest), "#") {
		comment = strings.TrimSpace(rest)
		return comment, len(name) + 1 + strings.Index(rest, "#")
	}
	return "", 0
}

func indentOf(line string) string { return line[:len(line)-len(strings.TrimLeft(line, " "))] }

// lineEnd is how the lines of a file end.
func lineEnd(lines []string) string {
	if len(lines) > 0 && strings.HasSuffix(lines[0], "\r\n") {
		return "\r\n"
	}
	return "\n"
}

// written returns the lines of a key and its value. A list of words stands in
// brackets, as a person would write it.
func written(key string, value any, indent, end string) []string {
	var node yaml.Node
	// Values are texts, numbers and lists of them, which can always be written.
	_ = node.Encode(map[string]any{key: value})
	inBrackets(&node)
	lines := linesOf(string(encoded(&node)))
	for i := range lines {
		lines[i] = indent + strings.TrimSuffix(lines[i], "\n") + end
	}
	return lines
}

func encoded(node *yaml.Node) []byte {
	var out bytes.Buffer
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	_ = encoder.Encode(node)
	return out.Bytes()
}

// inBrackets writes lists of single words in one line.
func inBrackets(node *yaml.Node) {
	plain := node.Kind == yaml.SequenceNode
	for _, item := range node.Content {
		inBrackets(item)
		plain = plain && item.Kind == yaml.ScalarNode
	}
	if plain {
		node.Style |= yaml.FlowStyle
	}
}
