package tui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

// Each page that a screen can ask for opens the screen meant.
func TestEveryPageOpensItsScreen(t *testing.T) {
	opened := map[string]bool{}
	for _, c := range []struct {
		name  string
		page  screen.Page
		title string
	}{
		{"InboxPage", screen.InboxPage{}, "Inbox"},
		{"TakenPage", screen.TakenPage{}, "Already open"},
		{"QuestionsPage", screen.QuestionsPage{ID: "a1ka"}, "Questions"},
		{"VettingRunPage", screen.VettingRunPage{}, "1 of 6"},
		{"VettingRunPage", screen.VettingRunPage{IDs: []string{"a1ka"}}, "1 of 1"},
		{"NotePage", screen.NotePage{ID: "a1ka"}, "Your note to them"},
		{"StepsPage", screen.StepsPage{ID: "a1ka"}, "First steps"},
		{"ImportPage", screen.ImportPage{Path: "archive.zip"}, "Import"},
		{"ProfilePage", screen.ProfilePage{First: true}, "Your profile"},
		{"ReadingPage", screen.ReadingPage{ID: "a1ka"}, "Their profile"},
		{"SettingsPage", screen.SettingsPage{}, "Settings"},
		{"InsightPage", screen.InsightPage{}, "Statistics"},
		{"GuidePage", screen.GuidePage{}, "Worth knowing"},
	} {
		opened[c.name] = true
		d := newDriver(t, 100, 30, frametest.WithPeople())
		d.Run(d.Root.Apply(0, screen.Open(c.page)))
		if got := d.Root.Top().Title(); got != c.title {
			t.Errorf("%s %+v opens %q, want %q", c.name, c.page, got, c.title)
		}
	}
	for _, name := range pagesDeclared(t) {
		if !opened[name] {
			t.Errorf("no test opens %s", name)
		}
	}
}

// pagesDeclared are the types of tui/screen that are a screen.Page.
func pagesDeclared(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join("screen", "page.go"), nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, decl := range file.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.Name == "page" {
			names = append(names, f.Recv.List[0].Type.(*ast.Ident).Name)
		}
	}
	if len(names) == 0 {
		t.Fatal("found no page in tui/screen/page.go")
	}
	return names
}
