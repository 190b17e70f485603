package files

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"
)

// Write writes a file for the owner alone, so that it appears whole or not at
// all. Without replace it refuses to take the place of another file, with an
// error that is [fs.ErrExist]. On failure nothing is left behind. What a writer
// left behind that was killed is removed.
func Write(path string, replace bool, write func(io.Writer) error) error {
	if _, err := destination(path); err != nil {
		return err
	}
	if _, err := os.Stat(path); err == nil && !replace {
		return &existsError{path}
	}
	RemoveLeft(path)
	p, err := Create(path)
	if err != nil {
		return err
	}
	defer p.Discard()
	if err := write(p.file); err != nil {
		return failed(path, err)
	}
	return p.Place(replace)
}

// WriteOut is Write for what a person names as an output, which may be a pipe or a
// device as well: that is written to as it is, and only while somebody reads it.
func WriteOut(ctx context.Context, path string, replace bool, write func(io.Writer) error) error {
	info, err := os.Stat(path)
	if err != nil || info.Mode().IsRegular() || info.IsDir() || info.Mode()&fs.ModeSocket != 0 {
		return Write(path, replace, write)
	}
	f, err := os.OpenFile(path, os.O_WRONLY|dontWait, 0)
	if errors.Is(err, noReader) {
		return fmt.Errorf("write %s: nobody reads from the pipe", path)
	}
	if err != nil {
		return failed(path, err)
	}
	// A reader that stops reading must not keep the program from ending.
	stop := context.AfterFunc(ctx, func() { _ = f.SetWriteDeadline(time.Unix(1, 0)) })
	defer stop()
	err = errors.Join(write(f), f.Close())
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		return failed(path, err)
	}
	return nil
}
