package tui

import (
	"linkvet/store"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// newCopyDialog asks what of an invitation to copy; drafts come when they are
// worked out.
func newCopyDialog(e *env, row store.Row) *copyDialog {
	d := &copyDialog{picker: newPicker(e, "Copy what?", "", nil), id: row.ID}
	d.add("the name", nameOr(row.Name))
	if row.URL != "" {
		d.add("the address", row.URL)
	}
	return d
}

// copyDialog offers the texts of an invitation that one may want elsewhere.
type copyDialog struct {
	*picker
	id      string
	request uint64
}

func (d *copyDialog) add(what, text string) {
	d.choices = append(d.choices, pickChoice{text: capital(strings.TrimPrefix(what, "the ")), more: oneLine(text), msg: copyMsg{what, text}})
}

// Init reads the invitation, for its drafts.
func (d *copyDialog) Init() tea.Cmd {
	d.request = d.env.request()
	return d.env.loadDossiers(d.request, d.id)
}

// Update adds the drafts, as the person left them.
func (d *copyDialog) Update(msg tea.Msg) step {
	if loaded, ok := msg.(dossiersMsg); ok && loaded.request == d.request && loaded.err == nil {
		known := loaded.dossiers[0]
		if note := known.inv.Note; note != "" {
			d.add("the note", note)
		}
		for _, reply := range known.advice.Replies {
			d.add("the draft: "+reply.Kind, d.env.replyText(d.id, reply))
		}
		return step{}
	}
	return d.picker.Update(msg)
}
