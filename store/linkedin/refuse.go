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
	case ext == ".eml" || ext == ".mbox" || ext == ".msg" || isMail(head):
		problem, hint = "a saved mail, which cannot be read yet", "import LinkedIn's data archive, or add the invitation by hand"
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

// isMail recognises a mail by its first line.
func isMail(head []byte) bool {
	first, _, _ := bytes.Cut(head, []byte("\n"))
	first = bytes.ToLower(first)
	for _, start := range []string{"from ", "return-path:", "delivered-to:", "received:", "mime-version:", "x-linkedin-"} {
		if bytes.HasPrefix(first, []byte(start)) {
			return true
		}
	}
	return false
}

func hasUTF16Mark(head []byte) bool {
	return bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff"))
}
