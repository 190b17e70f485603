package reaching

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/advisor/letter"
	"linkvet/store/record"
	"linkvet/tui/dialog"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// note helps to write the note for somebody the person invites. They say why they
// write, how they know each other and what for; below stand ways to put it, each
// counted and looked over.
type note struct {
	env     *screen.Env
	id      string
	loading uint64
	inv     record.Invitation
	loaded  bool
	err     error

	asked   []letter.Part
	said    []widget.Input // one for each part
	at      int            // the part with the keys; len(asked) for the texts
	texts   []draft
	chosen  int
	area    widget.Area
	editing bool
}

// draft is one text that could be sent.
type draft struct{ name, text string }

// NewNote returns the screen for an invitation of the person's own.
func NewNote(e *screen.Env, id string) *note {
	s := &note{env: e, id: id, asked: letter.Asked(), area: widget.NewArea("")}
	for _, part := range s.asked {
		s.said = append(s.said, widget.NewInput("such as: "+part.Example))
	}
	return s
}

// Init reads the invitation.
func (s *note) Init() tea.Cmd {
	s.loading = s.env.Request()
	return s.env.LoadInvitation(s.loading, s.id)
}

// Title names the screen.
func (s *note) Title() string { return "Your note to them" }

// Subtitle says whom it is to.
func (s *note) Subtitle() string {
	if !s.loaded {
		return ""
	}
	return style.NameOr(s.inv.Name)
}

// InText reports whether a part or the text itself is typed.
func (s *note) InText() bool { return s.loaded && (s.editing || s.at < len(s.asked)) }

// Actions are those of the part, or of the texts.
func (s *note) Actions() []keys.ID {
	switch {
	case !s.loaded:
		return []keys.ID{keys.Back}
	case s.editing:
		return []keys.ID{keys.DraftDone, keys.Discard}
	case s.at < len(s.asked):
		return []keys.ID{keys.Accept, keys.Back, keys.NextField, keys.PrevField, keys.LineUp, keys.LineDown}
	}
	acts := []keys.ID{keys.NextField, keys.PrevField, keys.LineUp, keys.LineDown, keys.Back}
	if len(s.texts) > 0 {
		acts = append([]keys.ID{keys.KeepText, keys.Copy, keys.DraftEdit, keys.Sent, keys.FollowUp, keys.NextNote, keys.PrevNote}, acts...)
	}
	if s.inv.URL != "" {
		acts = append(acts, keys.Profile)
	}
	return acts
}

// Update takes typing and actions, and hears what was read and saved.
func (s *note) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case screen.InvitationLoadedMsg:
		if msg.Request == s.loading && !s.loaded {
			s.load(msg.Invitation)
		}
	case screen.FailedMsg:
		if msg.Request == s.loading && !s.loaded {
			s.err = msg.Err
		}
	case screen.InvitationSavedMsg:
		if msg.Invitation.ID == s.id && s.loaded {
			kept := msg.Invitation.Note != s.inv.Note
			s.inv = msg.Invitation
			if s.write(); kept {
				s.chosen = max(slices.IndexFunc(s.texts, func(d draft) bool { return d.text == s.inv.Note }), 0)
			}
		}
	case tea.KeyPressMsg, tea.PasteMsg:
		s.typed(msg)
	case tea.WindowSizeMsg:
		s.resize()
	case dialog.DiscardMsg:
		s.discard()
	case dialog.DecidedMsg, dialog.PostponedMsg:
		return screen.BackWith(msg, s.saveParts())
	case screen.ActionMsg:
		return s.act(msg.ID)
	}
	return screen.Step{}
}

// load shows what was written before, and what was typed and not kept.
func (s *note) load(inv record.Invitation) {
	s.inv, s.loaded = inv, true
	for i, part := range s.asked {
		s.said[i].Set(inv.AnswerNotes[part.ID])
		if text, ok := s.env.Unsaved.Text(s.partKey(i)); ok {
			s.said[i].Set(text)
		}
	}
	s.write()
	if !s.parts().IsEmpty() || inv.Note != "" {
		s.at = len(s.asked)
	}
	s.resize()
}

// Places of what is typed and not kept.
func (s *note) partKey(i int) string { return "letter " + s.id + " " + s.asked[i].ID }
func (s *note) textKey() string      { return "letter " + s.id }

// parts are what the person says, as it stands.
func (s *note) parts() letter.Parts {
	said := map[string]string{}
	for i, part := range s.asked {
		said[part.ID] = s.said[i].Value()
	}
	return letter.PartsOf(said)
}

