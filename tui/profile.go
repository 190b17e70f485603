package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
)

// profileForm asks a few things about the person, which the advice takes into
// account. Every field may stay empty.
type profileForm struct {
	env    *env
	form   fieldset
	first  bool // shown by itself, before the first invitation is vetted
	before advisor.Profile
}

func newProfile(e *env, first bool) *profileForm {
	p := e.settings.Profile()
	s := &profileForm{env: e, first: first, before: p}
	number := textField("connections", "Connections", "How many you have on LinkedIn; about is enough", "such as 350")
	s.form = fieldset{env: e, fields: []field{
		choiceField("goals", "Your goals", "space marks; what you want from LinkedIn now", fieldMulti, advisor.GoalChoices()),
		choiceField("usage", "Planned use", "", fieldChoice, usageChoices()),
		choiceField("comfort", "Comfort", "How sure you feel on LinkedIn", fieldChoice, comfortChoices()),
		number,
		choiceField("posts", "Private posts", "Do you share personal things there, such as family or holidays?", fieldChoice, yesNoChoices()),
		choiceField("job", "Job search", "", fieldChoice, jobChoices()),
		button("save", "Save"),
	}}
	s.fill(p)
	if draft, ok := e.drafts["connections"].(string); ok {
		s.form.field("connections").input.set(draft)
	}
	s.form.resize()
	return s
}

func usageChoices() []advisor.AnswerChoice {
	return []advisor.AnswerChoice{{Value: "active", Label: "active"}, {Value: "light", Label: "light"}, {Value: "", Label: "no answer"}}
}

func comfortChoices() []advisor.AnswerChoice {
	return []advisor.AnswerChoice{{Value: "comfortable", Label: "comfortable"}, {Value: "unsure", Label: "unsure"}, {Value: "", Label: "no answer"}}
}

func yesNoChoices() []advisor.AnswerChoice {
	return []advisor.AnswerChoice{{Value: "yes", Label: "yes"}, {Value: "no", Label: "no"}}
}

func jobChoices() []advisor.AnswerChoice {
	return []advisor.AnswerChoice{{Value: "looking", Label: "looking"}, {Value: "open", Label: "open to offers"}, {Value: "no", Label: "no"}, {Value: "", Label: "no answer"}}
}

// fill shows a profile in the form.
func (s *profileForm) fill(p advisor.Profile) {
	s.form.field("goals").choose(p.Goals...)
	s.form.field("usage").choose(p.Usage)
	s.form.field("comfort").choose(p.Comfort)
	s.form.field("job").choose(p.JobSearch)
	posts := "no"
	if p.PostsPersonal {
		posts = "yes"
	}
	s.form.field("posts").choose(posts)
	if p.Connections != nil {
		s.form.field("connections").input.set(strconv.Itoa(*p.Connections))
	}
}

// read takes the profile from the form; a number that is none stays as it was
// and is marked.
func (s *profileForm) read() advisor.Profile {
	one := func(id string) string {
		return strings.Join(s.form.field(id).chosen(), "")
	}
	p := advisor.Profile{
		Goals: s.form.field("goals").chosen(), Usage: one("usage"), Comfort: one("comfort"),
		JobSearch: one("job"), PostsPersonal: one("posts") == "yes", Connections: s.before.Connections,
	}
	number := s.form.field("connections")
	text := strings.NewReplacer(" ", "", ",", "", ".", "", "'", "", "’", "", "+", "").Replace(number.text())
	number.problem = ""
	switch n, err := strconv.Atoi(text); {
	case text == "":
		p.Connections = nil
	case err != nil || n < 0 || n > 30_000:
		number.problem = "Write a whole number from 0 to 30,000, or nothing"
	default:
		p.Connections = &n
	}
	return p
}

func (s *profileForm) Init() tea.Cmd { return nil }
func (s *profileForm) Title() string { return "Your profile" }
func (s *profileForm) InText() bool  { return s.form.inText() }

// Headline says that all of it is optional.
func (s *profileForm) Headline() string { return "everything is optional and stays on this computer" }

func (s *profileForm) Actions() []actionID {
	return s.form.actions()
}

func (s *profileForm) Update(msg tea.Msg) step {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.form.resize()
	case actionMsg:
		if msg.id == actBack {
			return s.leave()
		}
		switch s.form.update(msg) {
		case formSave, formPressed:
			return s.save()
		}
	default:
		s.form.update(msg)
	}
	return step{}
}

// save keeps the profile, if all of it can be read.
func (s *profileForm) save() step {
	p := s.read()
	if s.form.firstProblem() {
		return step{}
	}
	delete(s.env.drafts, "connections")
	s.env.say("Profile saved; the advice takes it into account")
	return back(s.env.saveProfile(s.env.request(), p))
}

// leave keeps what can be read, as leaving never discards, and what cannot as
// a draft.
func (s *profileForm) leave() step {
	p := s.read()
	number := s.form.field("connections")
	delete(s.env.drafts, "connections")
	if number.problem != "" {
		s.env.drafts["connections"] = number.text()
	}
	if sameProfile(p, s.before) && !s.first {
		return back()
	}
	if s.first && sameProfile(p, s.before) {
		s.env.say("Skipped; s opens your profile at any time")
	} else {
		s.env.say("Profile saved")
	}
	return back(s.env.saveProfile(s.env.request(), p))
}

func sameProfile(a, b advisor.Profile) bool {
	count := func(p advisor.Profile) int {
		if p.Connections == nil {
			return -1
		}
		return *p.Connections
	}
	return strings.Join(a.Goals, ",") == strings.Join(b.Goals, ",") && a.Usage == b.Usage && a.Comfort == b.Comfort &&
		a.PostsPersonal == b.PostsPersonal && a.JobSearch == b.JobSearch && count(a) == count(b)
}

func (s *profileForm) View(w, h int) string {
	if !s.first || h < roomyHeight {
		return s.form.view(w, h)
	}
	intro := wrap("What you want from LinkedIn decides which invitations are worth it. Answer what you like; esc skips the rest.", min(w, formMost))
	return strings.Join(intro, "\n") + "\n\n" + s.form.view(w, h-len(intro)-1)
}
