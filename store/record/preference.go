package record

import (
	"slices"
	"strings"
)

// Keys under which the terminal program keeps, beside unsaved texts, how the
// person likes to look at the lists, and where they were.
const (
	PreferredOrder   = "order " // before the name of a list
	PreferredPreview = "preview"
	PreferredBegun   = "begun"
	PreferredPass    = "pass"
)

// IsPreference reports whether what is kept under a key is a preference and no text
// that was not saved.
func IsPreference(key string) bool {
	return slices.Contains([]string{PreferredPreview, PreferredBegun, PreferredPass}, key) || strings.HasPrefix(key, PreferredOrder)
}
