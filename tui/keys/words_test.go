package keys

import (
	"slices"
	"testing"
)

// People find what they call otherwise.
func TestEverydayWords(t *testing.T) {
	table := Table()
	for word, id := range map[string]ID{
		"snooze": Later, "csv": Export, "search": Filter, "accept": Decide, "label": Tags, "remove": Delete,
		"spreadsheet": Export, "revert": Undo, "exit": Quit, "preferences": Settings, "browser": Profile, "clipboard": CopyFrom,
	} {
		at := slices.IndexFunc(table, func(a Action) bool { return a.ID == id })
		if !table[at].Has([]string{word}) {
			t.Errorf("%q does not find %s", word, id)
		}
	}
	for id := range alsoCalled {
		if !slices.ContainsFunc(table, func(a Action) bool { return a.ID == id }) {
			t.Errorf("%s has other words and is not in the table", id)
		}
	}
}
