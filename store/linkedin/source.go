package linkedin

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"linkvet/store/clean"
	"linkvet/store/files"
	"linkvet/store/linkedin/mail"
	"linkvet/store/linkedin/vcard"
)

// limits bound what is opened. The largest real tables have a few megabytes.
type limits struct {
	tables      int   // in an archive
	files       int   // in a folder or a zip; each may be a mail
	memberBytes int64 // one table
	totalBytes  int64 // all tables
	rows        int   // kept of all tables: a tiny one takes far more memory than room in the file
	ratio       int64 // unpacked to packed bytes ...
	ratioAbove  int64 // ... of tables larger than this
	mailBytes   int64 // one mail
	boxBytes    int64 // one mailbox, of which one mail at a time is read
}

func standardLimits() limits {
	return limits{tables: 5000, files: 200_000, memberBytes: 512 << 20, totalBytes: 2 << 30, rows: 500_000, ratio: 100, ratioAbove: 8 << 20, mailBytes: 32 << 20, boxBytes: 16 << 30}
}

// member is one file that may hold a table or mails.
type member struct {
	path   string // for errors: the path given, and the member in it
	name   string // for rows and warnings
	size   int64
	open   func() (io.ReadCloser, error)
	zip    bool
	mail   bool // a mail or a mailbox
	chosen bool // named by the person, and not merely found in a folder
}

// sources are the members of all paths given, and what must be closed after.
type sources struct {
	limits   limits
	members  []member
	total    int64  // bytes of all members
	tables   int64  // bytes of those that are no mailbox
	count    int    // of those that are no mailbox
	unread   unread // what is not read
	warnings []string
	closers  []io.Closer
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
	if isZip(head) {
		return s.addZip(path)
	}
	if err := refuse(path, head); err != nil {
		return err
	}
	return s.addMember(member{
		path: path, name: filepath.Base(path), size: info.Size(), mail: mail.Is(unixLines(head)), chosen: true,
		open: func() (io.ReadCloser, error) { return files.Open(path) },
	})
}

func isZip(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
}

// addMember takes one more table or mailbox, within the limits.
func (s *sources) addMember(m member) error {
	m.name = clean.Line(m.name) // whoever packed the archive chose it
	limit := s.limits.memberBytes
	if m.mail {
		limit = s.limits.boxBytes
	}
	if m.size > limit {
		return tooLarge(m.path, limit)
	}
	s.members = append(s.members, m)
	s.total += m.size
	if m.mail {
		return nil
	}
	if s.count++; s.count > s.limits.tables {
		return tooMany(m.path, s.limits.tables)
	}
	if s.tables += m.size; s.tables > s.limits.totalBytes {
		return tooLarge(m.path, s.limits.totalBytes)
	}
	return nil
}

func tooMany(path string, limit int) error {
	return &FormatError{
		Path:    path,
		Problem: fmt.Sprintf("more than %d files; LinkedIn's archive has about 40", limit),
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
	head, err := headOf(f)
	if err != nil {
		return nil, fmt.Errorf("read the archive: %w", err)
	}
	return head, nil
}

func headOf(in io.Reader) ([]byte, error) {
	head := make([]byte, 4096)
	n, err := io.ReadFull(in, head)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		err = nil
	}
	return head[:n], err
}

// unixLines is the beginning of a text whose lines end in carriage returns alone,
// as old Macintosh programs write them, with line feeds instead.
func unixLines(head []byte) []byte {
	if bytes.IndexByte(head, '\n') >= 0 {
		return head
	}
	return bytes.ReplaceAll(head, []byte{'\r'}, []byte{'\n'})
}

// form is what a file among others is, as far as its name tells.
type form int

const (
	unknownForm form = iota // its beginning must be looked at
	tableForm
	mailForm
	ignoredForm // an index of some mail program, or the like
	outlookForm // mails that are not read
	otherForm   // neither tables nor mails
)

func formOf(name string) form {
	base := strings.ToLower(path.Base(filepath.ToSlash(name)))
	switch ext := path.Ext(base); ext {
	case ".csv", ".tsv", ".vcf":
		return tableForm
	case ".eml", ".mbox":
		return mailForm
	case ".msf", ".plist", ".ini", ".dat", ".lock":
		return ignoredForm
	case ".msg", ".pst", ".ost", ".olm", ".dbx":
		return outlookForm
	case ".jpg", ".jpeg", ".png", ".gif", ".pdf", ".html", ".htm", ".docx", ".xlsx", ".numbers", ".mp4", ".heic", ".webp", ".exe", ".dmg":
		return otherForm
	}
	if base == "table_of_contents" {
		return ignoredForm
	}
	return unknownForm
}

// lookInto tells what a file of unknown form is by its beginning.
func lookInto(open func() (io.ReadCloser, error)) (form, error) {
	f, err := open()
	if err != nil {
		return otherForm, err
	}
	defer f.Close()
	head, err := headOf(bufio.NewReader(f))
	if err != nil {
		return otherForm, err
	}
	head = unixLines(head)
	switch {
	case mail.Is(head):
		return mailForm, nil
	case bytes.HasPrefix(head, outlookMark):
		return outlookForm, nil
	}
	if _, ok := findTable(head); ok || vcard.Is(head) {
		return tableForm, nil
	}
	return otherForm, nil
}
