package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
)

// pickChoice is one line of a picker, and what it hands to the screen below.
type pickChoice struct {
	text string
	more string // said more quietly behind it
	msg  tea.Msg
}

// picker is a dialog to choose one of a few lines.
type picker struct {
	env     *env
	title   string
	intro   string
	choices []pickChoice
	list    cursor
}

func newPicker(e *env, title, intro string, choices []pickChoice) *picker {
	return &picker{env: e, title: title, intro: intro, choices: choices}
}

func (p *picker) Init() tea.Cmd { return nil }
func (p *picker) Title() string { return p.title }
func (p *picker) Width() int    { return 60 }
func (p *picker) InText() bool  { return false }
func (p *picker) Actions() []actionID {
	return append([]actionID{actChoose, actPick, actBack}, listActions()...)
}

func (p *picker) Update(msg tea.Msg) step {
	act, ok := msg.(actionMsg)
	if !ok || p.list.move(act.id, len(p.choices), len(p.choices)) {
		return step{}
	}
	switch act.id {
	case actBack:
		return back()
	case actPick:
		if n := digitIndex(act.key); n >= 0 && n < len(p.choices) {
			return backWith(p.choices[n].msg)
		}
	case actChoose:
		if len(p.choices) > 0 {
			return backWith(p.choices[p.list.at].msg)
		}
	}
	return step{}
}

func (p *picker) View(w, h int) string {
	st := p.env.styles
	var lines []string
	if p.intro != "" {
		lines = append(wrap(p.intro, w), "")
	}
	rows := max(h-len(lines), 1)
	from := p.list.window(len(p.choices), rows)
	for i := from; i < min(from+rows, len(p.choices)); i++ {
		c := p.choices[i]
		text := c.text
		if i < 9 {
			text = string(rune('1'+i)) + "  " + text
		}
		if more := truncate(c.more, w-width(text)-4); more != "" {
			text += "  " + st.Muted.Render(more)
		}
		if i == p.list.at {
			lines = append(lines, st.Selected.Render("› "+fit(stripped(text), w-2)))
			continue
		}
		lines = append(lines, "  "+text)
	}
	return strings.Join(lines, "\n")
}

// sortChosenMsg is the sort dialog's answer.
type sortChosenMsg struct{ sorting sorting }

// newSortDialog asks what to sort a list by. What it is sorted by now is offered
// the other way round.
func newSortDialog(e *env, now sorting, later bool) *picker {
	var choices []pickChoice
	at := 0
	for by := range sortCount {
		if by == sortDue && !later {
			continue
		}
		s := sorting{by: by}
		if by == now.by {
			at = len(choices)
			s.reverse = !now.reverse
		}
		choices = append(choices, pickChoice{text: capital(by.String()), more: by.about(s.reverse), msg: sortChosenMsg{s}})
	}
	p := newPicker(e, "Sort by", "Now by "+now.by.String()+", "+now.by.about(now.reverse)+". Chosen again, it is turned round.", choices)
	p.list.at = at
	return p
}

// copyMsg asks the screen below to copy a text.
type copyMsg struct{ what, text string }

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
		replies := newDrafts(d.env, d.id, known.advice.Replies)
		for i := range replies.replies {
			replies.at = i
			d.add("the draft: "+replies.replies[i].Kind, replies.text())
		}
		return step{}
	}
	return d.picker.Update(msg)
}
