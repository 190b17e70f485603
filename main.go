// Command linkvet helps a LinkedIn member decide on invitations: it reads
// LinkedIn's data archive, asks what only the person can know, advises with its
// reasons, and remembers what was decided. It never goes online.
//
// Without arguments it opens the terminal program; its commands do the same
// from scripts. Data goes to standard output and words to standard error, so
// that a pipe carries only data.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"linkvet/config"
	"linkvet/store/linkedin/pdf"
)

func main() {
	if len(os.Args) == 2 && os.Args[1] == pdf.ChildArgument {
		os.Exit(readPDF(os.Stdin, os.Stdout))
	}
	os.Exit(run(os.Args[1:], time.Now))
}

// app is one run of the program: its streams, clock, flags and settings.
type app struct {
	in       *os.File
	out      io.Writer
	errs     io.Writer
	now      func() time.Time
	args     []string
	flags    flags
	settings config.Settings
	failure  error // what a command returned

	onlyReads bool // the command changes nothing, and a store that is not there is no failure

	endedBy atomic.Pointer[ending]        // nil while no signal came
	taken   atomic.Pointer[takenTerminal] // nil until the terminal program runs

	mu      sync.Mutex
	cleanup []func() // undone at the end, last first
}

// flags are the ones that every command takes, and --json, which most take.
type flags struct {
	db, config           string
	noColor, quiet, json bool
	debug, newStore      bool
	accessible           bool
	theme                string
}

// run does what the arguments ask for and returns the exit code.
func run(args []string, now func() time.Time) int {
	a := &app{in: os.Stdin, out: os.Stdout, errs: os.Stderr, now: now, args: args}
	defer a.cleanUp()
	root := a.rootCommand()
	if len(args) > 0 && strings.HasPrefix(args[0], cobra.ShellCompRequestCmd) {
		a.complete(root) // which takes longer than making the commands
	}
	root.SetArgs(withRemovals(args))
	ctx, stop := a.untilSignalled()
	defer stop()
	called, err := root.ExecuteContextC(ctx)
	if err != nil {
		a.failure = usageError(err)
	}
	return a.report(called.CommandPath(), a.failure)
}

// atEnd has undo called when the program ends. The terminal program may call it
// from any goroutine.
func (a *app) atEnd(undo func()) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.cleanup = append(a.cleanup, undo)
}

func (a *app) cleanUp() {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, undo := range slices.Backward(a.cleanup) {
		undo()
	}
}

func (a *app) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "linkvet",
		Short: "Decide on LinkedIn invitations with reasons, offline",
		Long: "linkvet helps you decide on LinkedIn invitations: it reads your LinkedIn data archive, asks what only " +
			"you can know, and advises with its reasons. It never goes online and sends nothing to anyone.\n\n" +
			"Without a command it opens the terminal program.",
		Example: "# look around with invented invitations\nlinkvet demo\n\n" +
			"# read your LinkedIn archive, then decide\nlinkvet import Basic_LinkedInDataExport_07-14-2026.zip\nlinkvet\n\n" +
			"# keep what you decided in a spreadsheet\nlinkvet export -o invitations.csv",
		Version:       versionOf(),
		SilenceUsage:  true,
		SilenceErrors: true, // reported by run
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return usagef("unknown command %q%s", args[0], didYouMean("", args[0], commandNames(cmd)))
		},
		RunE: a.does(a.terminal),
	}
	global := root.PersistentFlags()
	global.StringVar(&a.flags.db, "db", "", "`FILE` of the store (also LINKVET_DB)")
	global.StringVar(&a.flags.config, "config", "", "settings `FILE` (also LINKVET_CONFIG)")
	global.BoolVar(&a.flags.noColor, "no-color", false, "print without color (also NO_COLOR)")
	global.BoolVarP(&a.flags.quiet, "quiet", "q", false, "print data and errors only")
	global.BoolVar(&a.flags.debug, "debug", false, "log commands and timings to the state folder")
	global.BoolVar(&a.flags.newStore, "new-store", false, "begin a new store where one was lost")
	a.takesLook(root)
	cobra.EnableCommandSorting = false // commands are listed in the order of their groups
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(flagError)
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error { return refuseEmpty(cmd) }
	root.SetHelpFunc(a.help)
	root.SetHelpCommand(a.helpCommand())
	for _, group := range a.commandGroups() {
		root.AddGroup(&cobra.Group{ID: group.title, Title: group.title})
		for _, cmd := range group.commands {
			cmd.GroupID = group.title
			root.AddCommand(cmd)
		}
	}
	return root
}

