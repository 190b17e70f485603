// Package desktop asks the person's own programs to show a page and to keep a
// text on the clipboard, and looks where a browser puts LinkedIn's archive.
package desktop

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

// longestStart is how long a program of the desktop may take to say whether it
// could do its work.
const longestStart = 3 * time.Second

// OpenURL opens a page in the person's browser. Only pages of the web are
// opened, whatever a record holds.
func OpenURL(url string) error {
	if !strings.HasPrefix(url, "https://") {
		return errors.New("only https addresses are opened")
	}
	var command []string
	switch runtime.GOOS {
	case "darwin":
		command = []string{"open", url}
	case "windows":
		command = []string{"rundll32", "url.dll,FileProtocolHandler", url}
	default:
		if !onDesktop() {
			// A browser for terminals would draw over the program.
			return errors.New("there is no desktop to open a browser on")
		}
		command = []string{"xdg-open", url}
	}
	browser := exec.Command(command[0], command[1:]...)
	browser.SysProcAttr = detached()
	if err := browser.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- browser.Wait() }()
	select {
	case err := <-ended:
		return named(command[0], err)
	case <-time.After(longestStart):
		return nil // it is the browser itself, and stays
	}
}

// named is an error of another program, with its name.
func named(program string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s could not: %w", program, err)
}

// Copy puts text on the clipboard with the system's own tool. One that does
// not take it in time is ended.
func Copy(text string) error {
	for _, command := range clipboardTools() {
		path, err := exec.LookPath(command[0])
		if err != nil {
			continue
		}
		ctx, stop := context.WithTimeout(context.Background(), longestStart)
		defer stop()
		tool := exec.CommandContext(ctx, path, command[1:]...)
		tool.SysProcAttr = detached()
		tool.Stdin = strings.NewReader(text)
		// The tools stay behind to serve the clipboard; a pipe of ours would
		// make us wait for them.
		tool.Stdout, tool.Stderr = nil, nil
		tool.WaitDelay = time.Second // for what it started to let go of its input
		if err := tool.Run(); ctx.Err() != nil {
			return fmt.Errorf("%s did not answer", command[0])
		} else if err != nil {
			return named(command[0], err)
		}
		return nil
	}
	return errors.New("no clipboard tool was found")
}

// ClipboardTool returns the path of the tool that Copy uses, "" where there is none.
func ClipboardTool() string {
	for _, command := range clipboardTools() {
		if path, err := exec.LookPath(command[0]); err == nil {
			return path
		}
	}
	return ""
}

func clipboardTools() [][]string {
	switch {
	case runtime.GOOS == "darwin":
		return [][]string{{"pbcopy"}}
	case runtime.GOOS == "windows":
		return [][]string{{"clip"}}
	case os.Getenv("WAYLAND_DISPLAY") != "":
		return [][]string{{"wl-copy"}}
	case os.Getenv("DISPLAY") != "":
		return [][]string{{"xclip", "-selection", "clipboard"}, {"xsel", "--clipboard", "--input"}}
	}
	return nil
}

func onDesktop() bool { return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != "" }
