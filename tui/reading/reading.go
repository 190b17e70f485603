package reading

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// phase is how far one is.
type phase uint8

const (
	choosing phase = iota // what to paste, or a path
	working
	asking     // the name differs: is it the same person?
	confirming // what is suggested
	keeping
)

// readScreen reads copies of one inviter's profile.
type readScreen struct {
	env     *screen.Env
	id      string
	first   string // pasted on the screen below, and read at once
	inv     record.Invitation
	loading uint64

	phase     phase
	path      widget.Input
	request   uint64
	before    phase           // to go back to when reading fails
	readings  []store.Reading // the last one has all that the others said
	doubtful  store.Reading   // while asking
	missing   []string        // of the page, as far as it was read ...
	missingOf int             // ... in which reading
	ticked    map[string]bool // by question
	rows      widget.Cursor
	err       error
}

// New returns the screen for an invitation. A text that was pasted already is read
// at once.
func New(e *screen.Env, id, pasted string) screen.Screen {
	return &readScreen{env: e, id: id, first: pasted, path: widget.NewInput("or the path of a file, such as ~/Downloads/Profile.pdf"), ticked: map[string]bool{}}
}

// Init reads whose profile it is, and what was pasted.
func (s *readScreen) Init() tea.Cmd {
	s.loading = s.env.Request()
	load := s.env.LoadInvitation(s.loading, s.id)
	if s.first == "" {
		return load
	}
	text := s.first
	s.first = ""
	return tea.Batch(load, s.read(func(request uint64) tea.Cmd { return readText(s.env, request, s.id, text, s.readings) }))
}

// Title names the screen.
func (s *readScreen) Title() string { return "Their profile" }

// Subtitle says whose.
func (s *readScreen) Subtitle() string { return style.OneLine(s.inv.Name) }

// InText is true while the path has the keys.
func (s *readScreen) InText() bool { return s.phase == choosing }

// Actions are those of the phase.
func (s *readScreen) Actions() []keys.ID {
	switch s.phase {
	case choosing:
		return []keys.ID{keys.ReadPath, keys.Back}
	case asking:
		return []keys.ID{keys.SamePerson, keys.OtherPerson, keys.Back}
	case confirming:
		acts := []keys.ID{keys.KeepRead}
		if len(s.suggestions()) > 0 {
			acts = append(acts, keys.TickOne, keys.TickAll, keys.TickNumber)
		}
		return append(append(acts, keys.ReadMore, keys.Back), keys.ListMoves()...)
	}
	return []keys.ID{keys.Back}
}

// Update takes pastes and keys, and hears what was read and kept.
func (s *readScreen) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case screen.ActionMsg:
		return s.act(msg)
	case tea.PasteMsg:
		return s.paste(msg)
	case tea.KeyPressMsg:
		if s.phase == choosing && s.path.Update(s.env, msg) {
			s.err = nil
		}
	case screen.InvitationLoadedMsg:
		if msg.Request == s.loading {
			s.inv = msg.Invitation
		}
	case readMsg:
		if msg.request == s.request {
			s.hear(msg.reading)
		}
	case screen.FailedMsg:
		s.failed(msg)
	case screen.InvitationSavedMsg:
		if s.phase == keeping && msg.Request == s.request {
			return s.kept()
		}
	}
	return screen.Step{}
}

// paste reads what was pasted; a path goes to where paths are typed.
func (s *readScreen) paste(msg tea.PasteMsg) screen.Step {
	text := strings.TrimSpace(msg.Content)
	switch {
	case s.phase == choosing && !strings.ContainsAny(text, "\r\n") && !strings.Contains(text, "linkedin.com/in/"):
		s.path.Update(s.env, msg)
		s.err = nil
	case s.phase == choosing || s.phase == confirming:
		return screen.Stay(s.read(func(request uint64) tea.Cmd { return readText(s.env, request, s.id, msg.Content, s.readings) }))
	}
	return screen.Step{}
}

// read begins to read something.
func (s *readScreen) read(begin func(request uint64) tea.Cmd) tea.Cmd {
	s.before, s.phase, s.err = s.phase, working, nil
	s.request = s.env.Request()
	return begin(s.request)
}

