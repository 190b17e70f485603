package keys_test

import (
	"slices"
	"strings"
	"testing"

	"linkvet/tui/keys"
)

func TestOwnCommandsHaveFreeKeys(t *testing.T) {
	for _, c := range []struct {
		bindings map[string][]string
		own      []keys.Own
		at       int
		want     string // in the problem; "" for none
	}{
		{nil, []keys.Own{{"W", "Search"}, {"ctrl+g", "Note"}, {"f5", "Run"}}, 0, ""},
		{nil, []keys.Own{{"W", "Search"}, {"d", "Note"}}, 1, `"d" is the key of decide (decide), too`},
		{nil, []keys.Own{{"j", "Down"}}, 0, `"j" is the key of down (down), too`},
		{nil, []keys.Own{{"q", "Quit"}}, 0, `is the key of quit`},
		{nil, []keys.Own{{"W", "One"}, {"W", "Two"}}, 0, `is the key of own-command-2 (Two), too`},
		{nil, []keys.Own{{"3", "Three"}}, 0, "stands for a list"},
		{nil, []keys.Own{{"ctrl+c", "Leave"}}, 0, "cannot be used"},
		{nil, []keys.Own{{"hyper+u", "What"}}, 0, "is not a valid key"},
		{map[string][]string{"sort": {"f5"}}, []keys.Own{{"f5", "Run"}}, 0, "is the key of sort (sort), too"},
		{map[string][]string{"sort": {"f5"}}, []keys.Own{{"S", "Run"}}, 0, ""}, // which is free then
	} {
		at, got := keys.CheckOwn(c.bindings, c.own)
		if at != c.at && got != "" || (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%v with %v: %d, %q; want %d, %q", c.own, c.bindings, at, got, c.at, c.want)
		}
	}
}

// An action cannot be given the key of a command of the person's own.
func TestOwnCommandsKeepTheirKeys(t *testing.T) {
	own := keys.Own{Key: "W", Name: "Search"}
	if got := keys.Check(map[string][]string{"sort": {"W"}}, own); len(got) != 1 || !strings.Contains(got[0].Problem, "own-command-1 (Search)") {
		t.Errorf("problems: %v", got)
	}
	if got := keys.Check(map[string][]string{"own-command-1": {"f5"}}, own); len(got) != 1 || !strings.Contains(got[0].Problem, "is not an action") {
		t.Errorf("problems: %v", got)
	}
}

func TestOwnCommandsAreInTheTable(t *testing.T) {
	own := []keys.Own{{"W", "Search"}, {"N", "Note"}}
	table := keys.WithOwn(keys.Table(), own)
	if len(table) != len(keys.Table())+2 {
		t.Fatalf("%d actions", len(table))
	}
	at := slices.IndexFunc(table, func(a keys.Action) bool { return a.ID == keys.OwnID(1) })
	if table[at].Title != "Note" || table[at-2].Group != "An invitation" {
		t.Errorf("they stand after %v", table[at-2])
	}
	if i, ok := keys.OwnAt(keys.OwnID(1)); !ok || i != 1 {
		t.Errorf("the second is %d, %v", i, ok)
	}
	if _, ok := keys.OwnAt(keys.Open); ok {
		t.Error("open is taken for a command of one's own")
	}
}
