package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// documents are those for people who use linkvet.
func documents(t *testing.T) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("docs", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, path := range append(paths, "README.md", "CONTRIBUTING.md") {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all[path] = string(text)
	}
	return all
}

// example is a block of commands in a document. What is marked with run works as it
// stands, where the tools it names are installed.
type example struct {
	run   bool
	tools []string
	text  string
}

var exampleBlock = regexp.MustCompile("(?s)(<!-- run(?:: ([a-z0-9 ]+))? -->\n\n)?```sh\n(.*?)```")

func examplesOf(document string) []example {
	var all []example
	for _, found := range exampleBlock.FindAllStringSubmatch(document, -1) {
		all = append(all, example{found[1] != "", strings.Fields(found[2]), found[3]})
	}
	return all
}

// linkvetCall finds calls of linkvet in a line of shell.
var linkvetCall = regexp.MustCompile(`(?:^|[|(;&] *|\$\(|sudo |go run \. ?)(?:linkvet|go run \.)((?: +(?:'[^']*'|"[^"]*"|[^ |;&<>()]+))*)`)

// Every example calls commands that there are, with flags that they take.
func TestExamplesCallWhatThereIs(t *testing.T) {
	calls := 0
	check := func(where, text string) {
		for line := range strings.Lines(text) {
			line, _, _ = strings.Cut(strings.TrimSpace(line), " #")
			for _, call := range linkvetCall.FindAllStringSubmatch(line, -1) {
				calls++
				checkCall(t, where, strings.Fields(call[1]))
			}
		}
	}
	for path, text := range documents(t) {
		for _, e := range examplesOf(text) {
			check(path, e.text)
		}
	}
	everyCommand(t, func(cmd *cobra.Command) { check("the help of "+cmd.CommandPath(), cmd.Example) })
	if calls < 60 {
		t.Errorf("only %d calls were found", calls)
	}
}

func checkCall(t *testing.T, where string, args []string) {
	t.Helper()
	root := (&app{}).rootCommand()
	root.InitDefaultHelpCmd()
	cmd, rest, err := root.Find(args)
	if err != nil || cmd == root && len(rest) > 0 && !strings.HasPrefix(rest[0], "-") {
		t.Errorf("%s: linkvet %v: there is no such command", where, args)
		return
	}
	cmd.InitDefaultHelpFlag()
	cmd.InitDefaultVersionFlag()
	for _, arg := range rest {
		name, long := strings.CutPrefix(arg, "--")
		name, _, _ = strings.Cut(name, "=")
		if long && name != "" && cmd.Flags().Lookup(name) == nil && cmd.InheritedFlags().Lookup(name) == nil {
			t.Errorf("%s: linkvet %v: there is no flag --%s", where, args, name)
		}
	}
}

var documentLink = regexp.MustCompile(`(?:\]\(|src="|srcset=")([^)"#:]+)(#[^)"]*)?[)"]`)

// Every link from a document leads to a file that is there, and to a heading in it.
func TestDocumentsLinkToWhatThereIs(t *testing.T) {
	all := documents(t)
	links := 0
	for path, text := range all {
		for _, link := range documentLink.FindAllStringSubmatch(text, -1) {
			links++
			target := filepath.Join(filepath.Dir(path), link[1])
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s links to %s: %v", path, link[1], err)
			}
			if heading := strings.TrimPrefix(link[2], "#"); heading != "" && !hasHeading(all[target], heading) {
				t.Errorf("%s links to %s, which has no heading %s", path, link[1], heading)
			}
		}
	}
	if links < 60 {
		t.Errorf("only %d links were found", links)
	}
}

// hasHeading reports whether a document has a heading that is linked to so.
func hasHeading(document, anchor string) bool {
	for line := range strings.Lines(document) {
		title := strings.TrimSpace(strings.TrimLeft(line, "#"))
		kept := strings.Map(func(r rune) rune {
			if strings.ContainsRune("`.,:()'\"!?", r) {
				return -1
			}
			return r
		}, strings.ToLower(title))
		if strings.HasPrefix(line, "#") && strings.ReplaceAll(kept, " ", "-") == anchor {
			return true
		}
	}
	return false
}
