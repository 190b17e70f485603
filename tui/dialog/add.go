package dialog

import (
	"encoding/json"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// AddForm takes in one invitation by hand. What is typed stays as a draft when
// the form is left.
type AddForm struct {
	env    *screen.Env
	Form   widget.Form
	saving uint64 // the request under way
}

// addKey is where the form's texts are kept.
const addKey = "add"

// DiscardMsg says that the person wants the draft thrown away.
type DiscardMsg struct{}

// fieldTexts is what was typed into the form, by field.
type fieldTexts map[string]string

func NewAdd(e *screen.Env) *AddForm {
	note := widget.Field{ID: "note", Label: "Note", Hint: "What came with the invitation, word for word; tab goes on", Kind: widget.FieldArea, Area: widget.NewArea("")}
	s := &AddForm{env: e, Form: widget.Form{Env: e, Fields: []widget.Field{
		widget.TextField("name", "Name", "A name or a profile address is enough; or paste what you copied from LinkedIn", ""),
		widget.TextField("headline", "Headline", "", "what stands under the name"),
		widget.TextField("company", "Company", "", ""),
		widget.TextField("url", "Profile", "", "https://www.linkedin.com/in/…"),
		note,
		widget.TextField("sent", "Sent", "", "today, 3 weeks ago, 2026-11-01"),
		widget.ChoiceField("direction", "Direction", "", widget.FieldChoice, []advisor.AnswerChoice{
			{Value: string(record.Incoming), Label: "to me"}, {Value: string(record.Outgoing), Label: "from me"},
		}),
		widget.Button("save", "Add it"),
	}}}
	s.Form.Field("direction").Choose(string(record.Incoming))
	s.fill(keptFields(e, addKey))
	s.Form.Resize()
	return s
}

func (s *AddForm) fill(draft fieldTexts) {
	if draft == nil {
		return
	}
	for i := range s.Form.Fields {
		switch fd := &s.Form.Fields[i]; fd.Kind {
		case widget.FieldText:
			fd.Input.Set(draft[fd.ID])
		case widget.FieldArea:
			fd.Area.Set(draft[fd.ID])
		case widget.FieldChoice:
			fd.Choose(draft[fd.ID])
		}
	}
}

// Draft is what is typed now.
func (s *AddForm) Draft() fieldTexts {
	d := fieldTexts{}
	for i := range s.Form.Fields {
		switch fd := &s.Form.Fields[i]; fd.Kind {
		case widget.FieldText, widget.FieldArea:
			d[fd.ID] = fd.Text()
		case widget.FieldChoice:
			d[fd.ID] = strings.Join(fd.Chosen(), "")
		}
	}
	return d
}

// keptFields is what was typed into a form before, by this program or an earlier
// one; nil for nothing.
func keptFields(e *screen.Env, key string) fieldTexts {
	text, _ := e.Unsaved.Text(key)
	var d fieldTexts
	if json.Unmarshal([]byte(text), &d) != nil {
		return nil
	}
	return d
}

// keepFields keeps what is typed into a form.
func keepFields(e *screen.Env, key string, d fieldTexts) {
	data, err := json.Marshal(d)
	if d.Empty() || err != nil {
		e.Unsaved.Drop(key)
		return
	}
	e.Unsaved.Keep(key, string(data))
}

// Empty reports whether nothing was typed.
func (d fieldTexts) Empty() bool {
	for id, text := range d {
		if id != "direction" && strings.TrimSpace(text) != "" {
			return false
		}
	}
	return true
}

func (s *AddForm) Init() tea.Cmd { return nil }
func (s *AddForm) Title() string { return "Add an invitation" }
func (s *AddForm) InText() bool  { return s.Form.InText() }

func (s *AddForm) Actions() []keys.ID {
	acts := s.Form.Actions()
	if !s.Draft().Empty() {
		acts = append(acts, keys.Discard)
	}
	return acts
}

func (s *AddForm) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.Form.Resize()
	case screen.InvitationSavedMsg:
		if msg.Request == s.saving && s.saving != 0 {
			s.env.Unsaved.Drop(addKey)
			s.env.Say("Added: " + style.NameOr(msg.Invitation.Name) + "; enter asks the questions about it")
			return screen.Back()
		}
	case screen.FailedMsg:
		if msg.Request == s.saving {
			s.saving = 0
		}
	case DiscardMsg:
		s.env.Unsaved.Drop(addKey)
		return screen.Replace(NewAdd(s.env))
	case screen.ActionMsg:
		return s.act(msg)
	case tea.PasteMsg:
		if !s.recognise(msg.Content) {
			s.keep(s.Form.Update(msg))
		}
	default:
		s.keep(s.Form.Update(msg))
	}
	return screen.Step{}
}

