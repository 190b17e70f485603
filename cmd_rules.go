package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"linkvet/advisor"
	"linkvet/store/files"
	"linkvet/store/quantity"
)

func (a *app) rulesCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "Check, show, compare, try and replay rules of your own",
		Long: "Check, show, compare, try and replay rules of your own. They stand in rules.yaml beside the settings and change linkvet's " +
			"rulebook: another strength, a question off, a stop sign, a check or a draft of a reply added. Without FILE it is that one. docs/rules.md describes it.",
		Example: "linkvet rules check\nlinkvet rules replay try.yaml",
		Args:    needsSubcommand,
		RunE:    func(*cobra.Command, []string) error { return nil },
	}
	sub := func(use, short, example string, do func(ctx context.Context, file string, by advisor.Rulebook) error) *cobra.Command {
		return a.takesJSON(&cobra.Command{
			Use: use + " [FILE]", Short: short, Example: example, Args: oneAtMost("FILE"),
			RunE: a.doesByOtherRules(func(ctx context.Context, args []string) error {
				file, by, err := a.rulesOf(args)
				if err != nil {
					return err
				}
				return do(ctx, file, by)
			}),
		})
	}
	cmd.AddCommand(
		sub("check", "Check rules of your own, and try their cases", "linkvet rules check\nlinkvet rules check try.yaml", a.rulesCheck),
		sub("show", "Print what every stop sign and check does, and what is yours", "linkvet rules show\nlinkvet rules show --json", a.rulesShow),
		sub("diff", "Print what rules of your own change", "linkvet rules diff", a.rulesDiff),
		sub("test", "Try the cases of your rules, and say which come out otherwise", "linkvet rules test\nlinkvet rules test try.yaml", a.rulesTest),
		a.replayCommand(),
	)
	return cmd
}

// rulesFile is where the person's own rules are, if there are any.
func (a *app) rulesFile() string { return filepath.Join(filepath.Dir(a.settings.File), "rules.yaml") }

// useRules has the program advise by the person's own rules, if there are any.
func (a *app) useRules() error {
	_, by, err := a.rulesOf(nil)
	if err == nil {
		by.Use()
	}
	return err
}

// rulesOf reads the rules that a command is about, or the person's own. "" stands
// for their file where there is none: linkvet's own hold then.
func (a *app) rulesOf(args []string) (file string, by advisor.Rulebook, err error) {
	given := len(args) > 0
	if file = a.rulesFile(); given {
		file = args[0]
	}
	data, err := readRules(file)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !given:
		return "", advisor.ProgramRules(), nil
	case err != nil:
		if path, ok := errors.AsType[*fs.PathError](err); ok {
			err = path.Err // which names no file again
		}
		return "", advisor.Rulebook{}, fmt.Errorf("reading the rules %s: %w", file, err)
	}
	if by, err = advisor.ReadRules(data, file); err != nil {
		hint := "docs/rules.md describes the file; without it linkvet's own rules hold"
		return "", advisor.Rulebook{}, &failure{kindBadData, err, hint}
	}
	return file, by, nil
}

// readRules reads a file of rules, which a terabyte or a pipe without an end is not.
func readRules(file string) ([]byte, error) {
	if info, err := os.Stat(file); err != nil || info.IsDir() {
		if err == nil {
			err = errors.New("it is a folder")
		}
		return nil, err
	}
	f, err := files.OpenStream(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxInput+1))
}

// noRules says where rules of one's own would be.
func (a *app) noRules() {
	a.say("there are no rules of your own yet; they would be in %s", a.rulesFile())
}

func (a *app) rulesCheck(_ context.Context, file string, by advisor.Rulebook) error {
	tried, otherwise := tryCases(by)
	if file == "" && !a.flags.json {
		a.noRules()
		return nil
	}
	return a.printTried(otherwise, func(w io.Writer) error {
		if a.flags.json {
			return encodeLine(w, map[string]any{"ok": otherwise == 0, "file": file, "rules": by.Name(), "changes": by.Changes(), "cases": len(tried), "otherwise": otherwise})
		}
		form := "%s is right; it has %s"
		if otherwise > 0 {
			form = "%s can be read, but does not do what its cases say; it has %s"
		}
		has := []string{quantity.Of(len(by.Changes()), "change", "changes"), quantity.Of(len(tried), "case", "cases")}
		_, err := fmt.Fprintln(w, quantity.Text(form, file, quantity.And(has)))
		if otherwise == 0 || err != nil {
			return err
		}
		printOtherwise(w, tried)
		_, err = fmt.Fprintln(w, outcomeOf(len(tried), otherwise))
		return err
	})
}

func (a *app) rulesShow(_ context.Context, file string, by advisor.Rulebook) error {
	if a.flags.json {
		return a.printJSON(map[string]any{"file": file, "rules": by.Name(), "questions": by.Weights()})
	}
	return a.print(func(w io.Writer) error {
		var rows [][]string
		stage := ""
		for _, q := range by.Weights() {
			if q.Stage != stage {
				stage = q.Stage
				rows = append(rows, []string{strings.ToUpper(stage)})
			}
			name := "  " + q.Question
			for _, ans := range q.Answers {
				does := ans.Weight
				switch {
				case q.Off:
					does = "off, by your own rules"
				case q.Own:
					does = quantity.Text("%s, your own", does)
				case ans.Was != "":
					does = quantity.Text("%s, by your own rules instead of: %s", does, ans.Was)
				}
				rows = append(rows, []string{name, ans.Value, does})
				name = ""
			}
		}
		a.table(w, rows)
		return nil
	})
}

func (a *app) rulesDiff(_ context.Context, file string, by advisor.Rulebook) error {
	if a.flags.json {
		return a.printJSON(map[string]any{"file": file, "rules": by.Name(), "changes": by.Changes()})
	}
	if file == "" {
		a.noRules()
		return nil
	}
	return a.print(func(w io.Writer) error {
		for _, c := range by.Changes() {
			text := c.Words
			if c.Laxer {
				text = quantity.Text("%s (milder than linkvet itself)", text)
			}
			paragraph(w, fmt.Sprintf("line %-4d ", c.Line), text)
		}
		return nil
	})
}