// hear takes what a copy came to. Whether it is the same person is for the person
// to say, where the names differ.
func (s *readScreen) hear(r store.Reading) {
	if r.Differs && !slices.ContainsFunc(s.readings, func(known store.Reading) bool { return known.Name == r.Name }) {
		s.phase, s.doubtful = asking, r
		return
	}
	s.add(r)
}

// add adds a copy to those read before.
func (s *readScreen) add(r store.Reading) {
	if r.IsPage() || len(s.readings) == 0 {
		s.missing, s.missingOf = r.Missing, len(s.readings)
	}
	s.readings = append(s.readings, r)
	s.phase, s.doubtful = confirming, store.Reading{}
	s.path.Set("")
	s.rows.Settle(len(s.suggestions()), s.env.Height)
}

// failed goes back to where reading or keeping began.
func (s *readScreen) failed(msg screen.FailedMsg) {
	if msg.Request != s.request {
		return
	}
	switch s.phase {
	case working:
		s.phase, s.err = s.before, msg.Err
		s.env.ClearStatus() // the screen says it
	case keeping:
		s.phase = confirming
	}
}

// suggestions are what all copies together suggest.
func (s *readScreen) suggestions() []suggestion {
	if len(s.readings) == 0 {
		return nil
	}
	return s.readings[len(s.readings)-1].Suggestions
}

func (s *readScreen) act(msg screen.ActionMsg) screen.Step {
	found := s.suggestions()
	if s.phase == confirming && s.rows.Move(msg.ID, len(found), s.env.Height/2) {
		return screen.Step{}
	}
	switch msg.ID {
	case keys.Back:
		return s.back()
	case keys.ReadPath:
		path := strings.TrimSpace(s.path.Value())
		if path == "" {
			s.env.Say("Paste what you copied, or type where a saved page is")
			return screen.Step{}
		}
		return screen.Stay(s.read(func(request uint64) tea.Cmd { return readFile(s.env, request, s.id, path, s.readings) }))
	case keys.ReadMore:
		s.phase = choosing
	case keys.SamePerson:
		s.add(s.doubtful)
	case keys.OtherPerson:
		return s.putAside()
	case keys.TickOne:
		s.tick(s.rows.At)
	case keys.TickNumber:
		s.tick(keys.Digit(msg.Key))
	case keys.TickAll:
		all := len(s.accepted()) < len(found)
		for _, f := range found {
			s.ticked[f.Question] = all
		}
	case keys.KeepRead:
		s.phase, s.request = keeping, s.env.Request()
		return screen.Stay(keep(s.env, s.request, s.readings[len(s.readings)-1], s.accepted()))
	}
	return screen.Step{}
}

// back goes one step back: to what was read before, else off the screen. Then
// nothing is kept.
func (s *readScreen) back() screen.Step {
	switch s.phase {
	case working, keeping:
		return screen.Step{}
	case asking:
		return s.putAside()
	case choosing:
		if len(s.readings) > 0 {
			s.phase, s.err = confirming, nil
			return screen.Step{}
		}
	}
	if s.phase == confirming {
		s.env.Say("Nothing of the profile was kept")
	}
	return screen.Back()
}

// putAside leaves out a copy of somebody else.
func (s *readScreen) putAside() screen.Step {
	s.doubtful = store.Reading{}
	s.phase = choosing
	if len(s.readings) > 0 {
		s.phase = confirming
	}
	s.env.Say("Put aside; nothing of it was kept")
	return screen.Step{}
}

func (s *readScreen) tick(at int) {
	if found := s.suggestions(); at >= 0 && at < len(found) {
		s.rows.At = at
		s.ticked[found[at].Question] = !s.ticked[found[at].Question]
	}
}

// accepted are the questions that are ticked.
func (s *readScreen) accepted() []string {
	var questions []string
	for _, f := range s.suggestions() {
		if s.ticked[f.Question] {
			questions = append(questions, f.Question)
		}
	}
	return questions
}

// kept leaves once everything is written.
func (s *readScreen) kept() screen.Step {
	s.env.Say(quantity.Sentence(len(s.accepted()), "Kept what was read, with %d answer; the text itself is not kept", "Kept what was read, with %d answers; the text itself is not kept"))
	return screen.Back()
}
