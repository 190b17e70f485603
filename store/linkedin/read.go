package linkedin

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"linkvet/store/linkedin/mail"
	"linkvet/store/linkedin/vcard"
	"linkvet/store/quantity"
)

// Read reads LinkedIn's data archive: a zip, an unpacked folder or a single
// table; or saved mails. Several paths are read as one archive. Progress, which may be nil, is
// told how many bytes of how many are done.
//
// Rows that cannot be taken are listed in Skipped, and everything a person
// should know about the rest in Warnings. An error means that nothing was read:
// fs.ErrNotExist for a missing path, *FormatError for what is not an archive.
func Read(ctx context.Context, paths []string, progress func(doneBytes, totalBytes int64)) (*Archive, error) {
	return read(ctx, paths, progress, standardLimits())
}

func read(ctx context.Context, paths []string, progress func(done, total int64), lim limits) (*Archive, error) {
	if len(paths) == 0 {
		return nil, &FormatError{Path: "import", Problem: "no path given", Hint: howToGet}
	}
	src := sources{limits: lim}
	defer src.close()
	for _, path := range distinct(paths) {
		if err := src.add(path); err != nil {
			return nil, err
		}
	}
	if err := src.dropCopies(ctx); err != nil {
		return nil, err
	}
	zone, err := pacific()
	if err != nil {
		return nil, err
	}
	if progress == nil {
		progress = func(int64, int64) {}
	}
	r := reader{ctx: ctx, archive: &Archive{Warnings: src.warnings}, zone: zone, limits: lim, total: src.total, progress: progress, unread: src.unread,
		invitations: tally[Invitation]{key: invitationKey}, connections: tally[Connection]{key: connectionKey}}
	for _, m := range src.members {
		if err := r.member(m); err != nil {
			return nil, err
		}
	}
	if !r.archive.HasInvitations && !r.archive.HasConnections && !r.facts && !r.book && r.mailsRead == 0 {
		return nil, noTable(paths[0], src.members)
	}
	r.summarize()
	return r.archive, nil
}

// distinct leaves out a path that leads to the same file as an earlier one, so
// that nothing is counted twice.
func distinct(paths []string) []string {
	var kept []string
	var seen []os.FileInfo
	for _, path := range paths {
		info, err := os.Stat(path)
		if err == nil && slices.ContainsFunc(seen, func(other os.FileInfo) bool { return os.SameFile(info, other) }) {
			continue
		}
		if err == nil {
			seen = append(seen, info)
		}
		kept = append(kept, path)
	}
	return kept
}

func noTable(path string, members []member) error {
	e := &FormatError{
		Path:    path,
		Problem: "no table of invitations or connections in it",
		Hint:    howToGet,
	}
	if len(members) == 1 && members[0].chosen {
		e.Problem = `not a table of invitations ("From, To, Sent At, Direction") or connections ("First Name, Last Name, Connected On"), and no address book`
	}
	return e
}

// reader takes one table after the other into the archive.
type reader struct {
	ctx      context.Context
	archive  *Archive
	zone     *time.Location
	limits   limits
	done     int64
	total    int64
	progress func(done, total int64)

	hidden int  // connections that show only their date
	stubs  int  // addresses on LinkedIn without a slug
	facts  bool // a table was found of which only facts are kept
	book   bool // an address book was found
	side   int  // rows of such tables

	unread      unread
	invitations tally[Invitation]
	connections tally[Connection]

	mailsRead int
	passed    map[string]*routine // mails skipped for everyday reasons
	owner     person              // whose archive it is
	messages  map[string]*Messages
	people    map[person]*acquaintance
	follows   map[string]int // place in the archive's follows, by company
}

// member reads one file if it holds a table that matters.
func (r *reader) member(m member) error {
	f, err := m.open()
	if err != nil {
		return m.failed(err, r.limits)
	}
	defer f.Close()
	start := r.done
	in := &counted{ctx: r.ctx, in: f, left: m.size, did: r.did}
	if err := r.content(m, in); err != nil {
		return m.failed(err, r.limits)
	}
	r.done = start + m.size
	r.progress(r.done, r.total)
	return r.ctx.Err()
}

// failed says where reading broke off.
func (m *member) failed(err error, lim limits) error {
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, errGrown):
		return tooLarge(m.path, lim.memberBytes)
	case m.zip && isDamage(err):
		return damaged(m.path)
	}
	return fmt.Errorf("read %s: %w", m.path, err)
}

