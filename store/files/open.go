package files

import (
	"io/fs"
	"os"
)

// NotAFile is an input that is no regular file. Whoever takes standard input too
// says so beside it.
type NotAFile struct{ Path, Is string }

func (e *NotAFile) Error() string {
	if e.Is == aFolder {
		return e.Path + " is a folder, not a file; name a file in it"
	}
	return e.Path + " is " + e.Is + ", not a file"
}

// Open opens an input. It never waits: a pipe that nobody writes to would keep the
// program from ending, so anything but a regular file is refused with a
// [*NotAFile].
func Open(path string) (*os.File, error) {
	f, info, err := open(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		_ = f.Close()
		return nil, &NotAFile{path, kindOf(info.Mode())}
	}
	return f, nil
}

// OpenStream is Open for a short input, which may come through a pipe as well. Who
// reads it must be ready to wait.
func OpenStream(path string) (*os.File, error) {
	f, info, err := open(path)
	if err == nil && info.IsDir() {
		_ = f.Close()
		return nil, &NotAFile{path, kindOf(info.Mode())}
	}
	return f, err
}

func open(path string) (*os.File, fs.FileInfo, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|dontWait, 0)
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	if err != nil {
		_ = f.Close()
		return nil, nil, err
	}
	return f, info, nil
}
