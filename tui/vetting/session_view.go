package vetting

import (
	"strings"

	"linkvet/tui/keys"
	"linkvet/tui/style"
)

// View says how far one is, and what goes on.
func (s *session) View(w, h int) string {
	switch {
	case s.err != nil:
		return strings.Join(style.Wrap("The invitations could not be read.\n\n"+style.Sentence(s.err)+"\n\n"+s.env.KeyFor(keys.Back)+" goes back.", min(w, style.Readable)), "\n")
	case !s.loaded:
		return "Reading the invitations…"
	}
	w = min(w, style.Readable)
	st := s.env.Styles
	var lines []string
	say := func(text string, paint style.Ink) {
		for _, line := range style.Wrap(text, w) {
			lines = append(lines, paint.Render(line))
		}
		lines = append(lines, "")
	}
	switch {
	case len(s.people) == 0:
		say("Nobody is waiting.", st.Strong)
	case s.finished():
		say("✔  That was the last one.", st.Good)
		say(style.Capital(s.tally())+".", st.Strong)
	default:
		say(s.progress(), st.Accent)
		say("A pause: you are at "+style.NameOr(s.people[s.at].name)+".", st.Strong)
		say(style.Capital(s.tally())+" so far. Every answer is kept, and you can go on at any time.", st.Text)
	}
	for _, id := range s.Actions() {
		about := s.env.Keys.ByID[id].About
		switch {
		case id == keys.Back, id == keys.Stop && s.finished():
			continue
		case id == keys.Inbox:
			about = "Back to the inbox"
		case id == keys.GoOn:
			about = "Go on with " + style.NameOr(s.people[s.at].name)
		case id == keys.TakeBack:
			about = "Go back to the one before, and take back what was decided"
		}
		lines = append(lines, keyLine(s.env, id, about, w)...)
	}
	return strings.Join(lines[:min(len(lines), h)], "\n")
}
