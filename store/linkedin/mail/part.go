package mail

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"linkvet/store/clean"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// What one mail may hold. LinkedIn's have two parts of some 100 KB.
const (
	maxMailHeader = 256 << 10
	maxMailParts  = 64
	maxMailDepth  = 6
	maxMailText   = 2 << 20 // bytes of one part, decoded
	maxMailLines  = 20_000
	maxMailLine   = 8 << 10 // a longer one counts as several
	maxLineLinks  = 50      // likewise
)

// partHeader is what is needed of a part's header.
type partHeader interface{ Get(key string) string }

// mimeBody walks the parts of a mail.
type mimeBody struct {
	letter *Letter
	parts  int
	depth  int
}

var errParts = errors.New("a mail of far too many parts, as a trap has")

// read takes the text of one part, or those inside it.
func (b *mimeBody) read(header partHeader, in io.Reader) error {
	if b.parts++; b.parts > maxMailParts || b.depth > maxMailDepth {
		return errParts
	}
	media, params, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil && media == "" {
		media = "text/plain"
	}
	if boundary := params["boundary"]; strings.HasPrefix(media, "multipart/") && boundary != "" {
		return b.readParts(multipart.NewReader(in, boundary))
	}
	disposition, fields, _ := mime.ParseMediaType(header.Get("Content-Disposition"))
	isText := media == "text/plain" || media == "text/html"
	switch {
	case strings.EqualFold(disposition, "attachment") || !isText && !strings.HasPrefix(media, "image/"):
		name := fields["filename"]
		if name == "" {
			name = params["name"]
		}
		if name = clean.Line(name); name == "" {
			name = clean.Line(media)
		}
		b.letter.attached = append(b.letter.attached, name)
		return nil
	case !isText:
		return nil
	}
	text := decodeText(in, header.Get("Content-Transfer-Encoding"), params["charset"])
	b.letter.long = b.letter.long || len(text) >= maxMailText || strings.Count(text, "\n") >= maxMailLines
	if media == "text/html" {
		b.letter.html = append(b.letter.html, htmlLines(text)...)
	} else {
		b.letter.text = append(b.letter.text, textLines(text)...)
	}
	return nil
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
		if err := b.read(partHeader(textproto.MIMEHeader(part.Header)), part); err != nil {
			return err
		}
	}
}

// decodeText undoes transfer encoding and charset; what cannot be decoded ends
// the text.
func decodeText(in io.Reader, encoding, charset string) string {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		in = base64.NewDecoder(base64.StdEncoding, in)
	case "quoted-printable":
		in = quotedprintable.NewReader(in)
	}
	if decoded, err := charsetReader(charset, in); err == nil {
		in = decoded
	}
	var text strings.Builder
	_, _ = io.Copy(&text, io.LimitReader(in, maxMailText)) // what came before an error is still worth reading
	return text.String()
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
