// Package tui is the terminal program: run.go starts it, and screens.go makes
// every screen.
//
// # Rules
//
//   - Update decides, a command acts, View only reads. All reading and writing is
//     done by named commands; each answers with a message that carries the number
//     of its request, and a screen drops one whose number it does not wait for.
//     View called twice gives the same.
//   - Everything that changes the store goes through Env.Write, one job at a time
//     in the order asked, so that answer 3 never overtakes answer 4. Nothing is
//     called saved before it is (Env.WhenSaved, Env.ThenSay). What could not be
//     saved is counted until it is (Save.Counts), and leaving tells it.
//   - Only the frame pushes, pops and quits. A screen returns a Step: Stay, Push,
//     Replace, Back, BackWith (a dialog's answer to the screen below) or Quit; a
//     screen of another room is asked for with Open and a Page. The stack changes
//     before the next key is read.
//   - Keys are written down once, in the action table of tui/keys. The frame turns
//     a key into an ActionMsg when the topmost screen offers the action; any other
//     key reaches it as tea.KeyPressMsg. While InText is true no key that types a
//     character is an action. ctrl+c leaves from anywhere. The settings may give
//     actions other keys, so a text that names one asks Env.KeyFor.
//   - A key means what it would mean once everything is read: keys wait while a
//     screen is Waiting. One that closed or recorded something does nothing more
//     while it is held.
//   - Signals that end the program are main's, the one that suspends it is
//     tui/screen's (suspend_unix.go). Nobody else listens to any.
//   - One terminal program has the store; a second one only looks (Env.ReadOnly).
//     Then no action of changing is offered, and Env.Write refuses.
//   - A list of a hundred thousand rows answers a key within a frame: nothing as
//     long as the list is allocated for a key, and sorting it is a command.
//   - esc goes one step back. It never throws anything away and never leaves the
//     program from the first screen; q does that.
//   - Nothing is told by color alone, body text is never dim, and red is for
//     vetoes and failures. Styles are the tokens of tui/style.
//   - Widths are counted by style.Width, never by len. Strangers' text goes
//     through style.OneLine or style.Wrap before it is drawn.
//   - Text that is being typed is kept in Env.Unsaved, under a key of its own,
//     with every change; it is saved within a second (autosave.go), and dropped
//     once it is part of a record (Env.ThenDrop). How a person likes to look at
//     the lists is kept in Env.Preferences.
//   - No clock but Env.Now, no package-level state.
//
// # How to write a screen
//
// Make a struct that keeps the Env and what it shows, with a constructor that
// does no I/O. Init returns the command that loads it:
//
//	func (s *x) Init() tea.Cmd {
//		s.loading = s.env.Request()
//		return s.env.LoadInvitation(s.loading, s.id)
//	}
//
//	func (s *x) Update(msg tea.Msg) screen.Step {
//		switch msg := msg.(type) {
//		case screen.ActionMsg:
//			return s.act(msg) // switch msg.ID { case keys.Back: return screen.Back() ... }
//		case screen.InvitationLoadedMsg:
//			if msg.Request == s.loading { ... }
//		case screen.InvitationSavedMsg: // every screen hears of every change
//		case screen.FailedMsg: // the frame shows it; keep what was typed
//		case tea.WindowSizeMsg: // Env.Width and Env.Height are the new room
//		}
//		return screen.Step{}
//	}
//
// View(w, h) returns at most h lines of at most w columns (the frame cuts what is
// over). Actions lists what is possible now, most useful first: the footer shows
// as many as fit, help and palette show all. A dialog also has Width and is drawn
// in a box; confirmations come from widget.NewConfirm, with No marked first. What
// is typed goes into a widget.Input or widget.Area. The status line is Env.Say
// and Env.SayError. New actions go into the table of tui/keys.
package tui
