package frame_test

import (
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/style"

	tea "charm.land/bubbletea/v2"
)

func TestThemeFollowsTheTerminal(t *testing.T) {
	d := newDriver(t, 80, 24, frametest.WithPeople())
	d.Send(tea.BackgroundColorMsg{Color: lightGrey{}})
	if d.Root.Env.Styles.Dark {
		t.Error("a light background got the dark theme")
	}
	o := frametest.WithPeople()
	o.Theme = style.ThemeDark
	d = newDriver(t, 80, 24, o)
	d.Send(tea.BackgroundColorMsg{Color: lightGrey{}})
	if !d.Root.Env.Styles.Dark {
		t.Error("the theme asked for was not kept")
	}
}

type lightGrey struct{}

func (lightGrey) RGBA() (r, g, b, a uint32) { return 0xeeee, 0xeeee, 0xeeee, 0xffff }
