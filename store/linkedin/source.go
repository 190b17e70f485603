package linkedin

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"linkvet/store/clean"
	"linkvet/store/files"
	"linkvet/store/linkedin/mail"
)

// limits bound what is opened. The largest real tables have a few megabytes.
type limits struct {
	members     int   // files in an archive
	memberBytes int64 // one table
	totalBytes  int64 // all tables
	ratio       int64 // unpacked to packed bytes ...
	ratioAbove  int64 // ... of tables larger than this
	mailBytes   int64 // one mail
	boxBytes    int64 // one mailbox, of which one mail at a time is read
}

func standardLimits() limits {
	return limits{members: 5000, memberBytes: 512 << 20, totalBytes: 2 << 30, ratio: 100, ratioAbove: 8 << 20, mailBytes: 32 << 20, boxBytes: 16 << 30}
}

// member is one file that may hold a table.
type member struct {
	path string // for errors: the path given, and the member in it
	name string // for rows and warnings
	size int64
	open func() (io.ReadCloser, error)
	zip  bool
	mail bool // a mail or a mailbox, by its content
}

// sources are the members of all paths given, and what must be closed after.
type sources struct {
	limits  limits
	members []member
	total   int64 // bytes of all members
	tables  int64 // bytes of those that are no mailbox
	closers []io.Closer
}

func (s *sources) close() {
	for _, c := range s.closers {
		_ = c.Close() // opened for reading only: nothing can be lost
	}
}

// add looks at one path and lists what may be read there.
func (s *sources) add(path string) error {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: %w; check the path for a typing error", path, fs.ErrNotExist)
	}
	if err != nil {
		return fmt.Errorf("look at the archive: %w", err)
	}
	switch {
	case info.IsDir():
		return s.addFolder(path)
	case !info.Mode().IsRegular():
		return &FormatError{Path: path, Problem: "neither a file nor a folder", Hint: howToGet}
	}
	return s.addFile(path, info)
}

// addFile tells a zip from a table by its content: browsers and people rename.
func (s *sources) addFile(path string, info fs.FileInfo) error {
	head, err := readHead(path)
	if err != nil {
		return err
	}
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06")) {
		return s.addZip(path)
	}
	if err := refuse(path, head); err != nil {
		return err
	}
	return s.addMember(member{
		path: path, name: filepath.Base(path), size: info.Size(), mail: mail.Is(head),
		open: func() (io.ReadCloser, error) { return files.Open(path) },
	})
}

// addMember takes one more table, within the limits.
func (s *sources) addMember(m member) error {
	m.name = clean.Line(m.name) // whoever packed the archive chose it
	limit := s.limits.memberBytes
	if m.mail {
		limit = s.limits.boxBytes
	}
	if m.size > limit {
		return tooLarge(m.path, limit)
	}
	if len(s.members) >= s.limits.members {
		return s.tooMany(m.path)
	}
	s.members = append(s.members, m)
	s.total += m.size
	if m.mail {
		return nil
	}
	if s.tables += m.size; s.tables > s.limits.totalBytes {
		return tooLarge(m.path, s.limits.totalBytes)
	}
	return nil
}

func (s *sources) tooMany(path string) error {
	return &FormatError{
		Path:    path,
		Problem: fmt.Sprintf("more than %d files; LinkedIn's archive has about 40", s.limits.members),
		Hint:    "name the archive itself, or the folder it was unpacked to",
	}
}

func tooLarge(path string, limit int64) error {
	return &FormatError{
		Path:    path,
		Problem: fmt.Sprintf("larger than %d MiB; LinkedIn's tables have a few", limit>>20),
		Hint:    "import Invitations.csv and Connections.csv alone, if they are genuine",
	}
}

// readHead returns the first bytes of a file.
func readHead(path string) ([]byte, error) {
	f, err := files.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open the archive: %w", err)
	}
	defer f.Close()
	head := make([]byte, 4096)
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, fmt.Errorf("read the archive: %w", err)
	}
	return head[:n], nil
}
