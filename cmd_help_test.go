package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// everyCommand calls visit with every command a person may call.
func everyCommand(t *testing.T, visit func(cmd *cobra.Command)) {
	t.Helper()
	root := (&app{}).rootCommand()
	seen := 0
	var walk func(cmd *cobra.Command)
	walk = func(cmd *cobra.Command) {
		cmd.InitDefaultHelpFlag()
		if cmd.Runnable() {
			seen++
			visit(cmd)
		}
		for _, sub := range cmd.Commands() {
			walk(sub)
		}
	}
	root.InitDefaultHelpCmd()
	walk(root)
	if seen < 20 {
		t.Errorf("only %d commands were looked at", seen)
	}
}

func TestHelpBeginsWithExamplesAndFitsSixtyColumns(t *testing.T) {
	everyCommand(t, func(cmd *cobra.Command) {
		var out bytes.Buffer
		(&helpPage{w: &out, width: helpNarrowest}).command(cmd)
		if !strings.HasPrefix(out.String(), "Examples\n  ") {
			t.Errorf("the help of %q begins with %.40q", cmd.CommandPath(), out.String())
		}
		for line := range strings.Lines(out.String()) {
			if len(line) > helpNarrowest+1 {
				t.Errorf("%s: wider than %d columns: %s", cmd.CommandPath(), helpNarrowest, line)
			}
		}
	})
	for _, topic := range topics() {
		var out bytes.Buffer
		(&helpPage{w: &out, width: helpNarrowest}).topic(topic)
		for line := range strings.Lines(out.String()) {
			if len(line) > helpNarrowest+1 {
				t.Errorf("help %s: wider than %d columns: %s", topic.name, helpNarrowest, line)
			}
		}
	}
}

// A flag that takes a value says of what kind, in capitals.
func TestHelpNamesTheKindOfEveryValue(t *testing.T) {
	everyCommand(t, func(cmd *cobra.Command) {
		cmd.Flags().VisitAll(func(flag *pflag.Flag) {
			if value, _ := pflag.UnquoteUsage(flag); value != strings.ToUpper(value) {
				t.Errorf("%s --%s takes a %q", cmd.CommandPath(), flag.Name, value)
			}
		})
	})
}

func TestManualPagesHaveEverySection(t *testing.T) {
	a := &app{now: time.Now}
	root := a.rootCommand()
	for _, cmd := range append(root.Commands(), root) {
		page := a.manPage(cmd)
		for _, section := range []string{"NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "EXIT STATUS", "ENVIRONMENT", "FILES"} {
			if !bytes.Contains(page, []byte("\n.SH "+section+"\n")) {
				t.Errorf("the page of %q has no section %s", cmd.CommandPath(), section)
			}
		}
	}
}

func TestNearestFindsWhatWasMeant(t *testing.T) {
	known := commandNames((&app{}).rootCommand())
	for word, want := range map[string]string{
		"lst": "list", "improt": "import", "exprot": "export", "decide": "decide", "stat": "stats", "LIST": "list", "compl": "completion",
	} {
		if got := nearest(word, known); !slices.Contains(got, want) {
			t.Errorf("near %q are %v, want %s", word, got, want)
		}
	}
	if got := nearest("frobnicate", known); len(got) > 0 {
		t.Errorf("near frobnicate are %v", got)
	}
}
