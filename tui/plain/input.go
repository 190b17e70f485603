package plain

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"
)

// longestText is how much is taken in one piece, in bytes: more than any profile
// page has.
const longestText = 4 << 20

// input is the lines that the person types. They are read by a goroutine, so that
// waiting for one ends with the context.
type input struct {
	ctx   context.Context
	lines chan string
	err   error             // why there are no more; set before lines is closed
	heard func(line string) // told of every line; nil but in tests
}

func newInput(ctx context.Context, r io.Reader) *input {
	in := &input{ctx: ctx, lines: make(chan string)}
	go in.read(bufio.NewReader(r))
	return in
}

// read sends line after line until there are no more, or nobody waits for them.
func (in *input) read(r *bufio.Reader) {
	defer close(in.lines)
	for {
		line, err := r.ReadString('\n')
		if line != "" {
			select {
			case in.lines <- strings.TrimRight(line, "\r\n"):
			case <-in.ctx.Done():
				return
			}
		}
		if err != nil {
			if !errors.Is(err, io.EOF) {
				in.err = err
			}
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
	case line, ok := <-in.lines:
		switch {
		case ok && in.heard != nil:
			in.heard(line)
			return line, nil
		case ok:
			return line, nil
		case in.err != nil:
			return "", in.err
		}
		return "", ErrInputEnded
	case <-in.ctx.Done():
		return "", in.ctx.Err()
	}
}
