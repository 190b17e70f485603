package screen

import (
	"io"
	"os/exec"
	"time"

	"linkvet/tui/style"
)

// Options are all that the terminal program takes from outside.
type Options struct {
	Storage  Storage
	Settings Settings
	Now      func() time.Time
	Theme    string // of style.Themes, or the name of one of Themes; "" is auto
	Mouse    bool   // start with the mouse switched on
	Demo     bool   // Storage holds the invented invitations of the demo
	Version  string

	Themes     []style.OwnTheme // the person's own
	Background style.Background // as far as it is known before the terminal says it
	ASCII      bool             // signs and borders beyond ASCII cannot be shown

	// Out is the terminal that the screens are drawn on; nil is standard output.
	Out io.Writer

	// Slow is set over a line, such as SSH, on which a key may come in pieces.
	Slow bool

	// Taken is set when another terminal program has the store; Claim tries
	// again to be the only one.
	Taken bool
	Claim func() (bool, error)

	// Unwritable is why nothing can be changed in the store; nil when it can. Then
	// the program only looks, and Claim fails with it as long as it is so.
	Unwritable error

	// Archives looks for files that seem to be a LinkedIn archive, to offer for
	// import, and returns the newest first; nil finds none.
	Archives func() []string

	// OpenDemo opens the demo from the first-run screen; nil offers none.
	OpenDemo func() (Storage, Settings, error)
	// OpenURL opens a page in the person's browser; nil only shows the address.
	OpenURL func(url string) error
	// Command makes a command of the person's own ready, one that takes the
	// terminal over with the terminal for its streams. Output runs one in the
	// background and returns the first line it prints, cleaned. nil runs none.
	Command func(args []string, terminal bool) (*exec.Cmd, error)
	Output  func(cmd *exec.Cmd) (string, error)
	// Copy puts text on the clipboard with the system's own tool; nil or an
	// error falls back on asking the terminal.
	Copy func(text string) error
}
