package profile

import (
	"math"
	"strings"
	"time"

	"linkvet/store/clean"
	"linkvet/store/linkedin/address"
	"linkvet/store/linkedin/page"
	"linkvet/store/linkedin/pdf"
	"linkvet/store/linkedin/wording"
)

// Sizes tell the parts of LinkedIn's own PDF, in every language, and have since
// 2017: text cannot imitate a heading there.
const (
	sizeName    = 26
	sizeSection = 15.75
	sizeEntry   = 12 // headline, place, summary, company, school
	sizeTitle   = 11.5
	sizeAddress = 11
	sizeDetail  = 10.5
)

// leftColumn is where the right column begins, in points.
const leftColumn = 200

// ReadDocument reads a PDF: the one that LinkedIn makes of a profile, by place and
// size; one that a browser printed, line by line as a page is. What is no profile
// is a *WrongError.
func ReadDocument(doc pdf.Document, now time.Time) (Profile, error) {
	if doc.Author != "LinkedIn" || !strings.Contains(doc.Subject, "profile") {
		return readPrinted(doc, now)
	}
	d := document{Profile: Profile{Kind: PDF, AllPositions: true}}
	var address strings.Builder
	for _, l := range doc.Lines {
		text := strings.TrimSpace(clean.Name(strings.ReplaceAll(l.Text, "\u00a0", " ")))
		switch {
		case text == "":
		case l.X < leftColumn && is(l.Size, sizeAddress):
			address.WriteString(text)
		case l.X >= leftColumn:
			d.line(l.Size, text)
		}
	}
	d.Slug = slugOfDocument(address.String())
	if d.Name == "" {
		return Profile{}, &WrongError{Problem: "nothing of a profile was found in this PDF", Hint: howToCopy}
	}
	if len(d.Positions) > 0 {
		d.sectionsSeen[experience] = true
	}
	d.Missing = []string{"skills", "recommendations"} // which that PDF never has
	return d.Profile, nil
}

// slugOfDocument is that of the address, which wraps at its hyphens and ends in the
// name of the site.
func slugOfDocument(text string) string {
	text, _, found := strings.Cut(text, "(LinkedIn)")
	if !found {
		return ""
	}
	at := strings.LastIndex(text, "linkedin.com/in/")
	if at < 0 {
		return ""
	}
	_, slug := address.Profile("https://www." + strings.TrimSpace(text[at:]))
	return slug
}

// document is LinkedIn's PDF being read.
type document struct {
	Profile
	section section // 0 before the first heading
	begun   bool    // a section was seen
	company string
	title   string
	atTitle bool // the line before is a title
}

// line takes one line of the right column.
func (d *document) line(size float64, text string) {
	atTitle := d.atTitle
	d.atTitle = false
	switch {
	case is(size, sizeName):
		if d.Name == "" {
			d.Name = wording.LikelyName(text)
		}
	case is(size, sizeSection):
		d.begun, d.section = true, other
		if s, ok := headingOf(text); ok {
			d.section = s
		}
		d.company, d.title = "", ""
	case !d.begun && is(size, sizeEntry):
		if d.Headline == "" {
			d.Headline = text
		}
	case d.section == experience:
		d.job(size, text, atTitle)
	case d.section == education:
		d.school(size, text)
	}
}

// job takes a line of the jobs: company, title, months, and what stands below.
func (d *document) job(size float64, text string, atTitle bool) {
	switch {
	case is(size, sizeEntry):
		d.company, d.title = text, ""
	case is(size, sizeTitle):
		if atTitle && len(d.title) < maxTitle { // a title of two lines
			text = d.title + " " + text
		}
		d.title, d.atTitle = text, true
	case is(size, sizeDetail) && atTitle && d.company != "":
		months, _, _ := strings.Cut(text, "(")
		if from, until, ok := readRange(strings.TrimSpace(months)); ok {
			d.Positions = append(d.Positions, Position{Title: d.title, Company: d.company, From: from, Until: until})
		}
	}
}

const maxTitle = 200

// school takes a line of the schools: its name, then what was studied and when.
func (d *document) school(size float64, text string) {
	switch {
	case is(size, sizeEntry):
		d.Schools = append(d.Schools, School{Name: text})
	case is(size, sizeDetail) && len(d.Schools) > 0:
		last := &d.Schools[len(d.Schools)-1]
		_, years, found := cutLast(text, "(")
		if from, until, ok := readRange(strings.TrimSuffix(years, ")")); found && ok && last.From.IsZero() {
			last.From, last.Until = from, until
		}
	}
}

func cutLast(text, sep string) (before, after string, found bool) {
	at := strings.LastIndex(text, sep)
	if at < 0 {
		return text, "", false
	}
	return text[:at], text[at+len(sep):], true
}

func is(size, want float64) bool { return math.Abs(size-want) < 0.2 }

// readPrinted reads what a browser printed, as the text of a page.
func readPrinted(doc pdf.Document, now time.Time) (Profile, error) {
	var text strings.Builder
	for _, l := range doc.Lines {
		text.WriteString(l.Text + "\n")
	}
	return readText(page.FromText(text.String()), PDF, now)
}
