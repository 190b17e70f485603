package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"linkvet/config"
	"linkvet/tui/style"
)

var updateDocuments = flag.Bool("update", false, "write the parts of the documents that come from the program")

// The parts of the documents that come from the program: every command with its
// flags, every exit code, variable and setting.
func TestDocumentsHaveTheReference(t *testing.T) {
	settings := filepath.Join("docs", "settings.md")
	commands := filepath.Join("docs", "commands.md")
	wantBlock(t, commands, "commands", commandReference(t))
	wantBlock(t, commands, "exit codes", rowsMarkdown("exit code", "means", exitCodesTopic().rows))
	wantBlock(t, commands, "columns", rowsMarkdown("column", "shown", listColumnHelp()))
	wantBlock(t, settings, "settings", settingReference())
	wantBlock(t, settings, "environment", rowsMarkdown("variable", "what for", environmentTopic().rows))
}

// wantBlock compares what stands between two marks of a document, or writes it.
func wantBlock(t *testing.T, path, name, want string) {
	t.Helper()
	document, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	open, shut := []byte("<!-- "+name+" -->\n"), []byte("<!-- /"+name+" -->")
	before, rest, ok := bytes.Cut(document, open)
	got, after, ok2 := bytes.Cut(rest, shut)
	if !ok || !ok2 {
		t.Fatalf("%s has no place for the %s", path, name)
	}
	if want = "\n" + want + "\n"; string(got) == want {
		return
	}
	if !*updateDocuments {
		t.Errorf("the %s in %s are not the program's; go test . -run Reference -update writes them", name, path)
		return
	}
	whole := append(append(append(append([]byte{}, before...), open...), want...), append(shut, after...)...)
	if err := os.WriteFile(path, whole, 0o644); err != nil {
		t.Fatal(err)
	}
}

func rowsMarkdown(left, right string, rows [][2]string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "| %s | %s |\n|---|---|\n", left, right)
	for _, row := range rows {
		fmt.Fprintf(&b, "| `%s` | %s |\n", cellText(row[0]), cellText(row[1]))
	}
	return b.String()
}

func cellText(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

// commandReference describes every command with its flags.
func commandReference(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	root := (&app{}).rootCommand()
	root.InitDefaultHelpFlag()
	fmt.Fprintf(&b, "Every command takes these:\n\n%s", rowsMarkdown("flag", "what it does", own(root)))
	everyCommand(t, func(cmd *cobra.Command) {
		if !cmd.HasParent() {
			return
		}
		about := cmd.Long
		if about == "" {
			about = cmd.Short + "."
		}
		fmt.Fprintf(&b, "\n### %s\n\n```sh\n%s\n```\n\n%s\n", cmd.CommandPath(), cmd.Example, about)
		fmt.Fprintf(&b, "\nUsage: `%s`\n", cmd.UseLine())
		if rows := own(cmd); len(rows) > 0 {
			fmt.Fprintf(&b, "\n%s", rowsMarkdown("flag", "what it does", rows))
		}
	})
	return b.String()
}

// own are a command's own flags but for --help.
func own(cmd *cobra.Command) [][2]string {
	rows, _ := flagRows(cmd)
	var kept [][2]string
	for _, row := range rows {
		if row[0] != "-h, --help" {
			kept = append(kept, row)
		}
	}
	return kept
}

// settingReference is a table of every setting.
func settingReference() string {
	var b strings.Builder
	b.WriteString("| setting | kind | default | what for |\n|---|---|---|---|\n")
	for _, s := range config.Descriptions() {
		about, def := s.About, ""
		if s.Allowed != nil {
			about += ": " + strings.Join(s.Allowed, ", ")
		}
		if text := fmt.Sprint(s.Default); s.Default != nil && text != "" && text != "[]" {
			def = "`" + text + "`"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", s.Key, s.Kind, def, cellText(about))
	}
	return b.String()
}

// What the settings allow as a theme is what can be drawn.
func TestEveryThemeCanBeSet(t *testing.T) {
	for _, s := range config.Descriptions() {
		if got, want := strings.Join(s.Allowed, " "), strings.Join(style.Themes(), " "); s.Key == "theme" && got != want {
			t.Errorf("the settings allow %s, there are %s", got, want)
		}
	}
}
