package vetting

import (
	"fmt"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// drafts are the replies suggested, with what the person made of them. Typed
// text outlives the screen.
type drafts struct {
	env     *screen.Env
	id      string
	Replies []advisor.Reply
	at      int
	area    widget.Area
	editing bool
}

func newDrafts(e *screen.Env, id string, replies []advisor.Reply) drafts {
	return drafts{env: e, id: id, Replies: replies, area: widget.NewArea("")}
}

// key is where the text of the shown draft is kept.
func (d *drafts) key() string { return screen.ReplyKey(d.id, d.Replies[d.at]) }

// Text is the shown draft as it stands.
func (d *drafts) Text() string {
	if len(d.Replies) == 0 {
		return ""
	}
	return d.env.ReplyText(d.id, d.Replies[d.at])
}

// changed reports whether the person has changed the shown draft.
func (d *drafts) changed() bool { return d.Text() != d.Replies[d.at].Text }

func (d *drafts) turn(forward bool) {
	n := len(d.Replies)
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
	if len(d.Replies) == 0 {
		return
	}
	d.area = widget.NewArea("")
	d.area.Set(d.Text())
	d.editing = true
	d.resize(w)
}

func (d *drafts) stop() { d.editing = false }

// typed gives a key or a paste to the text.
func (d *drafts) typed(msg tea.Msg) {
	if d.editing && d.area.Update(msg) {
		d.env.Unsaved.Keep(d.key(), d.area.Value())
	}
}

// discard brings the draft back as it was suggested.
func (d *drafts) discard() {
	if len(d.Replies) == 0 {
		return
	}
	d.env.Unsaved.Drop(d.key())
	d.area.Set(d.Text())
}

// draftRows is how many rows the text has while it is typed.
const draftRows = 5

func (d *drafts) resize(w int) { d.area.Resize(w, draftRows) }

// draftWidth is how wide the text of a draft is set.
func (v *Verdict) draftWidth() int {
	w := v.env.Width
	if w >= panelFrom {
		w = halfOf(w)
	}
	return max(min(w-2, 76), 1)
}

// draftLines are the shown draft with how long it is, in w columns.
func (v *Verdict) draftLines(w int) []string {
	d := &v.Drafts
	if len(d.Replies) == 0 {
		return nil
	}
	st := v.env.Styles
	title := style.Capital(style.OneLine(d.Replies[d.at].Kind))
	if d.changed() {
		title += " (changed)"
	}
	if n := len(d.Replies); n > 1 {
		title = fmt.Sprintf("‹ %d of %d ›  %s", d.at+1, n, title)
	}
	lines := []string{style.Truncate(title, w), ""}
	text := style.Wrap(style.SimpleEmoji(d.Text()), max(min(w-2, 76), 1))
	bar := st.Border
	if d.editing {
		text, bar = d.area.Lines(true), st.Accent
	}
	for _, line := range text {
		lines = append(lines, bar.Render("▏")+" "+line)
	}
	return append(append(lines, ""), lengthLines(st, utf8.RuneCountInString(strings.TrimSpace(d.Text())), w)...)
}

// lengthLines say how long a text is, against LinkedIn's limits for a note.
func lengthLines(st *style.Styles, n, w int) []string {
	said := fmt.Sprintf("%d of %d characters", n, advisor.NoteLimit)
	switch {
	case n > advisor.NoteLimitPremium:
		said += fmt.Sprintf(": %d too many, even for a note with Premium", n-advisor.NoteLimitPremium)
	case n > advisor.NoteLimit:
		said += fmt.Sprintf(": %d too many for a note, unless you have Premium (%d)", n-advisor.NoteLimit, advisor.NoteLimitPremium)
	default:
		return []string{st.Muted.Render(style.Truncate(said, w))}
	}
	lines := hang("! ", said, w)
	for i, line := range lines {
		lines[i] = st.Caution.Render(line)
	}
	return lines
}
