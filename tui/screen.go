package tui

import tea "charm.land/bubbletea/v2"

// screen is one page of the program. The root alone keeps the stack of
// screens, routes keys to the topmost and frames what View returns.
type screen interface {
	// Init returns the command that loads what the screen shows, when it is
	// put on the stack.
	Init() tea.Cmd

	// Update decides what a message changes. The topmost screen gets actionMsg
	// for keys of the action table, and tea.KeyPressMsg and tea.PasteMsg for
	// the rest; every screen on the stack gets sizes and command results, and
	// drops those with another's request number. It does no I/O.
	Update(msg tea.Msg) step

	// View draws the screen in w columns and at most h rows. It only reads:
	// called twice, it returns the same.
	View(w, h int) string

	// Title names the screen in the header.
	Title() string

	// Actions are those possible now, most useful first: keys, footer, help
	// and palette offer these and no others.
	Actions() []actionID

	// InText reports whether a text input has the keys. Then a key that types
	// a character is never an action.
	InText() bool
}

// dialog is a screen shown in a box over the one below it.
type dialog interface {
	screen
	// Width is how wide the inside of the box should be, where there is room.
	Width() int
}

// clickable is a screen that takes mouse clicks; x and y count from its own
// upper left corner.
type clickable interface {
	Click(x, y int) step
}

// retrier is a screen that may have been unable to save something.
type retrier interface {
	// Retry tries once more, at the end of the program.
	Retry() tea.Cmd
}

// headliner is a screen that has something to say on the header's right.
type headliner interface {
	Headline() string
}

// actionMsg tells the topmost screen that the person asked for an action, by
// key or from the palette.
type actionMsg struct {
	id  actionID
	key string // the key pressed, such as "3"; empty from the palette
}

// navigation says how a step changes the stack.
type navigation uint8

const (
	navStay    navigation = iota
	navPush               // put next on top
	navReplace            // put next in this screen's place
	navBack               // take this screen off, handing result to the one below
	navQuit               // leave the program, once everything is saved
)

// step is what a screen wants to happen after a message: work outside Update,
// and a change of the stack, which is made before the next message is read so
// that no key can reach the wrong screen. The zero step is nothing.
type step struct {
	cmd    tea.Cmd
	nav    navigation
	next   screen
	open   any // in place of next: one of the open types, for the root to make
	result tea.Msg
}

// stay runs commands and leaves the stack alone.
func stay(cmds ...tea.Cmd) step { return step{cmd: tea.Batch(cmds...)} }

// push puts a screen on top.
func push(s screen, cmds ...tea.Cmd) step {
	return step{nav: navPush, next: s, cmd: tea.Batch(cmds...)}
}

// The screens of other rooms that a screen can ask for.
type (
	openQuestions struct{ id string }    // about an invitation
	openSession   struct{ ids []string } // one after the other; all who wait when empty
	openImport    struct{ path string }
	openProfile   struct{ first bool } // asked by itself
	openSettings  struct{}
	openGuide     struct{}
	openInbox     struct{}
	openTaken     struct{} // another program has the store
)

// open puts the screen that one of the open types names on top.
func open(what any) step { return step{nav: navPush, open: what} }

// openInstead puts it in this one's place.
func openInstead(what any) step { return step{nav: navReplace, open: what} }

// replace puts another screen in this one's place.
func replace(s screen, cmds ...tea.Cmd) step {
	return step{nav: navReplace, next: s, cmd: tea.Batch(cmds...)}
}

// back takes the screen off the stack.
func back(cmds ...tea.Cmd) step { return step{nav: navBack, cmd: tea.Batch(cmds...)} }

// backWith takes the screen off the stack and hands msg to the screen below:
// how a dialog answers.
func backWith(msg tea.Msg, cmds ...tea.Cmd) step {
	return step{nav: navBack, result: msg, cmd: tea.Batch(cmds...)}
}

// quit leaves the program.
func quit() step { return step{nav: navQuit} }
