package main

import (
	"context"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"linkvet/advisor"
	"linkvet/store/exchange"
	"linkvet/store/list"
	"linkvet/store/record"
	"linkvet/tui/style"
)

// shells are those that completion is written for.
func shells() []string { return []string{"bash", "zsh", "fish", "powershell"} }

func (a *app) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print what makes your shell complete linkvet's words",
		Long: "Print a script that has your shell complete commands, flags, ids, tags, answers and more with the tab key. " +
			"SHELL is " + strings.Join(shells(), ", ") + ".",
		Example: "# now, and in every new shell when it is in your ~/.bashrc\nsource <(linkvet completion bash)\n\n" +
			"# zsh, in a folder of $fpath\nlinkvet completion zsh > ~/.zfunc/_linkvet\n\n" +
			"# fish\nlinkvet completion fish \\\n  > ~/.config/fish/completions/linkvet.fish",
		Args: takes("SHELL"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(shells(), args[0]) {
				return usagef("unknown shell %q (allowed: %s)%s", args[0], strings.Join(shells(), ", "), didYouMean("", args[0], shells()))
			}
			return a.print(func(w io.Writer) error { return writeCompletion(w, cmd.Root(), args[0]) })
		},
	}
}

func writeCompletion(w io.Writer, root *cobra.Command, shell string) error {
	switch shell {
	case "bash":
		return root.GenBashCompletionV2(w, true)
	case "zsh":
		return root.GenZshCompletion(w)
	case "fish":
		return root.GenFishCompletion(w, true)
	}
	return root.GenPowerShellCompletionWithDesc(w)
}

// completer offers the words that may follow.
type completer = cobra.CompletionFunc

// complete has every command offer what its usage names: ids for ID, files for
// FILE, and nothing where words are free.
func (a *app) complete(cmd *cobra.Command) {
	if cmd.ValidArgsFunction == nil {
		cmd.ValidArgsFunction = a.completeArgs
	}
	cmd.LocalFlags().VisitAll(func(flag *pflag.Flag) {
		if offer := a.completerOf(flag); offer != nil {
			_ = cmd.RegisterFlagCompletionFunc(flag.Name, offer) // fails only for a flag that is not there
		}
	})
	for _, sub := range cmd.Commands() {
		a.complete(sub)
	}
}

// completerOf is what offers a flag's values; nil leaves it to the shell, which
// offers files.
func (a *app) completerOf(flag *pflag.Flag) completer {
	value, _ := pflag.UnquoteUsage(flag)
	switch {
	case value == "FILE":
		return nil
	case flag.Name == "columns":
		return listed(func() []string {
			names := []string{"help", "all"}
			for _, c := range listColumns() {
				names = append(names, c.name)
			}
			return append(names, exchange.ColumnNames()...)
		})
	case flag.Name == "theme":
		return listed(style.Themes)
	case flag.Name == "sort":
		return listed(list.Sortings)
	case flag.Name == "set":
		return a.completeAnswer
	case value == "TAG":
		return a.completeTag("")
	}
	if offer := a.byWord(value); offer != nil {
		return offer
	}
	return cobra.NoFileCompletions
}

// byWord is what offers values of a kind, by the word that usage has for it.
func (a *app) byWord(word string) completer {
	switch word {
	case "ID":
		return a.completeID
	case "STATUS":
		return listed(func() []string { return record.WordsOf(record.Statuses()) })
	case "DECISION":
		return listed(func() []string { return record.WordsOf(record.Decisions()) })
	case "DIRECTION":
		return listed(func() []string { return []string{string(record.Incoming), string(record.Outgoing)} })
	case "FORMAT":
		return listed(func() []string {
			return record.WordsOf(exchange.Formats())
		})
	case "DATE":
		return listed(func() []string { return []string{"tomorrow", "monday", "1 week", "2 weeks", "1 month"} })
	case "SHELL":
		return listed(shells)
	case "QUERY":
		return a.completeQuery
	case "COMMAND|TOPIC":
		return completeHelp
	}
	return nil
}

// listed offers words, also after others and commas where a flag takes several.
func listed(words func() []string) completer {
	return func(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndex(typed, ",")+1]
		var offered []cobra.Completion
		for _, word := range words() {
			if full := before + word; strings.HasPrefix(full, typed) && !slices.Contains(offered, full) {
				offered = append(offered, full)
			}
		}
		return offered, cobra.ShellCompDirectiveNoFileComp
	}
}

