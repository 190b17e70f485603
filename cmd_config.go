package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"linkvet/config"
	"linkvet/store/files"
)

func (a *app) configCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "config",
		Short:   "Show, check, edit or begin the settings",
		Long:    "Show, check, edit or begin the settings. linkvet works without any; the terminal program asks for the profile and keeps it there.",
		Example: "linkvet config show\nlinkvet config edit",
		Args:    needsSubcommand,
		RunE:    func(*cobra.Command, []string) error { return nil },
	}
	// These work with settings that are broken, too.
	sub := func(use, short, example string, args cobra.PositionalArgs, do func(ctx context.Context, args []string) error) *cobra.Command {
		return &cobra.Command{Use: use, Short: short, Example: example, Args: args, RunE: func(cmd *cobra.Command, args []string) error {
			a.failure = do(cmd.Context(), args)
			return nil
		}}
	}
	path := sub("path", "Print where the settings file is", "linkvet config path", takes(), a.configPath)
	show := sub("show", "Print the settings in force, and where each comes from", "linkvet config show\nlinkvet config show --json", takes(), a.configShow)
	check := sub("check", "Check a settings file", "linkvet config check\nlinkvet config check other.yaml", oneAtMost("FILE"), a.configCheck)
	check.Use = "check [FILE]"
	edit := sub("edit", "Edit the settings in your editor", "linkvet config edit\nVISUAL=nano linkvet config edit", takes(), a.configEdit)
	edit.Long = "Edit the settings in the editor that $VISUAL or $EDITOR names. They take effect when they are right; if not, you may edit them again."
	begin := sub("init", "Write a settings file that explains every setting", "linkvet config init", takes(), a.configInit)
	schema := sub("schema", "Print the JSON schema of the settings, for editors", "linkvet config schema > linkvet.schema.json", takes(), a.configSchema)
	cmd.AddCommand(a.takesJSON(path), a.takesJSON(show), a.takesJSON(check), edit, begin, schema)
	return cmd
}

func (a *app) configOptions() config.Options {
	return config.Options{File: a.flags.config, DB: a.flags.db}
}

func (a *app) configPath(context.Context, []string) error {
	path, err := config.File(a.configOptions())
	if err != nil {
		return err
	}
	_, missing := os.Stat(path)
	if a.flags.json {
		return a.printJSON(map[string]any{"path": path, "exists": missing == nil})
	}
	if missing != nil {
		a.say("there is none yet; linkvet config init writes one")
	}
	return a.print(func(w io.Writer) error {
		_, err := fmt.Fprintln(w, path)
		return err
	})
}

func (a *app) configShow(context.Context, []string) error {
	values, err := config.Values(a.configOptions())
	if err != nil {
		return err
	}
	if a.flags.json {
		return a.printJSON(map[string]any{"settings": values})
	}
	return a.print(func(w io.Writer) error {
		var rows [][]string
		for _, v := range values {
			shown := shownValue(v.Value)
			if v.Value == nil || shown == "" {
				shown = "-"
			}
			rows = append(rows, []string{v.Key, oneLine(shown), v.From})
		}
		a.table(w, rows)
		return nil
	})
}

// shownValue is the value of a setting in a line: the parts of a list behind each
// other, each with its name where it has one.
func shownValue(value any) string {
	v := reflect.ValueOf(value)
	switch v.Kind() {
	case reflect.Slice:
		parts, between := make([]string, v.Len()), ", "
		for i := range parts {
			parts[i] = shownValue(v.Index(i).Interface())
			if strings.Contains(parts[i], ", ") {
				between = "; "
			}
		}
		return strings.Join(parts, between)
	case reflect.Map:
		var parts []string
		for _, key := range v.MapKeys() {
			parts = append(parts, fmt.Sprintf("%v: %s", key, shownValue(v.MapIndex(key).Interface())))
		}
		slices.Sort(parts)
		return strings.Join(parts, ", ")
	}
	return fmt.Sprint(value)
}

// checkSettings reads a settings file as a start would.
func checkSettings(o config.Options) (config.Settings, error) {
	settings, err := config.Load(o)
	if err != nil {
		return settings, err
	}
	return settings, checkTerminalSettings(settings)
}

