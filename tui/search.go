package tui

import (
	"bytes"
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
)

// searchText is the text of all rows, folded, in one piece of memory with the
// place where each row begins: searching it is one pass over bytes instead of
// a hundred thousand small strings.
type searchText struct {
	text   []byte
	starts []int32 // of each row; one more for the end
}

// searchTextMsg brings the text to search, made in the background.
type searchTextMsg struct {
	listing *listing
	text    *searchText
}

// makeSearchText folds all rows; it gives up when the program ends.
func (e *env) makeSearchText(l *listing) tea.Cmd {
	rows := l.rows
	return e.read("preparing the search", func(ctx context.Context) (tea.Msg, error) {
		text, err := foldRows(ctx, rows)
		return searchTextMsg{listing: l, text: text}, err
	}, 0)
}

func foldRows(ctx context.Context, rows []store.Row) (*searchText, error) {
	s := &searchText{starts: make([]int32, 0, len(rows)+1)}
	for i := range rows {
		if i%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		s.starts = append(s.starts, int32(len(s.text)))
		s.text = appendFolded(s.text, &rows[i])
	}
	s.starts = append(s.starts, int32(len(s.text)))
	return s, nil
}

func appendFolded(text []byte, row *store.Row) []byte {
	for _, part := range []string{row.Name, row.Headline, row.Company, row.Note} {
		if part != "" {
			text = append(text, strings.ToLower(part)...)
			text = append(text, '\n')
		}
	}
	return text
}

// search returns those of the rows that match what was typed.
func (l *listing) search(typed string, among []int32) []int32 {
	var hits []int32
	for _, i := range among {
		row := l.text.text[l.text.starts[i]:l.text.starts[i+1]]
		found := true
		for _, word := range strings.Fields(strings.ToLower(typed)) {
			found = found && bytes.Contains(row, []byte(word))
		}
		if found {
			hits = append(hits, i)
		}
	}
	return hits
}
