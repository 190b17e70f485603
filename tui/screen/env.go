package screen

import (
	"context"
	"errors"
	"strings"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/keys"
	"linkvet/tui/style"
)

// Env is what all screens share. Only the root and, through its methods, the
// screens' Update change it; View and commands only read what was copied out.
type Env struct {
	Ctx      context.Context
	Storage  Storage
	Settings Settings
	Options  Options
	Now      func() time.Time
	Styles   *style.Styles
	Keys     *keys.Map
	Writer   *writer
	Status   Status
	Demo     bool
	Mouse    bool
	Unusable error  // why the store cannot be used at all: the program ends with it
	ReadOnly bool   // only looking: nothing can be changed
	Theme    string // one of the Theme constants
	Backdrop style.Background

	// version is that of the store as last read or written, and looked when
	// another program's changes were last looked for.
	Version uint64
	Looked  time.Time

	// Width and Height of the room a screen is drawn in; zero until the
	// terminal has said its size.
	Width, Height int

	// interrupt stops a long piece of work when the person leaves; nil while
	// there is none.
	Interrupt func()

	lastRequest uint64
	Saying      map[uint64]string // what is said once a change is saved, by request
	UnderWay    string            // the change that takes long; "" while there is none
	Drafts      map[string]any    // what is typed and not yet part of a record, by screen
	Typed       *Typed            // the texts among them on their way to the store
	Resume      ResumeOffer

	// after sends a message when some time has passed.
	After func(d time.Duration, msg tea.Msg) tea.Cmd
}

func NewEnv(ctx context.Context, o Options) *Env {
	e := &Env{
		Ctx:      ctx,
		Storage:  o.Storage,
		Settings: o.Settings,
		Options:  o,
		Now:      o.Now,
		Theme:    themeOr(o.Theme),
		Looked:   o.Now(),
		Writer:   newWriter(),
		Demo:     o.Demo,
		ReadOnly: o.Unwritable != nil,
		Mouse:    o.Mouse,
		Drafts:   map[string]any{},
		Saying:   map[uint64]string{},
		Typed:    NewTyped(),
		After: func(d time.Duration, msg tea.Msg) tea.Cmd {
			return tea.Tick(d, func(time.Time) tea.Msg { return msg })
		},
	}
	e.Restyle()
	e.Rekey(o.Settings.Keys())
	return e
}

func themeOr(theme string) string {
	if theme == "" {
		return style.ThemeAuto
	}
	return theme
}

// Restyle builds the styles anew.
func (e *Env) Restyle() { e.Styles = style.New(e.Theme, e.Backdrop) }

// Rekey gives actions the keys of the settings.
func (e *Env) Rekey(ofAction map[string][]string) {
	e.Keys = keys.NewMap(keys.With(keys.Table(), ofAction))
}

// KeyFor is the key of an action, for texts that name it.
func (e *Env) KeyFor(id keys.ID) string { return keys.Short(e.Keys.ByID[id].Keys) }

// Request returns a number no other request has had, so that a screen can tell
// the result it waits for from a stale one.
func (e *Env) Request() uint64 {
	e.lastRequest++
	return e.lastRequest
}

// statusKind says how a status line is meant.
type statusKind uint8

const (
	StatusNone statusKind = iota
	statusSaid
	StatusFailed
)

// How long a status line stays at least; after that the next key clears it.
const (
	SaidFor   = 2 * time.Second
	failedFor = 6 * time.Second
)

// Status is the line above the footer.
type Status struct {
	Kind statusKind
	Text string
	At   time.Time
}

// Say shows a sentence in the status line.
func (e *Env) Say(text string) { e.Status = Status{statusSaid, text, e.Now()} }

// SayError shows an error in the status line.
func (e *Env) SayError(err error) { e.Status = Status{StatusFailed, causeFirst(err), e.Now()} }

// causeFirst is an error as a sentence that begins with the system's own short
// reason, where there is one, so that a long path does not push it out of
// sight.
func causeFirst(err error) string {
	var reason syscall.Errno
	if !errors.As(err, &reason) {
		return style.Sentence(err)
	}
	text := strings.TrimSuffix(style.Sentence(err), ": "+reason.Error())
	return style.Capital(reason.Error()) + ". " + text
}

// Hush clears what was said once it is carried out; failures stay.
func (e *Env) Hush() {
	if e.Status.Kind == statusSaid {
		e.Status = Status{}
	}
}

// FadeStatus clears a status line that has been seen long enough.
func (e *Env) FadeStatus() {
	stays := SaidFor
	if e.Status.Kind == StatusFailed {
		stays = failedFor
	}
	if e.Status.Kind != StatusNone && e.Now().Sub(e.Status.At) >= stays {
		e.Status = Status{}
	}
}

// ForgetDrafts drops what was typed for a change once it is saved.
func (e *Env) ForgetDrafts(saved InvitationSavedMsg) {
	switch saved.What {
	case "decided":
		delete(e.Drafts, BecauseDraft(saved.Invitation.ID))
		e.finish(saved.Invitation.ID)
	case "postponed":
		e.finish(saved.Invitation.ID)
		delete(e.Drafts, LaterDraft(saved.Invitation.ID))
	}
}

const RoomyHeight = 14 // from here on a blank row follows the header

// StatusRows is how many rows what is said takes at most. The screen gets as many
// rows less; an address is shown whole, however long it is.
const StatusRows = 2

// FramesPerSecond is higher than Bubble Tea's usual 60 because the frame
// ticker, not the work, is what a key press waits for.
const FramesPerSecond = 120
