package main

import (
	"fmt"
	"strings"
)

// arms says to which sides of its cell a character of a box reaches: up, right,
// down, left.
var arms = map[rune]string{
	'─': "rl", '│': "ud", '┌': "rd", '┐': "dl", '└': "ur", '┘': "ul", '├': "urd", '┤': "udl", '┬': "rdl", '┴': "url", '┼': "urdl",
	'━': "rl", '┃': "ud", '┏': "rd", '┓': "dl", '┗': "ur", '┛': "ul", '┣': "urd", '┫': "udl", '┳': "rdl", '┻': "url", '╋': "urdl",
	'╴': "l", '╵': "u", '╶': "r", '╷': "d",
}

// heavy reports whether a character of a box is drawn thick.
func heavy(r rune) bool { return strings.ContainsRune("━┃┏┓┗┛┣┫┳┻╋", r) }

// bends are round corners: the two sides they join.
var bends = map[rune]string{'╭': "rd", '╮': "dl", '╰': "ur", '╯': "ul"}

// boxPath draws a character of a box as lines that meet those of the cells
// around it; "" for any other character.
func boxPath(r rune, x, y float64) string {
	middleX, middleY := x+cellWidth/2, y+cellHeight/2
	ends := map[rune][2]float64{'u': {middleX, y}, 'r': {x + cellWidth, middleY}, 'd': {middleX, y + cellHeight}, 'l': {x, middleY}}
	var b strings.Builder
	for _, side := range arms[r] {
		fmt.Fprintf(&b, "M%s %sL%s %s", px(middleX), px(middleY), px(ends[side][0]), px(ends[side][1]))
	}
	if sides := []rune(bends[r]); len(sides) == 2 {
		from, to := ends[sides[0]], ends[sides[1]]
		fmt.Fprintf(&b, "M%s %sQ%s %s %s %s", px(from[0]), px(from[1]), px(middleX), px(middleY), px(to[0]), px(to[1]))
	}
	return b.String()
}

func isBlock(r rune) bool {
	_, _, _, _, ok := block(r)
	return ok
}

// block says which part of its cell a block character fills, in eighths: from the
// left, from the top, and how wide and high.
func block(r rune) (x, y, w, h float64, ok bool) {
	switch {
	case r >= '▉' && r <= '▏': // seven eighths to one, from the left
		return 0, 0, float64('▏' - r + 1), 8, true
	case r >= '▁' && r <= '█': // one eighth to all, from below
		high := float64(r - '▁' + 1)
		return 0, 8 - high, 8, high, true
	}
	return 0, 0, 0, 0, false
}
