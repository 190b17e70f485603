package store

import (
	"testing"

	"linkvet/store/record"
)

// What the person said they sent is answered by the next archive: they are among
// the connections, or it is listed as sent; nobody has to say so again.
func TestTheNextArchiveSaysWhatBecameOfIt(t *testing.T) {
	s, c := newStore(t)
	for _, name := range []string{"Ada Lind", "Bo Yu", "Cy Roe", "Di Moss"} {
		mustDo(t)(s.Add(record.Invitation{Direction: record.Outgoing, Name: name}))
	}
	reach := func(name string) record.Reach {
		t.Helper()
		inv := byName(t, s)[name]
		return inv.Row(c.now()).Reach
	}
	for name := range byName(t, s) {
		if got := reach(name); got != record.ReachThinking {
			t.Errorf("%s is %q before anything is sent", name, got)
		}
	}
	for _, name := range []string{"Ada Lind", "Bo Yu"} {
		mustDo(t)(s.Decide(byName(t, s)[name].ID, record.Sent, ""))
	}
	sent := outgoing("Cy Roe", "cy-roe", "2026-06-01 08:00") // sent on LinkedIn, and not told here
	doImport(t, s, archiveOf("2026-06-02", rowsOf(sent, outgoing("Bo Yu", "bo-yu", "2026-06-01 07:00")), connection("Ada Lind", "ada-lind", "2026-06-01")))
	for name, want := range map[string]record.Reach{
		"Ada Lind": record.ReachAnswered, "Bo Yu": record.ReachSent, "Cy Roe": record.ReachSent, "Di Moss": record.ReachThinking,
	} {
		if got := reach(name); got != want {
			t.Errorf("%s is %q after the archive, want %q", name, got, want)
		}
	}
	if ada := byName(t, s)["Ada Lind"]; ada.Decision != record.Sent || !ada.Connected {
		t.Errorf("what the person did is %q, connected %v", ada.Decision, ada.Connected)
	}
	c.advance(30 * 24 * 3600e9)
	if got := reach("Bo Yu"); got != record.ReachPending {
		t.Errorf("a month later %q", got)
	}
	doImport(t, s, archiveOf("2026-07-02", rowsOf(sent), connection("Ada Lind", "ada-lind", "2026-06-01")))
	if got := reach("Bo Yu"); got != record.ReachAnswered {
		t.Errorf("no longer listed, it is %q", got)
	}
	if n := len(byName(t, s)); n != 4 {
		t.Errorf("%d invitations, want 4", n)
	}
}
