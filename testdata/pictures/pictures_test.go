//go:build unix

package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
)

// shown is what a terminal shows of what was written to it.
func shown(columns, rows int, text string) screenshot {
	s := session{screen: vt.NewEmulator(columns, rows)}
	_, _ = s.screen.WriteString(text)
	return s.shot()
}

func TestAScreenIsDrawnCellByCell(t *testing.T) {
	got := themes[0].picture(shown(20, 3, "a <b> \x1b[1;31mred\x1b[m\r\n╭─ 陈 \x1b[7mon\x1b[m"), "a & b")
	wellFormed(t, got)
	for _, want := range []string{
		`aria-label="a &amp; b"`,
		`<text x="14" y="27.5" textLength="8.4">a</text>`,
		`<text x="30.8" y="27.5" textLength="25.2">&lt;b&gt;</text>`,
		`<text x="64.4" y="27.5" textLength="25.2" fill="#f07178" font-weight="bold">red</text>`,
		`<text x="39.2" y="45.5" textLength="16.8">陈</text>`,
		`<path d="M22.4 41Q18.2 41 18.2 50" stroke="#d8d8e0"/>`,
		`<rect x="64.4" y="32" width="16.8" height="18" fill="#d8d8e0"/>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the picture lacks %s:\n%s", want, got)
		}
	}
}

func TestAFilmDrawsAgainOnlyWhatChanges(t *testing.T) {
	got := themes[1].film([]frame{
		{shown(10, 2, "stays\r\nfirst"), time.Second},
		{shown(10, 2, "stays\r\nsecond"), time.Second},
		{shown(10, 2, "stays\r\nsecond"), 2 * time.Second},
	}, "film")
	wellFormed(t, got)
	for word, times := range map[string]int{">stays<": 1, ">first<": 1, ">second<": 1, "@keyframes": 2, "{visibility:visible}25%{visibility:hidden}": 1} {
		if n := strings.Count(got, word); n != times {
			t.Errorf("%s is there %d times, not %d:\n%s", word, n, times, got)
		}
	}
}

// Every picture is in a document, and every picture of a document is made here.
func TestDocumentsShowEveryPicture(t *testing.T) {
	documents, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, path := range append(documents, filepath.Join(root, "README.md")) {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all += string(text)
	}
	made := map[string]bool{}
	for _, s := range scenes {
		for _, theme := range themes {
			name := s.name + "-" + theme.name + ".svg"
			made[name] = true
			if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
				t.Errorf("%v: go run -C testdata/pictures . makes it", err)
			}
			if !strings.Contains(all, "pictures/"+name) {
				t.Errorf("no document shows %s", name)
			}
		}
	}
	there, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range there {
		if !made[entry.Name()] {
			t.Errorf("no scene makes %s", entry.Name())
		}
	}
}

func wellFormed(t *testing.T, text string) {
	t.Helper()
	for decoder := xml.NewDecoder(strings.NewReader(text)); ; {
		_, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
	}
}
