package notes

import (
	"strings"
	"testing"
)

// combinationBook has one sign of each shape.
const combinationBook = `
denials: [never]
topics: {en: [your talk on]}
signs:
  - question: asks_for_money
    answer: "yes"
    because: [B.]
    unless: [fraud]
    phrases: {en: [pay/pays & ship~ costs/fee & now]}
`

func TestCombinations(t *testing.T) {
	b, err := parsePhrases([]byte(combinationBook))
	if err != nil {
		t.Fatal(err)
	}
	far := strings.Repeat("word ", reach)
	for note, want := range map[string]string{
		"Pay the shipping fee now":                      "Pay the shipping fee now",
		"Now! The shipment costs. Who pays?":            "Now! The shipment costs. Who pays",
		"Hi, pay now. Or later, the shipping fee, pay":  "pay now. Or later, the shipping fee",
		"Pay the shipping fee":                          "",
		"Pay the shipping now":                          "",
		"Pay the ship fee " + far + "now":               "",
		"Pay the ship fee " + far + "now pay ship fee":  "now pay ship fee",
		"Never pay the shipping fee now":                "",
		"Pay now. Your talk on shipping costs was nice": "",
		"Pay the shipping fee now, said the fraud":      "",
	} {
		var got string
		b.words.read(note, func(words []word) {
			for m := range b.meant(b.note, words) {
				got = note[words[m.start].start:words[m.end-1].end]
				break
			}
		})
		if got != want {
			t.Errorf("%s\n\tgot  %q\n\twant %q", note, got, want)
		}
	}
}
