package dialog

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/dates"
	"linkvet/store/linkedin/paste"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
	"linkvet/tui/words"
)

// addForm takes in one invitation by hand, or one after the other where several
// were pasted. What is typed stays when the form is left.
type addForm struct {
	keptForm
	dir  record.Direction
	next []record.Invitation // pasted, and not shown yet
}

// NewAdd returns the form for an invitation of that direction, with what was typed
// into it and not added.
func NewAdd(e *screen.Env, dir record.Direction) *addForm {
	key, note, sent := "add", "What came with the invitation, word for word; tab goes on", "today, 3 weeks ago, 2026-11-01"
	if dir == record.Outgoing {
		key, note, sent = "add outgoing", "What you sent with it; later there is help to write one; tab goes on", "leave it empty while you think of it"
	}
	s := &addForm{dir: dir, keptForm: keptForm{env: e, key: key, form: widget.Form{Env: e, Fields: append(
		invitationFields(widget.AreaField("note", "Note", note), sent),
		widget.ChoiceField("direction", "It is", "", widget.FieldChoice, []advisor.AnswerChoice{
			{Value: string(record.Incoming), Label: "to me"}, {Value: string(record.Outgoing), Label: "from me"}, {Value: record.KindJoin, Label: "to join LinkedIn"},
		}),
		widget.Button("save", "Add it"),
	)}}}
	s.form.Field("name").Hint = "A name or a profile address is enough; or paste what you copied from LinkedIn"
	s.form.Field("direction").Choose(string(dir))
	s.fill(s.unsaved())
	s.form.Resize()
	return s
}

// invitationFields are those in which an invitation is written down, its note
// among them.
func invitationFields(note widget.Field, sent string) []widget.Field {
	return []widget.Field{
		widget.TextField("name", "Name", "", ""),
		widget.TextField("headline", "Headline", "", "what stands under the name"),
		widget.TextField("company", "Company", "", ""),
		widget.TextField("url", "Profile", "", "https://www.linkedin.com/in/…"),
		note,
		widget.TextField("sent", "Sent", "", sent),
	}
}

// typed reports whether anything was typed.
func (s *addForm) typed() bool {
	for id, text := range s.texts() {
		if id != "direction" && strings.TrimSpace(text) != "" {
			return true
		}
	}
	return false
}

func (s *addForm) Init() tea.Cmd { return nil }
func (s *addForm) Title() string {
	if s.dir == record.Outgoing {
		return "Add somebody to invite"
	}
	return "Add an invitation"
}

func (s *addForm) Actions() []keys.ID {
	acts := s.form.Actions()
	if s.typed() {
		acts = append(acts, keys.Discard)
	}
	return acts
}

func (s *addForm) Update(msg tea.Msg) screen.Step {
	s.follow(msg)
	switch msg := msg.(type) {
	case screen.InvitationSavedMsg:
		if s.isSaved(msg.Request) {
			s.drop()
			return s.afterSaving(msg.Invitation)
		}
	case DiscardMsg:
		s.drop()
		return screen.Replace(NewAdd(s.env, s.dir))
	case screen.ActionMsg:
		return s.act(msg)
	case tea.PasteMsg:
		if !s.recognize(msg.Content) {
			s.keep(s.form.Update(msg), s.typed)
		}
	case tea.KeyPressMsg:
		s.keep(s.form.Update(msg), s.typed)
	}
	return screen.Step{}
}

// afterSaving goes on to the next one that was pasted, or back.
func (s *addForm) afterSaving(added record.Invitation) screen.Step {
	name := style.NameOr(added.Name)
	if len(s.next) == 0 {
		s.env.Say(quantity.Text("Added: %s; enter asks the questions about it", name))
		return screen.Back()
	}
	following := NewAdd(s.env, s.dir)
	following.next = s.next[1:]
	following.show(s.next[0])
	if n := len(following.next); n > 0 {
		s.env.Say(quantity.Sentence(n, "Added: %[2]s; here is the next one that you pasted, %[1]d more follows", "Added: %[2]s; here is the next one that you pasted, %[1]d more follow", name))
	} else {
		s.env.Say(quantity.Text("Added: %s; here is the next one that you pasted", name))
	}
	return screen.Replace(following)
}

// recognize fills the empty fields from a block copied from LinkedIn, for the
// person to look over. It leaves other text to the field that has the keys: a
// single line, what is not recognized, and anything pasted as the note.
func (s *addForm) recognize(text string) bool {
	if !strings.ContainsAny(strings.TrimSpace(text), "\r\n") || s.form.Focused().ID == "note" {
		return false
	}
	invs, err := store.Recognize(text, s.env.Now())
	if refused, ok := errors.AsType[*paste.RefusedError](err); ok && refused.Known {
		s.env.Say(style.Sentence(err))
		return true
	}
	if err != nil {
		return false
	}
	s.next = invs[1:]
	s.show(invs[0])
	s.keep(widget.FormChanged, s.typed)
	if n := len(s.next); n > 0 {
		s.env.Say(quantity.Sentence(n, "Recognized what you pasted: look it over, then add it, %d more follows", "Recognized what you pasted: look it over, then add it, %d more follow"))
	} else {
		s.env.Say("Recognized what you pasted: look it over, then add it")
	}
	return true
}

// show fills the empty fields.
func (s *addForm) show(inv record.Invitation) {
	d := s.texts()
	found := map[string]string{"name": inv.Name, "headline": inv.Headline, "url": inv.URL, "note": inv.Note}
	if !inv.SentAt.IsZero() {
		found["sent"] = dates.Typed(inv.SentAt) // a day, as the page says it
	}
	for id, value := range found {
		if strings.TrimSpace(d[id]) == "" {
			d[id] = value
		}
	}
	if inv.Direction == record.Outgoing { // of a profile it is not known
		d["direction"] = string(inv.Direction)
	}
	s.fill(d)
}

func (s *addForm) act(msg screen.ActionMsg) screen.Step {
	switch msg.ID {
	case keys.Back:
		return s.leave(s.typed(), keys.Add)
	case keys.Discard:
		return screen.Push(widget.NewConfirm(s.env, "Throw the draft away?", "Everything typed into this form is lost.", "Throw away", DiscardMsg{}))
	}
	event := s.form.Update(msg)
	s.keep(event, s.typed)
	if event == widget.FormSave || event == widget.FormPressed {
		return s.save()
	}
	return screen.Step{}
}

// save checks the form and adds the invitation; the form stays until it is
// really kept.
func (s *addForm) save() screen.Step {
	if s.saving != 0 {
		return screen.Step{}
	}
	d := s.texts()
	name, sent := s.form.Field("name"), s.form.Field("sent")
	if name.Problem = ""; strings.TrimSpace(d["name"]) == "" && strings.TrimSpace(d["url"]) == "" {
		name.Problem = "Write a name, or the address of the profile below"
	}
	at, err := words.ParseSent(d["sent"], s.env.Now())
	if sent.Problem = ""; err != nil {
		sent.Problem = style.Sentence(err)
	}
	if s.form.FirstProblem() {
		return screen.Step{}
	}
	inv := record.Invitation{
		Direction: record.Direction(d["direction"]), Name: d["name"], Headline: d["headline"], Company: d["company"],
		URL: strings.TrimSpace(d["url"]), Note: d["note"], SentAt: at,
	}
	if d["direction"] == record.KindJoin {
		inv.Direction, inv.Answers = record.Incoming, advisor.Answers{"kind": {record.KindJoin}}
	}
	s.saving = s.env.Request()
	return screen.Stay(s.env.SaveAdded(s.saving, inv))
}