// content finds out what a file holds and reads it.
func (r *reader) content(m member, in io.Reader) error {
	text, head, err := textOf(in)
	if err != nil {
		return err
	}
	if hasUTF16Mark(head) {
		r.warn("%s is stored as UTF-16 and was skipped; linkvet does not need it unless you saved it so yourself", m.name)
		return nil
	}
	if mail.Is(head) {
		if text, err = mail.WithoutCount(text); err != nil {
			return err
		}
		return r.mails(m, text)
	}
	if vcard.Is(head) {
		return r.cards(m, text)
	}
	t, ok := findTable(head)
	if !ok && !m.chosen && !isLinkedIns(m.name) {
		r.unread.others = append(r.unread.others, m.name)
	}
	if !ok || t.kind == messageTable && isDecoy(m.name) {
		return nil
	}
	return r.table(m, t, text)
}

// textOf returns a text without the mark at its beginning and with the line ends
// of today, and what it begins with.
func textOf(in io.Reader) (text *bufio.Reader, head []byte, err error) {
	text = bufio.NewReaderSize(in, chunk)
	if head, err = text.Peek(chunk); err != nil && err != io.EOF {
		return nil, nil, err
	}
	if bytes.HasPrefix(head, []byte(bom)) {
		head = head[len(bom):]
		if _, err := text.Discard(len(bom)); err != nil {
			return nil, nil, err
		}
	}
	if unix := unixLines(head); bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(unix, '\n') >= 0 {
		head = unix
		text = bufio.NewReaderSize(oldMac{text}, chunk)
	}
	return text, head, nil
}

// table reads the rows below the header.
func (r *reader) table(m member, t table, in io.Reader) error {
	recs := newRecords(in, t.comma)
	for {
		rec, err := recs.next()
		if err != nil {
			return err
		}
		if rec.line == t.line {
			break
		}
	}
	recs.want, recs.need = t.width, t.needed()
	rows := rows{reader: r, table: &t, recs: recs, file: m.name, size: m.size, member: m}
	return rows.read()
}

// bom marks UTF-8 in files that a spreadsheet saved.
const bom = "\ufeff"

// oldMac turns the lone carriage returns of old Macintosh files into line feeds.
type oldMac struct{ in io.Reader }

func (o oldMac) Read(p []byte) (int, error) {
	n, err := o.in.Read(p)
	for i, c := range p[:n] {
		if c == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

// errGrown means that a file gave more than it had announced and than is allowed.
var errGrown = errors.New("larger than announced")

// counted reports progress, stops when the work is canceled, and holds a
// file to the size it was measured by.
type counted struct {
	ctx  context.Context
	in   io.Reader
	left int64
	did  func(bytes int) // may be nil
}

func (c *counted) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.in.Read(p)
	if c.left -= int64(n); c.left < 0 {
		return n, errGrown
	}
	if c.did != nil {
		c.did(n)
	}
	return n, err
}

// did reports that some more was read.
func (r *reader) did(bytes int) {
	r.done += int64(bytes)
	r.progress(r.done, r.total)
}

func (r *reader) warn(format string, args ...any) {
	r.archive.Warnings = append(r.archive.Warnings, fmt.Sprintf(format, args...))
}

// saw keeps the latest time seen, which dates the archive.
func (r *reader) saw(t time.Time) {
	if t.After(r.archive.Newest) {
		r.archive.Newest = t
	}
}

// summarize adds the warnings that concern the archive as a whole.
func (r *reader) summarize() {
	a := r.archive
	r.gatherMessages()
	r.gatherPeople()
	r.reportPassed()
	a.Warnings = append(a.Warnings, r.unread.sentences()...)
	switch {
	case a.HasInvitations && !a.HasConnections:
		r.warn("there is no Connections.csv: most incoming invitations of an archive are already accepted, and without your connections they cannot be told from waiting ones; import the whole archive, or Invitations.csv and Connections.csv together")
	case !a.HasInvitations && !a.HasConnections && !r.facts: // mails, or an address book of one's own
	case !a.HasInvitations && !a.HasConnections:
		r.warn("there is neither Invitations.csv nor Connections.csv: only what helps to judge invitations was read; when you ask LinkedIn for the archive, choose Invitations and Connections")
	case !a.HasInvitations:
		r.warn("there is no Invitations.csv: only your connections were read; when you ask LinkedIn for the archive, choose Invitations too")
	}
	if r.hidden > 0 {
		r.warn("%s", quantity.Sentence(r.hidden, "%d connection hides its name and was left out", "%d connections hide their name and were left out"))
	}
	if r.stubs > 0 {
		r.warn("%s", quantity.Sentence(r.stubs, "%d address names no profile, as the bare https://www.linkedin.com/in does; the name alone tells that person apart",
			"%d addresses name no profile, as the bare https://www.linkedin.com/in does; the names alone tell these people apart"))
	}
}
