package widget_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
)

// offers is a screen with many actions; it says which was carried out.
type offers struct {
	frametest.Stub
	env *screen.Env
}

func (s *offers) Actions() []keys.ID {
	ids := keys.ListMoves()
	for _, a := range keys.InboxActions() {
		if a.ID != keys.LookOnly && a.ID != keys.TryAgain {
			ids = append(ids, a.ID)
		}
	}
	return ids
}

func (s *offers) Update(msg tea.Msg) screen.Step {
	if act, ok := msg.(screen.ActionMsg); ok {
		s.env.Say("carried out " + string(act.ID))
	}
	return screen.Step{}
}

func menuDriver(t *testing.T, w, h int) *frametest.Driver {
	t.Helper()
	return frametest.New(t, w, h, frametest.WithPeople(), func(e *screen.Env, page screen.Page) screen.Screen {
		return &offers{frametest.Stub{Page: page}, e}
	})
}

// The keys of a screen are a sheet, group beside group where there is room, page
// by page where there is not; what is marked is carried out.
func TestTheKeysAreASheet(t *testing.T) {
	d := menuDriver(t, 120, 46)
	d.Press("?")
	beside := func(left, right string) bool {
		for line := range strings.SplitSeq(d.Shows(), "\n") {
			if at := strings.Index(line, left); at >= 0 && strings.Contains(line[at:], right) {
				return true
			}
		}
		return false
	}
	if !beside("Inbox", "Find and sort") {
		t.Errorf("the groups are not side by side:\n%s", d.Shows())
	}
	d.WantsNot("page 1")
	d.Press("down", "down", "enter")
	d.Wants("carried out previous-tab")

	d = menuDriver(t, 80, 24)
	d.Press("?")
	d.Wants("page 1 of 4", "Open: the questions")
	d.WantsNot("Everywhere")
	d.Press("pgdown", "pgdown", "pgdown")
	d.Wants("page 4 of 4", "Everywhere")
	d.Press("pgdown", "pgup", "pgup", "pgup", "pgup")
	d.Wants("page 1 of 4", "Open: the questions")
	d.Enter("snooze")
	d.Wants("Put it off until a date")
	d.WantsNot("page 1")
	d.Press("enter")
	d.Wants("carried out later")

	d.Press("?")
	lines := strings.Split(d.Shows(), "\n")
	for y, line := range lines {
		if at := strings.Index(line, "vet  "); at >= 0 {
			d.Send(tea.MouseClickMsg{X: len([]rune(line[:at])), Y: y, Button: tea.MouseLeft})
			break
		}
	}
	d.Wants("carried out vet")
}

// The action marked stays marked when it becomes known what undo would do.
func TestTheMarkOfTheMenuStays(t *testing.T) {
	d := menuDriver(t, 80, 24)
	_, look := d.Root.Update(frametest.KeyPress("ctrl+p")) // and the answer is slow
	d.Press("down", "down")
	marked := d.Marked()
	d.Run(look)
	if got := d.Marked(); got != marked {
		t.Errorf("marked %q, was %q", got, marked)
	}
}
