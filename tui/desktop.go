package tui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// openedMsg says that a page was handed to the browser, or could not be.
type openedMsg struct {
	url string
	err error
}

// copiedMsg says how a text reached the clipboard.
type copiedMsg struct {
	what string // such as "the draft"
	text string
	err  error // why the system's own tool could not; the terminal was asked instead
}

// openURL hands an address to the person's browser. The address is shown
// either way.
func (e *env) openURL(url string) tea.Cmd {
	open := e.options.OpenURL
	if open == nil {
		return func() tea.Msg { return openedMsg{url: url, err: errNoBrowser} }
	}
	return e.read("opening the page", func(context.Context) (tea.Msg, error) {
		return openedMsg{url: url, err: open(url)}, nil
	}, 0)
}

// copyText puts text on the clipboard: with the system's tool, else by asking
// the terminal (OSC 52).
func (e *env) copyText(what, text string) tea.Cmd {
	native := e.options.Copy
	return e.read("copying "+what, func(context.Context) (tea.Msg, error) {
		if native == nil {
			return copiedMsg{what: what, text: text, err: errNoClipboard}, nil
		}
		return copiedMsg{what: what, text: text, err: native(text)}, nil
	}, 0)
}

// maxTerminalCopy is the longest text that terminals take through OSC 52, in
// bytes.
const maxTerminalCopy = 75_000

var (
	errNoBrowser   = errors.New("no browser is set up")
	errNoClipboard = errors.New("no clipboard tool is set up")
)

// desktopResult says in the status line what became of an openURL or copyText.
func (e *env) desktopResult(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case openedMsg:
		if msg.err != nil {
			e.say("No browser could be started. The address: " + msg.url)
			return nil
		}
		e.say("Opened " + msg.url)
	case copiedMsg:
		switch {
		case msg.err == nil:
			e.say("Copied " + msg.what + " to the clipboard")
		case len(msg.text) > maxTerminalCopy:
			e.say("Could not copy " + msg.what + ": too long for the terminal (OSC 52), and there is no clipboard tool. The text is on the screen")
		default:
			e.say("Asked the terminal to copy " + msg.what + " (OSC 52); if it did not, the text is on the screen")
			return tea.SetClipboard(msg.text)
		}
	}
	return nil
}

// openURLMsg asks the screen below to open an address that was shown.
type openURLMsg struct{ url string }

// copyMsg asks the screen below to copy a text.
type copyMsg struct{ what, text string }

// expandHome puts the person's folder in place of a leading ~, and takes off
// the quotes that dragging a file into a terminal adds.
func expandHome(path string) string {
	path = strings.TrimSpace(path)
	if n := len(path); n > 1 && (path[0] == '\'' || path[0] == '"') && path[n-1] == path[0] {
		path = path[1 : n-1]
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
