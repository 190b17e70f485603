package mail

import (
	"bytes"
	"errors"
	"fmt"
	"mime"
	netmail "net/mail"
	"net/textproto"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"linkvet/store/clean"
)

// parseHeader reads a header as leniently as mail programs do: a line without a
// colon is left out, and bytes that are not UTF-8 are read as Windows-1252.
func parseHeader(raw []byte) (netmail.Header, []byte, error) {
	header := netmail.Header{}
	last := ""
	rest := raw
	for len(rest) > 0 {
		if len(raw)-len(rest) > maxMailHeader {
			return nil, nil, fmt.Errorf("a mail with a header of more than %d KiB", maxMailHeader>>10)
		}
		var line []byte
		line, rest, _ = bytes.Cut(rest, []byte("\n"))
		line = bytes.TrimRight(line, "\r")
		if len(line) == 0 {
			break
		}
		if (line[0] == ' ' || line[0] == '\t') && last != "" {
			values := header[last]
			values[len(values)-1] += " " + asUTF8(bytes.TrimSpace(line))
			continue
		}
		name, value, ok := bytes.Cut(line, []byte(":"))
		if !ok || !isHeaderName(name) {
			last = ""
			continue
		}
		last = textproto.CanonicalMIMEHeaderKey(string(name))
		header[last] = append(header[last], asUTF8(bytes.TrimSpace(value)))
	}
	if header.Get("From") == "" && header.Get("Subject") == "" {
		return nil, nil, errors.New("a damaged mail: its header cannot be read")
	}
	return header, rest, nil
}

// isHeaderName reports letters, digits and hyphens, up to a sensible length.
func isHeaderName(name []byte) bool {
	if len(name) == 0 || len(name) > 80 {
		return false
	}
	for _, c := range bytes.TrimRight(name, " ") {
		if c != '-' && c != '_' && !('0' <= c && c <= '9') && !('a' <= c|0x20 && c|0x20 <= 'z') {
			return false
		}
	}
	return true
}

// asUTF8 reads bytes of a header, which has no charset.
func asUTF8(text []byte) string {
	if utf8.Valid(text) {
		return string(text)
	}
	decoded, err := charmap.Windows1252.NewDecoder().Bytes(text)
	if err != nil {
		return string(text)
	}
	return string(decoded)
}

// decodeHeader reads the encoded words of a header.
func decodeHeader(text string) string {
	words := mime.WordDecoder{CharsetReader: charsetReader}
	if decoded, err := words.DecodeHeader(text); err == nil {
		text = decoded
	}
	return clean.Name(text)
}

// parameters reads a header like Content-Type. Programs leave out the quotation
// marks around a boundary that needs them.
func parameters(value string) (media string, params map[string]string) {
	media, params, err := mime.ParseMediaType(value)
	if err == nil {
		return media, params
	}
	first, rest, _ := strings.Cut(value, ";")
	media, params = strings.ToLower(strings.TrimSpace(first)), map[string]string{}
	for part := range strings.SplitSeq(rest, ";") {
		if name, value, ok := strings.Cut(part, "="); ok {
			params[strings.ToLower(strings.TrimSpace(name))] = strings.Trim(strings.TrimSpace(value), `"'`)
		}
	}
	return media, params
}
