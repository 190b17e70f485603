package style

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"linkvet/advisor"
	"linkvet/store/record"
)

// What becomes ASCII is as wide as it was, and nothing else is in it.
func TestASCIIKeepsTheWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`([a-zA-Zžßéñ…·│─›✓»↑↓→←✔●◐○✕■–‹“”▏╭╯┏━┃█≡◆⊘⚑✎↩ -]|\x1b\[[0-9;]{0,6}m|李|e\x{0301}|ل){0,30}`).Draw(t, "text")
		got := ASCII(text)
		if strings.IndexFunc(got, func(r rune) bool { return r > '~' }) >= 0 {
			t.Fatalf("ASCII(%q) = %q", text, got)
		}
		if ansi.StringWidth(got) != ansi.StringWidth(text) {
			t.Fatalf("ASCII(%q) = %q, which is %d wide and not %d", text, got, ansi.StringWidth(got), ansi.StringWidth(text))
		}
	})
}

// Every sign that a screen is drawn with has one in ASCII.
func TestEverySignHasAnASCIIOne(t *testing.T) {
	signs := asciiSigns()
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "frametest") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				for _, r := range lit.Value {
					if _, known := signs[r]; r > unicode.MaxASCII && !known && !unicode.IsLetter(r) {
						t.Errorf("%s: %c (%U) has none", path, r, r)
					}
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// No sign stands for two things in ASCII either.
func TestASCIISignsStayApart(t *testing.T) {
	signs := map[string]string{}
	note := func(sign, what string) {
		if other, taken := signs[ASCII(sign)]; taken {
			t.Errorf("%s and %s are both %q", what, other, ASCII(sign))
		}
		signs[ASCII(sign)] = what
	}
	for _, r := range advisor.Recommendations() {
		note(RecommendationSymbol(r), r.String())
	}
	seen := map[string]bool{}
	for _, d := range record.Decisions() {
		if sign := DecisionSymbol(d); !seen[sign] {
			note(sign, string(d))
			seen[sign] = true
		}
	}
	note(NoteSign, "a note")
	note(WarningSign, "a warning")
	note(TieSign, "a tie")
	note("›", "the mark")
}
