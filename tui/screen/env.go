package screen

import (
	"cmp"
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"linkvet/tui/keys"
	"linkvet/tui/style"
)

// Env is what all screens share. Only Update changes it, through its methods;
// View and commands only read what was copied out.
type Env struct {
	*Workspace

	Ctx     context.Context
	Options Options
	Now     func() time.Time
	Styles  *style.Styles
	Keys    *keys.Map
	Writer  *writer

	// After sends a message when some time has passed.
	After func(d time.Duration, msg tea.Msg) tea.Cmd

	// Rest gets ready what the first screen does not need, once it shows; nil for
	// nothing.
	Rest tea.Cmd

	// Width and Height of the room a screen is drawn in, which the frame sets;
	// zero until the terminal has said its size.
	Width, Height int

	status   Status
	promises map[uint64]*promise // what is done once a change is saved, by request
	underWay string              // the change that takes long; "" while there is none

	look  style.Look // what Styles were made for
	mouse bool

	readOnly    bool      // only looking: nothing can be changed
	looked      time.Time // when another program's changes were last looked for
	unusable    error     // why the store cannot be used at all
	interrupt   func()    // stops a long piece of work; nil while there is none
	lastRequest uint64
	suspender   suspender
}

// NewEnv returns what the screens share at the start. Work ends with ctx.
func NewEnv(ctx context.Context, o Options) *Env {
	e := &Env{
		Workspace: NewWorkspace(o.Storage, o.Settings, o.Demo),
		Ctx:       ctx,
		Options:   o,
		Now:       o.Now,
		Writer:    newWriter(),
		After: func(d time.Duration, msg tea.Msg) tea.Cmd {
			return tea.Tick(d, func(time.Time) tea.Msg { return msg })
		},
		promises: map[uint64]*promise{},
		mouse:    o.Mouse,
		readOnly: o.Unwritable != nil,
		looked:   o.Now(),
	}
	e.look = style.Look{Own: o.Themes, Background: o.Background}
	e.SetTheme(cmp.Or(o.Theme, style.ThemeAuto))
	e.Rekey()
	return e
}

// Theme is the theme asked for: one of those of the program, or the name of one of
// the person's own.
func (e *Env) Theme() string { return e.look.Theme }

// Themes are all themes there are, the person's own last.
func (e *Env) Themes() []string {
	all := style.Themes()
	for _, own := range e.look.Own {
		all = append(all, own.Name)
	}
	return all
}

// FaintColors are the colors of the theme in use, if it is one of the person's own,
// that are hard to read on the terminal's background.
func (e *Env) FaintColors() []style.Faint {
	for _, own := range e.look.Own {
		if strings.EqualFold(own.Name, e.look.Theme) {
			return own.Faint(e.look.Background)
		}
	}
	return nil
}

// SetTheme shows everything in a theme. It returns the command that asks the
// terminal for its background, where the theme needs it and it is not known.
func (e *Env) SetTheme(theme string) tea.Cmd {
	e.look.Theme = theme
	e.Styles = style.New(e.look)
	if e.look.AsksTerminal() && e.look.Background == style.BackgroundUnknown {
		return tea.RequestBackgroundColor
	}
	return nil
}

// Backdrop takes the background that the terminal says it has.
func (e *Env) Backdrop(msg tea.BackgroundColorMsg) {
	e.look.Background = style.BackgroundOf(msg)
	e.SetTheme(e.look.Theme)
}

// Colors takes how many colors the terminal has.
func (e *Env) Colors(msg tea.ColorProfileMsg) {
	e.look.Few = msg.Profile <= colorprofile.ANSI
	e.SetTheme(e.look.Theme)
}

// Mouse reports whether the mouse is used.
func (e *Env) Mouse() bool { return e.mouse }

// SetMouse switches the mouse on or off.
func (e *Env) SetMouse(on bool) {
	e.mouse = on
	if on {
		e.Say("Mouse on: wheel and clicks work; hold shift to select text")
	} else {
		e.Say("Mouse off: the terminal selects text again")
	}
}

// Rekey gives actions the keys of the settings, the person's own commands too.
func (e *Env) Rekey() {
	e.Keys = keys.NewMap(keys.WithOwn(keys.With(keys.Table(), e.Settings.Keys()), e.OwnKeys()))
}

// KeyFor is the key of an action, for texts that name it.
func (e *Env) KeyFor(id keys.ID) string { return keys.Short(e.Keys.ByID[id].Keys) }

// Request returns a number no other request has had, so that a screen can tell
// the result it waits for from a stale one.
func (e *Env) Request() uint64 {
	e.lastRequest++
	return e.lastRequest
}

// GiveUp notes why the store cannot be used at all. The program ends with it.
func (e *Env) GiveUp(err error) { e.unusable = err }

// Unusable is why the store cannot be used at all; nil while it can.
func (e *Env) Unusable() error { return e.unusable }

// Interruptible notes how to stop a long piece of work when the person leaves;
// nil when it is done.
func (e *Env) Interruptible(stop func()) { e.interrupt = stop }

// Interrupt stops the long piece of work under way, if there is one.
func (e *Env) Interrupt() {
	if e.interrupt != nil {
		e.interrupt()
	}
}

// SuspendMsg says that another program asks this one to stop for now.
type SuspendMsg struct{}

// resumedMsg says that the program goes on after it was stopped.
type resumedMsg struct {
	stranded bool // it was not stopped, because nobody could have gone on with it
}

// Handle takes the messages that are nobody's but Env's own. A message that is
// not handled is for the screens.
func (e *Env) Handle(msg tea.Msg) (cmd tea.Cmd, handled bool) {
	switch msg := msg.(type) {
	case versionMsg:
		e.seen(msg)
	case slowMsg:
		e.slow(msg)
	case resumedMsg:
		if msg.stranded {
			e.Say("There is no shell here to come back from, so linkvet goes on")
		}
		return e.Look(), true
	default:
		return e.handleAutosave(msg)
	}
	return nil, true
}

// Wrote notes what is known once a change is written, and says what was to be
// said after it.
func (e *Env) Wrote(msg WroteMsg, tell func(tea.Msg) tea.Cmd) (cmd tea.Cmd) {
	if msg.version != 0 {
		e.version = msg.version
	}
	e.arrived()
	e.note(msg)
	if msg.Result != nil {
		cmd = tell(msg.Result)
	}
	e.saySaved(msg)
	return cmd
}

// Saved forgets the reasons typed for other decisions than the one that is saved,
// and that questions were begun about whom the person has decided.
func (e *Env) Saved(msg InvitationSavedMsg) {
	switch msg.What {
	case "decided":
		e.Unsaved.dropReasons(msg.Invitation.ID)
		e.finish(msg.Invitation.ID)
	case "postponed":
		e.finish(msg.Invitation.ID)
	}
}

// RoomyHeight is the number of rows from which a blank one follows the header.
const RoomyHeight = 14
