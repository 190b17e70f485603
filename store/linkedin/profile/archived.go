package profile

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	netmail "net/mail"
	"strings"
	"time"
)

// MostArchived is how large a page may be that a browser saved with its pictures
// in one file (.mhtml, RFC 2557); its text is held to MostBytes.
const MostArchived = 32 << 20

// mostParts is how many parts of such a file are looked at: the page comes first.
const mostParts = 50

// isArchived reports such a file: a header as a mail has it, which says so.
func isArchived(data []byte) bool {
	head := data[:min(len(data), 4096)]
	line, _, _ := bytes.Cut(head, []byte("\n"))
	name, _, found := bytes.Cut(line, []byte(":"))
	if !found || len(name) == 0 || bytes.ContainsAny(name, " \t<") {
		return false
	}
	return bytes.Contains(bytes.ToLower(head), []byte("multipart/related"))
}

// readArchived reads the first page of the file.
func readArchived(data []byte, now time.Time) (Profile, error) {
	wrong := &WrongError{Problem: "this saved page cannot be read", Hint: `save it as "complete", or copy the page`}
	message, err := netmail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return Profile{}, wrong
	}
	_, params, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
	if err != nil || params["boundary"] == "" {
		return Profile{}, wrong
	}
	parts := multipart.NewReader(message.Body, params["boundary"])
	for range mostParts {
		part, err := parts.NextPart() // which undoes quoted-printable
		if err != nil {
			break
		}
		if media, _, err := mime.ParseMediaType(part.Header.Get("Content-Type")); err != nil || media != "text/html" {
			continue
		}
		var in io.Reader = part
		if strings.EqualFold(part.Header.Get("Content-Transfer-Encoding"), "base64") {
			in = base64.NewDecoder(base64.StdEncoding, part)
		}
		page, _ := io.ReadAll(io.LimitReader(in, MostBytes)) // what came before an error is still worth reading
		return readSaved(string(page), now)
	}
	return Profile{}, wrong
}
