package performance

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

// panel is one diagram of the plot: some measures of one unit over the number
// of invitations, both axes logarithmic.
type panel struct {
	title    string
	left     float64
	from, to float64 // the values at the bottom and the top
	lines    []measure
}

// Measures of a panel, in pixels.
const (
	plotTop    = 40.0
	plotHeight = 300.0
	plotWidth  = 300.0
	labelGap   = 15.0 // between the labels of two lines that end close together
)

// lineColors can be told apart, by people who see no red or green too, and are
// neither lost on white nor on black.
func lineColors() []string {
	return []string{"#3b82c4", "#d9730d", "#159570", "#b5539c", "#8c7a2b"}
}

// plotGrowth draws what grows, as SVG. Words and grid follow the reader's
// choice of light or dark.
func plotGrowth(r results) string {
	find := func(names ...string) (found []measure) {
		for _, m := range growing() {
			if slices.Contains(names, m.name) {
				found = append(found, m)
			}
		}
		return found
	}
	panels := []panel{
		{"Time in ms", 60, 0.1, 100_000, find("first-screen", "all-counted", "filter", "answer", "import")},
		{"Memory in MiB", 640, 1, 10_000, find("memory-peak", "import-peak")},
	}
	var b strings.Builder
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1190 400" font-family="sans-serif" font-size="12" role="img">
<title>What grows with the number of invitations</title>
<style>
text { fill: #3d444d } .grid { stroke: #d1d9e0 } polyline { fill: none; stroke-width: 2 }
@media (prefers-color-scheme: dark) { text { fill: #d1d7e0 } .grid { stroke: #3d444d } }
</style>
`)
	for _, p := range panels {
		p.grid(&b)
		p.draw(&b, r)
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// x and y are where a number of invitations and a value stand.
func (p panel) x(rows float64) float64 {
	return p.left + plotWidth*(math.Log10(rows)-3)/(math.Log10(mostRows)-3)
}

func (p panel) y(v float64) float64 {
	share := math.Log10(max(v, p.from)/p.from) / math.Log10(p.to/p.from)
	return plotTop + plotHeight*(1-share)
}

func (p panel) grid(b *strings.Builder) {
	fmt.Fprintf(b, `<text x="%.0f" y="20" font-weight="bold">%s</text>`+"\n", p.left, p.title)
	bottom := plotTop + plotHeight
	for _, rows := range sizes() {
		x := p.x(float64(rows))
		fmt.Fprintf(b, `<line class="grid" x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f"/>`+"\n", x, plotTop, x, bottom)
		fmt.Fprintf(b, `<text x="%.1f" y="%.1f" text-anchor="middle">%s</text>`+"\n", x, bottom+18, withCommas(rows))
	}
	for v := p.from; v <= p.to*1.01; v *= 10 {
		y := p.y(v)
		fmt.Fprintf(b, `<line class="grid" x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f"/>`+"\n", p.left, y, p.left+plotWidth, y)
		text := short(v)
		if v >= 1 {
			text = withCommas(int(math.Round(v)))
		}
		fmt.Fprintf(b, `<text x="%.1f" y="%.1f" text-anchor="end">%s</text>`+"\n", p.left-6, y+4, text)
	}
	fmt.Fprintf(b, `<text x="%.1f" y="%.1f" text-anchor="middle">invitations</text>`+"\n", p.left+plotWidth/2, bottom+38)
}

// draw draws the lines, each with its name at its end.
func (p panel) draw(b *strings.Builder, r results) {
	type label struct {
		text, color string
		x, y        float64
	}
	var labels []label
	for i, m := range p.lines {
		var points []string
		l := label{text: m.what, color: lineColors()[i]}
		for _, rows := range sizes() {
			if v, ok := m.at(r, rows); ok {
				l.x, l.y = p.x(float64(rows)), p.y(v)
				points = append(points, fmt.Sprintf("%.1f,%.1f", l.x, l.y))
			}
		}
		if len(points) > 0 {
			fmt.Fprintf(b, `<polyline stroke="%s" points="%s"/>`+"\n", l.color, strings.Join(points, " "))
			labels = append(labels, l)
		}
	}
	slices.SortFunc(labels, func(x, y label) int { return cmp.Compare(x.y, y.y) })
	for i := range labels {
		if i > 0 {
			labels[i].y = max(labels[i].y, labels[i-1].y+labelGap)
		}
		l := labels[i]
		fmt.Fprintf(b, `<circle cx="%.1f" cy="%.1f" r="4" fill="%s"/><text x="%.1f" y="%.1f">%s</text>`+"\n", l.x+10, l.y, l.color, l.x+18, l.y+4, l.text)
	}
}

// withCommas is a whole number with commas.
func withCommas(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func TestPlot(t *testing.T) {
	var r results
	r.read(someOutput)
	picture := plotGrowth(r)
	wantSVG(t, []byte(picture))
	for _, want := range []string{"save an answer", "400,000", "prefers-color-scheme: dark"} {
		if !strings.Contains(picture, want) {
			t.Errorf("the plot does not show %q", want)
		}
	}
	p := panel{left: 0, from: 1, to: 100}
	if x, y := p.x(mostRows), p.y(10); x != plotWidth || y != plotTop+plotHeight/2 {
		t.Errorf("the end of the axis is at %v, the middle at %v", x, y)
	}
}
