//go:build unix

package tui

import (
	"errors"
	"os"
	"regexp"
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

// patientInput reads keys that come over a line that may be slow: a key of
// several bytes, such as an arrow, may come in pieces, and its first byte alone is
// the escape key. Such a piece is held back for a while, until the rest is there.
type patientInput struct {
	*os.File
	wait time.Duration
}

// beginning is the end of what was read when a key may not be there whole.
var beginning = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\x1b(\[[0-9;:<?]*|O)?$`) })

// Read reads what is there, and the rest of the last key.
func (p patientInput) Read(b []byte) (int, error) {
	n, err := p.File.Read(b)
	for err == nil && n > 0 && n < len(b) && beginning().Match(b[:n]) && p.more() {
		var more int
		more, err = p.File.Read(b[n:])
		n += more
	}
	return n, err
}

// more waits until there is more to read, but not for ever.
func (p patientInput) more() bool {
	poll := []unix.PollFd{{Fd: int32(p.Fd()), Events: unix.POLLIN}}
	for {
		ready, err := unix.Poll(poll, int(p.wait.Milliseconds()))
		if !errors.Is(err, unix.EINTR) {
			return err == nil && ready > 0
		}
	}
}
