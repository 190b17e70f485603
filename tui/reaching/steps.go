package reaching

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// steps are the first steps of who joins LinkedIn, to be ticked off over days.
type steps struct {
	env     *screen.Env
	id      string
	loading uint64
	inv     record.Invitation
	loaded  bool
	err     error

	ask  advisor.Question
	done []string // as ticked; the store follows
	list widget.Cursor
}

// NewSteps returns the screen for a mail that asks the person to join.
func NewSteps(e *screen.Env, id string) *steps {
	return &steps{env: e, id: id, ask: advisor.Checklist()}
}

// Init reads the invitation.
func (s *steps) Init() tea.Cmd {
	s.loading = s.env.Request()
	return s.env.LoadInvitation(s.loading, s.id)
}

// Title names the screen.
func (s *steps) Title() string { return "First steps" }

// Subtitle says how many are done.
func (s *steps) Subtitle() string {
	if !s.loaded {
		return ""
	}
	return fmt.Sprintf("%d of %d done", len(s.done), len(s.all()))
}

// InText is never true.
func (s *steps) InText() bool { return false }

// Actions tick the marked step.
func (s *steps) Actions() []keys.ID {
	if !s.loaded {
		return []keys.ID{keys.Back}
	}
	return append([]keys.ID{keys.Toggle, keys.Pick, keys.Back}, keys.ListMoves()...)
}

// all are the steps, without "none yet".
func (s *steps) all() []advisor.AnswerChoice {
	return slices.DeleteFunc(slices.Clone(s.ask.Answers), func(c advisor.AnswerChoice) bool { return c.Value == advisor.DontKnow })
}

// Update takes actions, and hears what was read and saved.
func (s *steps) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case screen.InvitationLoadedMsg:
		if msg.Request == s.loading && !s.loaded {
			s.loaded = true
			s.take(msg.Invitation)
			s.list.At = max(slices.IndexFunc(s.all(), func(c advisor.AnswerChoice) bool { return !slices.Contains(s.done, c.Value) }), 0)
		}
	case screen.FailedMsg:
		if msg.Request == s.loading && !s.loaded {
			s.err = msg.Err
		}
	case screen.InvitationSavedMsg:
		if msg.Invitation.ID == s.id && s.loaded {
			s.take(msg.Invitation)
		}
	case screen.ActionMsg:
		return s.act(msg)
	}
	return screen.Step{}
}

func (s *steps) take(inv record.Invitation) {
	s.inv = inv
	s.done = slices.DeleteFunc(slices.Clone(inv.Answers[s.ask.ID]), func(v string) bool { return v == advisor.DontKnow })
}

func (s *steps) act(msg screen.ActionMsg) screen.Step {
	all := s.all()
	if msg.ID == keys.Back {
		return screen.Back()
	}
	if !s.loaded || s.list.Move(msg.ID, len(all), len(all)) {
		return screen.Step{}
	}
	if n := keys.Digit(msg.Key); msg.ID == keys.Pick {
		if n < 0 || n >= len(all) {
			return screen.Step{}
		}
		s.list.At = n
	}
	return screen.Stay(s.tick(all[s.list.At].Value))
}

// tick ticks a step off, or takes that back, and saves it at once.
func (s *steps) tick(value string) tea.Cmd {
	if s.env.ReadOnly() {
		return nil
	}
	if at := slices.Index(s.done, value); at >= 0 {
		s.done = slices.Delete(s.done, at, at+1)
	} else {
		s.done = append(s.done, value)
	}
	set, drop := advisor.Answers{s.ask.ID: slices.Clone(s.done)}, []string(nil)
	if len(s.done) == 0 {
		set, drop = advisor.Answers{}, []string{s.ask.ID}
	}
	answers := s.env.Answers()
	return s.env.Change(screen.Save{Request: s.env.Request(), Doing: "saving the step", Counts: s.id + " steps"}, "answered", func() (record.Invitation, error) {
		return answers.AnswerIn("", s.id, set, drop...)
	})
}

// View draws the steps, and how the marked one is done.
func (s *steps) View(w, h int) string {
	switch {
	case s.err != nil:
		return strings.Join(style.Wrap(style.Sentence(s.err)+"\n\n"+s.env.KeyFor(keys.Back)+" goes back.", w), "\n")
	case !s.loaded:
		return "Reading…"
	}
	st := s.env.Styles
	tw := min(w, style.Readable)
	var lines []string
	if h >= 14 {
		lines = append(style.Wrap(s.ask.Why, tw), "")
	}
	for i, c := range s.all() {
		box := "[ ]"
		if slices.Contains(s.done, c.Value) {
			box = "[x]"
		}
		line := style.Fit(fmt.Sprintf("%d  %s %s", i+1, box, c.Label), tw-2)
		if i == s.list.At {
			lines = append(lines, st.Selected.Render("› "+line))
			continue
		}
		lines = append(lines, "  "+line)
	}
	lines = append(lines, "")
	for _, line := range style.Wrap(s.all()[s.list.At].How, tw-2) {
		lines = append(lines, "  "+line)
	}
	if len(s.done) == len(s.all()) && h >= 14 {
		lines = append(lines, "", st.Good.Render("✓ All six are done."))
	}
	return strings.Join(lines[:min(len(lines), h)], "\n")
}
