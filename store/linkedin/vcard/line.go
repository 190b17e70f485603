package vcard

import (
	"bufio"
	"bytes"
	"io"
)

// longestLine is how many bytes of a line are kept, unfolded. Photos are longer,
// and are not wanted.
const longestLine = 16 << 10

// lines gives the lines of a file one after the other, folded ones joined.
type lines struct {
	in    *bufio.Reader
	buf   []byte
	ahead []byte // the next physical line, when it was read already
	peeks bool
	line  int // number of the physical line read last
	eof   bool
}

// next returns a line without its end, and the number of the physical line it
// begins on. ok is false at the end of the file.
func (l *lines) next() (text []byte, line int, ok bool, err error) {
	first, more, err := l.physical()
	if err != nil || !more {
		return nil, 0, false, err
	}
	l.buf = append(l.buf[:0], first...)
	line = l.line
	quoted := isQuotedPrintable(l.buf)
	for {
		soft := quoted && bytes.HasSuffix(l.buf, []byte("="))
		following, more, err := l.physical()
		if err != nil {
			return nil, 0, false, err
		}
		folded := more && len(following) > 0 && (following[0] == ' ' || following[0] == '\t')
		if !more || !folded && !soft {
			if more {
				l.unread(following)
			}
			return l.buf, line, true, nil
		}
		if soft {
			l.buf = l.buf[:len(l.buf)-1]
		}
		if folded {
			following = following[1:]
		}
		if room := longestLine - len(l.buf); room < len(following) {
			following = following[:max(room, 0)]
		}
		l.buf = append(l.buf, following...)
	}
}

func (l *lines) unread(text []byte) { l.ahead, l.peeks, l.line = text, true, l.line-1 }

// physical returns the next line of the file, cut to what is kept. It holds until
// the next call.
func (l *lines) physical() (text []byte, ok bool, err error) {
	l.line++
	if l.peeks {
		l.peeks = false
		return l.ahead, true, nil
	}
	if l.eof {
		return nil, false, nil
	}
	l.ahead = l.ahead[:0]
	some := false
	for {
		piece, err := l.in.ReadSlice('\n')
		some = some || len(piece) > 0
		if room := longestLine - len(l.ahead); room < len(piece) {
			piece = piece[:max(room, 0)]
		}
		l.ahead = append(l.ahead, piece...)
		switch err {
		case nil:
			return bytes.TrimRight(l.ahead, "\r\n"), true, nil
		case bufio.ErrBufferFull:
			continue
		case io.EOF:
			l.eof = true
			return bytes.TrimRight(l.ahead, "\r\n"), some, nil
		}
		return nil, false, err
	}
}

// isQuotedPrintable reports a line whose parameters say so: version 2.1 goes on
// with the next line where one ends in "=".
func isQuotedPrintable(line []byte) bool {
	head, _, _ := bytes.Cut(line, []byte(":"))
	return bytes.Contains(bytes.ToUpper(head), []byte("QUOTED-PRINTABLE"))
}
