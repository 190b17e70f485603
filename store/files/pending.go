package files

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// mark is in the names of files on their way.
const mark = ".new-"

// longestName is how much of a name stays in that of a file on its way: most
// systems allow 255 bytes in all.
const longestName = 200

// Pending is a file on its way: beside the name that it will have, for the owner
// alone.
type Pending struct {
	file   *os.File
	name   string // where it is
	path   string // as it was asked for
	target string // where it goes: the file behind a link
	placed bool
	closed bool
}

// Create begins a file that is to be called path. It refuses at once what could
// not be replaced; what exists is not touched before [Pending.Place].
func Create(path string) (*Pending, error) {
	target, err := destination(path)
	if err != nil {
		return nil, err
	}
	base := filepath.Base(target)
	base = base[:min(len(base), longestName)]
	f, err := os.CreateTemp(filepath.Dir(target), "."+base+mark+"*") // 0600
	if err != nil {
		return nil, failed(path, err)
	}
	step("create", f.Name())
	lockShared(f)
	return &Pending{file: f, name: f.Name(), path: path, target: target}, nil
}

// destination returns the file that a new one called path takes the place of,
// which need not exist: the file behind a link.
func destination(path string) (string, error) {
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
		return "", fmt.Errorf("write %s: it is %s, which nothing can take the place of; name a file", path, kindOf(info.Mode()))
	}
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", failed(path, err)
	}
	return target, nil
}

// aFolder is what kindOf calls one.
const aFolder = "a folder"

// kindOf puts into words what is no regular file.
func kindOf(mode fs.FileMode) string {
	switch {
	case mode.IsDir():
		return aFolder
	case mode&fs.ModeNamedPipe != 0:
		return "a pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	case mode&fs.ModeDevice != 0:
		return "a device"
	}
	return "not a regular file"
}

// Name is where the file is until it is placed.
func (p *Pending) Name() string { return p.name }

// Write adds to the file.
func (p *Pending) Write(data []byte) (int, error) { return p.file.Write(data) }

// Unlock lets others lock the file, as a database does that is to change it. It
// is not told from one that a kill left behind any more.
func (p *Pending) Unlock() { unlock(p.file) }

// Sync makes what was written last, and closes the file. It may run while others
// read the file.
func (p *Pending) Sync() error {
	step("sync", p.Name())
	p.closed = true
	if err := errors.Join(p.file.Sync(), p.file.Close()); err != nil {
		return failed(p.path, err)
	}
	return nil
}

// announced is at the end of the name of a file that is complete and about to take
// the place of another.
const announced = mark + "ready"

// Announced is the name under which a file waits that is about to be called path.
func Announced(path string) string {
	folder, base := filepath.Split(behind(path))
	return filepath.Join(folder, "."+base[:min(len(base), longestName)]+announced)
}

// Announce finishes the file and gives it the name that [Announced] tells, for
// others to see what is about to happen. Whoever removes it prevents that:
// [Pending.Place] fails with [fs.ErrNotExist] then.
func (p *Pending) Announce() error {
	if !p.closed {
		if err := p.Sync(); err != nil {
			return err
		}
	}
	name := Announced(p.target)
	step("announce", name)
	if err := os.Rename(p.name, name); err != nil {
		return failed(p.path, err)
	}
	p.name = name
	return nil
}

// Place gives the file its name and makes the name last. Unless told to replace,
// it fails with [fs.ErrExist] when there is such a file by now.
func (p *Pending) Place(replace bool) error {
	if !p.closed {
		if err := p.Sync(); err != nil {
			return err
		}
	}
	rename := os.Rename
	if !replace {
		rename = renameNew
	}
	step("rename", p.target)
	if err := rename(p.Name(), p.target); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return &existsError{p.path}
		}
		return failed(p.path, err)
	}
	p.placed = true
	if err := syncFolder(filepath.Dir(p.target)); err != nil {
		return &Unconfirmed{p.path, err}
	}
	return nil
}

// Unconfirmed is a file that has its name, but may lose it in a power cut.
type Unconfirmed struct {
	Path string
	Err  error
}

func (e *Unconfirmed) Error() string {
	return fmt.Sprintf("%s is written, but a power cut could still take it back; check the disk: %v", e.Path, e.Err)
}

func (e *Unconfirmed) Unwrap() error { return e.Err }

// Discard removes a file that was not placed; after Place it does nothing.
func (p *Pending) Discard() {
	if !p.closed {
		_ = p.file.Close()
		p.closed = true
	}
	if !p.placed {
		_ = os.Remove(p.Name())
	}
}

// SyncFolder makes the names in a folder last through a power cut. Some systems
// cannot sync a folder; the files are safe by then.
func syncFolder(folder string) error {
	step("sync folder", folder)
	d, err := os.Open(folder)
	if err != nil {
		return nil
	}
	defer func() { _ = d.Close() }()
	err = d.Sync()
	if err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, fs.ErrInvalid) && !errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("sync the folder %s: %w", folder, err)
	}
	return nil
}

// step is told what happens in which order, for tests.
var step = func(what, path string) {}

// existsError reads as a sentence and is still fs.ErrExist.
type existsError struct{ path string }

func (e *existsError) Error() string { return e.path + " exists" }
func (e *existsError) Unwrap() error { return fs.ErrExist }

// failed names the file that the person named, once, and what went wrong; not the
// one on its way that it went wrong with.
func failed(path string, err error) error {
	if onPath, ok := errors.AsType[*fs.PathError](err); ok && (onPath.Path == path || isOnTheWay(onPath.Path)) {
		err = onPath.Err
	} else if onLink, ok := errors.AsType[*os.LinkError](err); ok && isOnTheWay(onLink.Old) {
		err = onLink.Err
	}
	return fmt.Errorf("write %s: %w", path, err)
}

func isOnTheWay(path string) bool { return strings.Contains(filepath.Base(path), mark) }
