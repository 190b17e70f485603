package exchange

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"linkvet/advisor"
)

// readJSON reads JSON Lines.
func (t *Table) readJSON(in *bufio.Reader) error {
	names := ColumnNames()
	seen := map[string]bool{}
	var odd []string
	for line := 1; ; line++ {
		text, err := readLine(in, maxJSONLine)
		if err == io.EOF && len(text) == 0 {
			t.passOver(odd)
			return nil
		}
		if err != nil && err != io.EOF {
			return t.damaged(fmt.Errorf("line %d: %w", line, err))
		}
		if len(bytes.TrimSpace(text)) == 0 {
			continue
		}
		var object map[string]json.RawMessage
		if err := json.Unmarshal(text, &object); err != nil {
			return t.Bad(line, "", "not a JSON object of one line, as linkvet export --format jsonl writes them: "+shortCell(err.Error()))
		}
		r := TableRow{Line: line}
		for i, name := range names {
			raw, ok := object[name]
			if !ok {
				continue
			}
			cell, err := jsonToCell(name, raw)
			if err != nil {
				return t.Bad(line, name, CellError(err))
			}
			r.cells = append(r.cells, cell)
			r.has |= 1 << i
			delete(object, name)
		}
		for name := range object {
			if !seen[name] {
				seen[name] = true
				odd = append(odd, name)
			}
		}
		if err := t.add(r); err != nil {
			return err
		}
	}
}

// readLine returns a line of at most so many bytes.
func readLine(in *bufio.Reader, most int) ([]byte, error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		if line = append(line, part...); len(line) > most {
			return nil, fmt.Errorf("longer than %d MiB", most>>20)
		}
		if err != bufio.ErrBufferFull {
			return line, err
		}
	}
}

// jsonToCell brings a value of JSON into the form of a cell.
func jsonToCell(name string, raw json.RawMessage) (string, error) {
	raw = bytes.TrimSpace(raw)
	switch {
	case string(raw) == "null":
		return "", nil
	case raw[0] == '"':
		var text string
		err := json.Unmarshal(raw, &text)
		return text, err
	case name == "answers":
		var answers advisor.Answers
		if err := json.Unmarshal(raw, &answers); err != nil {
			return "", err
		}
		return answers.String(), nil
	case raw[0] == '[' && (name == "tags" || name == "sent_times"):
		var texts []string
		if err := json.Unmarshal(raw, &texts); err != nil {
			return "", fmt.Errorf("%s is not a list of texts", shortCell(string(raw)))
		}
		return strings.Join(texts, map[string]string{"tags": ",", "sent_times": ";"}[name]), nil
	case raw[0] == '[' || raw[0] == '{':
		if slices.Contains([]string{"answer_notes", "corrected", "facts", "suggestions", "changes"}, name) {
			return string(raw), nil
		}
		return "", fmt.Errorf("%s is neither a text nor a number", shortCell(string(raw)))
	}
	return string(raw), nil
}
