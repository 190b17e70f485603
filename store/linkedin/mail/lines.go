package mail

import (
	"html"
	"linkvet/store/clean"
	"linkvet/store/linkedin/wording"
	"slices"
	"strings"
)

// bodyLine is one line of a mail's text, and where the links on it lead.
type bodyLine struct {
	text  string // clean, without addresses
	raw   string // clean, with them; for notes
	links []string
}

// textLines splits plain text; addresses become links of their line.
func textLines(text string) []bodyLine {
	var lines []bodyLine
	for line := range strings.SplitSeq(text, "\n") {
		for len(line) > 0 || len(lines) == 0 {
			part := line[:min(len(line), maxMailLine)]
			line = line[len(part):]
			plain, links := cutLinks(part)
			lines = append(lines, bodyLine{text: clean.Name(plain), raw: clean.Name(part), links: links})
		}
		if len(lines) >= maxMailLines {
			break
		}
	}
	return lines
}

// cutLinks takes the addresses out of a line.
func cutLinks(line string) (plain string, links []string) {
	var out strings.Builder
	for {
		at := strings.Index(line, "http")
		if at < 0 {
			break
		}
		out.WriteString(line[:at])
		line = line[at:]
		if !strings.HasPrefix(line, "http://") && !strings.HasPrefix(line, "https://") {
			out.WriteString("http")
			line = line[len("http"):]
			continue
		}
		end := strings.IndexFunc(line, func(r rune) bool { return r <= ' ' || strings.ContainsRune(`<>"`, r) })
		if end < 0 {
			end = len(line)
		}
		link := strings.TrimRight(line[:end], ".,;:!?)]'")
		links = append(links, link)
		line = line[len(link):]
	}
	out.WriteString(line)
	return out.String(), links
}

// htmlLines reads the visible text of a page as lines, as far as a mail's is
// made: blocks and line breaks end a line, and links belong to the line that
// they are on. It understands no more of HTML than that.
func htmlLines(page string) []bodyLine {
	h := htmlText{}
	for len(page) > 0 && len(h.lines) < maxMailLines {
		open := strings.IndexByte(page, '<')
		if open < 0 {
			h.add(page)
			break
		}
		h.add(page[:open])
		page = h.tag(page[open:])
	}
	h.breakLine()
	return h.lines
}

type htmlText struct {
	lines []bodyLine
	text  strings.Builder
	links []string
	href  string // of the link we are in
}

func (h *htmlText) add(text string) { h.text.WriteString(html.UnescapeString(text)) }

func (h *htmlText) breakLine() {
	text := clean.Name(strings.Join(strings.Fields(h.text.String()), " "))
	if text != "" || len(h.links) > 0 {
		h.lines = append(h.lines, bodyLine{text: text, raw: text, links: h.links})
	}
	h.text.Reset()
	h.links = nil
}

// tag takes the tag at the start of page and returns what follows it.
func (h *htmlText) tag(page string) string {
	if strings.HasPrefix(page, "<!--") {
		return after(page, "-->")
	}
	end := strings.IndexByte(page, '>')
	if end < 0 {
		return ""
	}
	inside := page[1:end]
	name := strings.ToLower(strings.TrimPrefix(inside, "/"))
	if cut := strings.IndexFunc(name, func(r rune) bool { return r <= ' ' || r == '/' }); cut >= 0 {
		name = name[:cut]
	}
	rest := page[end+1:]
	switch name {
	case "script", "style", "head", "title":
		if !strings.HasPrefix(inside, "/") {
			return afterEnd(rest, name)
		}
	case "a":
		h.href = ""
		if !strings.HasPrefix(inside, "/") {
			h.href = attribute(inside, "href")
		}
		if len(h.links) == maxLineLinks {
			h.breakLine()
		}
		if h.href != "" && !slices.Contains(h.links, h.href) {
			h.links = append(h.links, h.href)
		}
	case "br", "p", "div", "tr", "td", "th", "table", "li", "ul", "ol", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "body":
		h.breakLine()
	}
	return rest
}

// after returns what follows the first mark in s; "" without one.
func after(s, mark string) string {
	_, rest, _ := strings.Cut(s, mark)
	return rest
}

// afterEnd returns what follows the name of the end tag.
func afterEnd(s, name string) string {
	for {
		at := strings.Index(s, "</")
		if at < 0 {
			return ""
		}
		s = s[at+2:]
		if len(s) >= len(name) && strings.EqualFold(s[:len(name)], name) {
			return s[len(name):]
		}
	}
}

// attribute returns an attribute of a tag's inside.
func attribute(inside, name string) string {
	lower := strings.ToLower(inside)
	for from := 0; ; {
		at := strings.Index(lower[from:], name)
		if at < 0 || len(lower) != len(inside) {
			return ""
		}
		at += from
		from = at + len(name)
		value := strings.TrimLeft(inside[from:], " \t\r\n")
		if at == 0 || inside[at-1] > ' ' || !strings.HasPrefix(value, "=") {
			continue
		}
		value = strings.TrimLeft(value[1:], " \t\r\n")
		if value == "" {
			return ""
		}
		if quote := value[0]; quote == '"' || quote == '\'' {
			value, _, _ = strings.Cut(value[1:], string(quote))
		} else if end := strings.IndexFunc(value, func(r rune) bool { return r <= ' ' }); end >= 0 {
			value = value[:end]
		}
		return html.UnescapeString(strings.TrimSpace(value))
	}
}

// beforeFooter cuts the small print, and the people LinkedIn suggests.
func beforeFooter(lines []bodyLine) []bodyLine {
	if i := slices.IndexFunc(lines, func(line bodyLine) bool { return wording.BeginsFooter(line.text) }); i >= 0 {
		return lines[:i]
	}
	return lines
}

// isAction reports the lines of buttons, and in plain text the labels before
// their addresses.
func isAction(line bodyLine) bool {
	return slices.ContainsFunc(line.links, isAcceptLink) || wording.IsAction(line.text)
}
