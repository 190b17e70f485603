package tui

import (
	"bytes"
	"strings"
	"testing"

	"linkvet/store/fold"
	"linkvet/store/record"
	"linkvet/store/versus"
	"linkvet/tui/frame/frametest"
)

// arena is the folded text of all rows behind each other, which bytes.Index
// walks through: the least for finding a word.
type arena struct {
	text  []byte
	after []int // where each row ends
}

func newArena(rows []record.Row, text func(record.Row) string) *arena {
	a := &arena{}
	for _, row := range rows {
		a.text = append(append(a.text, fold.Text(text(row))...), 0)
		a.after = append(a.after, len(a.text))
	}
	return a
}

// count returns in how many rows a word is.
func (a *arena) count(word string) int {
	found, row := 0, 0
	for at := 0; at < len(a.text); at = a.after[row] {
		next := bytes.Index(a.text[at:], []byte(word))
		if next < 0 {
			break
		}
		for a.after[row] <= at+next {
			row++
		}
		found++
	}
	return found
}

// besideFilters types a letter into the filter and takes it back, and compares
// that with looking for both words in the text of the same rows.
func besideFilters(b *testing.B, d *frametest.Driver, s frametest.RealStorage) {
	rows, err := s.Rows(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	name := func(row record.Row) string { return row.Name }
	names, all := newArena(rows, name), newArena(rows, func(row record.Row) string { return name(row) + " " + row.Note })
	for _, c := range []struct {
		name, text string
		in         *arena
	}{
		{"common", "robin", all},
		{"rare", "silverstone-quickfall", all},
		{"no-match", "zebra", all},
		{"two-words", "tamsin zellweger", all},
		{"field", "name:marek", names},
	} {
		b.Run("filter/"+c.name, func(b *testing.B) {
			last := c.text[len(c.text)-1:]
			d.Typed("/")
			d.Enter(strings.TrimSuffix(c.text, last))
			versus.Run(b, versus.Do(func() { d.Typed(last, "backspace") }), versus.Do(func() {
				for word := range strings.FieldsSeq(strings.TrimPrefix(c.text, "name:")) {
					c.in.count(word)
					c.in.count(word[:len(word)-1])
				}
			}))
			d.Typed("esc")
		})
	}
}

// besidePaste pastes far too much into the filter, and compares that with typing
// a letter.
func besidePaste(b *testing.B, d *frametest.Driver) {
	for _, c := range []struct {
		name string
		size int
	}{{"50-KB", 50_000}, {"260-KB", 260_000}} {
		b.Run("filter/paste-"+c.name, func(b *testing.B) {
			paste := frametest.Paste(strings.Repeat("silverstone quickfall ", c.size/22))
			versus.Run(b, versus.Side{
				Before: func() { d.Typed("esc", "/") },
				Run: func() {
					d.Send(paste)
					d.Root.View()
				},
			}, versus.Side{Before: func() { d.Typed("esc", "/") }, Run: func() { d.Typed("r") }})
			d.Typed("esc")
		})
	}
}

// BenchmarkGrowth times what depends on how much the store holds: until all of
// it can be searched, and a letter of the filter.
func BenchmarkGrowth(b *testing.B) {
	versus.Sizes(b, func(b *testing.B, n int) {
		s := benchStorage(b, n)
		b.Run("searchable", func(b *testing.B) {
			versus.Alone(b, versus.Do(func() { benchInbox(b, s) }))
		})
		b.Run("filter", func(b *testing.B) {
			d := benchInbox(b, s)
			d.Typed("/", "r", "o", "b", "i")
			versus.Alone(b, versus.Do(func() { d.Typed("n", "backspace") }))
		})
	})
}
