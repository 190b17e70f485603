package tabular

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
)

// JSONLWriter writes one JSON value a line.
type JSONLWriter struct {
	out *bufio.Writer
	enc *json.Encoder
}

// NewJSONLWriter starts a stream of values.
func NewJSONLWriter(w io.Writer) *JSONLWriter {
	out := bufio.NewWriterSize(w, 64<<10)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false) // the readers are scripts and people, not web pages
	return &JSONLWriter{out: out, enc: enc}
}

// Write adds one value as one line.
func (j *JSONLWriter) Write(v any) error {
	if err := j.enc.Encode(v); err != nil {
		return fmt.Errorf("write a line of JSON: %w", err)
	}
	return nil
}

// Close writes what is still held back. It does not close the writer below.
func (j *JSONLWriter) Close() error {
	if err := j.out.Flush(); err != nil {
		return fmt.Errorf("write a line of JSON: %w", err)
	}
	return nil
}
