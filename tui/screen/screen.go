package screen

import (
	tea "charm.land/bubbletea/v2"

	"linkvet/tui/keys"
)

// Screen is one page of the program. The root alone keeps the stack of
// screens, routes keys to the topmost and frames what View returns.
type Screen interface {
	// Init returns the command that loads what the screen shows, when it is
	// put on the stack.
	Init() tea.Cmd

	// Update decides what a message changes. The topmost screen gets actionMsg
	// for keys of the action table, and tea.KeyPressMsg and tea.PasteMsg for
	// the rest; every screen on the stack gets sizes and command results, and
	// drops those with another's request number. It does no I/O.
	Update(msg tea.Msg) Step

	// View draws the screen in w columns and at most h rows. It only reads:
	// called twice, it returns the same.
	View(w, h int) string

	// Title names the screen in the header.
	Title() string

	// Actions are those possible now, most useful first: keys, footer, help
	// and palette offer these and no others.
	Actions() []keys.ID

	// InText reports whether a text input has the keys. Then a key that types
	// a character is never an action.
	InText() bool
}

// Dialog is a screen shown in a box over the one below it.
type Dialog interface {
	Screen
	// Width is how wide the inside of the box should be, where there is room.
	Width() int
}

// Waiter is a screen that may not be able to take keys yet.
type Waiter interface {
	// Waiting reports whether what keys are about is still being read. Then they
	// wait for it.
	Waiting() bool
}

// Paged is a screen that shows several things one after the other, to which the
// same keys do the same.
type Paged interface {
	// Turned is another number for each of them.
	Turned() int
}

// Clickable is a screen that takes mouse clicks; x and y count from its own
// upper left corner.
type Clickable interface {
	Click(x, y int) Step
}

// Retrier is a screen that may have been unable to save something.
type Retrier interface {
	// Retry tries once more, at the end of the program.
	Retry() tea.Cmd
}

// Subtitled is a screen that has something to say on the header's right.
type Subtitled interface {
	Subtitle() string
}

// Positioned is a screen that says where in a long list one is, such as "33 of
// 42".
type Positioned interface {
	Position() string
}

// Numbered is a screen on which fewer digits do something than an action has keys.
type Numbered interface {
	// Digits is how many, counted from 1.
	Digits() int
}

// Calling is a screen on which actions go by other names than elsewhere.
type Calling interface {
	// Called gives these names, a word or two each, by action.
	Called() map[keys.ID]string
}

// Idler is a screen that says why an action which it has at other times, or for
// something else that is marked, does nothing now.
type Idler interface {
	// Idle gives the reasons in a sentence, by action.
	Idle() map[keys.ID]string
}

// ActionMsg tells the topmost screen that the person asked for an action, by
// key or from the palette.
type ActionMsg struct {
	ID  keys.ID
	Key string // the key pressed, such as "3"; empty from the palette
}

// Navigation says how a step changes the stack.
type Navigation uint8

const (
	NavStay    Navigation = iota
	NavPush               // put next on top
	NavReplace            // put next in this screen's place
	NavBack               // take this screen off, handing result to the one below
	NavQuit               // leave the program, once everything is saved
)

// Step is what a screen wants to happen after a message: work outside Update,
// and a change of the stack, which is made before the next message is read so
// that no key can reach the wrong screen. The zero step is nothing.
type Step struct {
	Cmd    tea.Cmd
	Nav    Navigation
	Next   Screen
	Open   Page // in place of Next: a page for the root to make
	Result tea.Msg
}

// Stay runs commands and leaves the stack alone.
func Stay(cmds ...tea.Cmd) Step { return Step{Cmd: tea.Batch(cmds...)} }

// Push puts a screen on top.
func Push(s Screen, cmds ...tea.Cmd) Step {
	return Step{Nav: NavPush, Next: s, Cmd: tea.Batch(cmds...)}
}

// Replace puts another screen in this one's place.
func Replace(s Screen, cmds ...tea.Cmd) Step {
	return Step{Nav: NavReplace, Next: s, Cmd: tea.Batch(cmds...)}
}

// Back takes the screen off the stack.
func Back(cmds ...tea.Cmd) Step { return Step{Nav: NavBack, Cmd: tea.Batch(cmds...)} }

// BackWith takes the screen off the stack and hands msg to the screen below:
// how a dialog answers.
func BackWith(msg tea.Msg, cmds ...tea.Cmd) Step {
	return Step{Nav: NavBack, Result: msg, Cmd: tea.Batch(cmds...)}
}

// Quit leaves the program.
func Quit() Step { return Step{Nav: NavQuit} }

// FramesPerSecond is higher than Bubble Tea's usual 60 because the frame
// ticker, not the work, is what a key press waits for.
const FramesPerSecond = 120
