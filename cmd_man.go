package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
	"github.com/spf13/pflag"

	"linkvet/store/files"
)

func (a *app) manCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "man [DIR]",
		Short:   "Print the manual page, or write one for each command",
		Long:    "Print the manual page of linkvet. With DIR, write one page for linkvet and one for each command into that folder, replacing those that are there.",
		Example: "linkvet man | man -l -\nlinkvet man ~/.local/share/man/man1",
		Args:    cobra.MaximumNArgs(1),
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		a.failure = a.man(cmd.Context(), cmd.Root(), args)
		return nil
	}
	return cmd
}

func (a *app) man(_ context.Context, root *cobra.Command, args []string) error {
	if len(args) == 0 {
		page, err := a.manPage(root)
		if err != nil {
			return err
		}
		return a.print(func(w io.Writer) error {
			_, err := w.Write(page)
			return err
		})
	}
	if info, err := os.Stat(args[0]); err != nil {
		return err
	} else if !info.IsDir() {
		return usagef("%s is not a folder", args[0])
	}
	written := 0
	for _, cmd := range append([]*cobra.Command{root}, root.Commands()...) {
		if cmd.HasParent() && !cmd.IsAvailableCommand() {
			continue
		}
		page, err := a.manPage(cmd)
		if err != nil {
			return err
		}
		path := filepath.Join(args[0], strings.ReplaceAll(cmd.CommandPath(), " ", "-")+".1")
		err = files.Write(path, true, func(w io.Writer) error {
			_, err := w.Write(page)
			return err
		})
		if err == nil {
			err = os.Chmod(path, 0o644) // for everybody to read
		}
		if err != nil {
			return err
		}
		written++
	}
	a.say("wrote %s to %s", counted(written, "page"), args[0])
	return nil
}

// manPage is the manual page of a command: cobra's, with the values of flags
// named as in the help, and what a manual has beside it.
func (a *app) manPage(cmd *cobra.Command) ([]byte, error) {
	cmd.DisableAutoGenTag = true
	cmd.Flags().VisitAll(nameValue)
	cmd.InheritedFlags().VisitAll(nameValue)
	built := a.buildTime()
	var page bytes.Buffer
	if err := doc.GenMan(cmd, &doc.GenManHeader{Section: "1", Manual: "linkvet", Source: "linkvet " + version, Date: &built}, &page); err != nil {
		return nil, err
	}
	text := strings.NewReplacer("\n.SH EXAMPLE\n", "\n.SH EXAMPLES\n", "[=false]", "", `="`, "=", "\"\n", "\n").Replace(page.String())
	var more strings.Builder
	manTopic(&more, "EXIT STATUS", exitCodesTopic())
	manTopic(&more, "ENVIRONMENT", environmentTopic())
	manTopic(&more, "FILES", filesTopic())
	if !cmd.HasParent() {
		manTopic(&more, "QUERIES", queryTopic())
	}
	before, after, ok := strings.Cut(text, "\n.SH SEE ALSO\n")
	if !ok {
		return []byte(text + more.String()), nil
	}
	return []byte(before + "\n" + more.String() + ".SH SEE ALSO\n" + after), nil
}

// nameValue has the generator write --output=FILE, which shows defaults only.
func nameValue(flag *pflag.Flag) {
	value, meaning := pflag.UnquoteUsage(flag)
	if value == "" {
		return
	}
	flag.Usage = meaning
	if flag.DefValue != "" && flag.DefValue != "[]" && flag.DefValue != "0" {
		flag.Usage += " (default " + flag.DefValue + ")"
	}
	flag.DefValue = value
}

// manTopic writes a topic of the help as a section of a manual page.
func manTopic(b *strings.Builder, title string, t topic) {
	fmt.Fprintf(b, ".SH %s\n", title)
	if t.before != "" {
		fmt.Fprintf(b, "%s\n", manText(t.before))
	}
	for _, row := range t.rows {
		fmt.Fprintf(b, ".TP\n\\fB%s\\fR\n%s\n", manText(row[0]), manText(row[1]))
	}
	for text := range strings.SplitSeq(t.after, "\n\n") {
		if text != "" {
			fmt.Fprintf(b, ".PP\n%s\n", manText(text))
		}
	}
}

// manText writes text so that roff prints it as it is.
func manText(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, "~", `\(ti`, "^", `\(ha`, "`", `\(ga`).Replace(s)
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		s = `\&` + s
	}
	return s
}

// buildTime is when the commit was made that the program was built from, or now
// where the build did not note it.
func (a *app) buildTime() time.Time {
	if at, err := time.Parse(time.RFC3339, buildSetting("vcs.time")); err == nil {
		return at
	}
	return a.now()
}
