package linkedin

import (
	"bytes"
	"path/filepath"
	"strings"
)

// refuse names the files people try first that are not a table.
func refuse(path string, head []byte) error {
	problem, hint := "", howToGet
	ext := strings.ToLower(filepath.Ext(path))
	switch {
	case len(bytes.TrimSpace(head)) == 0:
		problem = "an empty file"
	case isMail(head):
		return nil
	case ext == ".msg" || bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		problem, hint = "a document of Outlook's or Office's own form", "save the mail as .eml, or the sheet as CSV UTF-8, and import that"
	case ext == ".eml" || ext == ".mbox":
		problem, hint = "not a mail: it does not begin with a header", "save the mail again, as .eml or mbox, or add the invitation by hand"
	case ext == ".zip":
		return damaged(path)
	case bytes.HasPrefix(head, []byte("%PDF-")):
		problem = "a PDF document, not an archive"
	case hasUTF16Mark(head):
		problem, hint = "stored as UTF-16", `save it as "CSV UTF-8" and import that, or better the archive as it came`
	default:
		return nil
	}
	return &FormatError{Path: path, Problem: problem, Hint: hint}
}

// isMail recognises a mail or a mailbox by its first lines.
func isMail(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte(bom)), "\r\n")
	if bytes.HasPrefix(head, []byte("From ")) {
		first, rest, _ := bytes.Cut(head, []byte("\n"))
		return bytes.Count(first, []byte(",")) < 3 && isMail(rest)
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

func hasUTF16Mark(head []byte) bool {
	return bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff"))
}
