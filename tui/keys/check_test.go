package keys_test

import (
	"strings"
	"testing"

	"linkvet/tui/keys"
)

func TestKeysOfTheSettings(t *testing.T) {
	for _, c := range []struct {
		keys map[string][]string
		want string // what is wrong, "" for nothing
	}{
		{nil, ""},
		{map[string][]string{"sort": {"f5", "ctrl+t"}, "open-profile": {"O"}}, ""},
		{map[string][]string{"up": {"up", "ctrl+k"}, "edit": {"E"}, "export": {"ctrl+e"}}, ""},
		{map[string][]string{"preview": {"P"}, "preview-place": {"p"}}, ""},
		{map[string][]string{"open": {"enter", "d"}}, `open: "d" is the key of decide (decide), too`},
		{map[string][]string{"sort": {"q"}}, `sort: "q" is the key of quit (quit), too`},
		{map[string][]string{"next-match": {"j"}}, `next-match: "j" is the key of down (down), too`},
		{map[string][]string{"sort": {"f5"}, "import": {"f5"}}, `import: "f5" is the key of sort (sort), too`},
		{map[string][]string{"sort": {"t"}}, `sort: "t" is the key of tags (tags), too`},
		{map[string][]string{"sort": {"x"}, "later": {"x"}, "tags": {"x"}},
			`later: "x" is the key of tags (tags), delete (delete), sort (sort) and blocked (blocked), too`},
		{map[string][]string{"preview": {"y"}}, `preview: "y" is the key of copy-from (copy), too`},
		{map[string][]string{"filter": {"0"}, "reload": {"+"}, "add": {"h"}, "import": {"-"}}, ""}, // keys of other screens
		{map[string][]string{"Sort": {"f5"}}, "Sort: is not an action"},
		{map[string][]string{"leave": {"f5"}}, "leave: cannot be changed"},
		{map[string][]string{"tab": {"f5"}}, "tab: cannot be changed: it takes its number"},
		{map[string][]string{"back": {"b"}}, "back: needs a key that types no character, such as esc"},
		{map[string][]string{"sort": {"ctrl+m"}}, `sort: "ctrl+m" cannot be used`},
		{map[string][]string{"sort": {"F5"}}, `sort: "F5" is not a valid key`},
		{map[string][]string{"sort": {" "}}, `sort: " " is not a valid key`},
		{map[string][]string{"sort": {"shift+x"}}, "never comes: write the character that shift gives"},
		{map[string][]string{"sort": {"ctrl+X"}}, "never comes: write the small letter"},
		{map[string][]string{"sort": {"ž"}}, ""},
	} {
		got := ""
		for _, p := range keys.Check(c.keys) {
			got = p.Action + ": " + p.Problem
			break
		}
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%v: %q, want %q", c.keys, got, c.want)
		}
	}
}
