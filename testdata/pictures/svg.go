package main

import (
	"fmt"
	"html"
	"image/color"
	"strings"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// The size of a cell and what surrounds the screen, in pixels.
const (
	cellWidth  = 8.4
	cellHeight = 18.0
	fontSize   = 14
	baseline   = 13.5
	margin     = 14.0
)

// theme is what a terminal looks like where a program says nothing.
type theme struct {
	name             string
	paper, ink, edge color.RGBA
	basic            [16]color.RGBA // the colors with numbers
}

var themes = []theme{
	{
		name: "dark", paper: rgb(0x16161e), ink: rgb(0xd8d8e0), edge: rgb(0x33333f),
		basic: palette(0x1d1f28, 0xf07178, 0x8fd18f, 0xe6c07b, 0x7aa2f7, 0xc792ea, 0x7fd5d5, 0xd8d8e0, 0x6b6f80, 0xff8b92, 0xa5e6a5, 0xffd68f, 0x9bbcff, 0xddb0ff, 0xa0f0f0, 0xffffff),
	},
	{
		name: "light", paper: rgb(0xffffff), ink: rgb(0x1c1c1c), edge: rgb(0xd0d0d8),
		basic: palette(0x1c1c1c, 0xb3261e, 0x256f2c, 0x8a5a00, 0x1f5fbf, 0x7a3ea8, 0x0f6b70, 0xd8d8d8, 0x6e6e78, 0xc9362d, 0x2f8038, 0x9c6a10, 0x2f6fd0, 0x8b4fb8, 0x1a7a80, 0xffffff),
	},
}

func rgb(v uint32) color.RGBA {
	return color.RGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

func palette(values ...uint32) (p [16]color.RGBA) {
	for i, v := range values {
		p[i] = rgb(v)
	}
	return p
}

// look is how a run of cells is drawn.
type look struct {
	ink, paper                       color.RGBA
	bold, italic, underline, crossed bool
}

// lookOf is how a cell is drawn in a theme.
func (t theme) lookOf(style uv.Style) look {
	l := look{
		ink: t.color(style.Fg, t.ink), paper: t.color(style.Bg, t.paper),
		bold: style.Attrs&uv.AttrBold != 0, italic: style.Attrs&uv.AttrItalic != 0, crossed: style.Attrs&uv.AttrStrikethrough != 0,
		underline: style.Underline != uv.UnderlineNone,
	}
	if style.Attrs&uv.AttrReverse != 0 {
		l.ink, l.paper = l.paper, l.ink
	}
	if style.Attrs&uv.AttrFaint != 0 {
		l.ink = between(l.ink, l.paper)
	}
	return l
}

func (t theme) color(c color.Color, otherwise color.RGBA) color.RGBA {
	switch c := c.(type) {
	case nil:
		return otherwise
	case ansi.BasicColor:
		return t.basic[c&15]
	case ansi.IndexedColor:
		if c < 16 {
			return t.basic[c]
		}
	}
	r, g, b, _ := c.RGBA()
	return color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 0xff}
}

func between(a, b color.RGBA) color.RGBA {
	mid := func(x, y uint8) uint8 { return uint8((int(x)*3 + int(y)*2) / 5) }
	return color.RGBA{mid(a.R, b.R), mid(a.G, b.G), mid(a.B, b.B), 0xff}
}

func hex(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// row is a line of the screen as cells.
type row []uv.Cell

// screenshot is what a terminal showed.
type screenshot struct {
	rows []row
}

// svgRow draws a line of the screen, always the same for the same cells: first
// what is behind, then lines of boxes, then text in runs of one look.
func (t theme) svgRow(cells row, y float64) string {
	var b strings.Builder
	for x := 0; x < len(cells); {
		l, end := t.run(cells, x)
		left, width := margin+float64(x)*cellWidth, float64(end-x)*cellWidth
		if l.paper != t.paper {
			fmt.Fprintf(&b, `<rect x="%s" y="%s" width="%s" height="%s" fill="%s"/>`, px(left), px(y), px(width), px(cellHeight), hex(l.paper))
		}
		x = end
	}
	for x := 0; x < len(cells); {
		l, end := t.run(cells, x)
		t.words(&b, cells, x, end, y, l)
		x = end
	}
	return b.String()
}

// run returns the look of the cell at x and where cells of that look end.
func (t theme) run(cells row, x int) (look, int) {
	l := t.lookOf(cells[x].Style)
	end := x + 1
	for end < len(cells) && (cells[end].Width == 0 || t.lookOf(cells[end].Style) == l) {
		end++
	}
	return l, end
}

// words draws the cells from x to end: boxes as lines, the rest as words that
// each take exactly the room they have in the terminal, whatever the font.
func (t theme) words(b *strings.Builder, cells row, x, end int, y float64, l look) {
	var word strings.Builder
	from, width := x, 0
	flush := func() {
		if text := word.String(); strings.TrimSpace(text) != "" {
			t.text(b, text, margin+float64(from)*cellWidth, y, width, l)
		}
		word.Reset()
		width = 0
	}
	for ; x < end; x++ {
		c := cells[x]
		if c.Width == 0 {
			continue
		}
		only, size := utf8.DecodeRuneInString(c.Content)
		single := size == len(c.Content)
		switch path := boxPath(only, margin+float64(x)*cellWidth, y); {
		case single && path != "":
			flush()
			thick := ""
			if heavy(only) {
				thick = ` class="h"`
			}
			fmt.Fprintf(b, `<path d="%s" stroke="%s"%s/>`, path, hex(l.ink), thick)
		case single && isBlock(only):
			flush()
			left, top, w, h, _ := block(only)
			for only == '█' && x+1 < end && cells[x+1].Content == "█" { // one bar without seams
				x, left, w = x+1, left-8, w+8
			}
			fmt.Fprintf(b, `<rect x="%s" y="%s" width="%s" height="%s" fill="%s"/>`, px(margin+(float64(x)+left/8)*cellWidth), px(y+top/8*cellHeight),
				px(w/8*cellWidth), px(h/8*cellHeight), hex(l.ink))
		case strings.TrimSpace(c.Content) == "" && !l.underline:
			flush()
		case c.Width > 1 || !single || only > 0x2000:
			flush()
			t.text(b, c.Content, margin+float64(x)*cellWidth, y, c.Width, l)
		default:
			if width == 0 {
				from = x
			}
			word.WriteString(c.Content)
			width++
			continue
		}
	}
	flush()
}

func (t theme) text(b *strings.Builder, text string, x, y float64, cells int, l look) {
	fmt.Fprintf(b, `<text x="%s" y="%s" textLength="%s"`, px(x), px(y+baseline), px(float64(cells)*cellWidth))
	if l.ink != t.ink {
		fmt.Fprintf(b, ` fill="%s"`, hex(l.ink))
	}
	for _, attribute := range []struct {
		on   bool
		text string
	}{
		{l.bold, ` font-weight="bold"`}, {l.italic, ` font-style="italic"`},
		{l.underline, ` text-decoration="underline"`}, {l.crossed, ` text-decoration="line-through"`},
	} {
		if attribute.on {
			b.WriteString(attribute.text)
		}
	}
	fmt.Fprintf(b, `>%s</text>`, html.EscapeString(text))
}

// px writes a length with at most one digit behind the point.
func px(v float64) string { return strings.TrimSuffix(fmt.Sprintf("%.1f", v), ".0") }

// open begins a picture of a screen of so many columns and rows.
func (t theme) open(columns, rows int, title, style string) string {
	width, height := float64(columns)*cellWidth+2*margin, float64(rows)*cellHeight+2*margin
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%[1]s" height="%[2]s" viewBox="0 0 %[1]s %[2]s" role="img" aria-label="%[3]s">
<style>text{font-size:%[4]dpx;font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,"Liberation Mono",monospace;white-space:pre}path{fill:none;stroke-width:1.2;stroke-linecap:square}.h{stroke-width:2.4}rect{shape-rendering:crispEdges}%[8]s</style>
<rect x=".5" y=".5" width="%[6]s" height="%[7]s" rx="8" fill="%[9]s" stroke="%[10]s"/>
<g fill="%[5]s">
`, px(width), px(height), html.EscapeString(title), fontSize, hex(t.ink), px(width-1), px(height-1), style, hex(t.paper), hex(t.edge))
}

// picture draws a screen.
func (t theme) picture(s screenshot, title string) string {
	var b strings.Builder
	b.WriteString(t.open(len(s.rows[0]), len(s.rows), title, ""))
	for i, cells := range s.rows {
		if drawn := t.svgRow(cells, margin+float64(i)*cellHeight); drawn != "" {
			b.WriteString(drawn + "\n")
		}
	}
	b.WriteString("</g>\n</svg>\n")
	return b.String()
}
