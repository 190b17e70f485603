package sheet

import (
	"fmt"
	"io"
	"strings"

	"linkvet/store/insight"
)

// Measures of the picture, in units of its own.
const (
	pictureWidth  = 960
	pictureHeight = 240
	baseline      = 196 // where the bars stand
	highest       = 160 // the longest bar
)

// place is where a picture is shown.
type place uint8

const (
	inPage place = iota // takes the page's colors
	alone               // brings its own
)

// SVG writes how many invitations came in each month, as a picture of its own.
func SVG(w io.Writer, r *insight.Report) error {
	_, err := io.WriteString(w, monthsPicture(r.Months, alone)+"\n")
	return err
}

// ownColors are what a picture alone is drawn with.
const ownColors = `<style>
svg { --card: #ffffff; --text: #1b1f26; --muted: #4a4f57; --line: #d5d9e0; --bar: #1a4fa0; }
@media (prefers-color-scheme: dark) { svg { --card: #1c2128; --text: #e8eaee; --muted: #b4bac6; --line: #39404b; --bar: #8ab4f8; } }
</style>
<rect width="100%" height="100%" fill="var(--card)"/>
`

// monthsPicture draws a bar for each month with its number above, and the year
// below its first month.
func monthsPicture(months []insight.Month, where place) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" font-family="system-ui, sans-serif" font-size="13">`+"\n", pictureWidth, pictureHeight)
	b.WriteString("<title>LinkedIn invitations received by month</title>\n")
	if where == alone {
		b.WriteString(ownColors)
	}
	if len(months) == 0 {
		fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="middle" fill="var(--muted)">No invitations to count yet</text>`+"\n</svg>", pictureWidth/2, pictureHeight/2)
		return b.String()
	}
	most := 1
	for _, m := range months {
		most = max(most, m.Received)
	}
	slot := float64(pictureWidth) / float64(max(len(months), 12))
	fmt.Fprintf(&b, `<line x1="0" y1="%d.5" x2="%d" y2="%d.5" stroke="var(--line)"/>`+"\n", baseline, pictureWidth, baseline)
	for i, m := range months {
		height := float64(highest*m.Received) / float64(most)
		left, middle := slot*float64(i)+slot*0.15, slot*float64(i)+slot/2
		if m.Received > 0 {
			fmt.Fprintf(&b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="2" fill="var(--bar)"/>`, left, baseline-height, slot*0.7, height)
			fmt.Fprintf(&b, `<text x="%.1f" y="%.1f" text-anchor="middle" fill="var(--text)">%s</text>`, middle, baseline-height-6, insight.Figures(m.Received))
		}
		name, year, _ := strings.Cut(insight.MonthLabel(m.Month), " ")
		fmt.Fprintf(&b, `<text x="%.1f" y="%d" text-anchor="middle" fill="var(--muted)">%s</text>`, middle, baseline+18, name)
		if name == "Jan" || i == 0 && name != "Dec" {
			fmt.Fprintf(&b, `<text x="%.1f" y="%d" text-anchor="middle" fill="var(--text)" font-weight="600">%s</text>`, middle, baseline+36, year)
		}
		b.WriteByte('\n')
	}
	b.WriteString("</svg>")
	return b.String()
}