// commandGroup is some commands that are listed together.
type commandGroup struct {
	title    string
	commands []*cobra.Command
}

// commandGroups are all commands but help, those of every day first.
func (a *app) commandGroups() []commandGroup {
	return []commandGroup{
		{"Every day", []*cobra.Command{
			a.importCommand(), a.listCommand(), a.showCommand(), a.readCommand(), a.answerCommand(), a.decideCommand(), a.laterCommand(), a.undoCommand(),
		}},
		{"Invitations", []*cobra.Command{
			a.addCommand(), a.editCommand(), a.noteCommand(), a.tagCommand(), a.openCommand(), a.draftCommand(), a.composeCommand(), a.stepsCommand(), a.reopenCommand(),
			a.deleteCommand(), a.redoCommand(),
		}},
		{"Advice", []*cobra.Command{a.questionsCommand(), a.adviseCommand(), a.rulesCommand()}},
		{"Reports", []*cobra.Command{a.exportCommand(), a.statsCommand(), a.agreementCommand(), a.logCommand()}},
		{"The store", []*cobra.Command{a.checkCommand(), a.backupCommand(), a.restoreCommand(), a.compactCommand()}},
		{"The program", []*cobra.Command{
			a.demoCommand(), a.configCommand(), a.doctorCommand(), a.pathsCommand(), a.completionCommand(), a.manCommand(), a.versionCommand(),
		}},
	}
}

// work is what a command does once the settings are loaded.
type work func(ctx context.Context, args []string) error

// does makes the work of a command.
func (a *app) does(do work) func(*cobra.Command, []string) error {
	return a.doesByOtherRules(func(ctx context.Context, args []string) error {
		if err := a.useRules(); err != nil {
			return err
		}
		return do(ctx, args)
	})
}

// doesByOtherRules is does for what is about rules and takes them from elsewhere.
func (a *app) doesByOtherRules(do work) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		started := a.now()
		a.failure = a.loadSettings(!cmd.HasParent())
		if a.failure == nil {
			a.failure = do(cmd.Context(), args)
		}
		a.logRun(cmd.CommandPath(), started)
		return nil // run reports the failure
	}
}

// takesJSON adds --json to a command.
func (a *app) takesJSON(cmd *cobra.Command) *cobra.Command {
	cmd.Flags().BoolVar(&a.flags.json, "json", false, "print JSON")
	return cmd
}

// The signals that end the program are listened to here and nowhere else: where
// Bubble Tea or fang listened as well, each could keep the other waiting.

// longestEnd is how long saving and cleaning up may take once a signal came. It
// is longer than a save waits for another program to let go of the store.
const longestEnd = 8 * time.Second

// ending is a signal that ends the program.
type ending struct{ os.Signal }

// exitCode is what a shell makes of a program that a signal ended.
func (e ending) exitCode() int {
	if number, ok := e.Signal.(syscall.Signal); ok {
		return 128 + int(number)
	}
	return kindInterrupted.exitCode()
}

// untilSignalled returns a context that ends with the first signal to end the
// program. The second, or too long a wait, ends it at once. Signals that whoever
// started the program told it to ignore, as nohup does, stay ignored.
func (a *app) untilSignalled() (ctx context.Context, stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	caught := make(chan os.Signal, 2)
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) {
			signal.Notify(caught, s)
		}
	}
	done := make(chan struct{})
	go func() {
		var first ending
		select {
		case <-done:
			return
		case first.Signal = <-caught:
		}
		a.endedBy.Store(&first)
		cancel()
		select {
		case <-done:
			return
		case <-caught:
		case <-time.After(longestEnd):
		}
		a.taken.Load().leave()
		os.Exit(first.exitCode())
	}()
	return ctx, func() {
		signal.Stop(caught)
		close(done)
		cancel()
	}
}
