package tui

import (
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

// scenario is a piece of work, once as keys on the screens and once as lines.
type scenario struct {
	name  string
	keys  []string // a text in brackets is typed
	lines string   // one after the other, parted by bars
}

// scenarios end the same, however they are gone through. The list shows Anna Weber
// first, then Bo Lind, Cem Ak and Dee Fox.
func scenarios() []scenario {
	return []scenario{
		{"decide in the list", []string{"d", "1"}, "decide 1|1"},
		{"decide several", []string{"space", "space", "d", "3"}, "decide 1-2|2"},
		{"put off", []string{"l", "[2 weeks]", "enter"}, "later 1|2 weeks"},
		{"put off, and wait again", []string{"l", "[friday]", "enter", "z"}, "later 1|friday|undo"},
		{"tags", []string{"t", "[bridges -old]", "enter"}, "tags 1|bridges -old"},
		{"delete", []string{"down", "x", "y"}, "delete 2|y"},
		{"undo and redo", []string{"d", "1", "z", "Z"}, "decide 1|1|undo|redo"},
		{"known and trusted, no signs, as advised", []string{"enter", "1", "y", "n", "enter"}, "1|1|1|1|none|accepted"},
		{"one answer, and left", []string{"enter", "2", "esc"}, "1|1|2|q"},
		{"a sign is seen", []string{"enter", "1", "y", "space", "n", "enter", "y"}, "1|1|1|1|1|none|declined and reported|y"},
		{"against the advice, with a reason", []string{"enter", "1", "y", "n", "i", "[too busy]", "enter"}, "1|1|1|1|none|ignored|too busy"},
		{"the rest not known", []string{"enter", "3", "enter"}, "1|1|3|rest"},
		{"an answer taken back", []string{"enter", "2", "z"}, "1|1|2|undo"},
		{"a page back and answered anew", []string{"enter", "1", "y", "b", "4"}, "1|1|1|1|b|b|4"},
		{"a note on an answer", []string{"enter", "N", "[asked Mia]", "enter"}, "1|1|note|asked Mia"},
		{"decided with a follow-up", []string{"enter", "1", "y", "n", "f", "[2 weeks]", "enter"}, "1|1|1|1|none|follow|2 weeks"},
		{"a suggestion is taken", []string{"down", "down", "enter", "4", "t"}, "3|1|4|take 1"},
		{"first pass", []string{"F", "1", "4", "s", "enter", "n"}, "pass|1|4|skip|done|n"},
		{"one after the other, the first skipped", []string{"V", "S", "4", "q"}, "vet|skip|4|stop"},
		{"own note", []string{"e", "[met in Graz]", "ctrl+o"}, "1|Your note|met in Graz"},
		{"add by hand", []string{"a", "[Eva Moll]", "ctrl+o"}, "add|1|1|Eva Moll|||||"},
	}
}

// The screens and the line mode are the same program: what somebody does in either
// is in the store in the same way.
func TestScreensAndLinesEndInEqualStores(t *testing.T) {
	for _, c := range scenarios() {
		t.Run(c.name, func(t *testing.T) {
			d := newDriver(t, 120, 40, peopleAt(t))
			for _, key := range c.keys {
				if text, ok := strings.CutPrefix(key, "["); ok {
					d.Enter(strings.TrimSuffix(text, "]"))
				} else {
					d.Press(key)
				}
			}
			d.Press("ctrl+c")
			byLines := peopleAt(t)
			byLines.Now, byLines.Settings = frametest.TestNow, &frametest.FakeSettings{Asked: true}
			var said strings.Builder
			typed := strings.ReplaceAll(c.lines, "|", "\n") + "\nq\n"
			if err := RunLines(context.Background(), byLines, strings.NewReader(typed), &said); err != nil {
				t.Errorf("the line mode: %v", err)
			}
			if untouched := peopleAt(t); holds(t, untouched.Storage) == holds(t, byLines.Storage) {
				t.Errorf("nothing was changed; said:\n%s", said.String())
			}
			if screens, lines := holds(t, d.Given.Storage), holds(t, byLines.Storage); screens != lines {
				t.Errorf("by screens\n%s\nby lines\n%s\nscreen:\n%s\nsaid:\n%s", screens, lines, d.Shows(), said.String())
			}
		})
	}
}

// peopleAt is a program over a new store with four people who wait.
func peopleAt(t *testing.T) screen.Options {
	t.Helper()
	o := frametest.StoreAt(t, filepath.Join(t.TempDir(), "linkvet.db"))
	for i, inv := range []record.Invitation{
		{Name: "Anna Weber", Headline: "Bridge engineer"}, {Name: "Bo Lind", Company: "Nordwind"},
		{Name: "Cem Ak", Note: "Dear friend, guaranteed returns with crypto. Write me on WhatsApp."}, {Name: "Dee Fox"},
	} {
		inv.Direction, inv.SentAt = record.Incoming, frametest.TestNow().AddDate(0, 0, -1-i)
		if _, err := o.Storage.Add(inv); err != nil {
			t.Fatal(err)
		}
	}
	return o
}

// holds is all that a store keeps, but for the texts typed into forms.
func holds(t *testing.T, s screen.Storage) string {
	t.Helper()
	rows, err := s.Table(context.Background(), -1)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for i := range rows.Len() {
		ids = append(ids, rows.ID(i))
	}
	histories, err := s.Histories(ids)
	if err != nil {
		t.Fatal(err)
	}
	texts, err := s.Unsaved()
	if err != nil {
		t.Fatal(err)
	}
	type kept struct {
		Invitation record.Invitation
		Answers    advisor.Answers
		Journal    []record.Entry
	}
	var all []kept
	for _, h := range histories {
		all = append(all, kept{h.Invitation, h.Invitation.Answers, h.Journal})
	}
	out, err := json.MarshalIndent(map[string]any{"all": all, "begun": texts[record.PreferredBegun]}, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
