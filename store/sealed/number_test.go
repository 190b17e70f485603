package sealed

import (
	"bytes"
	"testing"

	"github.com/fxamacker/cbor/v2"
)

// Number reads what the decoder does, of any map with numbers as keys, and takes
// nothing else for one.
func FuzzNumber(f *testing.F) {
	for _, sample := range []any{
		map[uint64]any{}, map[uint64]any{4: 1_700_000_000}, map[uint64]any{1: "Ada", 3: []string{"x"}, 4: -5, 6: true}, map[uint64]any{2: map[string]int{"a": 1}, 4: 24},
		map[uint64]any{4: "text"}, map[string]int{"4": 4}, []int{4, 4}, map[uint64]any{1: 1 << 40, 4: 65_536, 500: 1.5}, nil,
	} {
		data, err := Encoder.Marshal(sample)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		number, ok := Number(data, 4)
		var whole map[uint64]cbor.RawMessage
		if err := Decoder.Unmarshal(data, &whole); err != nil || whole == nil {
			return // only what the encoder wrote is ever sealed; here it must not crash
		}
		if again, err := Encoder.Marshal(whole); err != nil || !bytes.Equal(again, data) {
			return
		}
		var want int64
		if raw, has := whole[4]; has {
			if err := cbor.Unmarshal(raw, &want); err != nil || raw[0]>>5 > majorNegative {
				if ok {
					t.Fatalf("%x has no whole number there, and yet %d", data, number)
				}
				return
			}
		}
		if !ok || number != want {
			t.Fatalf("%x: %d, %v, want %d", data, number, ok, want)
		}
	})
}
