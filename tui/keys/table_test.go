package keys_test

import (
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/keys"
)

// Keys in the table are written as Bubble Tea names them, and terminals can
// send them.
func TestTableKeysCanBePressed(t *testing.T) {
	never := map[string]bool{
		" ": true, "ctrl+m": true, "ctrl+i": true, "ctrl+h": true, "ctrl+[": true, "ctrl+space": true,
		"ctrl+a": true, "ctrl+b": true, "ctrl+s": true, "ctrl+q": true,
	}
	seen := map[keys.ID]bool{}
	for _, a := range keys.Table() {
		if seen[a.ID] {
			t.Errorf("%s is in the table twice", a.ID)
		}
		seen[a.ID] = true
		if a.Title == "" || a.About == "" || len(a.Keys) == 0 {
			t.Errorf("%s lacks keys or words", a.ID)
		}
		for _, k := range a.Keys {
			if never[k] {
				t.Errorf("%s: terminals cannot send %q, or use it themselves", a.ID, k)
			}
			if got := frametest.KeyPress(k).String(); got != k {
				t.Errorf("%s: %q would never fire, the key is called %q", a.ID, k, got)
			}
		}
	}
}