// recognise fills the empty fields from a block copied from LinkedIn, for the
// person to look over. It leaves other text to the field that has the keys: a
// single line, what is not recognised, and anything pasted as the note.
func (s *AddForm) recognise(text string) bool {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text) // terminals send returns
	if !strings.Contains(strings.TrimSpace(text), "\n") || s.Form.Focused().ID == "note" {
		return false
	}
	inv, ok := store.Recognise(text, s.env.Now())
	if !ok {
		return false
	}
	d := s.Draft()
	found := map[string]string{"name": inv.Name, "headline": inv.Headline, "url": inv.URL, "note": inv.Note}
	if !inv.SentAt.IsZero() {
		found["sent"] = inv.SentAt.In(s.env.Now().Location()).Format(time.DateOnly)
	}
	for id, value := range found {
		if strings.TrimSpace(d[id]) == "" {
			d[id] = value
		}
	}
	s.fill(d)
	s.keep(widget.FormChanged)
	s.env.Say("Recognised what you pasted: look it over, then add it")
	return true
}

func (s *AddForm) act(msg screen.ActionMsg) screen.Step {
	switch msg.ID {
	case keys.Back:
		if !s.Draft().Empty() {
			s.env.Say("Kept as a draft; a opens it again")
		}
		return screen.Back()
	case keys.Discard:
		return screen.Push(widget.NewConfirm(s.env, "Throw the draft away?", "Everything typed into this form is lost.", "Throw away", DiscardMsg{}))
	}
	event := s.Form.Update(msg)
	s.keep(event)
	if event == widget.FormSave || event == widget.FormPressed {
		return s.save()
	}
	return screen.Step{}
}

// keep keeps what is typed as a draft.
func (s *AddForm) keep(event widget.FormEvent) {
	if event == widget.FormChanged {
		keepFields(s.env, addKey, s.Draft())
	}
}

// save checks the form and adds the invitation; the form stays until it is
// really kept.
func (s *AddForm) save() screen.Step {
	if s.saving != 0 {
		return screen.Step{}
	}
	d := s.Draft()
	name, sent := s.Form.Field("name"), s.Form.Field("sent")
	if name.Problem = ""; strings.TrimSpace(d["name"]) == "" && strings.TrimSpace(d["url"]) == "" {
		name.Problem = "Write a name, or the address of the profile below"
	}
	at, err := parseSent(d["sent"], s.env.Now())
	if sent.Problem = ""; err != nil {
		sent.Problem = style.Sentence(err)
	}
	if s.Form.FirstProblem() {
		return screen.Step{}
	}
	inv := record.Invitation{
		Direction: record.Direction(d["direction"]), Name: d["name"], Headline: d["headline"], Company: d["company"],
		URL: strings.TrimSpace(d["url"]), Note: d["note"], SentAt: at,
	}
	s.saving = s.env.Request()
	return screen.Stay(s.env.SaveAdded(s.saving, inv))
}

func (s *AddForm) View(w, h int) string { return s.Form.View(w, h) }
