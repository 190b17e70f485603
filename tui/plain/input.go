package plain

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"

	"github.com/charmbracelet/x/term"
)

// longestText is how much is taken in one piece, in bytes: more than any profile
// page has.
const longestText = 4 << 20

// input is the lines that the person types. Each is read when it is asked for, so
// that a program which takes the terminal over meanwhile has it for itself, and
// by a goroutine, so that waiting for one ends with the context.
type input struct {
	ctx   context.Context
	asked chan struct{}
	lines chan read
	heard func(line string) // told of every line; nil but in tests
	live  bool              // a person types at a terminal
}

// read is a line, or why there is none.
type read struct {
	line string
	err  error
}

func newInput(ctx context.Context, r io.Reader) *input {
	in := &input{ctx: ctx, asked: make(chan struct{}), lines: make(chan read)}
	if file, ok := r.(term.File); ok {
		in.live = term.IsTerminal(file.Fd())
	}
	go in.read(bufio.NewReader(r))
	return in
}

// read sends a line whenever one is asked for.
func (in *input) read(r *bufio.Reader) {
	for {
		select {
		case <-in.asked:
		case <-in.ctx.Done():
			return
		}
		line, err := r.ReadString('\n')
		if line != "" {
			err = nil // it is told of with the next one
		}
		if errors.Is(err, io.EOF) {
			err = ErrInputEnded
		}
		select {
		case in.lines <- read{strings.TrimRight(line, "\r\n"), err}:
		case <-in.ctx.Done():
			return
		}
	}
}

// line waits for a line.
func (in *input) line() (string, error) {
	if err := in.ctx.Err(); err != nil {
		return "", err
	}
	select {
	case in.asked <- struct{}{}:
	case <-in.ctx.Done():
		return "", in.ctx.Err()
	}
	select {
	case got := <-in.lines:
		if got.err == nil && in.heard != nil {
			in.heard(got.line)
		}
		return got.line, got.err
	case <-in.ctx.Done():
		return "", in.ctx.Err()
	}
}
