package vetting

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// noteDialog takes a note on one answer. What is typed is kept while it is
// typed, so leaving does not lose it.
type noteDialog struct {
	env      *screen.Env
	id       string
	question advisor.Question
	text     widget.Input
}

// noteKey is where a note typed and not yet kept is.
func noteKey(id, question string) string { return "note " + id + " " + question }

func newNoteDialog(e *screen.Env, inv record.Invitation, question advisor.Question) *noteDialog {
	d := &noteDialog{env: e, id: inv.ID, question: question, text: widget.NewInput("such as: asked Mia, she knows them")}
	d.text.Set(inv.AnswerNotes[question.ID])
	if text, ok := e.Unsaved.Text(d.key()); ok {
		d.text.Set(text)
	}
	return d
}

func (d *noteDialog) key() string { return noteKey(d.id, d.question.ID) }

// Init loads nothing.
func (d *noteDialog) Init() tea.Cmd { return nil }

// Title names the dialog.
func (d *noteDialog) Title() string { return "Your note" }

// Width leaves room for a sentence.
func (d *noteDialog) Width() int { return 72 }

// InText is always true.
func (d *noteDialog) InText() bool { return true }

// Actions keep the note or leave.
func (d *noteDialog) Actions() []keys.ID { return []keys.ID{keys.KeepNote, keys.Back} }

// Update takes typing, and keeps the note.
func (d *noteDialog) Update(msg tea.Msg) screen.Step {
	act, ok := msg.(screen.ActionMsg)
	if !ok {
		if widget.IsTyping(msg) && d.text.Update(d.env, msg) {
			d.env.Unsaved.Keep(d.key(), d.text.Value())
		}
		return screen.Step{}
	}
	if act.ID == keys.KeepNote {
		request := d.env.Request()
		d.env.ThenDrop(request, d.key())
		return screen.Back(saveAnswerNote(d.env, request, d.id, d.question.ID, strings.TrimSpace(d.text.Value())))
	}
	return screen.Back()
}

// View shows what the note is on, and the text.
func (d *noteDialog) View(w, _ int) string {
	st := d.env.Styles
	lines := style.Wrap(d.question.Text, w)
	lines = append(lines, "", st.Accent.Render("› ")+d.text.View(w-2, true), "")
	return strings.Join(append(lines, style.Wrap("Only for you: it never counts. "+d.env.KeyFor(keys.KeepNote)+" keeps it; an empty one is removed.", w)...), "\n")
}

// saveAnswerNote keeps a note on an answer.
func saveAnswerNote(e *screen.Env, request uint64, id, question, text string) tea.Cmd {
	answers := e.Answers()
	return e.Change(screen.Save{Request: request, Doing: "saving the note", Counts: id + " " + question}, "noted", func() (record.Invitation, error) {
		return answers.NoteAnswer(id, question, text)
	})
}
