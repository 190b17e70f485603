package settings

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
	"linkvet/tui/words"
)

// profileForm asks a few things about the person, which the advice takes into
// account. Every field may stay empty.
type profileForm struct {
	env    *screen.Env
	form   widget.Form
	first  bool // shown by itself, before the first invitation is vetted
	before advisor.Profile
}

// connectionsKey is where a number of connections is kept that cannot be read.
const connectionsKey = "connections"

func NewProfile(e *screen.Env, first bool) *profileForm {
	p := e.Settings.Profile()
	s := &profileForm{env: e, first: first, before: p}
	fields := []widget.Field{widget.ChoiceField("goals", "Your goals", "space marks; what you want from LinkedIn now", widget.FieldMulti, advisor.GoalChoices())}
	for _, f := range words.ProfileChoices() {
		if f.ID == "posts" {
			fields = append(fields, widget.TextField("connections", "Connections", "How many you have on LinkedIn; about is enough", "such as 350"))
		}
		fields = append(fields, widget.ChoiceField(f.ID, f.Label, f.Help, widget.FieldChoice, f.Choices))
	}
	s.form = widget.Form{Env: e, Fields: append(fields, widget.Button("save", "Save"))}
	s.fill(p)
	if text, ok := e.Unsaved.Text(connectionsKey); ok {
		s.form.Field("connections").Input.Set(text)
	}
	s.form.Resize()
	return s
}

// fill shows a profile in the form.
func (s *profileForm) fill(p advisor.Profile) {
	s.form.Field("goals").Choose(p.Goals...)
	for _, f := range words.ProfileChoices() {
		s.form.Field(f.ID).Choose(f.Value(p))
	}
	if p.Connections != nil {
		s.form.Field("connections").Input.Set(strconv.Itoa(*p.Connections))
	}
}

// read takes the profile from the form; what is not a number leaves the old one
// and is marked.
func (s *profileForm) read() advisor.Profile {
	p := advisor.Profile{Goals: s.form.Field("goals").Chosen(), Connections: s.before.Connections}
	for _, f := range words.ProfileChoices() {
		f.Set(&p, strings.Join(s.form.Field(f.ID).Chosen(), ""))
	}
	number := s.form.Field("connections")
	n, problem := words.ParseConnections(number.Text())
	if number.Problem = problem; problem == "" {
		p.Connections = n
	}
	return p
}

func (s *profileForm) Init() tea.Cmd { return nil }
func (s *profileForm) Title() string { return "Your profile" }
func (s *profileForm) InText() bool  { return s.form.InText() }

// Subtitle says that all of it is optional.
func (s *profileForm) Subtitle() string { return "everything is optional and stays on this computer" }

func (s *profileForm) Actions() []keys.ID {
	return s.form.Actions()
}

func (s *profileForm) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.form.Resize()
	case screen.ActionMsg:
		if msg.ID == keys.Back {
			return s.leave()
		}
		switch s.form.Update(msg) {
		case widget.FormSave, widget.FormPressed:
			return s.save()
		}
	default:
		s.form.Update(msg)
	}
	return screen.Step{}
}

// save keeps the profile, if all of it can be read.
func (s *profileForm) save() screen.Step {
	p := s.read()
	if s.form.FirstProblem() {
		return screen.Step{}
	}
	return s.saved(p, "Profile saved; the advice takes it into account")
}

// saved saves a profile and goes back; words are said once it is saved.
func (s *profileForm) saved(p advisor.Profile, words string) screen.Step {
	request := s.env.Request()
	s.env.ThenSay(request, words)
	if s.form.Field("connections").Problem == "" {
		s.env.ThenDrop(request, connectionsKey)
	}
	return screen.Back(s.env.SaveProfile(request, p))
}

// leave keeps what can be read, as leaving never discards. What cannot is kept as
// it was typed.
func (s *profileForm) leave() screen.Step {
	p := s.read()
	if number := s.form.Field("connections"); number.Problem != "" {
		s.env.Unsaved.Keep(connectionsKey, number.Text())
	}
	switch same := sameProfile(p, s.before); {
	case same && !s.first:
		return screen.Back()
	case same:
		return s.saved(p, "Skipped; "+s.env.KeyFor(keys.Settings)+" opens your profile at any time")
	}
	return s.saved(p, "Profile saved")
}

func sameProfile(a, b advisor.Profile) bool {
	count := func(p advisor.Profile) int {
		if p.Connections == nil {
			return -1
		}
		return *p.Connections
	}
	return strings.Join(a.Goals, ",") == strings.Join(b.Goals, ",") && a.Usage == b.Usage && a.Comfort == b.Comfort &&
		a.PostsPersonal == b.PostsPersonal && a.Premium == b.Premium && a.JobSearch == b.JobSearch && count(a) == count(b)
}

func (s *profileForm) View(w, h int) string {
	if !s.first || h < screen.RoomyHeight {
		return s.form.View(w, h)
	}
	intro := style.Wrap("What you want from LinkedIn decides which invitations are worth it. Answer what you like; esc skips the rest.", min(w, widget.FormMost))
	return strings.Join(intro, "\n") + "\n\n" + s.form.View(w, h-len(intro)-1)
}
