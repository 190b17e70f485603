package exchange

import (
	"encoding/json"
	"slices"
	"testing"
)

// A line is read as encoding/json reads it, which is slower.
func TestJSONLinesAsEncodingJSON(t *testing.T) {
	names := ColumnNames()
	for _, line := range []string{
		`{}`, ` {"name" : "Bo" , "tags":["x","y"]} ` + "\r\n",
		`{"name":"A\u00e9\ud83d\ude00 \ud800 \"q\" \\ \/"}`, "{\"name\":\"J\xfcrgen\"}",
		`{"name":"Bo","name":"Cy","other":{"name":"no"}}`, `{"name":null,"times_sent":2,"gone":true}`,
		`{"answers":{"know":["well"]},"facts":{"messages":1},"changes":{"":["1f"]}}`,
		``, `{`, `{"name"`, `{"name":}`, `{"name":"Bo"`, `{"name":"Bo",}`, `{"name":"Bo"}{}`, `{"name":"Bo"} x`, `["name"]`, `"name"`, `nul`, `{"name":[1]}`, `{"name":"` + "\x01" + `"}`,
	} {
		got, _, gotErr := newJSONReader().read([]byte(line))
		var object map[string]json.RawMessage
		err := json.Unmarshal([]byte(line), &object)
		var want []string
		for _, name := range names {
			if raw, ok := object[name]; ok && err == nil {
				var cell string
				cell, err = jsonToCell(name, raw)
				want = append(want, cell)
			}
		}
		if (gotErr == nil) != (err == nil) || err == nil && !slices.Equal(got.cells, want) {
			t.Errorf("%s: %q, %v; want %q, %v", line, got.cells, gotErr, want, err)
		}
	}
}
