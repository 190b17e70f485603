package dialog

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/record"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// NewCopy asks what of an invitation to copy; drafts come when they are
// worked out.
func NewCopy(e *screen.Env, row record.Row) *copyDialog {
	d := &copyDialog{Picker: widget.NewPicker(e, "Copy what?", "", nil), id: row.ID}
	d.add("the name", style.NameOr(row.Name))
	if row.URL != "" {
		d.add("the address", row.URL)
	}
	return d
}

// copyDialog offers the texts of an invitation that one may want elsewhere.
type copyDialog struct {
	*widget.Picker
	id      string
	request uint64
	read    bool
}

func (d *copyDialog) add(what, text string) {
	d.Choices = append(d.Choices, widget.Choice{Text: style.Capital(strings.TrimPrefix(what, "the ")), More: style.OneLine(text), Msg: screen.CopyMsg{What: what, Text: text}})
}

// Waiting is true until all that can be copied is there.
func (d *copyDialog) Waiting() bool { return !d.read }

// Init reads the invitation, for its drafts.
func (d *copyDialog) Init() tea.Cmd {
	d.request = d.Env.Request()
	return d.Env.LoadHistories(d.request, d.id)
}

// Update adds the drafts, as the person left them.
func (d *copyDialog) Update(msg tea.Msg) screen.Step {
	if failed, ok := msg.(screen.FailedMsg); ok && failed.Request == d.request {
		d.read = true // what the row says can be copied
	}
	if loaded, ok := msg.(screen.HistoriesMsg); ok && loaded.Request == d.request {
		d.read = true
		if loaded.Err != nil {
			return screen.Step{}
		}
		known := loaded.Histories[0]
		if note := known.Inv.Note; note != "" {
			d.add("the note", note)
		}
		for _, reply := range known.Advice.Replies {
			d.add("the draft: "+reply.Kind, d.Env.ReplyText(d.id, reply))
		}
		return screen.Step{}
	}
	return d.Picker.Update(msg)
}
