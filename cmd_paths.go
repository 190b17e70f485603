package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"linkvet/store/vault"
)

func (a *app) pathsCommand() *cobra.Command {
	return a.takesJSON(&cobra.Command{
		Use:     "paths",
		Short:   "Print where linkvet keeps its files",
		Example: "linkvet paths\nlinkvet paths --json",
		Args:    takes(),
		RunE: a.does(func(context.Context, []string) error {
			backups := vault.BackupFolder(a.settings.DB)
			held := vault.BackupBytes(a.settings.DB)
			if a.flags.json {
				return a.printJSON(map[string]any{
					"config": a.settings.File, "rules": a.rulesFile(), "db": a.settings.DB, "state": a.settings.StateDir, "log": a.logFile(),
					"backups": backups, "backups_bytes": held, "backups_limit": vault.BackupLimit,
				})
			}
			room := notThereYet(backups)
			if room == "" {
				room = fmt.Sprintf("  (%.1f of at most %d MiB)", float64(held)/(1<<20), vault.BackupLimit>>20)
			}
			return a.print(func(w io.Writer) error {
				a.table(w, [][]string{
					{"settings", a.settings.File + notThereYet(a.settings.File)},
					{"rules", a.rulesFile() + notThereYet(a.rulesFile())},
					{"store", a.settings.DB + notThereYet(a.settings.DB)},
					{"backups", backups + room},
					{"state", a.settings.StateDir + notThereYet(a.settings.StateDir)},
				})
				return nil
			})
		}),
	})
}

func notThereYet(path string) string {
	if _, err := os.Stat(path); err != nil {
		return "  (not there yet)"
	}
	return ""
}

func (a *app) versionCommand() *cobra.Command {
	return a.takesJSON(&cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "linkvet version\nlinkvet version --json",
		Args:    takes(),
		RunE: func(*cobra.Command, []string) error {
			// Asked of people with broken settings too, so it loads none.
			a.failure = a.printVersion()
			return nil
		},
	})
}

func (a *app) printVersion() error {
	commit := commitOf()
	if a.flags.json {
		return a.printJSON(map[string]string{
			"version": versionOf(), "commit": commit, "go": runtime.Version(), "os": runtime.GOOS, "arch": runtime.GOARCH,
		})
	}
	return a.print(func(w io.Writer) error {
		if commit != "" {
			commit = " (" + commit + ")"
		}
		fmt.Fprintf(w, "linkvet %s%s %s %s/%s\n", versionOf(), commit, runtime.Version(), runtime.GOOS, runtime.GOARCH)
		return nil
	})
}

// version is set by those who build from a source without its history, as
// packagers do: go build -ldflags "-X main.version=1.2.3".
var version string

// versionOf returns the version of the program: as whoever built it says, else
// as the build noted it from the tags of the history or of the module that was
// installed, else "devel".
func versionOf() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		if noted, ok := strings.CutPrefix(info.Main.Version, "v"); ok {
			return noted
		}
	}
	return "devel"
}

// commitOf returns the short commit that the program was built from, where the
// build noted one.
func commitOf() string {
	commit := buildSetting("vcs.revision")
	return commit[:min(12, len(commit))]
}

// buildSetting returns what the build noted under a name, "" for nothing.
func buildSetting(name string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == name {
			return s.Value
		}
	}
	return ""
}