// write makes the texts anew: what the person wrote themselves, the note that is
// kept, those made of the parts, and where there are no parts the drafts of the
// advice to begin with.
func (s *note) write() {
	s.texts = nil
	add := func(name, text string) {
		for _, d := range s.texts {
			if d.text == text {
				return
			}
		}
		if strings.TrimSpace(text) != "" {
			s.texts = append(s.texts, draft{name, text})
		}
	}
	if text, ok := s.env.Unsaved.Text(s.textKey()); ok {
		add("in your own words", text)
	}
	add("your note, as kept", s.inv.Note)
	for _, v := range letter.Variants(advisor.FirstName(s.inv.Name), s.parts()) {
		add(v.Name, v.Text)
	}
	if s.parts().IsEmpty() {
		for _, reply := range advisor.Advise(s.inv.Case(s.env.Settings.Profile())).Replies {
			add("to begin with: "+reply.Kind, reply.Text)
		}
	}
	s.chosen = max(min(s.chosen, len(s.texts)-1), 0)
}

// text is the one that is shown; "" for none.
func (s *note) text() string {
	if s.editing {
		return s.area.Value()
	}
	if len(s.texts) == 0 {
		return ""
	}
	return s.texts[s.chosen].text
}

func (s *note) typed(msg tea.Msg) {
	switch {
	case s.editing:
		if s.area.Update(s.env, msg) {
			s.env.Unsaved.Keep(s.textKey(), s.area.Value())
		}
	case s.loaded && s.at < len(s.asked):
		if s.said[s.at].Update(s.env, msg) {
			s.env.Unsaved.Keep(s.partKey(s.at), s.said[s.at].Value())
			s.chosen = 0
			s.write()
		}
	}
}

func (s *note) act(id keys.ID) screen.Step {
	switch id {
	case keys.Back:
		return screen.Back(s.saveParts())
	case keys.NextField, keys.Accept, keys.LineDown:
		return s.focus(s.at + 1)
	case keys.PrevField, keys.LineUp:
		return s.focus(s.at - 1)
	case keys.NextNote, keys.PrevNote:
		s.turn(id == keys.NextNote)
	case keys.DraftEdit:
		s.edit()
	case keys.DraftDone:
		s.editing, s.chosen = false, 0
		s.write()
	case keys.Discard:
		return screen.Push(widget.NewConfirm(s.env, "Throw the text away?", "What you typed is lost; what you said above stays.", "Throw away", dialog.DiscardMsg{}))
	case keys.Copy:
		return screen.Stay(s.env.CopyText("the note", strings.TrimSpace(s.text())))
	case keys.KeepText:
		return screen.Stay(s.saveParts(), s.keep())
	case keys.Sent:
		return s.record(dialog.Decide(s.env, s.inv.Row(s.env.Now()), record.Act{Decision: record.Sent}))
	case keys.FollowUp:
		return s.record(screen.Push(dialog.NewFollowUp(s.env, s.inv.Row(s.env.Now()), record.Act{Decision: record.Sent})))
	case keys.Profile:
		return screen.Push(widget.NewConfirmOpen(s.env, s.inv.URL))
	}
	return screen.Step{}
}

// focus gives the keys to another part, or to the texts behind the last one, and
// saves what was typed.
func (s *note) focus(at int) screen.Step {
	n := len(s.asked) + 1
	s.at = (at + n) % n
	return screen.Stay(s.saveParts())
}

func (s *note) turn(forward bool) {
	n := len(s.texts)
	if n == 0 {
		return
	}
	if forward {
		s.chosen = (s.chosen + 1) % n
	} else {
		s.chosen = (s.chosen + n - 1) % n
	}
}

// edit lets the person change the text that is shown.
func (s *note) edit() {
	text := s.text()
	s.area = widget.NewArea("")
	s.area.Set(text)
	s.editing = true
	s.resize()
}

// discard forgets what the person typed over the texts.
func (s *note) discard() {
	s.env.Unsaved.Drop(s.textKey())
	s.editing, s.chosen = false, 0
	s.write()
}

// textRows is how many rows the text has while it is typed.
const textRows = 5

func (s *note) resize() { s.area.Resize(s.textWidth(s.env.Width), textRows) }

// textWidth is how wide the text is set in w columns.
func (s *note) textWidth(w int) int { return max(min(w, style.Readable)-2, 1) }
