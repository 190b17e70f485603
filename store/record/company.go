package record

import (
	"slices"
	"strings"
	"unicode"

	"linkvet/store/fold"
)

// CompanyKey makes names of companies comparable: case, accents, signs and the
// legal form do not matter. All that is left must be the same, since companies
// whose names are only alike are many.
func CompanyKey(name string) string {
	words := strings.FieldsFunc(fold.Text(strings.NewReplacer(".", "", "'", "", "’", "").Replace(name)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	for len(words) > 1 && slices.Contains(legalForms(), words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

func legalForms() []string {
	return []string{
		"inc", "incorporated", "corp", "corporation", "co", "company", "llc", "llp", "lp", "ltd", "limited", "plc", "pty", "pvt", "pte",
		"gmbh", "ag", "kg", "ug", "se", "ev", "sa", "sas", "sarl", "srl", "spa", "sl", "slu", "lda", "ltda", "cv", "de",
		"bv", "nv", "ab", "as", "aps", "oy", "oyj", "kft", "sro", "doo", "kk",
	}
}
