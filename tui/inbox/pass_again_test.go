package inbox

import (
	"fmt"
	"path/filepath"
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

// Who is answered while people are read is not shown as open again.
func TestPeopleThatAreReadAreNotOlderThanAnAnswer(t *testing.T) {
	s := &frametest.SlowStorage{FakeStorage: frametest.NewFakeStorage(frametest.SomePeople()...)}
	d := inboxDriver(t, 100, 30, screen.Options{Storage: s})
	d.Press("g", "F")
	d.Wants("0 of")
	d.Press("esc")
	s.Meanwhile = func() { d.Press("4") }
	d.Press("F")
	d.Wants("1 of")
}

// What is taken back in a first pass is done again there, too. Of many, the list
// is where it is seen.
func TestAFirstPassIsTakenBackAndDoneAgain(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.StoreAt(t, filepath.Join(t.TempDir(), "linkvet.db")))
	for n := range 25 {
		d.AddOne(fmt.Sprintf("Ann Ash %02d", n))
	}
	d.Press("F", "4", "4", "z")
	d.Wants("Undone", "0 of 25 answered")
	d.Press("Z")
	d.Wants("Done again", "2 of 25 answered")
	for range 22 {
		d.Press("4")
	}
	d.Wants("24 of 25 answered")
	d.Press("z")
	d.Wants("Undone", "Waiting 25")
	d.Press("Z")
	d.Wants("Done again", "22 invitations")
	d.Press("F")
	d.Wants("0 of 1 answered")
}