// completeArgs offers what the usage of a command names at this place.
func (a *app) completeArgs(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	places := strings.Fields(strings.NewReplacer("[", "", "]", "").Replace(cmd.Use))[1:]
	if len(places) == 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	last := places[len(places)-1]
	at := len(args)
	if cmd.Name() == "tag" && len(args) > 0 {
		return a.completeTag("+")(cmd, args, typed)
	}
	word := strings.TrimSuffix(last, "...")
	switch {
	case at < len(places):
		word = strings.TrimSuffix(places[at], "...")
	case !strings.HasSuffix(last, "..."):
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	switch word {
	case "FILE", "PATH", "FILE|-", "PATH|-":
		return nil, cobra.ShellCompDirectiveDefault
	case "DIR":
		return nil, cobra.ShellCompDirectiveFilterDirs
	}
	if offer := a.byWord(word); offer != nil {
		return offer(cmd, args, typed)
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}

// mostOffered is how many ids are offered; who wants another types some of it.
const mostOffered = 200

// completeID offers ids with the names beside them.
func (a *app) completeID(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var offered []cobra.Completion
	for _, row := range a.rowsToOffer(cmd.Context()) {
		if len(offered) < mostOffered && strings.HasPrefix(row.ID, typed) && !slices.Contains(args, row.ID) {
			offered = append(offered, cobra.CompletionWithDesc(row.ID, oneLine(row.DisplayName()+" "+string(row.Status))))
		}
	}
	return offered, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}

// rowsToOffer are the store's invitations; none when it cannot be read, and none
// is made.
func (a *app) rowsToOffer(ctx context.Context) []record.Row {
	a.flags.quiet = true
	if a.loadSettings(false) != nil {
		return nil
	}
	if _, err := os.Stat(a.settings.DB); err != nil {
		return nil
	}
	s, err := a.openStore()
	if err != nil {
		return nil
	}
	rows, err := s.Rows(ctx)
	if err != nil {
		return nil
	}
	return rows
}

// completeTag offers the tags there are, after a sign.
func (a *app) completeTag(sign string) completer {
	return func(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return listed(func() []string { return a.tags(cmd.Context(), sign) })(cmd, args, typed)
	}
}

func (a *app) tags(ctx context.Context, sign string) []string {
	tags := map[string]bool{}
	for _, row := range a.rowsToOffer(ctx) {
		for _, tag := range row.Tags {
			tags[sign+tag] = true
		}
	}
	return slices.Sorted(maps.Keys(tags))
}

// completeQuery offers fields, and the values of one that is begun.
func (a *app) completeQuery(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	not := typed[:len(typed)-len(strings.TrimPrefix(typed, "!"))]
	var words []string
	for _, field := range list.QueryFields() {
		values := list.QueryValues(field)
		if field == "tag" && strings.Contains(typed, "tag:") {
			values = a.tags(cmd.Context(), "")
		}
		if len(values) == 0 || !strings.Contains(typed, ":") {
			words = append(words, not+field+":")
			continue
		}
		for _, value := range values {
			words = append(words, not+field+":"+value)
		}
	}
	offered, directive := listed(func() []string { return words })(cmd, args, typed)
	if len(offered) == 1 && strings.HasSuffix(offered[0], ":") {
		directive |= cobra.ShellCompDirectiveNoSpace
	}
	return offered, directive
}

// completeAnswer offers questions, the person's own among them, and the values of
// one that is begun.
func (a *app) completeAnswer(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if a.loadSettings(false) == nil {
		_ = a.useRules() // with broken ones, linkvet's own questions are offered
	}
	id, value, begun := strings.Cut(typed, "=")
	var offered []cobra.Completion
	for _, q := range advisor.Questions() {
		switch {
		case !begun && strings.HasPrefix(q.ID, typed):
			offered = append(offered, cobra.CompletionWithDesc(q.ID+"=", q.Label))
		case begun && q.ID == id:
			before := value[:strings.LastIndex(value, ",")+1]
			for _, answer := range q.Answers {
				offered = append(offered, cobra.CompletionWithDesc(id+"="+before+answer.Value, answer.Label))
			}
		}
	}
	directive := cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	if !begun {
		directive |= cobra.ShellCompDirectiveNoSpace
	}
	return offered, directive
}
