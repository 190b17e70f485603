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
	r := newReader(source)
	r.read()
	return r.lines
}

// Saved is a page that was saved from a browser.
type Saved struct {
	Lines   []Line   // those of the main part, where the page says which that is
	Address string   // that the page gives itself
	Data    []string // what it says for machines, as JSON-LD
	Scripts bool     // it holds programs
}

// FromSaved reads a saved page. What stands beside its main part is left out.
func FromSaved(source string) Saved {
	r := newReader(source)
	r.saved = &Saved{}
	r.read()
	r.saved.Lines = r.lines
	if slices.ContainsFunc(r.lines, func(l Line) bool { return l.main }) {
		r.saved.Lines = slices.DeleteFunc(r.lines, func(l Line) bool { return !l.main })
	}
	return *r.saved
}

func newReader(source string) *reader {
	r := &reader{in: html.NewTokenizer(strings.NewReader(source))}
	r.in.SetMaxBuf(longestToken)
	return r
}

func (r *reader) read() {
	for len(r.lines) < MostLines {
		switch r.in.Next() {
		case html.ErrorToken: // the end, or more than a page holds
			r.breakLine()
			return
		case html.TextToken:
			switch {
			case r.unseen == 0 && r.beside == 0:
				r.text.Write(r.in.Text())
			case r.machine:
				r.saved.Data = append(r.saved.Data, string(r.in.Text()))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			r.start()
		case html.EndTagToken:
			r.end()
		}
	}
}

type reader struct {
	in      *html.Tokenizer
	lines   []Line
	text    strings.Builder
	links   []string
	heading int
	unseen  atom.Atom // the element whose text does not show, 0 for none

	saved   *Saved // nil for mails
	main    int    // how many elements for the main part we are in
	beside  int    // how many for what stands beside it
	machine bool   // inside what the page says for machines
}

func (r *reader) breakLine() {
	text := clean.Name(strings.Join(strings.Fields(r.text.String()), " "))
	if text != "" || len(r.links) > 0 {
		r.lines = append(r.lines, Line{Text: text, Raw: text, Links: r.links, Heading: r.heading, main: r.main > 0})
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
	if r.saved != nil {
		r.startSaved(tag, more)
		more = more && tag != atom.Svg && tag != atom.Link && tag != atom.Meta && tag != atom.Script
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

// startSaved looks at what only a saved page needs.
func (r *reader) startSaved(tag atom.Atom, more bool) {
	switch tag {
	case atom.Main:
		r.main++
	case atom.Aside, atom.Nav:
		r.beside++
	case atom.Svg:
		if label := r.attributes(more)["aria-label"]; label != "" && r.unseen == 0 && r.beside == 0 {
			r.breakLine()
			text := clean.Name(label)
			r.lines = append(r.lines, Line{Text: text, Raw: text, Label: true, main: r.main > 0})
		}
	case atom.Link:
		if a := r.attributes(more); a["rel"] == "canonical" && r.saved.Address == "" {
			r.saved.Address = a["href"]
		}
	case atom.Meta:
		if a := r.attributes(more); a["property"] == "og:url" && r.saved.Address == "" {
			r.saved.Address = a["content"]
		}
	case atom.Script:
		r.saved.Scripts = true
		r.machine = r.attributes(more)["type"] == "application/ld+json"
	}
}

// attributes reads those of a tag.
func (r *reader) attributes(more bool) map[string]string {
	all := map[string]string{}
	for more && len(all) < 50 {
		var key, value []byte
		key, value, more = r.in.TagAttr()
		all[string(key)] = string(value)
	}
	return all
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
	if r.saved != nil {
		r.endSaved(tag)
	}
	switch {
	case r.unseen != 0 && tag == r.unseen:
		r.unseen = 0
	case r.unseen == 0 && isBlock(tag):
		r.breakLine()
		r.heading = 0
	}
}

func (r *reader) endSaved(tag atom.Atom) {
	switch tag {
	case atom.Main:
		r.breakLine()
		r.main = max(0, r.main-1)
	case atom.Aside, atom.Nav:
		r.breakLine()
		r.beside = max(0, r.beside-1)
	case atom.Script:
		r.machine = false
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
