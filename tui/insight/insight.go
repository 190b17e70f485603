package insight

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/dates"
	"linkvet/store/insight"
	"linkvet/store/quantity"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/widget"
)

// statistics is the screen.
type statistics struct {
	env         *screen.Env
	request     uint64
	cancel      context.CancelFunc // stops the counting under way; nil while there is none
	done, total int
	report      *insight.Report // nil until it is counted
	err         error           // why it could not be
	scroll      widget.Cursor   // at is the first line shown
	drawn       *drawn
}

// New returns the screen of statistics.
func New(e *screen.Env) *statistics { return &statistics{env: e, drawn: &drawn{}} }

// countedMsg brings what was counted.
type countedMsg struct {
	request uint64
	report  insight.Report
}

// Init counts.
func (s *statistics) Init() tea.Cmd {
	s.stop()
	ctx, cancel := context.WithCancel(s.env.Ctx)
	s.request, s.cancel, s.err = s.env.Request(), cancel, nil
	s.done, s.total = 0, 0
	s.env.Interruptible(cancel)
	return count(s.env, ctx, s.request)
}

// count counts the invitations. Ending ctx stops it.
func count(e *screen.Env, ctx context.Context, request uint64) tea.Cmd {
	lists := e.Lists()
	step, done, progress := screen.Progress(request)
	work := e.Read("counting", func(context.Context) (tea.Msg, error) {
		defer done()
		report, err := lists.Insight(ctx, step)
		return countedMsg{request, report}, err
	}, request)
	return tea.Batch(work, progress)
}

func (s *statistics) Title() string { return "Statistics" }
func (s *statistics) InText() bool  { return false }

// Subtitle says as of when all was counted.
func (s *statistics) Subtitle() string {
	if s.report == nil {
		return ""
	}
	return quantity.Text("as of %s", dates.Time(s.report.AsOf.In(s.env.Now().Location())))
}

func (s *statistics) Actions() []keys.ID {
	if s.report == nil && s.err == nil {
		return []keys.ID{keys.Back}
	}
	return append([]keys.ID{keys.Back, keys.Reload}, keys.ListMoves()...)
}

func (s *statistics) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case screen.ActionMsg:
		return s.act(msg.ID)
	case tea.MouseWheelMsg:
		id := keys.Down
		if msg.Button == tea.MouseWheelUp {
			id = keys.Up
		}
		for range 3 {
			s.move(id)
		}
	case screen.ProgressMsg:
		if msg.Request == s.request {
			s.done, s.total = msg.Done, msg.Total
		}
		return screen.Stay(msg.Next())
	case countedMsg:
		if msg.request == s.request {
			s.report = &msg.report
			s.stop()
		}
	case screen.FailedMsg:
		if msg.Request == s.request && !screen.IsCanceled(msg.Err) {
			s.err = msg.Err
			s.stop()
		}
	}
	return screen.Step{}
}

func (s *statistics) act(id keys.ID) screen.Step {
	switch id {
	case keys.Back:
		s.stop()
		return screen.Back()
	case keys.Reload:
		return screen.Stay(s.Init())
	}
	s.move(id)
	return screen.Step{}
}

// stop ends the counting under way, if there is any.
func (s *statistics) stop() {
	if s.cancel == nil {
		return
	}
	s.cancel()
	s.cancel = nil
	s.env.Interruptible(nil)
}

func (s *statistics) move(id keys.ID) {
	last := len(s.lines(s.env.Width)) - s.env.Height + 1
	s.scroll.Move(id, max(last, 1), s.env.Height)
}
