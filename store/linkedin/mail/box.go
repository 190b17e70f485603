package mail

import (
	"bufio"
	"bytes"
	"io"
	"strconv"
	"strings"
)

// Box gives one mail after the other: the only one of an .eml file, or
// those of an mbox, which begin with a line "From ...".
type Box struct {
	in    *bufio.Reader
	limit int64 // bytes of one mail

	line    int    // lines read so far
	pending bool   // a separator was read, and the next mail begins
	start   int    // its line
	buf     []byte // reused
	done    bool
}

// NewBox reads the mails of in. One with more bytes than limit is not held.
func NewBox(in *bufio.Reader, limit int64) *Box { return &Box{in: in, limit: limit} }

// Next returns the next mail and the line it begins on, 0 at the end. A mail
// above the limit is nil.
func (b *Box) Next() (raw []byte, line int, err error) {
	if b.done {
		return nil, 0, nil
	}
	b.buf = b.buf[:0]
	size, start := int64(0), b.start
	for {
		text, err := b.readLine()
		if err != nil && err != io.EOF {
			return nil, 0, err
		}
		if len(text) == 0 && err == io.EOF {
			b.done = true
			break
		}
		if bytes.HasPrefix(text, []byte("From ")) {
			text = bytes.Clone(text) // looking ahead moves what was read
		}
		if b.isSeparator(text) {
			opening := !b.pending
			b.pending, b.start = true, b.line
			if opening || size == 0 {
				start = b.line
				continue
			}
			break
		}
		if start == 0 {
			start = 1
		}
		if size += int64(len(text)); size <= b.limit {
			b.buf = append(b.buf, b.unescaped(text)...)
		}
	}
	switch {
	case start == 0 || size == 0:
		return nil, 0, nil
	case size > b.limit:
		return nil, start, nil
	}
	return b.buf, start, nil
}

// isSeparator reports the line that begins a mail: "From ", and below it the
// first line of a header. A note may hold a line that begins so too.
func (b *Box) isSeparator(text []byte) bool {
	if !bytes.HasPrefix(text, []byte("From ")) || b.line > 1 && !b.pending {
		return false
	}
	if b.line == 1 {
		return true
	}
	next, _ := b.in.Peek(200)
	line, _, _ := bytes.Cut(next, []byte("\n"))
	name, _, ok := bytes.Cut(line, []byte(":"))
	return ok && isHeaderName(name) && (headerKind(strings.ToLower(string(name))) >= 0 || hasTime(text))
}

// hasTime reports a time of day, such as 09:15:27, which separators have.
func hasTime(text []byte) bool {
	at := bytes.IndexByte(text, ':')
	return at > 0 && at+3 < len(text) && isDigit(text[at-1]) && isDigit(text[at+1]) && text[at+3] == ':'
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// unescaped takes off what an mbox puts before a line that begins as a separator
// does.
func (b *Box) unescaped(text []byte) []byte {
	if b.pending && len(text) > 0 && text[0] == '>' && bytes.HasPrefix(bytes.TrimLeft(text, ">"), []byte("From ")) {
		return text[1:]
	}
	return text
}

// readLine returns a line with its end. One that is far too long comes in
// pieces, so that memory stays bounded.
func (b *Box) readLine() ([]byte, error) {
	text, err := b.in.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		return text, nil
	}
	b.line++
	return text, err
}

// Is recognizes a mail or a mailbox by its first lines.
func Is(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte(bom)), "\r\n")
	first, rest, _ := bytes.Cut(head, []byte("\n"))
	switch {
	case bytes.HasPrefix(head, []byte("From ")):
		return bytes.Count(first, []byte(",")) < 3 && Is(rest)
	case isCount(first):
		return Is(rest)
	}
	known, others := 0, 0
	for i, line := range bytes.Split(head, []byte("\n")) {
		line = bytes.TrimRight(line, "\r")
		if i > 0 && len(line) > 0 && (line[0] == ' ' || line[0] == '\t') {
			continue // the line before goes on
		}
		name, _, ok := bytes.Cut(line, []byte(":"))
		if !ok || !isHeaderName(name) {
			if others++; len(line) == 0 || others > 1 || bytes.IndexByte(line, ',') >= 0 {
				return false
			}
			continue // a banner, or a damaged line
		}
		switch kind := headerKind(strings.ToLower(string(name))); {
		case kind > 0:
			known++
		case kind < 0:
			others++
		}
		if known > others {
			return true
		}
	}
	return false
}

// headerKind is 1 for the headers that mails have, 0 for those that only go with
// them and -1 for other names.
func headerKind(name string) int {
	switch name {
	case "from", "to", "subject", "date", "message-id", "received", "return-path", "delivered-to", "mime-version",
		"content-type", "reply-to", "sender", "dkim-signature", "authentication-results":
		return 1
	}
	for _, start := range []string{"x-", "arc-", "list-", "content-", "received-", "thread-", "dkim-"} {
		if strings.HasPrefix(name, start) {
			return 0
		}
	}
	return -1
}

// isCount reports the line that Apple Mail puts above a mail: its length.
func isCount(line []byte) bool {
	line = bytes.TrimSpace(line)
	return len(line) > 0 && len(line) < 12 && len(bytes.Trim(line, "0123456789")) == 0
}

// WithoutCount reads a mail as Apple Mail keeps it: behind its length, and with
// a list of properties after it.
func WithoutCount(in *bufio.Reader) (*bufio.Reader, error) {
	head, err := in.Peek(32)
	first, _, found := bytes.Cut(head, []byte("\n"))
	if !found || !isCount(first) {
		if err == io.EOF {
			err = nil
		}
		return in, err
	}
	length, err := strconv.ParseInt(string(bytes.TrimSpace(first)), 10, 64)
	if err != nil {
		return in, nil
	}
	if _, err := in.Discard(len(first) + 1); err != nil {
		return in, err
	}
	return bufio.NewReaderSize(io.LimitReader(in, length), in.Size()), nil
}

// bom marks UTF-8 in files that a program of Windows saved.
const bom = "\ufeff"
