package screen

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/quantity"
	"linkvet/tui/style"
)

// OpenedMsg says that a page was handed to the browser, or could not be.
type OpenedMsg struct {
	URL string
	Err error
}

// CopiedMsg says how a text reached the clipboard.
type CopiedMsg struct {
	what string // such as "the draft"
	text string
	Err  error // why the system's own tool could not; the terminal was asked instead
}

// OpenURL hands an address to the person's browser. The address is shown
// either way.
func (e *Env) OpenURL(url string) tea.Cmd {
	open := e.Options.OpenURL
	if open == nil {
		return func() tea.Msg { return OpenedMsg{URL: url, Err: ErrNoBrowser} }
	}
	e.Say(quantity.Text("Opening %s", url))
	return e.Read("opening the page", func(context.Context) (tea.Msg, error) {
		return OpenedMsg{URL: url, Err: open(url)}, nil
	}, 0)
}

// CopyText puts text on the clipboard: with the system's tool, else by asking
// the terminal (OSC 52).
func (e *Env) CopyText(what, text string) tea.Cmd {
	native := e.Options.Copy
	e.Say("Copying…")
	return e.Read("copying", func(context.Context) (tea.Msg, error) {
		if native == nil {
			return CopiedMsg{what: what, text: text, Err: errNoClipboard}, nil
		}
		return CopiedMsg{what: what, text: text, Err: native(text)}, nil
	}, 0)
}

// MaxTerminalCopy is the longest text that terminals take through OSC 52, in
// bytes.
const MaxTerminalCopy = 75_000

var (
	ErrNoBrowser   = errors.New("no browser is set up")
	errNoClipboard = errors.New("no clipboard tool is set up")
	errNoCommands  = errors.New("programs cannot be started here")
)

// DesktopResult says in the status line what became of an openURL or copyText.
func (e *Env) DesktopResult(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case OpenedMsg:
		if msg.Err != nil {
			e.Say(quantity.Text("No browser could be started (%s). The address: %s", style.OneLine(msg.Err.Error()), msg.URL))
			return nil
		}
		e.Say(quantity.Text("Opened %s", msg.URL))
	case OwnRanMsg:
		e.ownResult(msg)
	case CopiedMsg:
		switch {
		case msg.Err == nil:
			e.Say(quantity.Text("Copied to the clipboard: %s", msg.what))
		case len(msg.text) > MaxTerminalCopy:
			e.Say(quantity.Text("Not copied, as it is too long for the terminal (OSC 52): %s. The text is on the screen", style.OneLine(msg.Err.Error())))
		default:
			e.Say(quantity.Text("Asked the terminal to copy it (OSC 52): %s. If it did not, the text is on the screen", style.OneLine(msg.Err.Error())))
			return tea.SetClipboard(msg.text)
		}
	}
	return nil
}

// OpenURLMsg asks the screen below to open an address that was shown.
type OpenURLMsg struct{ URL string }

// CopyMsg asks the screen below to copy a text.
type CopyMsg struct{ What, Text string }

// escapedByShell is a sign that a shell would read as one of its own, and the
// backslash that keeps it from doing so.
var escapedByShell = regexp.MustCompile(`\\([ ()'"&;!\[\]{}$#])`)

// ExpandHome puts the person's folder in place of a leading ~, and takes off
// the quotes or, but on Windows, the backslashes before spaces and the like that
// dragging a file into a terminal adds.
func ExpandHome(path string) string {
	path = strings.TrimSpace(path)
	if n := len(path); n > 1 && (path[0] == '\'' || path[0] == '"') && path[n-1] == path[0] {
		path = path[1 : n-1]
	} else if filepath.Separator == '/' {
		path = escapedByShell.ReplaceAllString(path, "$1")
	}
	if path != "~" && !strings.HasPrefix(path, "~/") {
		return path
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return path
	}
	return filepath.Join(home, strings.TrimPrefix(path[1:], "/"))
}
