package record

import "strings"

// Keys under which the terminal program keeps, beside unsaved texts, how the
// person likes to look at the lists, and where they were.
const (
	PreferredOrder   = "order " // before the name of a list
	PreferredPreview = "preview"
	PreferredBegun   = "begun"
)

// IsPreference reports whether what is kept under a key is a preference and no text
// that was not saved.
func IsPreference(key string) bool {
	return key == PreferredPreview || key == PreferredBegun || strings.HasPrefix(key, PreferredOrder)
}
