package advisor

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// maxInput is the largest answers file taken, in bytes; a real one has 3,000.
const maxInput = 1 << 20

// node is one JSON value with the line it begins on. encoding/json alone
// neither notices a key that appears twice nor says where a value stands.
type node struct {
	line    int
	value   any // string, json.Number, bool or nil; nothing for lists and objects
	list    []node
	members []member // in file order
	kind    nodeKind
}

type member struct {
	name string
	node
}

type nodeKind string

const (
	scalar nodeKind = "value"
	list   nodeKind = "list"
	object nodeKind = "object"
)

// treeReader reads one JSON document into nodes.
type treeReader struct {
	name string
	data []byte
	dec  *json.Decoder
	deep int
}

// maxDepth is how deep lists and objects may be nested; a case has 3.
const maxDepth = 16

// readTree reads one document; name is used in errors.
func readTree(r io.Reader, name string) (node, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxInput+1))
	if err != nil {
		return node{}, fmt.Errorf("read %s: %w", name, err)
	}
	if len(data) > maxInput {
		return node{}, &InputError{File: name, Problem: fmt.Sprintf("is larger than %d KiB, which no answers file is", maxInput>>10)}
	}
	t := &treeReader{name: name, data: data, dec: json.NewDecoder(bytes.NewReader(data))}
	t.dec.UseNumber()
	root, err := t.next("")
	if err != nil {
		return node{}, err
	}
	if _, err := t.dec.Token(); !errors.Is(err, io.EOF) {
		return node{}, t.fail("", "something follows the end of the JSON object")
	}
	return root, nil
}

// line returns the line that the decoder has reached.
func (t *treeReader) line() int {
	end := min(int(t.dec.InputOffset()), len(t.data))
	return 1 + bytes.Count(t.data[:end], []byte("\n"))
}

func (t *treeReader) fail(field, problem string) error {
	return &InputError{File: t.name, Line: t.line(), Field: field, Problem: problem}
}

// token reads the next token; a broken document is an InputError.
func (t *treeReader) token(field string) (json.Token, error) {
	token, err := t.dec.Token()
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return nil, t.fail(field, "the JSON ends too early")
	case errors.As(err, &syntax):
		return nil, t.fail(field, "not JSON: "+syntax.Error())
	case err != nil:
		return nil, t.fail(field, "not JSON: "+err.Error())
	}
	return token, nil
}

func (t *treeReader) next(field string) (node, error) {
	token, err := t.token(field)
	if err != nil {
		return node{}, err
	}
	if t.deep++; t.deep > maxDepth {
		return node{}, t.fail(field, "lists and objects are nested too deep")
	}
	defer func() { t.deep-- }()
	n := node{line: t.line(), kind: scalar, value: token}
	switch token {
	case json.Delim('['):
		return t.readList(n, field)
	case json.Delim('{'):
		return t.readObject(n, field)
	}
	return n, nil
}

func (t *treeReader) readList(n node, field string) (node, error) {
	n.kind, n.value = list, nil
	for t.dec.More() {
		item, err := t.next(field)
		if err != nil {
			return node{}, err
		}
		n.list = append(n.list, item)
	}
	_, err := t.token(field)
	return n, err
}

func (t *treeReader) readObject(n node, field string) (node, error) {
	n.kind, n.value = object, nil
	seen := map[string]bool{}
	for t.dec.More() {
		token, err := t.token(field)
		if err != nil {
			return node{}, err
		}
		name, _ := token.(string)
		path := join(field, name)
		if seen[name] {
			return node{}, t.fail(path, "appears twice")
		}
		seen[name] = true
		value, err := t.next(path)
		if err != nil {
			return node{}, err
		}
		n.members = append(n.members, member{name, value})
	}
	_, err := t.token(field)
	return n, err
}

func join(field, name string) string {
	if field == "" {
		return name
	}
	return field + "." + name
}
