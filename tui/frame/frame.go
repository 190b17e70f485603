package frame

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/screen"
	"linkvet/tui/widget"
)

// GraceTime is how long keys are not taken by a dialog that opened by itself,
// so that a key meant for the screen below cannot answer it.
const GraceTime = 425 * time.Millisecond

// Maker makes the screen of a page.
type Maker func(e *screen.Env, page screen.Page) screen.Screen

// Frame is the one Bubble Tea model. It keeps the stack of screens and alone
// pushes, pops and quits.
type Frame struct {
	Env     *screen.Env
	make    Maker
	Stack   []entry
	outside []entry           // the person's own screens, while the demo is shown
	own     *screen.Workspace // and what they work on
	Width   int
	Height  int
	grace   time.Time // no keys for a dialog before this
	ahead   []typedAhead
	held    heldKey
	turned  time.Time // when an answer turned a page by itself
	burst   burst
	drawn   *tea.View     // as it is drawn while keys are thrown away; nil for not yet
	seen    screen.Screen // the topmost screen
	since   time.Time     // and since when it is there
	leaving leaving
	asking  screen.Screen // asks whether to leave without saving
}

// entry is a screen on the stack, with a change of the stack it asked for
// while another was on top of it.
type entry struct {
	Screen  screen.Screen
	pending screen.Step
}

func New(e *screen.Env, make Maker) *Frame {
	first := make(e, screen.InboxPage{})
	if e.Options.Taken {
		first = make(e, screen.TakenPage{})
	}
	return &Frame{Env: e, make: make, Stack: []entry{{Screen: first}}}
}

// Init loads the first screen and asks the terminal for its background.
func (r *Frame) Init() tea.Cmd {
	first := r.Top().Init()
	return tea.Batch(first, r.Env.SetTheme(r.Env.Theme()))
}

// Update takes a message and sees to it that what was typed is saved.
func (r *Frame) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		msg = r.Env.Keys.AsUsual(key)
	}
	if r.flooded(msg) {
		return r, nil
	}
	r.drawn = nil
	cmd := tea.Batch(r.route(msg), r.catchUp())
	r.notice()
	r.Env.Width, r.Env.Height = r.room() // what was said may take a row more or less
	return r, tea.Batch(cmd, r.Env.Autosave())
}

// route gives every message to whom it belongs: keys and pastes to the topmost
// screen, the rest to all.
func (r *Frame) route(msg tea.Msg) tea.Cmd {
	if r.blind(msg) {
		return nil
	}
	if cmd, handled := r.Env.Handle(msg); handled {
		return cmd
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseClickMsg, tea.MouseWheelMsg:
		return r.input(msg)
	case tea.WindowSizeMsg:
		r.Width, r.Height = msg.Width, msg.Height
		r.Env.Width, r.Env.Height = r.room()
	case tea.BackgroundColorMsg:
		r.Env.Backdrop(msg)
	case tea.ColorProfileMsg:
		r.Env.Colors(msg)
	case screen.SuspendMsg:
		return r.Env.Suspend()
	case tea.FocusMsg:
		return r.Env.Look()
	case screen.UndoneMsg:
		return r.undone(msg)
	case screen.WroteMsg:
		return r.wrote(msg)
	case screen.InvitationSavedMsg:
		r.Env.Saved(msg)
	case screen.FailedMsg:
		r.Env.Failed(msg)
	case screen.DemoOpenedMsg:
		return r.enterDemo(msg)
	case screen.OpenedMsg, screen.CopiedMsg, screen.OwnRanMsg:
		return tea.Batch(r.Env.DesktopResult(msg), r.broadcast(msg))
	}
	return r.broadcast(msg)
}

// send gives a message to one screen and does what it wants.
func (r *Frame) send(at int, msg tea.Msg) tea.Cmd {
	s := r.Stack[at].Screen.Update(msg)
	if s.Nav == screen.NavPush {
		_, boxed := s.Next.(screen.Dialog)
		_, byKey := msg.(screen.ActionMsg)
		_, raw := msg.(tea.KeyPressMsg)
		if boxed && !byKey && !raw {
			r.grace = r.Env.Now().Add(GraceTime)
		}
	}
	return r.Apply(at, s)
}

// broadcast gives a message to every screen, the topmost last.
func (r *Frame) broadcast(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for at := 0; at < len(r.Stack); at++ {
		cmds = append(cmds, r.send(at, msg))
	}
	return tea.Batch(cmds...)
}

// Apply changes the stack as a step wants, making the screen of a page it asks
// for. A screen that is not on top has to wait until it is.
func (r *Frame) Apply(at int, s screen.Step) tea.Cmd {
	if s.Open != nil {
		s.Next, s.Open = r.make(r.Env, s.Open), nil
	}
	if at != len(r.Stack)-1 && s.Nav != screen.NavStay {
		cmd := s.Cmd
		s.Cmd = nil
		r.Stack[at].pending = s
		return cmd
	}
	switch s.Nav {
	case screen.NavPush:
		r.Stack = append(r.Stack, entry{Screen: s.Next})
		return tea.Batch(s.Cmd, s.Next.Init())
	case screen.NavReplace:
		r.Stack[at] = entry{Screen: s.Next}
		return tea.Batch(s.Cmd, s.Next.Init())
	case screen.NavBack:
		return tea.Batch(s.Cmd, r.pop(s.Result))
	case screen.NavQuit:
		if r.outside != nil {
			return tea.Batch(s.Cmd, r.leaveDemo())
		}
		return tea.Batch(s.Cmd, r.quit())
	}
	return s.Cmd
}

// pop takes the topmost screen off and hands its result to the one below. The
// last screen stays, unless it is the demo's.
func (r *Frame) pop(result tea.Msg) tea.Cmd {
	if len(r.Stack) == 1 {
		if r.outside != nil {
			return r.leaveDemo()
		}
		return nil
	}
	if r.Top() == r.asking {
		r.leaving = leavingNot
	}
	r.Stack = r.Stack[:len(r.Stack)-1]
	at := len(r.Stack) - 1
	var cmds []tea.Cmd
	switch result := result.(type) {
	case leaveAnywayMsg:
		return tea.Quit
	case widget.ChosenMsg:
		return r.run(result.ID)
	case screen.OpenURLMsg:
		return r.Env.OpenURL(result.URL)
	case screen.CopyMsg:
		return r.Env.CopyText(result.What, result.Text)
	}
	if result != nil {
		cmds = append(cmds, r.send(at, result))
	}
	if at == len(r.Stack)-1 && r.Stack[at].pending.Nav != screen.NavStay {
		waiting := r.Stack[at].pending
		r.Stack[at].pending = screen.Step{}
		cmds = append(cmds, r.Apply(at, waiting))
	}
	return tea.Batch(cmds...)
}

// wrote goes on with the row of changes and tells the screens what was saved.
func (r *Frame) wrote(msg screen.WroteMsg) tea.Cmd {
	next := r.Env.Writer.Next()
	told := r.Env.Wrote(msg, r.route)
	if r.leaving == leavingSoon && next == nil {
		return tea.Batch(told, r.leave())
	}
	return tea.Batch(next, told)
}

// Top is the topmost screen.
func (r *Frame) Top() screen.Screen { return r.Stack[len(r.Stack)-1].Screen }
