package dialog

import (
	"maps"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/dates"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
	"linkvet/tui/words"
)

// editForm corrects what is known of an invitation, and keeps the person's own
// note about who sent it. It saves only what was changed.
type editForm struct {
	keptForm
	id      string
	loading uint64
	err     error
	loaded  bool
	before  record.Invitation
}

// NewEdit returns the form for the invitation with an ID.
func NewEdit(e *screen.Env, id string) *editForm {
	fields := append([]widget.Field{widget.AreaField("person", "Your note", "About the person, for yourself; tab goes on")},
		invitationFields(widget.AreaField("note", "Their note", "What came with the invitation, word for word"), "3 weeks ago, 2026-11-01")...)
	s := &editForm{id: id, keptForm: keptForm{env: e, key: "edit " + id, form: widget.Form{Env: e, Fields: append(fields, widget.Button("save", "Save"))}}}
	s.form.Resize()
	return s
}

// Init reads the invitation.
func (s *editForm) Init() tea.Cmd {
	s.loading = s.env.Request()
	return s.env.LoadInvitation(s.loading, s.id)
}

// Waiting is true until the invitation is read.
func (s *editForm) Waiting() bool { return !s.loaded && s.err == nil }

func (s *editForm) InText() bool  { return s.loaded && s.keptForm.InText() }
func (s *editForm) Title() string { return "Notes and corrections" }

// Subtitle says whom it is about.
func (s *editForm) Subtitle() string {
	if !s.loaded {
		return ""
	}
	return style.NameOr(s.before.Name)
}

func (s *editForm) Actions() []keys.ID {
	if !s.loaded {
		return []keys.ID{keys.Back}
	}
	acts := s.form.Actions()
	if s.changed() {
		acts = append(acts, keys.Discard)
	}
	return acts
}

// values are the texts of the form for an invitation.
func (s *editForm) values(inv record.Invitation) fieldTexts {
	sent := ""
	if !inv.SentAt.IsZero() {
		sent = dates.Typed(inv.SentAt.In(s.env.Now().Location()))
	}
	return fieldTexts{
		"person": inv.PersonNote, "name": inv.Name, "headline": inv.Headline, "company": inv.Company, "url": inv.URL,
		"note": inv.Note, "sent": sent,
	}
}

// changed reports whether something differs from what is saved.
func (s *editForm) changed() bool { return !maps.Equal(s.texts(), s.values(s.before)) }

func (s *editForm) Update(msg tea.Msg) screen.Step {
	s.follow(msg)
	switch msg := msg.(type) {
	case screen.InvitationLoadedMsg:
		if msg.Request == s.loading && !s.loaded {
			s.loaded, s.before = true, msg.Invitation
			s.fill(s.values(s.before))
			s.fill(s.unsaved())
		}
	case screen.InvitationSavedMsg:
		if s.isSaved(msg.Request) {
			s.drop()
			return screen.Back()
		}
	case screen.FailedMsg:
		if msg.Request == s.loading && !s.loaded {
			s.err = msg.Err
		}
	case DiscardMsg:
		s.drop()
		s.fill(s.values(s.before))
	case screen.ActionMsg:
		return s.act(msg)
	case tea.KeyPressMsg, tea.PasteMsg:
		if s.loaded {
			s.keep(s.form.Update(msg), s.changed)
		}
	}
	return screen.Step{}
}

func (s *editForm) act(msg screen.ActionMsg) screen.Step {
	switch {
	case msg.ID == keys.Back:
		return s.leave(s.loaded && s.changed(), keys.Edit)
	case !s.loaded:
		return screen.Step{}
	case msg.ID == keys.Discard:
		return screen.Push(widget.NewConfirm(s.env, "Throw the changes away?", "What you typed here is lost; what was saved before stays.", "Throw away", DiscardMsg{}))
	}
	event := s.form.Update(msg)
	s.keep(event, s.changed)
	if event == widget.FormSave || event == widget.FormPressed {
		return s.save()
	}
	return screen.Step{}
}

// save keeps what was changed; the form stays until it is really kept.
func (s *editForm) save() screen.Step {
	if s.saving != 0 {
		return screen.Step{}
	}
	if !s.changed() {
		return screen.Back()
	}
	edit, ok := s.edit()
	if !ok {
		s.form.FirstProblem()
		return screen.Step{}
	}
	s.saving = s.env.WhenSaved("Saved: " + style.NameOr(strings.TrimSpace(s.texts()["name"])))
	return screen.Stay(saveEdit(s.env, s.saving, s.id, edit))
}

// edit is what was changed, if all of it can be read.
func (s *editForm) edit() (record.Edit, bool) {
	before, now := s.values(s.before), s.texts()
	var edit record.Edit
	for id, to := range map[string]**string{
		"person": &edit.PersonNote, "name": &edit.Name, "headline": &edit.Headline, "company": &edit.Company, "url": &edit.URL, "note": &edit.Note,
	} {
		if text := now[id]; text != before[id] {
			text = strings.TrimSpace(text)
			*to = &text
		}
	}
	sent := s.form.Field("sent")
	sent.Problem = ""
	if now["sent"] != before["sent"] {
		at, err := words.ParseSent(now["sent"], s.env.Now())
		if err != nil {
			sent.Problem = style.Sentence(err)
			return edit, false
		}
		edit.SentAt = &at
	}
	return edit, true
}

func (s *editForm) View(w, h int) string {
	switch {
	case s.err != nil:
		return strings.Join(style.Wrap(style.Sentence(s.err)+"\n\n"+s.env.KeyFor(keys.Back)+" goes back.", w), "\n")
	case !s.loaded:
		return "Reading…"
	}
	return s.form.View(w, h)
}

// saveEdit keeps what the person corrected.
func saveEdit(e *screen.Env, request uint64, id string, edit record.Edit) tea.Cmd {
	invitations := e.Invitations()
	return e.Change(screen.Save{Request: request, Doing: "saving the changes"}, "edited", func() (record.Invitation, error) { return invitations.Edit(id, edit) })
}
