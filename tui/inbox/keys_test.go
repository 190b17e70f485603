package inbox

import (
	"strings"
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/keys"
	"linkvet/tui/lists"
	"linkvet/tui/widget"

	tea "charm.land/bubbletea/v2"
)

// A changed key works, shows in the footer and in what the screens say, and its
// own key does so no longer.
func TestChangedKeysWork(t *testing.T) {
	o := frametest.WithLists()
	o.Settings.(*frametest.FakeSettings).Bindings = map[string][]string{"later": {"f6"}, "filter": {"ctrl+f", "f"}, "next-tab": {"T"}}
	d := inboxDriver(t, 120, 30, o)
	d.Wants("f6 later")
	d.Press("l")
	if d.Top() != "inbox" {
		t.Errorf("the old key opened %s", d.Top())
	}
	d.Press("f6")
	if d.Top() != "laterDialog" {
		t.Errorf("the new key opened %s", d.Top())
	}
	d.Press("esc", "f")
	d.Enter("zebra")
	d.Wants("T looks in the next list")
	d.Press("esc", "?")
	d.Enter("put it off")
	d.Wants("f6")
}

// Keys work by their place also where the terminal does not tell it.
func TestLayoutsWithoutLatinLetters(t *testing.T) {
	for _, layout := range keys.Layouts() {
		if n, m := len([]rune(layout[0])), len(layout[1]); n != m {
			t.Errorf("%s has %d letters and %d places", layout[0], n, m)
		}
	}
	for r, want := range map[rune]int{'о': 1, 'ξ': 1, 'ח': 1, 'ت': 1, 'j': 1, 'Ξ': 0, 'ö': 0} {
		d := inboxDriver(t, 80, 24, frametest.WithPeople())
		d.Send(tea.KeyPressMsg{Code: r, Text: string(r)})
		if got := theInbox(d).cursors[lists.Waiting].At; got != want {
			t.Errorf("%c moved to row %d, want %d", r, got, want)
		}
	}
	d := inboxDriver(t, 80, 24, frametest.WithPeople())
	d.Send(tea.KeyPressMsg{Code: 'Ы', Text: "Ы"}) // shift and s
	d.Wants("Sort by")
	d.Press("esc", "/")
	d.Send(tea.KeyPressMsg{Code: 'о', Text: "о"})
	if got := theInbox(d).filter.Value(); got != "о" {
		t.Errorf("typed %q", got)
	}
}

// The terminal's own cursor stands where one types, for input methods.
func TestTheCursorIsWhereOneTypes(t *testing.T) {
	d := inboxDriver(t, 80, 24, frametest.WithLists())
	d.Press("/")
	d.Enter("李x")
	cursor := d.Root.View().Cursor
	if cursor == nil || cursor.X != 2+3+3 || cursor.Y != 3 {
		t.Errorf("cursor %+v in\n%s", cursor, d.Shows())
	}
	d.Press("esc", "t")
	d.Enter("ab")
	cursor = d.Root.View().Cursor
	lines := strings.Split(d.Shows(), "\n")
	if cursor == nil || !strings.Contains(lines[cursor.Y], "› ab") {
		t.Errorf("cursor %+v in\n%s", cursor, d.Shows())
	}
	if strings.Contains(d.Raw(), widget.CursorMark) {
		t.Error("the mark of the cursor is left in the screen")
	}
}

// The arrows move in the filter's text; tab goes to the next list.
func TestArrowsInTheFilter(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.WithLists())
	d.Press("/")
	d.Enter("ann")
	d.Press("left", "left", "right")
	d.Enter("x")
	d.Wants("/ anxn", "Waiting 7")
	if s := theInbox(d); s.chosen != lists.Waiting {
		t.Errorf("the arrows led to list %d", s.chosen)
	}
	d.Press("tab")
	if s := theInbox(d); s.chosen != lists.Later {
		t.Errorf("tab led to list %d", s.chosen)
	}
}
