package sheet

import (
	_ "embed"
	"html/template"
	"io"
	"math"
	"sync"

	"linkvet/store/dates"
	"linkvet/store/insight"
	"linkvet/store/record"
)

//go:embed page.html
var pageText string

// page is parsed when it is first written, since hardly any command needs it.
var page = sync.OnceValue(func() *template.Template { return template.Must(template.New("page").Parse(pageText)) })

// pageData is a report as the page shows it.
type pageData struct {
	Day      string
	Figures  []figure
	Months   *chapter // nil where there are none
	Picture  template.HTML
	Chapters []chapter
}

type figure struct{ N, Label string }

type chapter struct {
	Title  string
	Bars   []bar
	Says   []string
	People []person
	Whom   string
}

type bar struct {
	Label, N string
	Percent  float64 // of the longest
}

type person struct{ Name, Day, Why string }

// HTML writes a report as a page of its own.
func HTML(w io.Writer, r *insight.Report) error {
	data := pageData{Day: dates.Day(r.AsOf)}
	if r.Invitations > 0 {
		data.Figures = figuresOf(r)
	}
	for _, c := range r.Chapters() {
		shown := chapterOf(r, c)
		if c.Title == insight.MonthsTitle {
			data.Months, data.Picture = &shown, template.HTML(monthsPicture(r.Months, inPage)) // numbers and names of months only
			continue
		}
		data.Chapters = append(data.Chapters, shown)
	}
	return page().Execute(w, data)
}

// figuresOf are the few numbers that stand above all others.
func figuresOf(r *insight.Report) []figure {
	all := []figure{
		{insight.Figures(r.ByDirection[string(record.Incoming)]), "received"},
		{insight.Figures(r.Sent), "sent"},
		{insight.Figures(r.ByStatus[record.StatusWaiting]), "waiting for you"},
		{insight.Figures(r.ByStatus[record.StatusDecided]), "decided here"},
	}
	if r.Agreement.Advised > 0 {
		all = append(all, figure{insight.Figures(r.AsAdvised) + " of " + insight.Figures(r.Agreement.Advised), "as advised"})
	}
	return all
}

func chapterOf(r *insight.Report, c insight.Chapter) chapter {
	shown := chapter{Title: c.Title, Says: c.Says, Whom: c.Whom}
	longest := 0
	for _, b := range c.Bars {
		longest = max(longest, b.N)
	}
	for _, b := range c.Bars {
		shown.Bars = append(shown.Bars, bar{b.Label, insight.Figures(b.N), math.Round(1000*float64(b.N)/float64(max(longest, 1))) / 10})
	}
	for _, p := range c.People {
		shown.People = append(shown.People, person{record.DisplayName(p.Name), r.DayOf(p), p.Why})
	}
	return shown
}
