package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store"
)

// noteDialog takes a note on one answer. What is typed is kept while it is
// typed, so leaving does not lose it.
type noteDialog struct {
	env      *env
	id       string
	question advisor.Question
	text     input
}

// noteDraft is where a note typed and not yet kept is.
func noteDraft(id, question string) string { return "note " + id + " " + question }

func newNoteDialog(e *env, inv store.Invitation, question advisor.Question) *noteDialog {
	d := &noteDialog{env: e, id: inv.ID, question: question, text: newInput("such as: asked Mia, she knows them")}
	d.text.set(inv.AnswerNotes[question.ID])
	if draft, ok := e.drafts[d.draftKey()].(string); ok {
		d.text.set(draft)
	}
	return d
}

func (d *noteDialog) draftKey() string { return noteDraft(d.id, d.question.ID) }

// Init loads nothing.
func (d *noteDialog) Init() tea.Cmd { return nil }

// Title names the dialog.
func (d *noteDialog) Title() string { return "Your note" }

// Width leaves room for a sentence.
func (d *noteDialog) Width() int { return 72 }

// InText is always true.
func (d *noteDialog) InText() bool { return true }

// Actions keep the note or leave.
func (d *noteDialog) Actions() []actionID { return []actionID{actKeepNote, actBack} }

// Update takes typing, and keeps the note.
func (d *noteDialog) Update(msg tea.Msg) step {
	act, ok := msg.(actionMsg)
	if !ok {
		if isTyping(msg) && d.text.update(msg) {
			d.env.drafts[d.draftKey()] = d.text.value()
		}
		return step{}
	}
	if act.id == actKeepNote {
		delete(d.env.drafts, d.draftKey())
		return back(saveAnswerNote(d.env, d.env.request(), d.id, d.question.ID, strings.TrimSpace(d.text.value())))
	}
	return back()
}

// View shows what the note is on, and the text.
func (d *noteDialog) View(w, _ int) string {
	st := d.env.styles
	lines := wrap(d.question.Text, w)
	lines = append(lines, "", st.Accent.Render("› ")+d.text.view(w-2, true), "")
	return strings.Join(append(lines, wrap("Only for you: it never counts. "+d.env.keyFor(actKeepNote)+" keeps it; an empty one is removed.", w)...), "\n")
}

// ownNote is the person's own note on what is asked, "" for none.
func (q *questionnaire) ownNote() string {
	if q.phase != phaseAsking {
		return ""
	}
	question, ok := q.prompt.about()
	if !ok {
		return ""
	}
	return oneLine(q.inv.AnswerNotes[question.ID])
}

// takeNote opens the note on what is asked.
func (q *questionnaire) takeNote() step {
	question, ok := q.prompt.about()
	if !ok {
		q.env.say("Mark a line with the arrows first")
		return step{}
	}
	return push(newNoteDialog(q.env, q.inv, question))
}

// saveAnswerNote keeps a note on an answer.
func saveAnswerNote(e *env, request uint64, id, question, text string) tea.Cmd {
	storage := e.storage
	return e.change(request, "saving the note", "noted", func() (store.Invitation, error) {
		return storage.NoteAnswer(id, question, text)
	})
}
