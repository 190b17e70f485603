package vetting

import (
	"fmt"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store/quantity"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
	"linkvet/tui/words"
)

// replies are the replies suggested, with what the person made of them. Typed
// text outlives the screen.
type replies struct {
	env     *screen.Env
	id      string
	all     []advisor.Reply
	at      int
	area    widget.Area
	editing bool
}

func newReplies(e *screen.Env, id string, all []advisor.Reply) replies {
	return replies{env: e, id: id, all: all, area: widget.NewArea("")}
}

// key is where the text of the shown reply is kept.
func (r *replies) key() string { return screen.ReplyKey(r.id, r.all[r.at]) }

// text is the shown reply as it stands.
func (r *replies) text() string {
	if len(r.all) == 0 {
		return ""
	}
	return r.env.ReplyText(r.id, r.all[r.at])
}

// changed reports whether the person has changed the shown reply.
func (r *replies) changed() bool { return r.text() != r.all[r.at].Text }

func (r *replies) turn(forward bool) {
	n := len(r.all)
	if n == 0 {
		return
	}
	r.stop()
	if forward {
		r.at = (r.at + 1) % n
	} else {
		r.at = (r.at + n - 1) % n
	}
}

func (r *replies) edit(w int) {
	if len(r.all) == 0 {
		return
	}
	r.area = widget.NewArea("")
	r.area.Set(r.text())
	r.editing = true
	r.resize(w)
}

func (r *replies) stop() { r.editing = false }

// typed gives a key or a paste to the text.
func (r *replies) typed(msg tea.Msg) {
	if r.editing && r.area.Update(r.env, msg) {
		r.env.Unsaved.Keep(r.key(), r.area.Value())
	}
}

// discard brings the reply back as it was suggested.
func (r *replies) discard() {
	if len(r.all) == 0 {
		return
	}
	r.env.Unsaved.Drop(r.key())
	r.area.Set(r.text())
}

// replyRows is how many rows the text has while it is typed.
const replyRows = 5

func (r *replies) resize(w int) { r.area.Resize(w, replyRows) }

// replyWidth is how wide the text of a reply is set.
func (v *verdict) replyWidth() int {
	w := v.env.Width
	if w >= panelFrom {
		w = halfOf(w)
	}
	return max(min(w-2, 76), 1)
}

// replyLines are the shown reply with how long it is, in w columns.
func (v *verdict) replyLines(w int) []string {
	r := &v.replies
	if len(r.all) == 0 {
		return nil
	}
	st := v.env.Styles
	title := style.Capital(style.OneLine(r.all[r.at].Kind))
	if r.changed() {
		title = quantity.Text("%s (changed)", title)
	}
	if n := len(r.all); n > 1 {
		title = fmt.Sprintf("‹ %d of %d ›  %s", r.at+1, n, title)
	}
	lines := []string{style.Truncate(title, w), ""}
	text := style.Wrap(style.SimpleEmoji(r.text()), max(min(w-2, 76), 1))
	bar := st.Border
	if r.editing {
		text, bar = r.area.Lines(true), st.Accent
	}
	for _, line := range text {
		lines = append(lines, bar.Render("▏")+" "+line)
	}
	return append(append(lines, ""), lengthLines(r.env, utf8.RuneCountInString(strings.TrimSpace(r.text())), w)...)
}

// lengthLines say how long a text is, against LinkedIn's limits for a note.
func lengthLines(e *screen.Env, n, w int) []string {
	st := e.Styles
	said, tooLong := words.Length(n, e.Settings.Profile())
	if !tooLong {
		return []string{st.Muted.Render(style.Truncate(said, w))}
	}
	lines := hang("! ", said, w)
	for i, line := range lines {
		lines[i] = st.Caution.Render(line)
	}
	return lines
}
