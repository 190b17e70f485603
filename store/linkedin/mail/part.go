package mail

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"mime/quotedprintable"
	netmail "net/mail"
	"net/textproto"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"

	"linkvet/store/clean"
	"linkvet/store/linkedin/page"
)

// What one mail may hold. LinkedIn's have two parts of some 100 KB.
const (
	maxMailHeader = 256 << 10
	maxMailParts  = 64
	maxMailDepth  = 6
	maxMailText   = 2 << 20 // bytes of one part, decoded
)

// mimeBody walks the parts of a mail.
type mimeBody struct {
	letter *Letter
	parts  int
	depth  int
}

var errParts = errors.New("a mail of far too many parts, as a trap has")

// read takes the text of one part, or those inside it.
func (b *mimeBody) read(header netmail.Header, in io.Reader) error {
	if b.parts++; b.parts > maxMailParts || b.depth > maxMailDepth {
		return errParts
	}
	media, params := parameters(header.Get("Content-Type"))
	if media == "" {
		media = "text/plain"
	}
	if boundary := params["boundary"]; strings.HasPrefix(media, "multipart/") && boundary != "" {
		return b.readParts(multipart.NewReader(in, boundary))
	}
	in = decoded(in, header.Get("Content-Transfer-Encoding"))
	disposition, fields := parameters(header.Get("Content-Disposition"))
	isText := media == "text/plain" || media == "text/html"
	switch {
	case media == "message/rfc822":
		b.readInner(in)
		return nil
	case disposition == "attachment" || !isText && !strings.HasPrefix(media, "image/"):
		b.letter.attached = append(b.letter.attached, nameOf(fields["filename"], params["name"], media))
		return nil
	case !isText:
		return nil
	}
	text := b.letter.text8(in, params["charset"])
	b.letter.long = b.letter.long || len(text) >= maxMailText || strings.Count(text, "\n") >= page.MostLines
	if media == "text/html" {
		b.letter.html = append(b.letter.html, page.FromHTML(text)...)
	} else {
		b.letter.text = append(b.letter.text, page.FromText(text)...)
	}
	return nil
}

// nameOf names what is attached.
func nameOf(names ...string) string {
	for _, name := range names {
		if name = clean.Line(name); name != "" {
			return name
		}
	}
	return "a file"
}

// readParts reads as far as the parts are sound: a mail that was cut short
// still says who sent it.
func (b *mimeBody) readParts(parts *multipart.Reader) error {
	b.depth++
	defer func() { b.depth-- }()
	for {
		part, err := parts.NextRawPart()
		if err != nil {
			return nil
		}
		header := netmail.Header{}
		for name, values := range textproto.MIMEHeader(part.Header) {
			for _, value := range values {
				header[name] = append(header[name], asUTF8([]byte(value)))
			}
		}
		if err := b.read(header, part); err != nil {
			return err
		}
	}
}

// readInner reads a mail that is attached as it came.
func (b *mimeBody) readInner(in io.Reader) {
	raw, _ := io.ReadAll(io.LimitReader(in, maxMailText)) // what came before an error is still worth reading
	if inner, err := open(raw, b.depth+1); err == nil && b.letter.inner == nil {
		inner.forwarded = true
		b.letter.inner = inner
	}
}

// decoded undoes a transfer encoding.
func decoded(in io.Reader, encoding string) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return base64.NewDecoder(base64.RawStdEncoding, onlyBase64{in})
	case "quoted-printable":
		return quotedprintable.NewReader(in)
	}
	return in
}

// onlyBase64 leaves out what does not belong into base64: programs indent and
// quote it.
type onlyBase64 struct{ in io.Reader }

func (o onlyBase64) Read(p []byte) (int, error) {
	for {
		n, err := o.in.Read(p)
		kept := 0
		for _, c := range p[:n] {
			if c == '+' || c == '/' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' {
				p[kept] = c
				kept++
			}
		}
		if kept > 0 || err != nil || len(p) == 0 {
			return kept, err
		}
	}
}

// text8 reads a part's text. One that is not of the charset it names is read as
// the most common of the old ones.
func (l *Letter) text8(in io.Reader, charset string) string {
	if other, err := charsetReader(charset, in); err == nil {
		in = other
	}
	var out strings.Builder
	_, _ = io.Copy(&out, io.LimitReader(in, maxMailText)) // what came before an error is still worth reading
	text := out.String()
	if utf8.ValidString(strings.TrimRight(text, string(utf8.RuneError))) || len(text) == maxMailText {
		return text
	}
	l.Garbled = true
	if fixed, err := charmap.Windows1252.NewDecoder().String(text); err == nil {
		return fixed
	}
	return text
}

// charsetReader reads text of any charset as UTF-8.
func charsetReader(charset string, in io.Reader) (io.Reader, error) {
	switch strings.ToLower(charset) {
	case "", "utf-8", "us-ascii":
		return in, nil
	}
	encoding, err := htmlindex.Get(charset)
	if err != nil {
		return nil, fmt.Errorf("the charset %s: %w", clean.Excerpt(charset), err)
	}
	return encoding.NewDecoder().Reader(in), nil
}
