package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store"
)

// guide tells what is worth knowing about invitations: what each advice means,
// why people invite, how LinkedIn works, and what the profile is for.
type guide struct {
	env    *env
	scroll cursor // at is the first line shown
}

func newGuide(e *env) *guide { return &guide{env: e} }

func (s *guide) Init() tea.Cmd { return nil }
func (s *guide) Title() string { return "Worth knowing" }
func (s *guide) InText() bool  { return false }

func (s *guide) Actions() []actionID { return append([]actionID{actBack}, listActions()...) }

func (s *guide) Update(msg tea.Msg) step {
	switch msg := msg.(type) {
	case actionMsg:
		if msg.id == actBack {
			return back()
		}
		s.move(msg.id)
	case tea.MouseWheelMsg:
		id := actDown
		if msg.Button == tea.MouseWheelUp {
			id = actUp
		}
		for range 3 {
			s.move(id)
		}
	}
	return step{}
}

func (s *guide) move(id actionID) {
	last := len(s.lines(s.env.width)) - s.env.height + 1
	s.scroll.move(id, max(last, 1), s.env.height)
}

func (s *guide) View(w, h int) string { return s.env.scrolled(s.lines(w), s.scroll.at, h) }

// lines is the whole text, set for a width.
func (s *guide) lines(w int) []string {
	w = min(w, readable)
	st := s.env.styles
	var lines []string
	title := func(text string) {
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, st.Strong.Render(truncate(text, w)), "")
	}
	sign := func(sign, text string) {
		for i, line := range wrap(text, w-2) {
			if i > 0 {
				sign = " "
			}
			lines = append(lines, sign+" "+line)
		}
	}
	say := func(text string) { sign("·", text) }
	title("What the advice means")
	for _, r := range advisor.Recommendations() {
		sign(recommendationSymbol(r), r.Label()+". "+r.Meaning())
	}
	title("The other signs in the list")
	var did []string
	for _, d := range store.Decisions() {
		did = append(did, strings.ReplaceAll(decisionSymbol(d)+" "+decisionWord(d), " ", "\u00a0")) // a sign stays with its word
	}
	say("What you did: " + strings.Join(did, ", ") + ".")
	sign("→", "Put off until that day.")
	sign("»", "It came back: its day is here, or an archive says something new about it.")
	sign("!", "Something about it points to an answer that you have not given yet.")
	sign("✓", "Selected.")
	for _, topic := range advisor.Background() {
		title(topic.Title)
		for _, text := range topic.Texts {
			say(text)
		}
	}
	title("Why the profile asks")
	for _, field := range advisor.ProfileFields() {
		say(field.Label + " " + field.Help)
	}
	return lines
}
