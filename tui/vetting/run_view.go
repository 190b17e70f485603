package vetting

import (
	"strings"

	"linkvet/store/quantity"
	"linkvet/tui/keys"
	"linkvet/tui/style"
)

// View says how far one is, and what goes on.
func (r *vettingRun) View(w, h int) string {
	switch {
	case r.err != nil:
		return strings.Join(style.Wrap("The invitations could not be read.\n\n"+style.Sentence(r.err)+"\n\n"+r.env.KeyFor(keys.Back)+" goes back.", min(w, style.Readable)), "\n")
	case !r.loaded:
		return "Reading the invitations…"
	}
	w = min(w, style.Readable)
	st := r.env.Styles
	var lines []string
	say := func(text string, paint style.Ink) {
		for _, line := range style.Wrap(text, w) {
			lines = append(lines, paint.Render(line))
		}
		lines = append(lines, "")
	}
	switch {
	case len(r.people) == 0:
		say("Nobody is waiting.", st.Strong)
	case r.finished():
		say("✔  That was the last one.", st.Good)
		say(quantity.Text("%s.", r.tally()), st.Strong)
	default:
		say(r.progress(), st.Accent)
		say(quantity.Text("A pause: you are at %s.", style.NameOr(r.people[r.at].name)), st.Strong)
		say(quantity.Text("So far: %s. Every answer is kept, and you can go on at any time.", r.tally()), st.Text)
	}
	for _, id := range r.Actions() {
		about := r.env.Keys.ByID[id].About
		switch {
		case id == keys.Back, id == keys.Stop && r.finished():
			continue
		case id == keys.Inbox:
			about = "Back to the inbox"
		case id == keys.GoOn:
			about = quantity.Text("Go on with %s", style.NameOr(r.people[r.at].name))
		case id == keys.TakeBack:
			about = "Go back to the one before, and take back what was decided"
		}
		lines = append(lines, keyLine(r.env, id, about, w)...)
	}
	return strings.Join(lines[:min(len(lines), h)], "\n")
}
