package mail

import (
	"bufio"
	"bytes"
	"io"
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
	size, start, blank := int64(0), b.start, true
	for {
		text, err := b.readLine()
		if err != nil && err != io.EOF {
			return nil, 0, err
		}
		if len(text) == 0 && err == io.EOF {
			b.done = true
			break
		}
		first := b.line == 1
		if blank && bytes.HasPrefix(text, []byte("From ")) && (first || b.pending) {
			opening := !b.pending
			b.pending, b.start = true, b.line
			if opening || size == 0 {
				start = b.line
				continue
			}
			break
		}
		blank = len(bytes.TrimRight(text, "\r\n")) == 0
		if start == 0 {
			start = 1
		}
		if size += int64(len(text)); size <= b.limit {
			b.buf = append(b.buf, b.unquoted(text)...)
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

// unquoted takes off what an mbox puts before a line that begins as a separator
// does.
func (b *Box) unquoted(text []byte) []byte {
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

// Is recognises a mail or a mailbox by its first lines.
func Is(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte(bom)), "\r\n")
	if bytes.HasPrefix(head, []byte("From ")) {
		first, rest, _ := bytes.Cut(head, []byte("\n"))
		return bytes.Count(first, []byte(",")) < 3 && Is(rest)
	}
	for i, line := range bytes.Split(head, []byte("\n")) {
		if i > 0 && len(line) > 0 && (line[0] == ' ' || line[0] == '\t') {
			continue // the line before goes on
		}
		name, _, ok := bytes.Cut(line, []byte(":"))
		if !ok || len(name) == 0 || bytes.IndexByte(name, ' ') >= 0 {
			return false
		}
		switch name := strings.ToLower(string(name)); name {
		case "from", "to", "subject", "date", "message-id", "received", "return-path", "delivered-to", "mime-version",
			"content-type", "reply-to", "sender", "dkim-signature", "authentication-results", "x-mozilla-status":
			return true
		default:
			if !strings.HasPrefix(name, "x-") && !strings.HasPrefix(name, "arc-") {
				return false
			}
		}
	}
	return false
}

// bom marks UTF-8 in files that a program of Windows saved.
const bom = "\ufeff"
