package advisor

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// noteRow is one line of testdata/suggest: a note, and what it must suggest.
type noteRow struct {
	where    string
	expected []string // question=answer
	text     string
}

func noteRows(t testing.TB, pattern string) map[string][]noteRow {
	t.Helper()
	files, err := filepath.Glob("testdata/suggest/" + pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	rows := map[string][]noteRow{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		language := strings.Split(filepath.Base(file), ".")[1]
		for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
			expected, text, ok := strings.Cut(line, "\t")
			if !ok {
				t.Fatalf("%s:%d: no tab", file, i+2)
			}
			row := noteRow{where: filepath.Base(file) + ": " + text, text: text}
			if expected != "-" {
				row.expected = strings.Split(expected, ",")
			}
			rows[language] = append(rows[language], row)
		}
	}
	return rows
}

func pairs(list []Suggestion) []string {
	var p []string
	for _, s := range list {
		p = append(p, s.Question+"="+s.Answer)
	}
	return p
}

func TestNotesSuggestExactly(t *testing.T) {
	for _, rows := range noteRows(t, "notes.*.tsv") {
		for _, row := range rows {
			got := Suggest(Invitation{Note: row.text}, Facts{NoteKnown: true})
			if !slices.Equal(pairs(got), row.expected) {
				t.Errorf("%s\n\tgot  %v\n\twant %v\n\t%+v", row.where, pairs(got), row.expected, got)
			}
		}
	}
}

func TestInnocentNotes(t *testing.T) {
	for _, rows := range noteRows(t, "innocent.*.tsv") {
		for _, row := range rows {
			got := Suggest(Invitation{Note: row.text}, Facts{NoteKnown: true})
			if !slices.Equal(pairs(got), row.expected) {
				t.Errorf("%s\n\tgot  %v\n\twant %v\n\t%+v", row.where, pairs(got), row.expected, got)
			}
		}
	}
}

func TestEveryPhrase(t *testing.T) {
	b := phrases()
	seen := map[*phrase]bool{}
	for _, list := range b.note {
		for _, p := range list {
			seen[p] = false
		}
	}
	for _, rows := range noteRows(t, "notes.*.tsv") {
		for _, row := range rows {
			words := wordsOf(row.text)
			b.note.find(words, func(m match) {
				if b.stands(&b.Signs[m.phrase.sign], words, m) {
					seen[m.phrase] = true
				}
			})
		}
	}
	for p, ok := range seen {
		if !ok {
			t.Errorf("%s: no note has %q", b.Signs[p.sign].Question, p.text)
		}
	}
}
