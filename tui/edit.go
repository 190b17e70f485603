package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
)

// editForm corrects what is known of an invitation, and keeps the person's own
// note about who sent it. It saves only what was changed.
type editForm struct {
	env     *env
	id      string
	loading uint64
	saving  uint64
	err     error
	loaded  bool
	before  store.Invitation
	form    fieldset
}

func newEdit(e *env, id string) *editForm {
	note := field{id: "person", label: "Your note", hint: "About the person, for yourself; tab goes on", kind: fieldArea, area: newArea("")}
	theirs := field{id: "note", label: "Their note", hint: "What came with the invitation, word for word", kind: fieldArea, area: newArea("")}
	s := &editForm{env: e, id: id, form: fieldset{env: e, fields: []field{
		note,
		textField("name", "Name", "", ""),
		textField("headline", "Headline", "", "what stands under the name"),
		textField("company", "Company", "", ""),
		textField("url", "Profile", "", "https://www.linkedin.com/in/…"),
		theirs,
		textField("sent", "Sent", "", "3 weeks ago, 2026-11-01"),
		button("save", "Save"),
	}}}
	s.form.resize()
	return s
}

// draftEdit and an id are where the form's texts are kept.
const draftEdit = "edit "

func (s *editForm) draftKey() string { return draftEdit + s.id }

// Init reads the invitation.
func (s *editForm) Init() tea.Cmd {
	s.loading = s.env.request()
	return s.env.loadInvitation(s.loading, s.id)
}

func (s *editForm) InText() bool  { return s.loaded && s.form.inText() }
func (s *editForm) Title() string { return "Notes and corrections" }

// Headline says whom it is about.
func (s *editForm) Headline() string {
	if !s.loaded {
		return ""
	}
	return nameOr(s.before.Name)
}

func (s *editForm) Actions() []actionID {
	if !s.loaded {
		return []actionID{actBack}
	}
	acts := s.form.actions()
	if s.changed() {
		acts = append(acts, actDiscard)
	}
	return acts
}

// values are the texts of the form for an invitation.
func (s *editForm) values(inv store.Invitation) addDraft {
	sent := ""
	if !inv.SentAt.IsZero() {
		sent = inv.SentAt.In(s.env.now().Location()).Format(time.DateOnly)
	}
	return addDraft{
		"person": inv.PersonNote, "name": inv.Name, "headline": inv.Headline, "company": inv.Company, "url": inv.URL,
		"note": inv.Note, "sent": sent,
	}
}

// typed is what the form holds now.
func (s *editForm) typed() addDraft {
	d := addDraft{}
	for i := range s.form.fields {
		if fd := &s.form.fields[i]; fd.kind != fieldButton {
			d[fd.id] = fd.text()
		}
	}
	return d
}

func (s *editForm) fill(d addDraft) {
	for i := range s.form.fields {
		switch fd := &s.form.fields[i]; fd.kind {
		case fieldText:
			fd.input.set(d[fd.id])
		case fieldArea:
			fd.area.set(d[fd.id])
		}
	}
}

// changed reports whether something differs from what is kept.
func (s *editForm) changed() bool {
	before := s.values(s.before)
	for id, text := range s.typed() {
		if text != before[id] {
			return true
		}
	}
	return false
}

func (s *editForm) Update(msg tea.Msg) step {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.form.resize()
	case invitationLoadedMsg:
		if msg.request == s.loading && !s.loaded {
			s.loaded, s.before = true, msg.invitation
			s.fill(s.values(s.before))
			if draft := formDraft(s.env, s.draftKey()); draft != nil {
				s.fill(draft)
			}
		}
	case invitationSavedMsg:
		if msg.request == s.saving && s.saving != 0 {
			delete(s.env.drafts, s.draftKey())
			return back()
		}
	case failedMsg:
		if msg.request == s.loading && !s.loaded {
			s.err = msg.err
		}
		if msg.request == s.saving {
			s.saving = 0
		}
	case discardMsg:
		delete(s.env.drafts, s.draftKey())
		s.fill(s.values(s.before))
	case actionMsg:
		return s.act(msg)
	default:
		if s.loaded {
			s.keep(s.form.update(msg))
		}
	}
	return step{}
}

func (s *editForm) act(msg actionMsg) step {
	switch {
	case msg.id == actBack && s.loaded && s.changed():
		s.env.say("Kept as a draft; " + s.env.keyFor(actEdit) + " opens it again")
		return back()
	case msg.id == actBack:
		return back()
	case !s.loaded:
		return step{}
	case msg.id == actDiscard:
		return push(newConfirm(s.env, "Throw the changes away?", "What you typed here is lost; what was saved before stays.", "Throw away", discardMsg{}))
	}
	event := s.form.update(msg)
	s.keep(event)
	if event == formSave || event == formPressed {
		return s.save()
	}
	return step{}
}

// keep keeps what is typed as a draft.
func (s *editForm) keep(event formEvent) {
	if event == formChanged {
		s.env.drafts[s.draftKey()] = s.typed()
	}
}

// save keeps what was changed; the form stays until it is really kept.
func (s *editForm) save() step {
	if s.saving != 0 {
		return step{}
	}
	if !s.changed() {
		return back()
	}
	edit, ok := s.edit()
	if !ok {
		s.form.firstProblem()
		return step{}
	}
	s.saving = s.env.whenSaved("Saved: " + nameOr(strings.TrimSpace(s.typed()["name"])))
	return stay(saveEdit(s.env, s.saving, s.id, edit))
}

// edit is what was changed, if all of it can be read.
func (s *editForm) edit() (store.Edit, bool) {
	before, now := s.values(s.before), s.typed()
	var edit store.Edit
	for id, to := range map[string]**string{
		"person": &edit.PersonNote, "name": &edit.Name, "headline": &edit.Headline, "company": &edit.Company, "url": &edit.URL, "note": &edit.Note,
	} {
		if text := now[id]; text != before[id] {
			text = strings.TrimSpace(text)
			*to = &text
		}
	}
	sent := s.form.field("sent")
	sent.problem = ""
	if now["sent"] != before["sent"] {
		at, err := parseSent(now["sent"], s.env.now())
		if err != nil {
			sent.problem = sentence(err)
			return edit, false
		}
		edit.SentAt = &at
	}
	return edit, true
}

func (s *editForm) View(w, h int) string {
	switch {
	case s.err != nil:
		return strings.Join(wrap(sentence(s.err)+"\n\n"+s.env.keyFor(actBack)+" goes back.", w), "\n")
	case !s.loaded:
		return "Reading…"
	}
	return s.form.view(w, h)
}

// saveEdit keeps what the person corrected.
func saveEdit(e *env, request uint64, id string, edit store.Edit) tea.Cmd {
	storage := e.storage
	return e.change(request, "saving the changes", "edited", func() (store.Invitation, error) { return storage.Edit(id, edit) })
}
