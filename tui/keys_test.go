package tui

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

// Two actions offered at once must not want the same key, or one is dead.
func TestNoTwoOfferedActionsShareAKey(t *testing.T) {
	for _, s := range allShows() {
		d := s.open(t, 120, 40, ThemeDark)
		offered := append(slices.Clone(d.root.top().Actions()), globalActions()...)
		taken := map[string]actionID{"ctrl+c": actLeave}
		for _, id := range offered {
			a, ok := d.root.env.keys.byID[id]
			if !ok {
				t.Errorf("%s offers %q, which is not in the action table", s.name, id)
			}
			for _, k := range a.keys {
				if other, dead := taken[k]; dead && other != id {
					t.Errorf("%s: %q is offered for both %s and %s", s.name, k, other, id)
				}
				taken[k] = id
			}
		}
	}
}

// Every key the table promises reaches its action on a screen that offers it.
func TestEveryPromisedKeyWorks(t *testing.T) {
	for _, s := range allShows() {
		d := s.open(t, 120, 40, ThemeDark)
		inText := d.root.top().InText()
		for _, id := range d.root.top().Actions() {
			for _, k := range d.root.env.keys.byID[id].keys {
				msg := keyPress(k)
				if inText && msg.Text != "" {
					continue // typed instead
				}
				if got, ok := d.root.env.keys.find(msg, d.root.top().Actions(), inText); !ok || got != id {
					t.Errorf("%s: %q is promised for %s and gives %q", s.name, k, id, got)
				}
			}
		}
	}
}

// Keys in the table are written as Bubble Tea names them, and terminals can
// send them.
func TestTableKeysCanBePressed(t *testing.T) {
	never := map[string]bool{
		" ": true, "ctrl+m": true, "ctrl+i": true, "ctrl+h": true, "ctrl+[": true, "ctrl+space": true,
		"ctrl+a": true, "ctrl+b": true, "ctrl+s": true, "ctrl+q": true, "ctrl+z": true,
	}
	seen := map[actionID]bool{}
	for _, a := range actionTable() {
		if seen[a.id] {
			t.Errorf("%s is in the table twice", a.id)
		}
		seen[a.id] = true
		if a.title == "" || a.about == "" || len(a.keys) == 0 {
			t.Errorf("%s lacks keys or words", a.id)
		}
		for _, k := range a.keys {
			if never[k] {
				t.Errorf("%s: terminals cannot send %q, or use it themselves", a.id, k)
			}
			if got := keyPress(k).String(); got != k {
				t.Errorf("%s: %q would never fire, the key is called %q", a.id, k, got)
			}
		}
	}
}

// Whatever is typed into a text input ends up in it, and nothing else happens.
func TestAlphabetIntoEveryInput(t *testing.T) {
	value := func(d *driver) string {
		switch s := d.root.top().(type) {
		case *inbox:
			return s.filter.value()
		case *menu:
			return s.filter.value()
		case *addForm:
			return s.form.focused().text()
		case *profileForm:
			return s.form.focused().text()
		case *importScreen:
			return s.path.value()
		case *laterDialog:
			return s.words.value()
		case *decideDialog:
			return s.because.value()
		case *tagDialog:
			return s.words.value()
		case *exportDialog:
			return strings.TrimPrefix(s.path.value(), "~/invitations-2026-11-20.csv")
		case *editForm:
			return s.form.focused().text()
		case *sectionForm:
			return s.form.focused().text()
		case *keysScreen:
			return s.filter.value()
		}
		return "no input on " + d.top()
	}
	inputs := map[string][]string{
		"filter":  {"/"},
		"menu":    {"?"},
		"palette": {"ctrl+p"},
		"name":    {"a"},
		"note":    {"a", "tab", "tab", "tab", "tab"},
		"number":  {"s", "enter", "tab", "tab", "tab"},
		"path":    {"i"},
		"later":   {"l"},
		"tags":    {"t"},
		"export":  {"E"},
		"edit":    {"j", "e"},
		"list":    {"s", "j", "j", "j", "j", "enter", "a"},
		"keys":    {"s", "j", "j", "j", "enter"},
		"because": {"j", "d", "1"},
	}
	for name, keys := range inputs {
		t.Run(name, func(t *testing.T) {
			d := newDriver(t, 80, 24, withPeople())
			d.press(keys...)
			screen := d.top()
			d.enter(alphabet)
			if got := value(d); got != alphabet || d.top() != screen || d.quit {
				t.Errorf("typed %q, the input holds %q on %s", alphabet, got, d.top())
			}
		})
	}
}

// Any keys in any order, at any size, never break the program.
func TestRandomKeys(t *testing.T) {
	var keys []string
	for _, a := range actionTable() {
		if a.id != actLeave && a.id != actQuit {
			keys = append(keys, a.keys...)
		}
	}
	for seed := range uint64(10) {
		r := rand.New(rand.NewPCG(seed, 7))
		options := withPeople()
		if seed%3 == 0 {
			options = withArchive()
		}
		d := newDriver(t, 80, 24, options)
		var pressed []string
		for range 200 {
			d.steps = 0
			if r.IntN(12) == 0 {
				w, h := 20+r.IntN(150), 5+r.IntN(50)
				d.resize(w, h)
			}
			if r.IntN(6) == 0 {
				d.enter(string([]rune(alphabet)[r.IntN(len([]rune(alphabet)))]))
			} else {
				k := keys[r.IntN(len(keys))]
				pressed = append(pressed, k)
				d.press(k)
			}
			if d.quit {
				break
			}
			checkFits(t, fmt.Sprintf("seed %d after %v", seed, pressed), d.raw(), d.root.width, d.root.height)
			if t.Failed() {
				t.FailNow()
			}
		}
	}
}

// The README says exactly what the keys do.
func TestReadmeHasTheKeyTable(t *testing.T) {
	const path, begin, end = "../README.md", "<!-- keys -->\n", "<!-- /keys -->"
	readme, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(readme), begin)
	table, tail, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("README.md has no place for the key table, between %q and %q", begin, end)
	}
	if flag.Lookup("update").Value.String() == "true" {
		table = KeyTable()
		if err := os.WriteFile(path, []byte(head+begin+table+end+tail), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if table != KeyTable() {
		t.Errorf("the key table of README.md is not the program's; go test ./tui -run Readme -update writes it. It should be:\n%s", KeyTable())
	}
}
