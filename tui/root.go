package tui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
)

// graceTime is how long keys are not taken by a dialog that opened by itself,
// so that a key meant for the screen below cannot answer it.
const graceTime = 425 * time.Millisecond

// maker makes the screen that one of the open types names.
type maker func(e *env, what any) screen

// root is the one Bubble Tea model. It keeps the stack of screens and alone
// pushes, pops and quits.
type root struct {
	env      *env
	make     maker
	stack    []entry
	outside  []entry // the person's own screens, while the demo is shown
	storage  Storage // and their storage
	settings Settings
	drafts   map[string]any // and what they were typing
	typed    *typed
	width    int
	height   int
	grace    time.Time // no keys for a dialog before this
	quitting bool      // quit as soon as everything is written
}

// entry is a screen on the stack, with a change of the stack it asked for
// while another was on top of it.
type entry struct {
	screen  screen
	pending step
}

func newRoot(e *env, make maker) *root {
	first := make(e, openInbox{})
	if e.options.Taken {
		first = make(e, openTaken{})
	}
	return &root{env: e, make: make, stack: []entry{{screen: first}}}
}

// Init loads the first screen and asks the terminal for its background.
func (r *root) Init() tea.Cmd {
	first := r.top().Init()
	if r.env.theme == ThemeAuto {
		return tea.Batch(first, tea.RequestBackgroundColor)
	}
	return first
}

// Update takes a message and sees to it that what was typed is saved.
func (r *root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := r.route(msg)
	r.env.width, r.env.height = r.room() // what was said may take a row more or less
	return r, tea.Batch(cmd, r.env.saveTyped())
}

// route gives every message to whom it belongs: keys and pastes to the topmost
// screen, the rest to all.
func (r *root) route(msg tea.Msg) tea.Cmd {
	if r.blind(msg) {
		return nil
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return r.key(msg)
	case tea.MouseClickMsg:
		return r.click(msg)
	case tea.PasteMsg, tea.MouseWheelMsg:
		return r.send(len(r.stack)-1, msg)
	case typedTickMsg, typedLoadedMsg, typedLostMsg:
		return r.env.typedMsg(msg)
	case tea.WindowSizeMsg:
		r.width, r.height = msg.Width, msg.Height
		r.env.width, r.env.height = r.room()
	case tea.BackgroundColorMsg:
		r.env.backdrop = backgroundOf(msg)
		r.env.restyle()
	case tea.FocusMsg:
		return r.look()
	case versionMsg:
		r.env.seen(msg)
		return nil
	case undoneMsg:
		return r.undone(msg)
	case wroteMsg:
		return r.wrote(msg)
	case invitationSavedMsg:
		r.env.forgetDrafts(msg)
	case failedMsg:
		delete(r.env.saying, msg.request)
		r.env.sayError(msg.failure())
	case slowMsg:
		r.env.slow(msg)
		return nil
	case demoOpenedMsg:
		return r.enterDemo(msg)
	case openedMsg, copiedMsg:
		return tea.Batch(r.env.desktopResult(msg), r.broadcast(msg))
	}
	return r.broadcast(msg)
}

// blind reports whether a message is a key, a click or a paste for a screen
// that the window is too small to show: nothing may happen that nobody sees.
// ctrl+c leaves all the same.
func (r *root) blind(msg tea.Msg) bool {
	if r.width >= minWidth && r.height >= minHeight || r.width == 0 {
		return false
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return msg.String() != "ctrl+c"
	case tea.MouseClickMsg, tea.MouseWheelMsg, tea.PasteMsg:
		return true
	}
	return false
}

// key gives a key to whom it belongs: leaving first, then the actions of the
// topmost screen, those of every screen, and the screen itself.
func (r *root) key(msg tea.KeyPressMsg) tea.Cmd {
	if msg.String() == "ctrl+c" {
		return r.quit()
	}
	at := len(r.stack) - 1
	top := r.stack[at].screen
	if _, boxed := top.(dialog); boxed && r.env.now().Before(r.grace) {
		return nil
	}
	r.env.fadeStatus()
	defer r.leaveStatus(r.stack[r.base()].screen, r.env.status)
	look := r.lookNowAndThen()
	if id, ok := r.env.keys.find(msg, r.env.offered(top), top.InText()); ok {
		return tea.Batch(look, r.send(at, actionMsg{id: id, key: msg.String()}))
	}
	if id, ok := r.env.keys.find(msg, globalActions(), top.InText()); ok {
		return tea.Batch(look, r.global(id))
	}
	if _, ok := r.env.keys.find(msg, top.Actions(), top.InText()); ok && r.env.readOnly {
		r.env.say("Only looking, as " + r.env.whyLooking() + "; " + r.env.keyFor(actReload) + " tries again")
		return look
	}
	return tea.Batch(look, r.send(at, msg))
}

