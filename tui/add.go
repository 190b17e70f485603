package tui

import (
	"encoding/json"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store"
)

// addForm takes in one invitation by hand. What is typed stays as a draft when
// the form is left.
type addForm struct {
	env    *env
	form   fieldset
	saving uint64 // the request under way
}

// draftAdd is where the form's texts are kept.
const draftAdd = "add"

// discardMsg says that the person wants the draft thrown away.
type discardMsg struct{}

// addDraft is what was typed into the form, by field.
type addDraft map[string]string

func newAdd(e *env) *addForm {
	note := field{id: "note", label: "Note", hint: "What came with the invitation, word for word; tab goes on", kind: fieldArea, area: newArea("")}
	s := &addForm{env: e, form: fieldset{env: e, fields: []field{
		textField("name", "Name", "A name or a profile address is enough; or paste what you copied from LinkedIn", ""),
		textField("headline", "Headline", "", "what stands under the name"),
		textField("company", "Company", "", ""),
		textField("url", "Profile", "", "https://www.linkedin.com/in/…"),
		note,
		textField("sent", "Sent", "", "today, 3 weeks ago, 2026-11-01"),
		choiceField("direction", "Direction", "", fieldChoice, []advisor.AnswerChoice{
			{Value: string(store.Incoming), Label: "to me"}, {Value: string(store.Outgoing), Label: "from me"},
		}),
		button("save", "Add it"),
	}}}
	s.form.field("direction").choose(string(store.Incoming))
	s.fill(formDraft(e, draftAdd))
	s.form.resize()
	return s
}

func (s *addForm) fill(draft addDraft) {
	if draft == nil {
		return
	}
	for i := range s.form.fields {
		switch fd := &s.form.fields[i]; fd.kind {
		case fieldText:
			fd.input.set(draft[fd.id])
		case fieldArea:
			fd.area.set(draft[fd.id])
		case fieldChoice:
			fd.choose(draft[fd.id])
		}
	}
}

// draft is what is typed now.
func (s *addForm) draft() addDraft {
	d := addDraft{}
	for i := range s.form.fields {
		switch fd := &s.form.fields[i]; fd.kind {
		case fieldText, fieldArea:
			d[fd.id] = fd.text()
		case fieldChoice:
			d[fd.id] = strings.Join(fd.chosen(), "")
		}
	}
	return d
}

// empty reports whether nothing was typed.
// formDraft is what was typed into a form, by this program or by one before;
// empty for nothing.
func formDraft(e *env, key string) addDraft {
	switch draft := e.drafts[key].(type) {
	case addDraft:
		return draft
	case string:
		var d addDraft
		if json.Unmarshal([]byte(draft), &d) == nil {
			return d
		}
	}
	return nil
}

// unconfirmed is the draft as it is saved.
func (d addDraft) unconfirmed() (string, bool) {
	if d.empty() {
		return "", false
	}
	data, err := json.Marshal(d)
	return string(data), err == nil
}

func (d addDraft) empty() bool {
	for id, text := range d {
		if id != "direction" && strings.TrimSpace(text) != "" {
			return false
		}
	}
	return true
}

func (s *addForm) Init() tea.Cmd { return nil }
func (s *addForm) Title() string { return "Add an invitation" }
func (s *addForm) InText() bool  { return s.form.inText() }

func (s *addForm) Actions() []actionID {
	acts := s.form.actions()
	if !s.draft().empty() {
		acts = append(acts, actDiscard)
	}
	return acts
}

func (s *addForm) Update(msg tea.Msg) step {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.form.resize()
	case invitationSavedMsg:
		if msg.request == s.saving && s.saving != 0 {
			delete(s.env.drafts, draftAdd)
			s.env.say("Added: " + nameOr(msg.invitation.Name) + "; enter asks the questions about it")
			return back()
		}
	case failedMsg:
		if msg.request == s.saving {
			s.saving = 0
		}
	case discardMsg:
		delete(s.env.drafts, draftAdd)
		return replace(newAdd(s.env))
	case actionMsg:
		return s.act(msg)
	case tea.PasteMsg:
		if !s.recognise(msg.Content) {
			s.keep(s.form.update(msg))
		}
	default:
		s.keep(s.form.update(msg))
	}
	return step{}
}

// recognise fills the empty fields from a block copied from LinkedIn, for the
// person to look over. It leaves other text to the field that has the keys: a
// single line, what is not recognised, and anything pasted as the note.
func (s *addForm) recognise(text string) bool {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text) // terminals send returns
	if !strings.Contains(strings.TrimSpace(text), "\n") || s.form.focused().id == "note" {
		return false
	}
	inv, ok := store.Recognise(text, s.env.now())
	if !ok {
		return false
	}
	d := s.draft()
	found := map[string]string{"name": inv.Name, "headline": inv.Headline, "url": inv.URL, "note": inv.Note}
	if !inv.SentAt.IsZero() {
		found["sent"] = inv.SentAt.In(s.env.now().Location()).Format(time.DateOnly)
	}
	for id, value := range found {
		if strings.TrimSpace(d[id]) == "" {
			d[id] = value
		}
	}
	s.fill(d)
	s.keep(formChanged)
	s.env.say("Recognised what you pasted: look it over, then add it")
	return true
}

func (s *addForm) act(msg actionMsg) step {
	switch msg.id {
	case actBack:
		if !s.draft().empty() {
			s.env.say("Kept as a draft; a opens it again")
		}
		return back()
	case actDiscard:
		return push(newConfirm(s.env, "Throw the draft away?", "Everything typed into this form is lost.", "Throw away", discardMsg{}))
	}
	event := s.form.update(msg)
	s.keep(event)
	if event == formSave || event == formPressed {
		return s.save()
	}
	return step{}
}

// keep keeps what is typed as a draft.
func (s *addForm) keep(event formEvent) {
	if event == formChanged {
		s.env.drafts[draftAdd] = s.draft()
	}
}

// save checks the form and adds the invitation; the form stays until it is
// really kept.
func (s *addForm) save() step {
	if s.saving != 0 {
		return step{}
	}
	d := s.draft()
	name, sent := s.form.field("name"), s.form.field("sent")
	if name.problem = ""; strings.TrimSpace(d["name"]) == "" && strings.TrimSpace(d["url"]) == "" {
		name.problem = "Write a name, or the address of the profile below"
	}
	at, err := parseSent(d["sent"], s.env.now())
	if sent.problem = ""; err != nil {
		sent.problem = sentence(err)
	}
	if s.form.firstProblem() {
		return step{}
	}
	inv := store.Invitation{
		Direction: store.Direction(d["direction"]), Name: d["name"], Headline: d["headline"], Company: d["company"],
		URL: strings.TrimSpace(d["url"]), Note: d["note"], SentAt: at,
	}
	s.saving = s.env.request()
	return stay(s.env.saveAdded(s.saving, inv))
}

func (s *addForm) View(w, h int) string { return s.form.view(w, h) }
