package inbox

import (
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/lists"
	"linkvet/tui/screen"

	tea "charm.land/bubbletea/v2"
)

func TestTheMouse(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.WithLists())
	click := func(x, y int) { d.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}) }
	click(10, 7)
	if row, _ := theInbox(d).selected(); row.ID != "c3em" {
		t.Errorf("the click marked %s", row.ID)
	}
	click(18, 2)
	d.Wants("by due day")
	click(4, 2)
	d.Send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	if got := theInbox(d).cursors[lists.Waiting].At; got != 5 {
		t.Errorf("the wheel went to %d", got)
	}
	click(10, 5)
	click(10, 5)
	if page := d.Opened(); page != (screen.QuestionsPage{ID: "a1ka"}) {
		t.Errorf("a second click opened %v", page)
	}
	d.Press("esc", "?")
	click(30, 10)
	if d.Top() == "menu" {
		t.Error("a click in the menu does nothing")
	}
}
