package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store"
)

// detail shows all that is known of one invitation: note, facts, advice and
// what happened to it.
type detail struct {
	env     *env
	id      string
	request uint64
	loaded  bool
	err     error
	inv     store.Invitation
	journal []store.Entry
	advice  advisor.Advice
	scroll  cursor // at and top are the first line shown
}

func newDetail(e *env, id string) *detail { return &detail{env: e, id: id} }

func (s *detail) Init() tea.Cmd {
	s.request = s.env.request()
	return s.env.loadInvitation(s.request, s.id)
}

func (s *detail) InText() bool { return false }
func (s *detail) Title() string {
	if !s.loaded {
		return "Invitation"
	}
	return nameOr(s.inv.Name)
}

// Headline is the short id that the commands take.
func (s *detail) Headline() string { return s.id }

func (s *detail) Actions() []actionID {
	if !s.loaded {
		return []actionID{actBack}
	}
	acts := []actionID{actVet, actDecide}
	switch s.inv.Status(s.env.now()) {
	case store.StatusWaiting:
		acts = append(acts, actLater)
	case store.StatusLater:
		acts = append(acts, actLater, actReopen)
	case store.StatusDecided:
		acts = append(acts, actReopen)
	}
	if s.inv.URL != "" {
		acts = append(acts, actProfile)
	}
	return append(append(acts, actBack), listActions()...)
}

func (s *detail) Update(msg tea.Msg) step {
	switch msg := msg.(type) {
	case actionMsg:
		return s.act(msg)
	case tea.MouseWheelMsg:
		s.scrollBy(msg)
	case invitationLoadedMsg:
		if msg.request == s.request {
			s.show(msg)
		}
	case invitationSavedMsg:
		if msg.invitation.ID == s.id {
			return stay(s.Init())
		}
	case failedMsg:
		if msg.request == s.request && !s.loaded {
			s.err = msg.err
		}
	}
	return step{}
}

func (s *detail) show(msg invitationLoadedMsg) {
	s.loaded, s.inv, s.journal = true, msg.invitation, msg.journal
	if len(s.inv.Answers) > 0 {
		s.advice = advisor.Advise(s.inv.Case(s.env.settings.Profile()))
	}
}

func (s *detail) act(msg actionMsg) step {
	row := s.inv.Row(s.env.now())
	switch msg.id {
	case actBack:
		return back()
	case actVet:
		return push(newQuestionnaire(s.env, s.id))
	case actDecide:
		return push(newDecideDialog(s.env, row))
	case actLater:
		return push(newLaterDialog(s.env, row))
	case actReopen:
		s.env.say(nameOr(s.inv.Name) + " waits again")
		return stay(s.env.saveReopened(s.env.request(), s.id))
	case actProfile:
		return push(newConfirmOpen(s.env, s.inv.URL))
	}
	s.move(msg.id)
	return step{}
}

// move scrolls: the cursor is the first line shown.
func (s *detail) move(id actionID) {
	lines := len(s.lines(s.env.width))
	s.scroll.move(id, max(lines-s.env.height+1, 1), s.env.height)
}

func (s *detail) scrollBy(msg tea.MouseWheelMsg) {
	id := actDown
	if msg.Button == tea.MouseWheelUp {
		id = actUp
	}
	for range 3 {
		s.move(id)
	}
}

func (s *detail) View(w, h int) string {
	switch {
	case s.err != nil:
		return strings.Join(wrap(sentence(s.err)+"\n\nesc goes back.", w), "\n")
	case !s.loaded:
		return "Reading…"
	}
	lines := s.lines(w)
	from := max(min(s.scroll.at, len(lines)-h), 0)
	return strings.Join(lines[from:min(from+h, len(lines))], "\n")
}

// lines is all that is shown, for a width.
func (s *detail) lines(w int) []string {
	st := s.env.styles
	w = min(w, 90)
	row := s.inv.Row(s.env.now())
	lines := personLines(s.env, row, w)
	lines = paragraph(lines, standingLines(s.env, row, w))
	if s.inv.Because != "" {
		lines = append(lines, wrap("Why: "+oneLine(s.inv.Because), w)...)
	}
	lines = append(lines, "")
	lines = append(lines, factLines(s.env, row, w)...)
	section := func(title string, body []string) {
		if len(body) > 0 {
			lines = append(append(lines, "", st.Strong.Render(title)), body...)
		}
	}
	if s.inv.Note != "" {
		section("Note", wrap(simpleEmoji(s.inv.Note), w))
	}
	if len(s.inv.Answers) > 0 {
		section("Advice", wrap(s.advice.Summary, w))
		section("For", s.reasons(advisor.Supports, w))
		section("Against", s.reasons(advisor.Opposes, w))
	}
	section("What happened", s.happened(w))
	return lines
}

// reasons are the findings with an outcome, heaviest first.
func (s *detail) reasons(outcome advisor.Outcome, w int) []string {
	var lines []string
	for _, f := range s.advice.Reasons {
		if f.Outcome != outcome {
			continue
		}
		for i, line := range wrap(f.Text+" ("+string(f.Strength)+")", w-2) {
			mark := "  "
			if i == 0 {
				mark = "· "
			}
			if f.Strength == advisor.Veto {
				line = s.env.styles.Danger.Render(line)
			}
			lines = append(lines, mark+line)
		}
	}
	return lines
}

// happened is the journal, newest first.
func (s *detail) happened(w int) []string {
	var lines []string
	for i := len(s.journal) - 1; i >= 0; i-- {
		entry := s.journal[i]
		text := date(entry.At, s.env.now()) + "  " + entry.What
		if entry.Detail != "" {
			text += ": " + oneLine(entry.Detail)
		}
		lines = append(lines, truncate(text, w))
	}
	return lines
}
