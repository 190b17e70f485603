package record

import (
	"unicode/utf8"

	"linkvet/store/clean"
	"linkvet/store/fault"
)

// OwnText is a text of the person's own as it is kept, such as a note. One that is
// too long is refused: what a stranger wrote may be cut, but not what the person
// did.
func OwnText(what, text string) (string, error) {
	kept, wasCut := clean.TextCut(text)
	if wasCut {
		return "", fault.Invalid("%s of %d characters (allowed: %d); nothing was kept: shorten it, or keep it in parts",
			what, utf8.RuneCountInString(text), clean.LongestText)
	}
	return kept, nil
}
