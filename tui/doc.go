// Package tui is the terminal program: the screens, and the one model that
// keeps them.
//
// # Rules
//
//   - Update decides, a command acts, View only reads. All reading and writing
//     is done by the named commands of commands.go and desktop.go; each answers
//     with a message that carries the number of its request, and a screen drops
//     one whose number it no longer waits for. View called twice gives the same.
//   - Everything that changes the store goes through env.writer, one job at a
//     time in the order asked, so that answer 3 never overtakes answer 4.
//   - Only the root pushes, pops and quits. A screen returns a step: stay, push,
//     replace, back, backWith (a dialog's answer to the screen below) or quit.
//     The stack changes before the next key is read.
//   - Keys are written down once, in the action table (action*.go). The root
//     turns a key into an actionMsg when the topmost screen offers the action;
//     any other key reaches it as tea.KeyPressMsg. While InText is true no key
//     that types a character is an action. ctrl+c leaves from anywhere. The
//     settings may give actions other keys, so a text that names one asks
//     env.keyFor.
//   - One terminal program has the store; a second one only looks (env.readOnly).
//     Then no action of changing is offered, and env.write refuses.
//   - A list of a hundred thousand rows answers a key within a frame: nothing as
//     long as the list is allocated for a key, and sorting it is a command.
//   - esc goes one step back. It never throws anything away and never leaves the
//     program from the first screen; q does that.
//   - Nothing is told by colour alone, body text is never dim, and red is for
//     vetoes and failures. Styles are the tokens of styles.go.
//   - Widths are counted by the helpers of text.go, never by len. Strangers'
//     text goes through oneLine or wrap(simpleEmoji(...)) before it is drawn.
//   - Text that is being typed is kept in env.drafts, under a key of its own,
//     with every change; there it is saved within a second (typed.go). It is
//     deleted once it has become part of a record.
//   - No clock but env.now, no package-level state.
//
// # How to write a screen
//
// Make a struct that keeps *env and what it shows, with a constructor
// newX(e *env, ...) that does no I/O. Init returns the load command:
//
//	func (s *x) Init() tea.Cmd {
//		s.loading = s.env.request()
//		return s.env.loadInvitation(s.loading, s.id)
//	}
//
//	func (s *x) Update(msg tea.Msg) step {
//		switch msg := msg.(type) {
//		case actionMsg:
//			return s.act(msg) // switch msg.id { case actBack: return back() ... }
//		case invitationLoadedMsg:
//			if msg.request == s.loading { ... }
//		case invitationSavedMsg: // every screen hears of every change
//		case failedMsg: // shown in the status line by the root; keep what was typed
//		case tea.WindowSizeMsg: // env.width and env.height are the new room
//		}
//		return step{}
//	}
//
// View(w, h) returns at most h lines of at most w columns (the root cuts what is
// over). Actions lists what is possible now, most useful first: the footer shows
// as many as fit, help and palette show all. A dialog also has Width and is drawn
// in a box; confirmations come from newConfirm, with No marked first. Text
// inputs are the input and area types of input.go. Status lines are env.say and
// env.sayError. New actions go into the table, in the file of their group.
package tui
