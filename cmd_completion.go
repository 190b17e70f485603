package main

import (
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
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
		Args:      takes("SHELL"),
		ValidArgs: []cobra.Completion{"bash", "zsh", "fish", "powershell"},
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
