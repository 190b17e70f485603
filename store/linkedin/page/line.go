package page

import (
	"strings"

	"linkvet/store/clean"
)

// What is looked at of one text. LinkedIn's longest pages have some thousand lines.
const (
	MostLines    = 20_000
	longestLine  = 8 << 10 // a longer one counts as several
	mostLinks    = 50      // on one line, likewise
	longestToken = 1 << 20 // of HTML
)

// Line is one line, clean.
type Line struct {
	Text    string // without addresses
	Raw     string // with them
	Links   []string
	Heading int  // of HTML: 1 for h1 and so on, 0 for other text
	Label   bool // of a saved page: it is what a picture says to a screen reader

	main bool // of a saved page: it belongs to the main part
}

// FromText splits plain text; addresses become links of their line. Empty lines
// stay.
func FromText(text string) []Line {
	var lines []Line
	for line := range eachLine(text) {
		for first := true; len(line) > 0 || first; first = false {
			part := line[:min(len(line), longestLine)]
			line = line[len(part):]
			plain, links := cutLinks(part)
			lines = append(lines, Line{Text: clean.Name(plain), Raw: clean.Name(part), Links: links})
		}
		if len(lines) >= MostLines {
			break
		}
	}
	return lines
}

// eachLine yields the lines of a text, however they end.
func eachLine(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for {
			at := strings.IndexAny(text, "\n\r\v\f\u0085\u2028\u2029")
			if at < 0 {
				yield(text)
				return
			}
			if !yield(text[:at]) {
				return
			}
			end := text[at:]
			switch {
			case strings.HasPrefix(end, "\r\n"):
				text = end[2:]
			case end[0] < 0x80:
				text = end[1:]
			case strings.HasPrefix(end, "\u0085"):
				text = end[2:]
			default:
				text = end[3:]
			}
		}
	}
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
