package pdf

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"
)

// Reader reads PDFs in a process of its own. The zero Reader reads none.
type Reader struct {
	Program string // linkvet itself
	Args    []string
	Env     []string // for tests
}

// patience is how long the process may take in all, on a busy computer too; of the
// processor it gets less.
const patience = 10 * time.Second

// mostOutput bounds what is read of the process: each byte of text may be six of
// JSON, and each line has its place.
const mostOutput = 6*mostText + 100*mostLines

// Read reads a PDF. Whatever is wrong with it is ErrUnreadable.
func (r Reader) Read(ctx context.Context, data []byte) (Document, error) {
	switch {
	case r.Program == "":
		return Document{}, fmt.Errorf("%w: nothing here reads PDFs", ErrUnreadable)
	case len(data) > MostBytes:
		return Document{}, fmt.Errorf("%w: it is larger than %d MiB", ErrUnreadable, MostBytes>>20)
	}
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	cmd := exec.CommandContext(ctx, r.Program, r.Args...)
	cmd.Args[0] = os.Args[0] // the name that this one was started by
	cmd.Stdin, cmd.Env, cmd.WaitDelay = bytes.NewReader(data), append([]string{"GOMEMLIMIT=200MiB"}, r.Env...), time.Second
	out, err := cmd.StdoutPipe()
	if err != nil {
		return Document{}, fmt.Errorf("begin to read the PDF: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return Document{}, fmt.Errorf("begin to read the PDF: %w", err)
	}
	said, readErr := io.ReadAll(io.LimitReader(out, mostOutput))
	stopIfMore(out, stop)
	if err := cmd.Wait(); err != nil {
		return Document{}, fmt.Errorf("%w: reading it ended with %w", ErrUnreadable, err)
	}
	if readErr != nil {
		return Document{}, fmt.Errorf("%w: %w", ErrUnreadable, readErr)
	}
	var doc Document
	if err := json.Unmarshal(said, &doc); err != nil {
		return Document{}, fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	return doc, nil
}

// stopIfMore ends a process that goes on writing.
func stopIfMore(out io.Reader, stop func()) {
	if n, _ := out.Read(make([]byte, 1)); n > 0 { // any error is the end of the output
		stop()
	}
}
