//go:build unix

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"time"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// How long a screen may take to show something, and how long it must then rest.
const (
	longestWait = 30 * time.Second
	rest        = 250 * time.Millisecond
)

// session is the program in a terminal that is only remembered.
type session struct {
	cmd *exec.Cmd
	tty *os.File

	mu     sync.Mutex
	screen *vt.Emulator
	last   time.Time // when something was written last
}

func start(cmd *exec.Cmd, columns, rows int, t theme) (*session, error) {
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(columns), Rows: uint16(rows)})
	if err != nil {
		return nil, err
	}
	s := &session{cmd: cmd, tty: tty, screen: vt.NewEmulator(columns, rows), last: time.Now()}
	s.screen.SetDefaultBackgroundColor(t.paper)
	s.screen.SetDefaultForegroundColor(t.ink)
	go func() { _, _ = io.Copy(tty, s.screen) }() // what a terminal answers
	go s.read()
	return s, nil
}

func (s *session) read() {
	buffer := make([]byte, 1<<16)
	for {
		n, err := s.tty.Read(buffer)
		s.mu.Lock()
		_, _ = s.screen.Write(buffer[:n])
		s.last = time.Now()
		s.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// press presses keys and waits until the screen shows the text and rests.
func (s *session) press(keys, until string) error {
	if _, err := s.tty.WriteString(keys); err != nil {
		return err
	}
	for sent := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		s.mu.Lock()
		shown, rested := s.screen.String(), time.Since(s.last) > rest && time.Since(sent) > rest
		s.mu.Unlock()
		switch {
		case rested && strings.Contains(shown, until):
			return nil
		case time.Since(sent) > longestWait:
			return fmt.Errorf("after %q the screen never showed %q:\n%s", keys, until, shown)
		}
	}
}

// shot is what the terminal shows now.
func (s *session) shot() screenshot {
	s.mu.Lock()
	defer s.mu.Unlock()
	shot := screenshot{rows: make([]row, s.screen.Height())}
	for y := range shot.rows {
		shot.rows[y] = make(row, s.screen.Width())
		for x := range shot.rows[y] {
			shot.rows[y][x] = uv.EmptyCell
			if c := s.screen.CellAt(x, y); c != nil {
				shot.rows[y][x] = *c
			}
		}
	}
	return shot
}

func (s *session) end() {
	_ = s.cmd.Process.Signal(syscall.SIGTERM)
	_ = s.cmd.Wait()
	_ = s.tty.Close()
}
