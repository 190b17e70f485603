package profile

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"linkvet/store/linkedin/pdf"
)

// right is a line of the right column.
func right(size float64, text string) pdf.Line {
	return pdf.Line{Page: 1, X: 223.6, Size: size, Text: text}
}

func left(size float64, text string) pdf.Line {
	return pdf.Line{Page: 1, X: 21.6, Size: size, Text: text}
}

func linkedIns(lines ...pdf.Line) pdf.Document {
	return pdf.Document{Author: "LinkedIn", Subject: "Resume generated from profile", Lines: lines}
}

func TestLinkedInsDocument(t *testing.T) {
	p, err := ReadDocument(linkedIns(
		left(13, "Contact"), left(11, "www.linkedin.com/in/jo-lind-"), left(11, "3b2 (LinkedIn)"), left(10.5, "Milling"),
		right(26, "Jo Lind"), right(12, "Miller at Windmark"), right(12, "Edam"),
		right(15.75, "Summary"), right(12, "Experience"), right(11.5, "Queen of England"), right(10.5, "January 1990 - Present (36 years)"),
		right(15.75, "Berufserfahrung"),
		right(12, "Windmark"), right(10.5, "5 years"), right(11.5, "Miller"), right(10.5, "March 2021 - Present (5\u00a0years)"), right(10.5, "May 1990 - Present"),
		right(11.5, "Apprentice"), right(10.5, "May 2019 - Februar 2021(2 Jahre)"), right(9, "Page 1 of 2"),
		right(12, "Tidewheel"), right(11.5, "Trainee of two"), right(11.5, "lines"), right(10.5, "2015 - 2019"),
		right(15.75, "Formazione"), right(12, "Mill School"), right(10.5, "Diploma\u00a0·\u00a0(2011 - 2015)"), right(12, "Other School"),
	), time.Now())
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprintf("%s|%s|%s|%v|%v|%s", p.Name, p.Headline, p.Slug, p.Positions, p.Schools, strings.Join(p.Missing, " "))
	want := "Jo Lind|Miller at Windmark|jo-lind-3b2|[{Miller Windmark 2021-03  false} {Apprentice Windmark 2019-05 2021-02 false} {Trainee of two lines Tidewheel 2015 2019 false}]|" +
		"[{Mill School 2011 2015} {Other School  }]|skills recommendations"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestOtherDocuments: without LinkedIn's marks, sizes say nothing, and what is no
// profile is refused.
func TestOtherDocuments(t *testing.T) {
	invoice := pdf.Document{Author: "Shop", Lines: []pdf.Line{right(26, "Jo Lind"), right(15.75, "Experience"), right(12, "Invoice")}}
	for name, doc := range map[string]pdf.Document{"an invoice": invoice, "nothing": {}, "LinkedIn's without a name": linkedIns(right(12, "Windmark"))} {
		if p, err := ReadDocument(doc, time.Now()); err == nil {
			t.Errorf("%s: %+v", name, p)
		}
	}
	printed := pdf.Document{Author: "Chrome"}
	for line := range strings.SplitSeq("Ada Lovell\n· 2nd\nLock keeper\nEdam\nContact info\n500+ connections\nExperience\nLock keeper\nWindmark · Full-time\nFeb 2020 - Present · 6 yrs\nEducation\nMill School\n2011 – 2015", "\n") {
		printed.Lines = append(printed.Lines, right(10, line))
	}
	if p, err := ReadDocument(printed, time.Now()); err != nil || p.Kind != PDF || p.Name != "Ada Lovell" || len(p.Positions) != 1 {
		t.Errorf("a page that a browser printed: %v %+v", err, p)
	}
}
