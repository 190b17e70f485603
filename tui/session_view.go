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
		say(nameOr(s.people[s.at].Name)+" is on.", st.Strong)
		say(capital(s.tally())+" so far. Every answer is kept, and you can go on at any time.", st.Text)
	}
	for _, id := range s.Actions() {
		if id == actBack {
			continue
		}
		lines = append(lines, keyLine(s.env, id, s.env.keys.byID[id].about, w)...)
	}
	if s.finished() {
		lines = lines[:len(lines)-1]
		lines = append(lines, keyLine(s.env, actBack, "Back to the inbox", w)...)
	}
	return strings.Join(lines[:min(len(lines), h)], "\n")
}
