package mail

import (
	netmail "net/mail"
	"slices"
	"strings"

	"linkvet/store/linkedin/page"
	"linkvet/store/linkedin/wording"
)

// mostQuotedHeader is how many lines the header of a quoted mail may have.
const mostQuotedHeader = 12

// quoted returns the mail that is quoted in the text of this one, nil for none:
// mail programs that forward put the most important lines of its header above.
func (l *Letter) quoted() *Letter {
	for _, lines := range [][]page.Line{l.text, l.html} {
		lines = unquoted(lines)
		for i, line := range lines {
			from, ok := headerValue(wording.From, line)
			if !ok || !strings.ContainsAny(from, "@") {
				continue
			}
			inner := &Letter{header: netmail.Header{}, forwarded: true, long: l.long, attached: l.attached}
			inner.setFrom(from)
			if body := inner.quotedHeader(lines[i+1:]); body != nil {
				inner.text = body
				return inner
			}
		}
	}
	return nil
}

// quotedHeader reads the lines of a header below that of the sender and returns
// those of the body; nil where there is no subject among them.
func (l *Letter) quotedHeader(lines []page.Line) (body []page.Line) {
	found := false
	for i, line := range lines[:min(len(lines), mostQuotedHeader)] {
		if subject, ok := headerValue(wording.Subject, line); ok {
			l.subject, found = subject, true
			continue
		}
		name, _, ok := strings.Cut(line.Raw, ":")
		if line.Raw == "" && !found || ok && len(strings.Fields(name)) <= 2 && !strings.Contains(line.Raw, "://") {
			continue
		}
		if !found {
			return nil
		}
		return lines[i:]
	}
	return nil
}

// headerValue returns what stands behind "From:" or the like, in any language.
// Some programs set the word in bold, with asterisks in plain text.
func headerValue(class wording.Class, line page.Line) (value string, ok bool) {
	name, value, ok := strings.Cut(line.Raw, ":")
	if !ok || !wording.Is(class, strings.Trim(name, "* ")) {
		return "", false
	}
	return strings.Trim(value, "* "), true
}

// unquoted takes off the marks that programs put before the lines of a quoted
// mail.
func unquoted(lines []page.Line) []page.Line {
	lines = slices.Clone(lines)
	for i := range lines {
		for _, text := range []*string{&lines[i].Text, &lines[i].Raw} {
			*text = strings.TrimLeft(*text, "> ")
		}
	}
	return lines
}

// hasForwardMark reports the line that programs put above a forwarded mail.
func (l *Letter) hasForwardMark() bool {
	return slices.ContainsFunc(l.lines(), func(line page.Line) bool {
		return wording.Is(wording.Forwarded, strings.Trim(line.Text, "-_>*:= "))
	})
}

// isForwardedSubject reports "Fwd: ..." in the languages of mail programs.
func isForwardedSubject(subject string) bool {
	mark, _, ok := strings.Cut(subject, ":")
	switch strings.ToLower(strings.TrimSpace(mark)) {
	case "fwd", "fw", "wg", "tr", "rv", "enc", "i", "doorst", "vs", "vb", "ilt", "pd":
		return ok
	}
	return false
}
