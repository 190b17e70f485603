package linkedin

import (
	"bytes"
	"path/filepath"
	"strings"

	"linkvet/store/linkedin/mail"
)

// refuse names the files people try first that are not a table.
func refuse(path string, head []byte) error {
	problem, hint := "", howToGet
	ext := strings.ToLower(filepath.Ext(path))
	switch {
	case len(bytes.TrimSpace(head)) == 0:
		problem = "an empty file"
	case mail.Is(unixLines(head)):
		return nil
	case formOf(path) == outlookForm || bytes.HasPrefix(head, outlookMark):
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

func hasUTF16Mark(head []byte) bool {
	return bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff"))
}

// outlookMark begins documents of Outlook's and old ones of Office's.
var outlookMark = []byte("\xd0\xcf\x11\xe0")
