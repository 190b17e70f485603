package tabular

import (
	"encoding/json"
	"fmt"
	"io"
)

// JSONLWriter writes one JSON value a line.
type JSONLWriter struct{ enc *json.Encoder }

// NewJSONLWriter starts a stream of values. It holds nothing back.
func NewJSONLWriter(w io.Writer) JSONLWriter {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false) // the readers are scripts and people, not web pages
	return JSONLWriter{enc}
}

// Write adds one value as one line.
func (j JSONLWriter) Write(v any) error {
	if err := j.enc.Encode(v); err != nil {
		return fmt.Errorf("write a line of JSON: %w", err)
	}
	return nil
}
