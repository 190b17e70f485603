package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"linkvet/store/files"
	"linkvet/store/quantity"
)

func (a *app) manCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "man [DIR]",
		Short:   "Print the manual page, or write one for each command",
		Long:    "Print the manual page of linkvet. With DIR, write one page for linkvet and one for each command into that folder, which is made where it is not there, replacing those that are there.",
		Example: "linkvet man | man -l -\nlinkvet man ~/.local/share/man/man1",
		Args:    oneAtMost("DIR"),
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		a.failure = a.man(cmd.Context(), cmd.Root(), args)
		return nil
	}
	return cmd
}

func (a *app) man(_ context.Context, root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return a.print(func(w io.Writer) error {
			_, err := w.Write(a.manPage(root))
			return err
		})
	}
	if info, err := os.Stat(args[0]); err == nil && !info.IsDir() {
		return usagef("%s is not a folder", args[0])
	}
	if err := os.MkdirAll(args[0], 0o755); err != nil { // for everybody to read
		return err
	}
	written := 0
	for _, cmd := range withSubcommands(root) {
		path := filepath.Join(args[0], manName(cmd)+".1")
		err := files.Write(path, true, func(w io.Writer) error {
			_, err := w.Write(a.manPage(cmd))
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
	a.say("%s", quantity.Sentence(written, "wrote %d page to %s", "wrote %d pages to %s", args[0]))
	return nil
}

// withSubcommands is a command and all that are called through it.
func withSubcommands(cmd *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{cmd}
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			all = append(all, withSubcommands(sub)...)
		}
	}
	return all
}

// manPage is the manual page of a command.
func (a *app) manPage(cmd *cobra.Command) []byte {
	var b strings.Builder
	name := manName(cmd)
	fmt.Fprintf(&b, ".TH \"%s\" \"1\" \"%s\" \"linkvet %s\" \"linkvet\"\n.nh\n.ad l\n", strings.ToUpper(name), a.buildTime().Format("2006-01"), versionOf())
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", manText(name), manText(cmd.Short))
	fmt.Fprintf(&b, ".SH SYNOPSIS\n\\fB%s\\fR\n", manText(cmd.UseLine()))
	about := cmd.Long
	if about == "" {
		about = cmd.Short + "."
	}
	fmt.Fprintf(&b, ".SH DESCRIPTION\n%s\n", manText(strings.ReplaceAll(about, "\n\n", "\n.PP\n")))
	cmd.InitDefaultHelpFlag()
	own, common := flagRows(cmd)
	manRows(&b, "OPTIONS", append(own, common...))
	fmt.Fprintf(&b, ".SH EXAMPLES\n.nf\n%s\n.fi\n", manText(cmd.Example))
	topics := []topic{exitCodesTopic(), environmentTopic(), filesTopic()}
	var also []string
	if cmd.HasParent() {
		also = append(also, manName(cmd.Parent()))
	} else {
		topics = append(topics, queryTopic())
	}
	for _, sub := range cmd.Commands() {
		also = append(also, manName(sub))
	}
	for _, t := range topics {
		manTopic(&b, t)
	}
	fmt.Fprintf(&b, ".SH SEE ALSO\n\\fB%s\\fR(1)\n", strings.Join(also, "\\fR(1),\n\\fB"))
	return []byte(b.String())
}

// manName is the name of a command's page.
func manName(cmd *cobra.Command) string { return strings.ReplaceAll(cmd.CommandPath(), " ", "-") }

// manTopic writes a topic of the help as a section of a manual page.
func manTopic(b *strings.Builder, t topic) {
	manRows(b, t.manTitle, t.rows)
	for text := range strings.SplitSeq(t.before+"\n\n"+t.after, "\n\n") {
		if text != "" {
			fmt.Fprintf(b, ".PP\n%s\n", manText(text))
		}
	}
}

func manRows(b *strings.Builder, title string, rows [][2]string) {
	fmt.Fprintf(b, ".SH %s\n", title)
	for _, row := range rows {
		fmt.Fprintf(b, ".TP\n\\fB%s\\fR\n%s\n", manText(row[0]), manText(row[1]))
	}
}

// manText writes text so that roff prints it as it is.
func manText(s string) string {
	lines := strings.Split(roffEscapes.Replace(s), "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") && line != ".PP" || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}

var roffEscapes = strings.NewReplacer(`\`, `\e`, "-", `\-`, "~", `\(ti`, "^", `\(ha`, "`", `\(ga`, "'", `\(aq`)

// buildTime is when the commit was made that the program was built from. Where
// the build did not note it, it is what SOURCE_DATE_EPOCH says, or now.
func (a *app) buildTime() time.Time {
	if seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(seconds, 0).UTC()
	}
	if at, err := time.Parse(time.RFC3339, buildSetting("vcs.time")); err == nil {
		return at
	}
	return a.now()
}
