package tabular

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// WriteFile writes a file so that it appears whole or not at all: into a
// temporary file beside it, synced, then renamed. Without force it refuses to
// take the place of another file, with an error that is [fs.ErrExist]. On
// failure nothing is left behind. A device or a pipe is written to directly.
func WriteFile(path string, force bool, perm fs.FileMode, write func(io.Writer) error) error {
	target, err := destination(path, force)
	if err != nil {
		return err
	}
	if target == "" {
		return writeDirectly(path, write)
	}
	tmp, err := os.CreateTemp(filepath.Dir(target), "."+filepath.Base(target)+".*"+tempEnd)
	if err != nil {
		return failed(path, err)
	}
	defer os.Remove(tmp.Name()) // after the rename there is nothing to remove
	if err := fillAndSync(tmp, perm, write); err != nil {
		return failed(path, err)
	}
	if err := place(tmp.Name(), target, force); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return exists(path)
		}
		return failed(path, err)
	}
	return syncDir(filepath.Dir(target))
}

// destination resolves where the file goes: the target of a link, so that the
// link survives, or "" for what cannot be replaced.
func destination(path string, force bool) (string, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Lstat(path); err == nil {
			return "", fmt.Errorf("write %s: it is a link to nowhere; remove it or name another file", path)
		}
		return path, nil
	case err != nil:
		return "", failed(path, err)
	case info.IsDir():
		return "", fmt.Errorf("write %s: it is a folder; name a file in it", path)
	case !info.Mode().IsRegular():
		return "", nil
	case !force:
		return "", exists(path)
	}
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", failed(path, err)
	}
	return target, nil
}

// tempEnd ends the names of temporary files.
const tempEnd = ".tmp"

// failed names the file that the person named, once, and what went wrong; not the
// temporary file that it went wrong with.
func failed(path string, err error) error {
	var onPath *fs.PathError
	var onLink *os.LinkError
	switch {
	case errors.As(err, &onPath) && (onPath.Path == path || strings.HasSuffix(onPath.Path, tempEnd)):
		err = onPath.Err
	case errors.As(err, &onLink) && strings.HasSuffix(onLink.Old, tempEnd):
		err = onLink.Err
	}
	return fmt.Errorf("write %s: %w", path, err)
}

// existsError reads as a sentence and is still fs.ErrExist.
type existsError struct{ path string }

func (e *existsError) Error() string { return e.path + " exists; use --force to replace it" }
func (e *existsError) Unwrap() error { return fs.ErrExist }

func exists(path string) error { return &existsError{path} }

func writeDirectly(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return failed(path, err)
	}
	if err := errors.Join(write(f), f.Close()); err != nil {
		return failed(path, err)
	}
	return nil
}

// fillAndSync closes the file whatever happens.
func fillAndSync(tmp *os.File, perm fs.FileMode, write func(io.Writer) error) error {
	defer tmp.Close() // a second Close after the one below does no harm
	if err := write(tmp); err != nil {
		return err
	}
	if err := tmp.Chmod(perm); err != nil {
		return err
	}
	if err := tmp.Sync(); err != nil {
		return err
	}
	return tmp.Close()
}

// place gives the finished file its name. A hard link fails when the name was
// taken meanwhile, which a rename does not notice; where the file system has no
// links, looking once more must do.
func place(tmp, target string, force bool) error {
	if !force {
		err := os.Link(tmp, target)
		if err == nil || errors.Is(err, fs.ErrExist) {
			return err
		}
		if _, err := os.Lstat(target); err == nil {
			return fs.ErrExist
		}
	}
	return os.Rename(tmp, target)
}

// syncDir makes the new name last through a power cut. Some systems cannot sync
// a folder; the file itself is safe by then.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return nil
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, fs.ErrInvalid) && !errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("sync the folder %s: %w", dir, err)
	}
	return nil
}
