package tui

import (
	"fmt"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
)

// drafts are the replies suggested, with what the person made of them. Typed
// text outlives the screen.
type drafts struct {
	env     *env
	id      string
	replies []advisor.Reply
	at      int
	area    area
	editing bool
}

func newDrafts(e *env, id string, replies []advisor.Reply) drafts {
	return drafts{env: e, id: id, replies: replies, area: newArea("")}
}

// key is where the text of the shown draft is kept.
func (d *drafts) key() string { return replyDraft(d.id, d.replies[d.at]) }

// text is the shown draft as it stands.
func (d *drafts) text() string {
	if len(d.replies) == 0 {
		return ""
	}
	return d.env.replyText(d.id, d.replies[d.at])
}

// changed reports whether the person has changed the shown draft.
func (d *drafts) changed() bool { return d.text() != d.replies[d.at].Text }

func (d *drafts) turn(forward bool) {
	n := len(d.replies)
	if n == 0 {
		return
	}
	d.stop()
	if forward {
		d.at = (d.at + 1) % n
	} else {
		d.at = (d.at + n - 1) % n
	}
}

func (d *drafts) edit(w int) {
	if len(d.replies) == 0 {
		return
	}
	d.area = newArea("")
	d.area.set(d.text())
	d.editing = true
	d.resize(w)
}

func (d *drafts) stop() { d.editing = false }

// typed gives a key or a paste to the text.
func (d *drafts) typed(msg tea.Msg) {
	if d.editing && d.area.update(msg) {
		d.env.drafts[d.key()] = d.area.value()
	}
}

// discard brings the draft back as it was suggested.
func (d *drafts) discard() {
	if len(d.replies) == 0 {
		return
	}
	delete(d.env.drafts, d.key())
	d.area.set(d.text())
}

// draftRows is how many rows the text has while it is typed.
const draftRows = 5

func (d *drafts) resize(w int) { d.area.resize(w, draftRows) }

// draftWidth is how wide the text of a draft is set.
func (v *verdict) draftWidth() int {
	w := v.env.width
	if w >= panelFrom {
		w = halfOf(w)
	}
	return max(min(w-2, 76), 1)
}

// draftLines are the shown draft with how long it is, in w columns.
func (v *verdict) draftLines(w int) []string {
	d := &v.drafts
	if len(d.replies) == 0 {
		return nil
	}
	st := v.env.styles
	title := capital(oneLine(d.replies[d.at].Kind))
	if d.changed() {
		title += " (changed)"
	}
	if n := len(d.replies); n > 1 {
		title = fmt.Sprintf("‹ %d of %d ›  %s", d.at+1, n, title)
	}
	lines := []string{truncate(title, w), ""}
	text := wrap(simpleEmoji(d.text()), max(min(w-2, 76), 1))
	bar := st.Border
	if d.editing {
		text, bar = d.area.lines(true), st.Accent
	}
	for _, line := range text {
		lines = append(lines, bar.Render("▏")+" "+line)
	}
	return append(append(lines, ""), lengthLines(st, utf8.RuneCountInString(strings.TrimSpace(d.text())), w)...)
}

// lengthLines say how long a text is, against LinkedIn's limits for a note.
func lengthLines(st *styles, n, w int) []string {
	said := fmt.Sprintf("%d of %d characters", n, advisor.NoteLimit)
	switch {
	case n > advisor.NoteLimitPremium:
		said += fmt.Sprintf(": %d too many, even for a note with Premium", n-advisor.NoteLimitPremium)
	case n > advisor.NoteLimit:
		said += fmt.Sprintf(": %d too many for a note, unless you have Premium (%d)", n-advisor.NoteLimit, advisor.NoteLimitPremium)
	default:
		return []string{st.Muted.Render(truncate(said, w))}
	}
	lines := hang("! ", said, w)
	for i, line := range lines {
		lines[i] = st.Caution.Render(line)
	}
	return lines
}
