package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// How wide help is set: as wide as the terminal, within these bounds.
const (
	helpNarrowest = 60
	helpWidest    = 100
	helpElsewhere = 80 // in a pipe
)

// helpPage writes help, wrapped, with headings that stand out on a terminal.
type helpPage struct {
	w     io.Writer
	width int
	bold  bool
}

// help is called by cobra for --help and help: it prints a command's help.
func (a *app) help(cmd *cobra.Command, _ []string) {
	buffered := bufio.NewWriter(a.out)
	p := a.helpPage(buffered)
	p.command(cmd)
	_ = buffered.Flush()
}

func (a *app) helpPage(w io.Writer) *helpPage {
	p := &helpPage{w: w, width: helpElsewhere}
	if columns, _, ok := a.terminalSize(); ok {
		p.width = min(max(columns, helpNarrowest), helpWidest)
		p.bold = !a.plain()
	}
	return p
}

// plain reports whether nothing printed may have a style.
func (a *app) plain() bool {
	return a.flags.noColor || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb"
}

func (p *helpPage) heading(text string) {
	if p.bold {
		text = "\x1b[1m" + text + "\x1b[m"
	}
	fmt.Fprintln(p.w, "\n"+text)
}

// command writes all there is to say of a command, examples first.
func (p *helpPage) command(cmd *cobra.Command) {
	if cmd.Example != "" {
		fmt.Fprintln(p.w, "Examples")
		for line := range strings.SplitSeq(cmd.Example, "\n") {
			fmt.Fprintln(p.w, strings.TrimRight("  "+line, " "))
		}
		fmt.Fprintln(p.w)
	}
	about := cmd.Long
	if about == "" {
		about = cmd.Short + "."
	}
	for i, text := range strings.Split(about, "\n\n") {
		if i > 0 {
			fmt.Fprintln(p.w)
		}
		p.paragraph("", text)
	}
	p.heading("Usage")
	p.paragraph("  ", cmd.UseLine())
	for _, group := range cmd.Groups() {
		p.heading(group.Title)
		var rows [][2]string
		for _, sub := range cmd.Commands() {
			if sub.GroupID == group.ID && sub.IsAvailableCommand() {
				rows = append(rows, [2]string{sub.Name(), sub.Short})
			}
		}
		p.rows(rows)
	}
	if !cmd.HasParent() {
		p.heading("Topics")
		p.rows(topicRows())
	} else if sub := subcommandRows(cmd); len(sub) > 0 {
		p.heading("Commands")
		p.rows(sub)
	}
	p.flags(cmd)
}

func subcommandRows(cmd *cobra.Command) [][2]string {
	var rows [][2]string
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() && len(cmd.Groups()) == 0 {
			rows = append(rows, [2]string{sub.Name(), sub.Short})
		}
	}
	return rows
}

// flags writes a command's own flags, and names those that every command has.
func (p *helpPage) flags(cmd *cobra.Command) {
	own, common := flagRows(cmd)
	p.heading("Flags")
	p.rows(own)
	if len(common) == 0 {
		return
	}
	var forms []string
	for _, row := range common {
		forms = append(forms, row[0])
	}
	fmt.Fprintln(p.w)
	p.paragraph("", "Every command also takes "+strings.Join(forms, ", ")+": see "+cmd.Root().Name()+" --help.")
}

// flagRows are the forms and meanings of a command's own flags, and of those
// that every command has.
func flagRows(cmd *cobra.Command) (own, common [][2]string) {
	cmd.Flags().VisitAll(func(flag *pflag.Flag) {
		row := [2]string{flagForm(flag), flagMeaning(flag)}
		switch {
		case flag.Hidden:
			return
		case flag.Name == "help":
			row[1] = "show this help"
		case flag.Name == "version":
			row[1] = "print the version"
		}
		if cmd.HasParent() && cmd.InheritedFlags().Lookup(flag.Name) != nil {
			common = append(common, row)
		} else {
			own = append(own, row)
		}
	})
	return own, common
}

// flagForm is how a flag is written: "-o, --output FILE".
func flagForm(flag *pflag.Flag) string {
	form := "--" + flag.Name
	if flag.Shorthand != "" {
		form = "-" + flag.Shorthand + ", " + form
	}
	if value, _ := pflag.UnquoteUsage(flag); value != "" {
		form += " " + value
	}
	return form
}

// flagMeaning says what a flag does, and what holds without it.
func flagMeaning(flag *pflag.Flag) string {
	_, meaning := pflag.UnquoteUsage(flag)
	switch flag.DefValue {
	case "", "false", "[]", "0":
		return meaning
	}
	return meaning + " (default " + flag.DefValue + ")"
}

// paragraph writes wrapped text, indented as its first line.
func (p *helpPage) paragraph(indent, text string) {
	for _, line := range wrap(text, p.width-len(indent)) {
		fmt.Fprintln(p.w, indent+line)
	}
}

// wrap breaks text at spaces only, so that a flag stays in one piece.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && ansi.StringWidth(line)+1+ansi.StringWidth(word) > width {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return append(lines, line)
}

// widestTerm is how wide the left column may be; what is wider has a line of
// its own.
const widestTerm = 24

// rows writes terms with their meanings beside them.
func (p *helpPage) rows(rows [][2]string) {
	left := 0
	for _, row := range rows {
		if len(row[0]) <= widestTerm {
			left = max(left, len(row[0]))
		}
	}
	indent := strings.Repeat(" ", left+4)
	for _, row := range rows {
		lines := wrap(row[1], p.width-len(indent))
		if len(row[0]) > left {
			fmt.Fprintln(p.w, "  "+row[0])
		} else {
			fmt.Fprintf(p.w, "  %-*s  %s\n", left, row[0], lines[0])
			lines = lines[1:]
		}
		for _, line := range lines {
			fmt.Fprintln(p.w, indent+line)
		}
	}
}

// helpCommand is linkvet help [COMMAND|TOPIC].
func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "help [COMMAND|TOPIC]",
		Short:             "Explain a command or a topic",
		Long:              "Explain a command, or a topic: " + strings.Join(topicNames(), ", ") + ".",
		Example:           "linkvet help list\nlinkvet help query",
		ValidArgsFunction: a.completeArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			if len(args) == 1 {
				for _, t := range topics() {
					if t.name == args[0] {
						return a.print(func(w io.Writer) error {
							a.helpPage(w).topic(t)
							return nil
						})
					}
				}
			}
			found, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				word := strings.Join(args, " ")
				near := didYouMean("", word, append(commandNames(root), topicNames()...))
				return &failure{kind: kindUsage, err: fmt.Errorf("there is no help on %q%s", word, near), hint: "linkvet --help lists commands and topics"}
			}
			found.InitDefaultHelpFlag()
			found.InitDefaultVersionFlag()
			a.help(found, nil)
			return nil
		},
	}
}

// commandNames are the names of all commands a person may call.
func commandNames(cmd *cobra.Command) []string {
	var names []string
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	return names
}
