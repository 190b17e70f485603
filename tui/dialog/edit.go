package dialog

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// EditForm corrects what is known of an invitation, and keeps the person's own
// note about who sent it. It saves only what was changed.
type EditForm struct {
	env     *screen.Env
	id      string
	loading uint64
	saving  uint64
	err     error
	loaded  bool
	before  record.Invitation
	Form    widget.Form
}

func NewEdit(e *screen.Env, id string) *EditForm {
	note := widget.Field{ID: "person", Label: "Your note", Hint: "About the person, for yourself; tab goes on", Kind: widget.FieldArea, Area: widget.NewArea("")}
	theirs := widget.Field{ID: "note", Label: "Their note", Hint: "What came with the invitation, word for word", Kind: widget.FieldArea, Area: widget.NewArea("")}
	s := &EditForm{env: e, id: id, Form: widget.Form{Env: e, Fields: []widget.Field{
		note,
		widget.TextField("name", "Name", "", ""),
		widget.TextField("headline", "Headline", "", "what stands under the name"),
		widget.TextField("company", "Company", "", ""),
		widget.TextField("url", "Profile", "", "https://www.linkedin.com/in/…"),
		theirs,
		widget.TextField("sent", "Sent", "", "3 weeks ago, 2026-11-01"),
		widget.Button("save", "Save"),
	}}}
	s.Form.Resize()
	return s
}

// editKey and an id are where the form's texts are kept.
const editKey = "edit "

func (s *EditForm) key() string { return editKey + s.id }

// Init reads the invitation.
func (s *EditForm) Init() tea.Cmd {
	s.loading = s.env.Request()
	return s.env.LoadInvitation(s.loading, s.id)
}

func (s *EditForm) InText() bool  { return s.loaded && s.Form.InText() }
func (s *EditForm) Title() string { return "Notes and corrections" }

// Subtitle says whom it is about.
func (s *EditForm) Subtitle() string {
	if !s.loaded {
		return ""
	}
	return style.NameOr(s.before.Name)
}

func (s *EditForm) Actions() []keys.ID {
	if !s.loaded {
		return []keys.ID{keys.Back}
	}
	acts := s.Form.Actions()
	if s.changed() {
		acts = append(acts, keys.Discard)
	}
	return acts
}

// values are the texts of the form for an invitation.
func (s *EditForm) values(inv record.Invitation) fieldTexts {
	sent := ""
	if !inv.SentAt.IsZero() {
		sent = inv.SentAt.In(s.env.Now().Location()).Format(time.DateOnly)
	}
	return fieldTexts{
		"person": inv.PersonNote, "name": inv.Name, "headline": inv.Headline, "company": inv.Company, "url": inv.URL,
		"note": inv.Note, "sent": sent,
	}
}

// typed is what the form holds now.
func (s *EditForm) typed() fieldTexts {
	d := fieldTexts{}
	for i := range s.Form.Fields {
		if fd := &s.Form.Fields[i]; fd.Kind != widget.FieldButton {
			d[fd.ID] = fd.Text()
		}
	}
	return d
}

func (s *EditForm) fill(d fieldTexts) {
	for i := range s.Form.Fields {
		switch fd := &s.Form.Fields[i]; fd.Kind {
		case widget.FieldText:
			fd.Input.Set(d[fd.ID])
		case widget.FieldArea:
			fd.Area.Set(d[fd.ID])
		}
	}
}

// changed reports whether something differs from what is kept.
func (s *EditForm) changed() bool {
	before := s.values(s.before)
	for id, text := range s.typed() {
		if text != before[id] {
			return true
		}
	}
	return false
}

func (s *EditForm) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.Form.Resize()
	case screen.InvitationLoadedMsg:
		if msg.Request == s.loading && !s.loaded {
			s.loaded, s.before = true, msg.Invitation
			s.fill(s.values(s.before))
			if typed := keptFields(s.env, s.key()); typed != nil {
				s.fill(typed)
			}
		}
	case screen.InvitationSavedMsg:
		if msg.Request == s.saving && s.saving != 0 {
			s.env.Unsaved.Drop(s.key())
			return screen.Back()
		}
	case screen.FailedMsg:
		if msg.Request == s.loading && !s.loaded {
			s.err = msg.Err
		}
		if msg.Request == s.saving {
			s.saving = 0
		}
	case DiscardMsg:
		s.env.Unsaved.Drop(s.key())
		s.fill(s.values(s.before))
	case screen.ActionMsg:
		return s.act(msg)
	default:
		if s.loaded {
			s.keep(s.Form.Update(msg))
		}
	}
	return screen.Step{}
}

func (s *EditForm) act(msg screen.ActionMsg) screen.Step {
	switch {
	case msg.ID == keys.Back && s.loaded && s.changed():
		s.env.Say("Kept as a draft; " + s.env.KeyFor(keys.Edit) + " opens it again")
		return screen.Back()
	case msg.ID == keys.Back:
		return screen.Back()
	case !s.loaded:
		return screen.Step{}
	case msg.ID == keys.Discard:
		return screen.Push(widget.NewConfirm(s.env, "Throw the changes away?", "What you typed here is lost; what was saved before stays.", "Throw away", DiscardMsg{}))
	}
	event := s.Form.Update(msg)
	s.keep(event)
	if event == widget.FormSave || event == widget.FormPressed {
		return s.save()
	}
	return screen.Step{}
}

// keep keeps what is typed as a draft.
func (s *EditForm) keep(event widget.FormEvent) {
	if event == widget.FormChanged {
		keepFields(s.env, s.key(), s.typed())
	}
}

// save keeps what was changed; the form stays until it is really kept.
func (s *EditForm) save() screen.Step {
	if s.saving != 0 {
		return screen.Step{}
	}
	if !s.changed() {
		return screen.Back()
	}
	edit, ok := s.edit()
	if !ok {
		s.Form.FirstProblem()
		return screen.Step{}
	}
	s.saving = s.env.WhenSaved("Saved: " + style.NameOr(strings.TrimSpace(s.typed()["name"])))
	return screen.Stay(saveEdit(s.env, s.saving, s.id, edit))
}

// edit is what was changed, if all of it can be read.
func (s *EditForm) edit() (record.Edit, bool) {
	before, now := s.values(s.before), s.typed()
	var edit record.Edit
	for id, to := range map[string]**string{
		"person": &edit.PersonNote, "name": &edit.Name, "headline": &edit.Headline, "company": &edit.Company, "url": &edit.URL, "note": &edit.Note,
	} {
		if text := now[id]; text != before[id] {
			text = strings.TrimSpace(text)
			*to = &text
		}
	}
	sent := s.Form.Field("sent")
	sent.Problem = ""
	if now["sent"] != before["sent"] {
		at, err := parseSent(now["sent"], s.env.Now())
		if err != nil {
			sent.Problem = style.Sentence(err)
			return edit, false
		}
		edit.SentAt = &at
	}
	return edit, true
}

func (s *EditForm) View(w, h int) string {
	switch {
	case s.err != nil:
		return strings.Join(style.Wrap(style.Sentence(s.err)+"\n\n"+s.env.KeyFor(keys.Back)+" goes back.", w), "\n")
	case !s.loaded:
		return "Reading…"
	}
	return s.Form.View(w, h)
}

// saveEdit keeps what the person corrected.
func saveEdit(e *screen.Env, request uint64, id string, edit record.Edit) tea.Cmd {
	invitations := e.Invitations()
	return e.Change(request, "saving the changes", "edited", func() (record.Invitation, error) { return invitations.Edit(id, edit) })
}
