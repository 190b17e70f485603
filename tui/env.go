package tui

import (
	"context"
	"errors"
	"strings"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
)

// env is what all screens share. Only the root and, through its methods, the
// screens' Update change it; View and commands only read what was copied out.
type env struct {
	ctx      context.Context
	storage  Storage
	settings Settings
	options  Options
	now      func() time.Time
	styles   *styles
	keys     *keymap
	writer   *writer
	status   status
	demo     bool
	mouse    bool
	unusable error  // why the store cannot be used at all: the program ends with it
	readOnly bool   // only looking: nothing can be changed
	theme    string // one of the Theme constants
	backdrop background

	// version is that of the store as last read or written, and looked when
	// another program's changes were last looked for.
	version uint64
	looked  time.Time

	// Width and Height of the room a screen is drawn in; zero until the
	// terminal has said its size.
	width, height int

	// interrupt stops a long piece of work when the person leaves; nil while
	// there is none.
	interrupt func()

	lastRequest uint64
	saying      map[uint64]string // what is said once a change is saved, by request
	underWay    string            // the change that takes long; "" while there is none
	drafts      map[string]any    // what is typed and not yet part of a record, by screen
	typed       *typed            // the texts among them on their way to the store
	resume      resumeOffer

	// after sends a message when some time has passed.
	after func(d time.Duration, msg tea.Msg) tea.Cmd
}

func newEnv(ctx context.Context, o Options) *env {
	e := &env{
		ctx:      ctx,
		storage:  o.Storage,
		settings: o.Settings,
		options:  o,
		now:      o.Now,
		theme:    themeOr(o.Theme),
		looked:   o.Now(),
		writer:   newWriter(),
		demo:     o.Demo,
		readOnly: o.Unwritable != nil,
		mouse:    o.Mouse,
		drafts:   map[string]any{},
		saying:   map[uint64]string{},
		typed:    newTyped(),
		after: func(d time.Duration, msg tea.Msg) tea.Cmd {
			return tea.Tick(d, func(time.Time) tea.Msg { return msg })
		},
	}
	e.restyle()
	e.rekey(o.Settings.Keys())
	return e
}

func themeOr(theme string) string {
	if theme == "" {
		return ThemeAuto
	}
	return theme
}

// restyle builds the styles anew.
func (e *env) restyle() { e.styles = newStyles(e.theme, e.backdrop) }

// rekey gives actions the keys of the settings.
func (e *env) rekey(keys map[string][]string) { e.keys = newKeymap(with(actionTable(), keys)) }

// keyFor is the key of an action, for texts that name it.
func (e *env) keyFor(id actionID) string { return footerKey(e.keys.byID[id].keys) }

// request returns a number no other request has had, so that a screen can tell
// the result it waits for from a stale one.
func (e *env) request() uint64 {
	e.lastRequest++
	return e.lastRequest
}

// statusKind says how a status line is meant.
type statusKind uint8

const (
	statusNone statusKind = iota
	statusSaid
	statusFailed
)

// How long a status line stays at least; after that the next key clears it.
const (
	saidFor   = 2 * time.Second
	failedFor = 6 * time.Second
)

// status is the line above the footer.
type status struct {
	kind statusKind
	text string
	at   time.Time
}

// say shows a sentence in the status line.
func (e *env) say(text string) { e.status = status{statusSaid, text, e.now()} }

// sayError shows an error in the status line.
func (e *env) sayError(err error) { e.status = status{statusFailed, causeFirst(err), e.now()} }

// causeFirst is an error as a sentence that begins with the system's own short
// reason, where there is one, so that a long path does not push it out of
// sight.
func causeFirst(err error) string {
	var reason syscall.Errno
	if !errors.As(err, &reason) {
		return sentence(err)
	}
	text := strings.TrimSuffix(sentence(err), ": "+reason.Error())
	return capital(reason.Error()) + ". " + text
}

// hush clears what was said once it is carried out; failures stay.
func (e *env) hush() {
	if e.status.kind == statusSaid {
		e.status = status{}
	}
}

// fadeStatus clears a status line that has been seen long enough.
func (e *env) fadeStatus() {
	stays := saidFor
	if e.status.kind == statusFailed {
		stays = failedFor
	}
	if e.status.kind != statusNone && e.now().Sub(e.status.at) >= stays {
		e.status = status{}
	}
}

// forgetDrafts drops what was typed for a change once it is saved.
func (e *env) forgetDrafts(saved invitationSavedMsg) {
	switch saved.what {
	case "decided":
		delete(e.drafts, becauseDraft(saved.invitation.ID))
		e.finish(saved.invitation.ID)
	case "postponed":
		e.finish(saved.invitation.ID)
		delete(e.drafts, laterDraft(saved.invitation.ID))
	}
}

const roomyHeight = 14 // from here on a blank row follows the header

// statusRows is how many rows what is said takes at most. The screen gets as many
// rows less; an address is shown whole, however long it is.
const statusRows = 2

// framesPerSecond is higher than Bubble Tea's usual 60 because the frame
// ticker, not the work, is what a key press waits for.
const framesPerSecond = 120
