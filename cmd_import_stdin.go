package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/charmbracelet/x/term"

	"linkvet/store/files"
	"linkvet/store/linkedin"
)

// standardInput is what is read from "-" is called in reports and errors.
const standardInput = "standard input"

// spooled puts standard input into a temporary file where "-" is among the
// paths: a zip is read from its end. remove removes the file.
func (a *app) spooled(ctx context.Context, paths []string) (found []string, remove func(), err error) {
	at := slices.Index(paths, "-")
	if at < 0 {
		return paths, func() {}, nil
	}
	if term.IsTerminal(a.in.Fd()) {
		return nil, nil, usagef("nothing comes from standard input; name a file, or pipe one into linkvet import -")
	}
	folder, remove, err := files.TempFolder("linkvet-import")
	if err != nil {
		return nil, nil, fmt.Errorf("make room for standard input: %w", err)
	}
	path := filepath.Join(folder, standardInput)
	done := make(chan error, 1)
	go func() { done <- a.spool(path) }()
	select {
	case <-ctx.Done():
		err = ctx.Err()
	case err = <-done:
	}
	if err != nil {
		remove()
		return nil, nil, err
	}
	found = slices.Clone(paths)
	found[at] = path
	return slices.DeleteFunc(found, func(path string) bool { return path == "-" }), remove, nil
}

func (a *app) spool(path string) error {
	return files.Write(path, false, func(w io.Writer) error {
		if _, err := io.Copy(w, a.in); err != nil {
			return fmt.Errorf("read standard input: %w", err)
		}
		return nil
	})
}

// named calls standard input by its name in an error, instead of by that of its
// temporary file.
func named(err error) error {
	if format, ok := errors.AsType[*linkedin.FormatError](err); ok {
		if _, rest, found := strings.Cut(format.Path, string(filepath.Separator)+standardInput); found {
			format.Path = standardInput + rest
		}
	}
	return err
}
