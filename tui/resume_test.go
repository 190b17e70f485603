package tui

import "testing"

func TestTheStartOffersToResume(t *testing.T) {
	start := realPrograms(t)
	d := start()
	d.wantsNot("Resume")
	d.press("esc")
	addOne(d, "Łucja Nowak")
	d = start()
	d.wantsNot("Resume")
	d.press("enter", "n", "3", "2")
	asked := d.root.top().(*questionnaire).prompt.text()

	d = start()
	d.wants("↩ Resume Łucja Nowak, 3 of ", "c goes on")
	d.press("j", "k") // it is in nobody's way
	d.wants("↩ Resume")
	d.press("c")
	if got := d.root.top().(*questionnaire).prompt.text(); got != asked {
		t.Errorf("resumes with %q, not %q", got, asked)
	}
	d.press("esc")
	d.wantsNot("Resume")
	d.press("d", "1", "enter")

	d = start()
	d.wantsNot("Resume")
}
