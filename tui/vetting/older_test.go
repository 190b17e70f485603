package vetting

import (
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

// An answer that is given and saved while the invitation is read again stays on
// the screen: what was read is older.
func TestWhatIsReadAgainIsNotOlderThanAnAnswer(t *testing.T) {
	s := &frametest.SlowStorage{FakeStorage: frametest.NewFakeStorage(frametest.SomePeople()...)}
	d := asking(t, 80, 24, screen.Options{Storage: s}, "a1ka")
	d.Wants("Who is this to you?")
	s.Meanwhile = func() { d.Press("1") }
	d.Send(screen.StoreChangedMsg{})
	d.Wants("Do you trust them?")
	if got := s.All["a1ka"].Answers.Value("know"); got != "well" {
		t.Fatalf("the store has %q", got)
	}
	d.Press("1")
	if got := s.All["a1ka"].Answers.Value("trust"); got != "yes" {
		t.Errorf("then the store has %q", got)
	}
}
