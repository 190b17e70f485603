package exchange

import (
	"bufio"
	"fmt"
	"html"
	"strings"
	"time"

	"linkvet/advisor"
	"linkvet/store/record"
)

// htmlHead begins a page that stands alone: nothing is loaded from elsewhere, and
// the policy keeps a browser from it even if something slipped in. It prints well
// and follows the reader's light or dark.
const htmlHead = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Invitations</title>
<style>
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
article { border-top: 1px solid #8886; padding: 1rem 0; break-inside: avoid-page }
h1 { font-size: 1.5rem } h2 { font-size: 1.25rem; margin: .5rem 0 } h3 { font-size: 1rem; margin: 1rem 0 .25rem }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0 } dt { opacity: .7 } dd { margin: 0; overflow-wrap: anywhere }
blockquote { margin: 0; padding-left: 1rem; border-left: 3px solid #8886; white-space: pre-wrap; overflow-wrap: anywhere }
p, ul { margin: .25rem 0 } small { opacity: .7 }
</style>
</head>
<body>
<h1>Invitations</h1>
`

// htmlPage writes invitations as one page for a browser. Every text is escaped.
type htmlPage struct {
	out     *bufio.Writer
	profile advisor.Profile
	begun   bool
}

// tag writes a line of HTML; what fills the gaps is escaped.
func (p *htmlPage) tag(format string, texts ...string) {
	escaped := make([]any, len(texts))
	for i, text := range texts {
		escaped[i] = html.EscapeString(text)
	}
	fmt.Fprintf(p.out, format+"\n", escaped...)
}

func (p *htmlPage) begin() {
	if !p.begun {
		p.begun = true
		_, _ = p.out.WriteString(htmlHead) // an error stays in the writer until it is flushed
	}
}

func (p *htmlPage) close() error {
	if !p.begun {
		p.begin()
		p.tag("<p>No invitations.</p>")
	}
	p.tag("</body>\n</html>")
	return p.out.Flush()
}

func (p *htmlPage) write(inv record.Invitation, now time.Time) error {
	p.begin()
	r := reportOf(inv, now, p.profile)
	p.tag(`<article>`)
	p.tag(`<h2 dir="auto">%s</h2>`, r.title)
	p.tag(`<dl>`)
	for _, field := range r.fields {
		if field.kind == link && strings.HasPrefix(field.text, "https://") {
			p.tag(`<dt>%s</dt><dd><a href="%s" rel="noreferrer">%s</a></dd>`, field.name, field.text, field.text)
			continue
		}
		p.tag(`<dt>%s</dt><dd dir="auto">%s</dd>`, field.name, field.text)
	}
	p.tag(`</dl>`)
	p.quote("Note that came with it", r.note)
	p.quote("My note", r.personNote)
	p.list("To confirm or not", r.suggestions, "<li>%s %s</li>")
	if r.advice != nil {
		p.tag(`<h3>Advice: %s</h3>`, r.advice.heading)
		p.tag(`<p>%s</p>`, r.advice.summary)
		if !r.advice.settled {
			p.tag(`<p>%s</p>`, openAdvice)
		}
		for _, side := range r.advice.sides {
			p.list(side.heading, side.reasons, "<li>%s <small>(%s)</small></li>")
		}
	}
	p.answers(r.answers)
	p.tag(`</article>`)
	_, err := p.out.Write(nil) // reports an earlier error
	return err
}

func (p *htmlPage) quote(heading, text string) {
	if text != "" {
		p.tag(`<h3>%s</h3>`, heading)
		p.tag(`<blockquote dir="auto">%s</blockquote>`, text)
	}
}

func (p *htmlPage) list(heading string, items [][2]string, format string) {
	if len(items) == 0 {
		return
	}
	p.tag(`<h3>%s</h3>`, heading)
	p.tag(`<ul>`)
	for _, item := range items {
		p.tag(format, item[0], item[1])
	}
	p.tag(`</ul>`)
}

func (p *htmlPage) answers(answers []reportAnswer) {
	if len(answers) == 0 {
		return
	}
	p.tag(`<h3>Answers</h3>`)
	p.tag(`<ul>`)
	for _, a := range answers {
		p.tag(`<li>%s <b>%s</b> %s</li>`, a.question, a.answer, a.note)
	}
	p.tag(`</ul>`)
}
