package exchange

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"linkvet/advisor"
)

// readJSON reads JSON Lines.
func (t *Table) readJSON(in *bufio.Reader) error {
	lines := newJSONReader()
	var text []byte
	for line := 1; ; line++ {
		var err error
		text, err = readLine(in, maxJSONLine, text)
		if err == io.EOF && len(text) == 0 {
			t.passOver(lines.odd)
			return nil
		}
		if err != nil && err != io.EOF {
			return t.damaged(fmt.Errorf("line %d: %w", line, err))
		}
		if len(bytes.TrimSpace(text)) == 0 {
			continue
		}
		r, column, err := lines.read(text)
		switch {
		case err != nil && column == "":
			return t.Bad(line, "", "not a JSON object of one line, as linkvet export --format jsonl writes them: "+shortCell(err.Error()))
		case err != nil:
			return t.Bad(line, column, CellError(err))
		}
		r.Line = line
		if err := t.add(r); err != nil {
			return err
		}
	}
}

// jsonReader reads objects of one line each. Their values are not copied until
// they are cells: encoding/json would make a map of each of 100,000 lines.
type jsonReader struct {
	at    map[string]int // the columns by name
	names []string
	in    *jsontext.Decoder
	cells []string // of the line that is read
	seen  map[string]bool
	odd   []string // names that are none of ours, in the order met
}

func newJSONReader() *jsonReader {
	j := &jsonReader{at: map[string]int{}, names: ColumnNames(), in: new(jsontext.Decoder), seen: map[string]bool{}}
	j.cells = make([]string, len(j.names))
	for i, name := range j.names {
		j.at[name] = i
	}
	return j
}

// read returns the cells of a line. An error is of a column where one is named,
// else of the whole line.
func (j *jsonReader) read(text []byte) (r TableRow, column string, err error) {
	in := j.in
	in.Reset(bytes.NewBuffer(text), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	if kind := in.PeekKind(); kind != jsontext.KindBeginObject && kind != jsontext.KindInvalid {
		return r, "", errors.New("it is no object")
	}
	if _, err := in.ReadToken(); err != nil {
		return r, "", err
	}
	for in.PeekKind() == jsontext.KindString {
		name, err := in.ReadValue()
		if err != nil {
			return r, "", err
		}
		i, known := j.column(name)
		value, err := in.ReadValue()
		if err != nil {
			return r, "", err
		}
		if !known {
			continue
		}
		if j.cells[i], err = jsonToCell(j.names[i], json.RawMessage(value)); err != nil {
			return r, j.names[i], err
		}
		r.has |= 1 << i
	}
	if _, err := in.ReadToken(); err != nil {
		return r, "", err
	}
	if _, err := in.ReadToken(); err != io.EOF {
		return r, "", errors.New("something follows the object")
	}
	r.cells = make([]string, 0, bits.OnesCount64(r.has))
	for i, cell := range j.cells {
		if r.has&(1<<i) != 0 {
			r.cells = append(r.cells, cell)
		}
	}
	return r, "", nil
}

// column returns which column a name as it stands, in quotation marks, is of, and
// remembers those of none.
func (j *jsonReader) column(quoted []byte) (i int, known bool) {
	if i, known = j.at[string(quoted[1:len(quoted)-1])]; known {
		return i, true
	}
	name, _ := jsontext.AppendUnquote(nil, quoted) // it was read, so at most it is not UTF-8
	word := string(name)
	if i, known = j.at[word]; !known && !j.seen[word] {
		j.seen[word] = true
		j.odd = append(j.odd, word)
	}
	return i, known
}

// readLine returns a line of at most so many bytes, in the room of the one before.
func readLine(in *bufio.Reader, most int, room []byte) ([]byte, error) {
	line := room[:0]
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
	case string(raw) == "null", name == "answers" && string(raw) == "{}":
		return "", nil
	case raw[0] == '"':
		if inside := raw[1 : len(raw)-1]; bytes.IndexByte(inside, '\\') < 0 && utf8.Valid(inside) {
			return string(inside), nil
		}
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
		texts, err := jsonTexts(raw)
		if err != nil {
			return "", fmt.Errorf("%s is not a list of texts", shortCell(string(raw)))
		}
		if name == "tags" {
			return strings.Join(texts, ","), nil
		}
		return strings.Join(texts, ";"), nil
	case raw[0] == '[' || raw[0] == '{':
		if slices.Contains([]string{"answer_notes", "corrected", "facts", "suggestions", "changes"}, name) {
			return string(raw), nil
		}
		return "", fmt.Errorf("%s is neither a text nor a number", shortCell(string(raw)))
	}
	return string(raw), nil
}

// jsonTexts reads a list of texts. Most have one, and nothing in it to be undone.
func jsonTexts(raw []byte) ([]string, error) {
	inside := bytes.TrimSpace(raw[1 : len(raw)-1])
	if len(inside) == 0 {
		return nil, nil
	}
	if inside[0] == '"' && bytes.IndexByte(inside[1:], '"') == len(inside)-2 && bytes.IndexByte(inside, '\\') < 0 && utf8.Valid(inside) {
		return []string{string(inside[1 : len(inside)-1])}, nil
	}
	var texts []string
	return texts, json.Unmarshal(raw, &texts)
}
