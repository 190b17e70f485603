package tui

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/keys"
	"linkvet/tui/style"
)

// Two actions offered at once must not want the same key, or one is dead.
func TestNoTwoOfferedActionsShareAKey(t *testing.T) {
	for _, s := range allShows() {
		d := s.open(t, 120, 40, style.ThemeDark)
		offered := append(slices.Clone(d.Root.Top().Actions()), keys.Global()...)
		taken := map[string]keys.ID{"ctrl+c": keys.Leave}
		for _, id := range offered {
			a, ok := d.Root.Env.Keys.ByID[id]
			if !ok {
				t.Errorf("%s offers %q, which is not in the action table", s.name, id)
			}
			for _, k := range a.Keys {
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
		d := s.open(t, 120, 40, style.ThemeDark)
		inText := d.Root.Top().InText()
		for _, id := range d.Root.Top().Actions() {
			for _, k := range d.Root.Env.Keys.ByID[id].Keys {
				msg := frametest.KeyPress(k)
				if inText && (msg.Text != "" || keys.OfText(k)) {
					continue // the text's own
				}
				if got, ok := d.Root.Env.Keys.Find(msg, d.Root.Top().Actions(), inText); !ok || got != id {
					t.Errorf("%s: %q is promised for %s and gives %q", s.name, k, id, got)
				}
			}
		}
	}
}

// Whatever is typed into a text input ends up in it, and nothing else happens.
func TestAlphabetIntoEveryInput(t *testing.T) {
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
			d := newDriver(t, 80, 24, frametest.WithPeople())
			d.Press(keys...)
			on := d.Top()
			for _, chunk := range frametest.AlphabetInPieces() {
				d.Enter(chunk)
				d.Wants(chunk)
				for range []rune(chunk) {
					d.Press("backspace")
				}
			}
			if screen := d.Top(); screen != on || d.Quit {
				t.Errorf("typing led from %s to %s", on, screen)
			}
		})
	}
}

// Any keys in any order, at any size, never break the program.
func TestRandomKeys(t *testing.T) {
	var ofAction []string
	for _, a := range keys.Table() {
		if a.ID != keys.Leave && a.ID != keys.Quit {
			ofAction = append(ofAction, a.Keys...)
		}
	}
	for seed := range uint64(10) {
		r := rand.New(rand.NewPCG(seed, 7))
		options := frametest.WithPeople()
		if seed%3 == 0 {
			options = frametest.WithArchive()
		}
		d := newDriver(t, 80, 24, options)
		var pressed []string
		for range 200 {
			d.Steps = 0
			if r.IntN(12) == 0 {
				w, h := 20+r.IntN(150), 5+r.IntN(50)
				d.Resize(w, h)
			}
			if r.IntN(6) == 0 {
				d.Enter(string([]rune(frametest.Alphabet)[r.IntN(len([]rune(frametest.Alphabet)))]))
			} else {
				k := ofAction[r.IntN(len(ofAction))]
				pressed = append(pressed, k)
				d.Press(k)
			}
			if d.Quit {
				break
			}
			frametest.CheckFits(t, fmt.Sprintf("seed %d after %v", seed, pressed), d.Raw(), d.Root.Width, d.Root.Height)
			if t.Failed() {
				t.FailNow()
			}
		}
	}
}

// The documents say exactly what the keys do.
func TestDocumentsHaveTheKeyTable(t *testing.T) {
	const path, begin, end = "../docs/keys.md", "<!-- keys -->\n", "<!-- /keys -->"
	document, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(document), begin)
	table, tail, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("docs/keys.md has no place for the key table, between %q and %q", begin, end)
	}
	if flag.Lookup("update").Value.String() == "true" {
		table = keys.Markdown()
		if err := os.WriteFile(path, []byte(head+begin+table+end+tail), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if table != keys.Markdown() {
		t.Errorf("the key table of docs/keys.md is not the program's; go test ./tui -run KeyTable -update writes it. It should be:\n%s", keys.Markdown())
	}
}
