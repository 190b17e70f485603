package inbox

import (
	"errors"
	"os/exec"
	"slices"
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func TestACommandOfOnesOwn(t *testing.T) {
	var ran [][]string
	failed := error(nil)
	o := screen.Options{
		Storage: frametest.NewFakeStorage(frametest.SomePeople()...),
		Settings: &frametest.FakeSettings{Asked: true, Own: []screen.OwnCommand{
			{Key: "W", Name: "Search the web", Args: []string{"browse", "https://example.org/?q={{name}}"}},
			{Key: "ctrl+g", Name: "Look up", Args: []string{"lookup", "{{id}}", "{{url}}"}},
		}},
		Command: func(args []string, terminal bool) (*exec.Cmd, error) {
			if terminal {
				t.Error("it takes the terminal over")
			}
			ran = append(ran, args)
			return nil, failed
		},
		Output: func(*exec.Cmd) (string, error) { return "found \x1b[31mher", errors.New("exit status 3") },
	}
	d := inboxDriver(t, 100, 40, o)
	d.Press("W")
	d.Wants("Search the web ended with exit status 3: found")
	name := namesIn(d)[0]
	if len(ran) != 1 || !slices.Equal(ran[0][:1], []string{"browse"}) {
		t.Fatalf("for %s ran %q", name, ran)
	}
	d.Press("?")
	d.Wants("Your own commands", "ctrl+g", "Look up")
	d.Press("esc", "ctrl+p")
	d.Enter("look up")
	d.Wants("Look up (your own command)")
	d.Press("enter")
	if len(ran) != 2 || ran[1][0] != "lookup" || len(ran[1]) != 3 {
		t.Errorf("ran %q", ran)
	}

	failed = errors.New("browse is not installed")
	d.Press("W")
	d.Wants("Search the web: browse is not installed")

	d.Press("space", "j", "space") // of several at once there is no such thing
	d.Press("W")
	if len(ran) != 3 {
		t.Errorf("ran %q", ran)
	}
}
