package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// guide tells what is worth knowing about invitations: what each advice means,
// why people invite, how LinkedIn works, and what the profile is for.
type guide struct {
	env    *screen.Env
	scroll widget.Cursor // at is the first line shown
}

func newGuide(e *screen.Env) *guide { return &guide{env: e} }

func (s *guide) Init() tea.Cmd { return nil }
func (s *guide) Title() string { return "Worth knowing" }
func (s *guide) InText() bool  { return false }

func (s *guide) Actions() []keys.ID { return append([]keys.ID{keys.Back}, keys.ListMoves()...) }

func (s *guide) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case screen.ActionMsg:
		if msg.ID == keys.Back {
			return screen.Back()
		}
		s.move(msg.ID)
	case tea.MouseWheelMsg:
		id := keys.Down
		if msg.Button == tea.MouseWheelUp {
			id = keys.Up
		}
		for range 3 {
			s.move(id)
		}
	}
	return screen.Step{}
}

func (s *guide) move(id keys.ID) {
	last := len(s.lines(s.env.Width)) - s.env.Height + 1
	s.scroll.Move(id, max(last, 1), s.env.Height)
}

func (s *guide) View(w, h int) string { return s.env.Scrolled(s.lines(w), s.scroll.At, h) }

// lines is the whole text, set for a width.
func (s *guide) lines(w int) []string {
	w = min(w, style.Readable)
	st := s.env.Styles
	var lines []string
	title := func(text string) {
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, st.Strong.Render(style.Truncate(text, w)), "")
	}
	sign := func(sign, text string) {
		for i, line := range style.Wrap(text, w-2) {
			if i > 0 {
				sign = " "
			}
			lines = append(lines, sign+" "+line)
		}
	}
	say := func(text string) { sign("·", text) }
	title("What the advice means")
	for _, r := range advisor.Recommendations() {
		sign(style.RecommendationSymbol(r), r.Label()+". "+r.Meaning())
	}
	title("The other signs in the list")
	var did []string
	for _, d := range record.Decisions() {
		did = append(did, strings.ReplaceAll(style.DecisionSymbol(d)+" "+style.DecisionWord(d), " ", "\u00a0")) // a sign stays with its word
	}
	say("What you did: " + strings.Join(did, ", ") + ".")
	sign("→", "Put off until that day.")
	sign("»", "It came back: its day is here, or an archive says something new about it.")
	sign(style.NoteSign, "They wrote a note.")
	sign(style.TieSign, "Your archive knows more of them: messages between you, an invitation of yours, or connections at their company.")
	sign(style.WarningSign, "Something about it looks like a stop sign.")
	sign("5", "The number under Ans is how many questions you have answered about it.")
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
