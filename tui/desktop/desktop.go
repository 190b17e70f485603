// Package desktop asks the person's own programs to show a page and to keep a
// text on the clipboard, and looks where a browser puts LinkedIn's archive.
package desktop

import (
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
	all := browsers(runtime.GOOS, os.Getenv)
	with, path, ok := found(all)
	switch {
	case len(all) == 0:
		return errors.New("there is no desktop to open a browser on")
	case !ok:
		return fmt.Errorf("%s is not installed", all[0].command[0])
	}
	browser := exec.Command(path, append(with.command[1:len(with.command):len(with.command)], url)...)
	browser.SysProcAttr = detached()
	if err := browser.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- browser.Wait() }()
	select {
	case err := <-ended:
		return named(with.command[0], err)
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
