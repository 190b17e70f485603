package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"linkvet/store/clean"
)

// FromHTML reads what a page shows as lines: blocks and line breaks end a line,
// and links belong to the line that they are on. Nothing is fetched, and no
// attribute is read but where a link leads.
func FromHTML(source string) []Line {
	r := reader{in: html.NewTokenizer(strings.NewReader(source))}
	r.in.SetMaxBuf(longestToken)
	for len(r.lines) < MostLines {
		switch r.in.Next() {
		case html.ErrorToken: // the end, or more than a page holds
			r.breakLine()
			return r.lines
		case html.TextToken:
			if r.unseen == 0 {
				r.text.Write(r.in.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			r.start()
		case html.EndTagToken:
			r.end()
		}
	}
	return r.lines
}

type reader struct {
	in      *html.Tokenizer
	lines   []Line
	text    strings.Builder
	links   []string
	heading int
	unseen  atom.Atom // the element whose text does not show, 0 for none
}

func (r *reader) breakLine() {
	text := clean.Name(strings.Join(strings.Fields(r.text.String()), " "))
	if text != "" || len(r.links) > 0 {
		r.lines = append(r.lines, Line{Text: text, Raw: text, Links: r.links, Heading: r.heading})
	}
	r.text.Reset()
	r.links = nil
}

func (r *reader) start() {
	name, more := r.in.TagName()
	tag := atom.Lookup(name)
	if r.unseen == atom.Head && tag == atom.Body {
		r.unseen = 0 // the head's end may be left out
	}
	switch {
	case r.unseen != 0:
	case isUnseen(tag):
		r.unseen = tag
	case tag == atom.A:
		r.link(more)
	case isBlock(tag):
		r.breakLine()
		r.heading = headingLevel(tag)
	}
}

func (r *reader) link(more bool) {
	for more {
		var key, value []byte
		key, value, more = r.in.TagAttr()
		if string(key) != "href" {
			continue
		}
		if len(r.links) == mostLinks {
			r.breakLine()
		}
		if link := strings.TrimSpace(string(value)); link != "" && !slices.Contains(r.links, link) {
			r.links = append(r.links, link)
		}
		return
	}
}

func (r *reader) end() {
	name, _ := r.in.TagName()
	tag := atom.Lookup(name)
	switch {
	case r.unseen != 0 && tag == r.unseen:
		r.unseen = 0
	case r.unseen == 0 && isBlock(tag):
		r.breakLine()
		r.heading = 0
	}
}

// isUnseen reports elements whose text does not show.
func isUnseen(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Head, atom.Title, atom.Template, atom.Noscript:
		return true
	}
	return false
}

func isBlock(tag atom.Atom) bool {
	switch tag {
	case atom.Br, atom.P, atom.Div, atom.Tr, atom.Td, atom.Th, atom.Table, atom.Li, atom.Ul, atom.Ol, atom.Hr, atom.Dl, atom.Dt, atom.Dd, atom.Pre,
		atom.Blockquote, atom.Body, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Aside, atom.Nav, atom.Button, atom.Form:
		return true
	}
	return headingLevel(tag) > 0
}

func headingLevel(tag atom.Atom) int {
	switch tag {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3, atom.H4, atom.H5, atom.H6:
		return 3
	}
	return 0
}