// run carries out an action chosen from the menu, as its key would.
func (r *root) run(id actionID) tea.Cmd {
	switch {
	case id == actLeave:
		return r.quit()
	case slices.Contains(globalActions(), id):
		return r.global(id)
	}
	return r.send(len(r.stack)-1, actionMsg{id: id})
}

// global carries out the actions that every screen has.
func (r *root) global(id actionID) tea.Cmd {
	switch id {
	case actHelp, actPalette:
		if _, open := r.top().(*menu); open {
			return nil
		}
		return r.apply(len(r.stack)-1, push(newMenu(r.env, id == actHelp, r.top())))
	case actRedraw:
		return tea.Batch(tea.ClearScreen, r.broadcast(storeChangedMsg{}))
	case actMouse:
		r.env.setMouse(!r.env.mouse)
	}
	return nil
}

// send gives a message to one screen and does what it wants.
func (r *root) send(at int, msg tea.Msg) tea.Cmd {
	s := r.made(r.stack[at].screen.Update(msg))
	if s.nav == navPush {
		_, boxed := s.next.(dialog)
		_, byKey := msg.(actionMsg)
		_, raw := msg.(tea.KeyPressMsg)
		if boxed && !byKey && !raw {
			r.grace = r.env.now().Add(graceTime)
		}
	}
	return r.apply(at, s)
}

// broadcast gives a message to every screen, the topmost last.
func (r *root) broadcast(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for at := 0; at < len(r.stack); at++ {
		cmds = append(cmds, r.send(at, msg))
	}
	return tea.Batch(cmds...)
}

// apply changes the stack as a step wants. A screen that is not on top has to
// wait until it is.
func (r *root) apply(at int, s step) tea.Cmd {
	if at != len(r.stack)-1 && s.nav != navStay {
		cmd := s.cmd
		s.cmd = nil
		r.stack[at].pending = s
		return cmd
	}
	switch s.nav {
	case navPush:
		r.stack = append(r.stack, entry{screen: s.next})
		return tea.Batch(s.cmd, s.next.Init())
	case navReplace:
		r.stack[at] = entry{screen: s.next}
		return tea.Batch(s.cmd, s.next.Init())
	case navBack:
		return tea.Batch(s.cmd, r.pop(s.result))
	case navQuit:
		if r.outside != nil {
			return tea.Batch(s.cmd, r.leaveDemo())
		}
		return tea.Batch(s.cmd, r.quit())
	}
	return s.cmd
}

// pop takes the topmost screen off and hands its result to the one below. The
// last screen stays, unless it is the demo's.
func (r *root) pop(result tea.Msg) tea.Cmd {
	if len(r.stack) == 1 {
		if r.outside != nil {
			return r.leaveDemo()
		}
		return nil
	}
	r.stack = r.stack[:len(r.stack)-1]
	at := len(r.stack) - 1
	var cmds []tea.Cmd
	switch result := result.(type) {
	case chosenMsg:
		return r.run(result.id)
	case openURLMsg:
		return r.env.openURL(result.url)
	case copyMsg:
		return r.env.copyText(result.what, result.text)
	}
	if result != nil {
		cmds = append(cmds, r.send(at, result))
	}
	if at == len(r.stack)-1 && r.stack[at].pending.nav != navStay {
		waiting := r.stack[at].pending
		r.stack[at].pending = step{}
		cmds = append(cmds, r.apply(at, waiting))
	}
	return tea.Batch(cmds...)
}

// wrote goes on with the row of changes and tells the screens what was saved.
func (r *root) wrote(msg wroteMsg) tea.Cmd {
	next := r.env.writer.next()
	if msg.version != 0 {
		r.env.version = msg.version
	}
	r.env.arrived()
	var told tea.Cmd
	if msg.result != nil {
		told = r.route(msg.result)
	}
	r.env.saved(msg)
	if r.quitting && next == nil {
		return tea.Quit
	}
	return tea.Batch(next, told)
}

// quit leaves when everything is written; asked again, at once.
func (r *root) quit() tea.Cmd {
	flush := r.env.flushTyped()
	if !r.env.writer.busy() || r.quitting {
		return tea.Quit
	}
	r.quitting = true
	if r.env.interrupt != nil {
		r.env.interrupt()
	}
	r.env.say("Saving, then leaving; ctrl+c again leaves at once")
	return flush
}

func (r *root) top() screen { return r.stack[len(r.stack)-1].screen }
