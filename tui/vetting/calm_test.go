package vetting

import (
	"linkvet/tui/frame/frametest"
	"strings"
	"testing"
)

// A page does not jump when the first sign is ticked.
func TestTickingMovesNoRow(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {80, 22}, {100, 30}, {120, 40}, {70, 24}} {
		d, _ := strangers(t, size[0], size[1], "n", "3", "y")
		before := strings.Split(d.Shows(), "\n")
		d.Press("down", "space", "up")
		after := strings.Split(d.Shows(), "\n")
		where := func(lines []string) (at []int) {
			for i, line := range lines {
				for _, box := range []string{"[ ]", "[✔]"} {
					if strings.Contains(line, box) {
						at = append(at, i)
					}
				}
			}
			return at
		}
		if a, b := where(before), where(after); len(a) != len(b) || a[0] != b[0] {
			t.Errorf("%dx%d: signs stood in %v, now in %v\n%s\n%s", size[0], size[1], a, b, strings.Join(before, "\n"), strings.Join(after, "\n"))
		}
	}
}

// The note tells of most signs, so the signs say how to see it where it has no room.
func TestTheSignsNameTheKeyOfTheNote(t *testing.T) {
	d, _ := strangers(t, 80, 24, "n", "3", "y")
	d.Wants("Have you seen any of these?", "m whole note")
}

// The answers of one row are all chosen by letters, or all by numbers.
func TestARowIsLetteredInOneWay(t *testing.T) {
	o := withStrangers()
	d := asking(t, 100, 30, o, "n2ve")
	d.Press("n", "t")
	d.Wants("Is what they sell relevant", "1  Yes, now", "2  Not yet, later", "3  No")
	d.Press("3")
	if got := o.Storage.(*frametest.FakeStorage).All["n2ve"].Answers.Value("relevant"); got != "no" {
		t.Errorf("3 answered %q", got)
	}
}

// What is scrolled begins with a whole row.
func TestScrollingCutsNoRow(t *testing.T) {
	for _, h := range []int{22, 24} {
		d, _ := strangers(t, 80, h, "n", "3", "y")
		for range 12 {
			d.Press("down")
			lines := strings.Split(d.Shows(), "\n")
			for i, line := range lines {
				if strings.Contains(line, "Have you seen any of these?") && !strings.Contains(lines[i+1], "[ ]") {
					t.Fatalf("%d rows: the top row is cut:\n%s", h, d.Shows())
				}
			}
		}
		d.Wants("People you know were cheated")
	}
}

func TestTheFirstAndTheLastRowHaveKeys(t *testing.T) {
	d, _ := strangers(t, 80, 24, "n", "3", "y")
	d.Press("end")
	d.Wants("› [ ] Flirts")
	d.Press("home")
	d.Wants("› [ ] ◆ Asks for money")
}

// A page that is complete says that the next one came.
func TestAPageThatCameIsSaid(t *testing.T) {
	d, _ := strangers(t, 80, 24, "n", "3", "y")
	d.Wants("“Who is it” is complete; this is “Stop signs”")
	d.Press("down")
	d.WantsNot("is complete")
}
