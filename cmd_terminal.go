package main

import (
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"linkvet/store"
	"linkvet/store/clean"
	"linkvet/store/exchange"
	"linkvet/store/files"
	"linkvet/store/merge"
	"linkvet/tui"
	"linkvet/tui/desktop"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// errNeedsTerminal is why the terminal program was not started.
var errNeedsTerminal = errors.New("the terminal program needs a terminal for input and output; linkvet --accessible talks in plain lines, " +
	"and linkvet list and the other commands work without (linkvet --help)")

// terminal opens the terminal program over the person's store.
func (a *app) terminal(ctx context.Context, _ []string) error {
	if err := a.needTerminal(); err != nil {
		return err
	}
	if err := a.checkTheme(); err != nil {
		return err
	}
	settings := &savedSettings{settings: a.settings, files: a.filesOf()}
	opening := a.storeOptions()
	opening.Profile, opening.ShowFirst = settings.Profile, true
	s, err := store.Open(a.settings.DB, opening)
	if err != nil {
		return err
	}
	s.PDF = pdfReader()
	options := a.terminalOptions()
	options.Storage, options.Settings = a.storage(s), settings
	claim := a.claimTerminal()
	options.Claim = func() (bool, error) {
		if err := s.Unwritable(); err != nil {
			return false, err
		}
		return claim()
	}
	if options.Unwritable = s.Unwritable(); options.Unwritable == nil {
		free, err := claim()
		if err != nil {
			return err
		}
		options.Taken = !free
	}
	options.Archives = desktop.FindArchives
	options.OpenDemo = func() (screen.Storage, screen.Settings, error) { return a.openDemo() }
	return a.runTerminal(ctx, options)
}

// takesLook adds the flags of a command that opens the terminal program.
func (a *app) takesLook(cmd *cobra.Command) *cobra.Command {
	cmd.Flags().BoolVar(&a.flags.accessible, "accessible", false, "talk in plain lines, for screen readers (also ACCESSIBLE=1)")
	cmd.Flags().StringVar(&a.flags.theme, "theme", "", "colors: `NAME` of a theme, as in the settings (also LINKVET_THEME)")
	return cmd
}

// accessible reports whether the terminal program is shown as plain lines: as the
// person asked, or because the terminal cannot move its cursor.
func (a *app) accessible() bool {
	out, ok := a.terminalOut()
	return a.flags.accessible || a.settings.Accessible || asksForLines() || ok && !canDraw(out)
}

// asksForLines reports whether ACCESSIBLE asks for plain lines: it is set, and to
// nothing that means no.
func asksForLines() bool {
	asked := strings.ToLower(os.Getenv("ACCESSIBLE"))
	return !slices.Contains([]string{"", "0", "f", "n", "no", "off", "false"}, asked)
}

// terminalOut is the output where both ends are terminals.
func (a *app) terminalOut() (out term.File, ok bool) {
	out, ok = a.out.(term.File)
	return out, ok && term.IsTerminal(a.in.Fd()) && term.IsTerminal(out.Fd())
}

// runTerminal runs the terminal program, line by line or on screens. Screens leave
// the terminal as it was.
func (a *app) runTerminal(ctx context.Context, o screen.Options) error {
	if a.accessible() {
		return tui.RunLines(ctx, o, a.in, a.out)
	}
	taken, err := takeTerminal(a.in, os.Stdout)
	if err != nil {
		return err
	}
	a.taken.Store(taken)
	o.Out = taken
	return tui.Run(ctx, o)
}

// needTerminal returns why the terminal program cannot run: the escape codes of
// its screens must not end up in a pipe or file. Lines may.
func (a *app) needTerminal() error {
	if _, ok := a.terminalOut(); ok || a.accessible() {
		return nil
	}
	return &failure{kind: kindUsage, err: errNeedsTerminal, hint: "linkvet --help"}
}

// background is what is behind the text, as the settings or the environment say it.
func (a *app) background() style.Background {
	switch a.settings.Background {
	case "light":
		return style.BackgroundLight
	case "dark":
		return style.BackgroundDark
	}
	return style.GuessBackground(os.Getenv)
}

// checkTheme refuses a theme on the command line that there is not.
func (a *app) checkTheme() error {
	names := themeNames(a.settings)
	if a.flags.theme == "" || slices.Contains(names, a.flags.theme) {
		return nil
	}
	return usagef("unknown theme %q%s (allowed: %s)", a.flags.theme, didYouMean("", a.flags.theme, names), strings.Join(names, ", "))
}

func (a *app) terminalOptions() screen.Options {
	theme := cmp.Or(a.flags.theme, a.settings.Theme)
	if a.flags.noColor || os.Getenv("NO_COLOR") != "" {
		theme = style.ThemeMono
	}
	return screen.Options{
		Now:        a.now,
		Theme:      theme,
		Themes:     ownThemes(a.settings),
		Background: a.background(),
		ASCII:      !style.ShowsUTF8(os.Getenv),
		Mouse:      a.settings.Mouse,
		Version:    versionOf(),
		OpenURL:    desktop.OpenURL,
		Copy:       desktop.Copy,
		Command:    desktop.Command,
		Output: func(cmd *exec.Cmd) (string, error) {
			line, err := desktop.Output(cmd)
			return clean.Line(line), err
		},
		Slow: os.Getenv("SSH_CONNECTION") != "",
	}
}

// storage gives the terminal program the store, with import from paths and
// export to one.
type storage struct {
	*store.Store
	refuse func(path string) error // why nothing may be written there
}

func (a *app) storage(s *store.Store) storage { return storage{s, a.refuseOwnFiles} }

// Export writes invitations to a file.
func (s storage) Export(ctx context.Context, path string, replace bool, o exchange.ExportOptions) (int, error) {
	if err := s.refuse(path); err != nil {
		return 0, err
	}
	o.Columns = exchange.EverydayColumns()
	rows := 0
	err := files.WriteOut(ctx, path, replace, func(w io.Writer) error {
		var err error
		rows, err = s.Store.Export(ctx, w, o)
		return err
	})
	return rows, err
}

// importSteps is what progress is counted in: half of it is reading, half
// writing.
const importSteps = 1000

// Import reads what is at the paths and takes it into the store.
func (s storage) Import(ctx context.Context, paths []string, dryRun bool, progress func(done, total int)) (merge.ImportReport, error) {
	half := func(done, total int64) int {
		if total <= 0 {
			return 0
		}
		return int(min(done, total) * (importSteps / 2) / total)
	}
	sources, err := merge.ReadSources(ctx, paths, func(done, total int64) { progress(half(done, total), importSteps) })
	if err != nil {
		return merge.ImportReport{}, err
	}
	return s.ImportSources(ctx, sources, dryRun, func(done, total int) {
		progress(importSteps/2+half(int64(done), int64(total)), importSteps)
	})
}

func (a *app) demoCommand() *cobra.Command {
	return a.takesLook(&cobra.Command{
		Use:     "demo",
		Short:   "Look around with invented invitations",
		Example: "linkvet demo",
		Long:    "Open the terminal program over a temporary store of invented invitations. Nothing of it touches your data or settings, and it is gone when you quit.",
		Args:    takes(),
		RunE: a.does(func(ctx context.Context, _ []string) error {
			if err := a.needTerminal(); err != nil {
				return err
			}
			if err := a.checkTheme(); err != nil {
				return err
			}
			s, settings, err := a.openDemo()
			if err != nil {
				return err
			}
			options := a.terminalOptions()
			options.Storage, options.Settings, options.Demo = s, settings, true
			return a.runTerminal(ctx, options)
		}),
	})
}