func (a *app) configCheck(_ context.Context, args []string) error {
	o := a.configOptions()
	if len(args) == 1 {
		if _, err := os.Stat(args[0]); err != nil {
			return err
		}
		o.File = args[0]
	}
	settings, err := checkSettings(o)
	if err != nil {
		return err
	}
	if a.flags.json {
		return a.printJSON(map[string]any{"file": settings.File, "exists": settings.FileExists, "ok": true})
	}
	if !settings.FileExists {
		a.say("there is no settings file %s; the defaults hold", settings.File)
		return nil
	}
	a.say("%s is right", settings.File)
	return nil
}

func (a *app) configInit(context.Context, []string) error {
	path, err := config.File(a.configOptions())
	if err != nil {
		return err
	}
	if err := config.Write(path, []byte(config.Template()), false); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return &failure{kind: kindExists, err: err, hint: "linkvet config edit opens it"}
		}
		return err
	}
	a.say("wrote %s; linkvet config edit opens it", path)
	return nil
}

func (a *app) configSchema(context.Context, []string) error {
	schema, err := config.Schema()
	if err != nil {
		return err
	}
	return a.print(func(w io.Writer) error {
		_, err := fmt.Fprintf(w, "%s\n", schema)
		return err
	})
}

// configEdit has a copy of the settings edited, and takes it over when it is
// right.
func (a *app) configEdit(ctx context.Context, _ []string) error {
	path, err := config.File(a.configOptions())
	if err != nil {
		return err
	}
	before, err := config.Read(path)
	if err != nil {
		return err
	}
	if before == nil {
		before = []byte(config.Template())
	}
	folder, remove, err := files.TempFolder("linkvet-settings")
	if err != nil {
		return err
	}
	defer remove()
	draft := filepath.Join(folder, "config.yaml")
	if err := files.Write(draft, false, func(w io.Writer) error { _, err := w.Write(before); return err }); err != nil {
		return err
	}
	for {
		if err := a.runEditor(ctx, draft); err != nil {
			return err
		}
		after, err := config.Read(draft)
		if err != nil {
			return err
		}
		if bytes.Equal(before, after) {
			a.say("Nothing was changed.")
			return nil
		}
		_, wrong := checkSettings(config.Options{File: draft})
		if wrong == nil {
			if err := config.Write(path, after, true); err != nil {
				return err
			}
			a.say("saved %s", path)
			return nil
		}
		again, err := a.editAgain(ctx, draft, path, wrong)
		if err != nil || !again {
			return err
		}
	}
}

// editAgain says what is wrong with the settings and asks whether to go on. What
// was typed is kept when there is nobody to ask.
func (a *app) editAgain(ctx context.Context, draft, path string, wrong error) (bool, error) {
	said := strings.ReplaceAll(wrong.Error(), draft, path)
	if term.IsTerminal(a.in.Fd()) {
		a.say("%s", said)
		return a.confirm(ctx, "Edit again? No gives up what was changed.")
	}
	return false, &failure{kind: kindBadSettings, err: errors.New(said), hint: "nothing was changed; edit again"}
}

// editorCommand is the person's editor. It may be given with arguments; no shell
// reads them.
func editorCommand() []string {
	for _, name := range []string{"VISUAL", "EDITOR"} {
		if command := strings.Fields(os.Getenv(name)); len(command) > 0 {
			return command
		}
	}
	if runtime.GOOS == "windows" {
		return []string{"notepad"}
	}
	return []string{"vi"}
}

// runEditor waits until the person's editor is closed.
func (a *app) runEditor(ctx context.Context, path string) error {
	command := editorCommand()
	editor := exec.CommandContext(ctx, command[0], append(command[1:], path)...)
	editor.Stdin, editor.Stdout, editor.Stderr = a.in, a.out, a.errs
	if err := editor.Run(); err != nil {
		return &failure{kind: kindFailed, err: fmt.Errorf("the editor %s: %w", command[0], err), hint: "name one with VISUAL or EDITOR; nothing was changed"}
	}
	return nil
}
