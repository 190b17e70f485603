package tui

import "strings"

// View says how far one is, and what goes on.
func (s *session) View(w, h int) string {
	switch {
	case s.err != nil:
		return strings.Join(wrap("The invitations could not be read.\n\n"+sentence(s.err)+"\n\n"+s.env.keyFor(actBack)+" goes back.", min(w, readable)), "\n")
	case !s.loaded:
		return "Reading the invitations…"
	}
	w = min(w, readable)
	st := s.env.styles
	var lines []string
	say := func(text string, paint ink) {
		for _, line := range wrap(text, w) {
			lines = append(lines, paint.Render(line))
		}
		lines = append(lines, "")
	}
	switch {
	case len(s.people) == 0:
		say("Nobody is waiting.", st.Strong)
	case s.finished():
		say("✔  That was the last one.", st.Good)
		say(capital(s.tally())+".", st.Strong)
	default:
		say(s.progress(), st.Accent)
		say("A pause: you are at "+nameOr(s.people[s.at].name)+".", st.Strong)
		say(capital(s.tally())+" so far. Every answer is kept, and you can go on at any time.", st.Text)
	}
	for _, id := range s.Actions() {
		about := s.env.keys.byID[id].about
		switch {
		case id == actBack, id == actStop && s.finished():
			continue
		case id == actInbox:
			about = "Back to the inbox"
		case id == actGoOn:
			about = "Go on with " + nameOr(s.people[s.at].name)
		case id == actTakeBack:
			about = "Go back to the one before, and take back what was decided"
		}
		lines = append(lines, keyLine(s.env, id, about, w)...)
	}
	return strings.Join(lines[:min(len(lines), h)], "\n")
}
