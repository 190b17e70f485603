package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"linkvet/config"
	"linkvet/store/quantity"
	"linkvet/store/vault"
	"linkvet/tui/desktop"
)

func (a *app) doctorCommand() *cobra.Command {
	return a.takesJSON(&cobra.Command{
		Use:   "doctor",
		Short: "Look at what could keep linkvet from working well here",
		Long: "Look at settings, store, backups, terminal and desktop, and say what could be better. It changes nothing, and " +
			"exits with 1 when something does not work.",
		Example: "linkvet doctor\nlinkvet doctor --json",
		Args:    takes(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			a.failure = a.doctor(cmd.Context())
			return nil
		},
	})
}

// finding is one thing that the doctor looked at.
type finding struct {
	Name   string `json:"name"`
	State  string `json:"state"` // ok, note or problem
	Detail string `json:"detail"`
	Hint   string `json:"hint"`
}

const (
	stateOK      = "ok"
	stateNote    = "note"
	stateProblem = "problem"
)

func (a *app) doctor(ctx context.Context) error {
	found := []finding{
		{"program", stateOK, fmt.Sprintf("linkvet %s, %s, %s/%s", versionOf(), runtime.Version(), runtime.GOOS, runtime.GOARCH), ""},
		a.settingsFinding(),
	}
	if a.settings.DB != "" {
		found = append(found, a.rulesFinding(), a.storeFinding(ctx), a.backupsFinding(), a.stateFinding())
	}
	found = append(found, a.colorFindings()...)
	found = append(found, a.terminalFinding(), localeFinding(), clipboardFinding(), editorFinding())
	ok := !slices.ContainsFunc(found, func(f finding) bool { return f.State == stateProblem })
	err := a.print(func(w io.Writer) error {
		if a.flags.json {
			return encodeLine(w, map[string]any{"ok": ok, "checks": found})
		}
		for _, f := range found {
			if a.listens() {
				fmt.Fprintln(w, f.State+", "+f.Name+": "+f.Detail)
				if f.Hint != "" {
					fmt.Fprintln(w, "next: "+f.Hint)
				}
				continue
			}
			fmt.Fprintf(w, "%-8s %-10s %s\n", f.State, f.Name, f.Detail)
			if f.Hint != "" {
				fmt.Fprintf(w, "%20snext: %s\n", "", f.Hint)
			}
		}
		return nil
	})
	if err == nil && !ok {
		return errNoMatch // all is said
	}
	return err
}

func (a *app) settingsFinding() finding {
	settings, err := checkSettings(a.configOptions())
	if err != nil {
		return finding{"settings", stateProblem, err.Error(), "linkvet config edit opens them"}
	}
	a.settings = settings
	if !settings.FileExists {
		return finding{"settings", stateOK, quantity.Text("%s is not there; the defaults hold", settings.File), ""}
	}
	return finding{"settings", stateOK, settings.File, ""}
}

func (a *app) rulesFinding() finding {
	file, by, err := a.rulesOf(nil)
	switch {
	case err != nil:
		return finding{"rules", stateProblem, err.Error(), describe(err).Hint}
	case file == "":
		return finding{"rules", stateOK, "linkvet's own hold", ""}
	}
	by.Use()
	detail := quantity.Sentence(len(by.Changes()), "%[2]s, %[1]d change", "%[2]s, %[1]d changes", file)
	if tried, otherwise := tryCases(by); otherwise > 0 {
		return finding{"rules", stateNote, detail + "; " + outcomeOf(len(tried), otherwise), "linkvet rules test says which"}
	}
	return finding{"rules", stateOK, detail, ""}
}

func (a *app) storeFinding(ctx context.Context) finding {
	if _, err := os.Stat(a.settings.DB); err != nil {
		return finding{"store", stateNote, quantity.Text("%s is not there yet", a.settings.DB), "linkvet import or linkvet add begins it"}
	}
	options := a.storeOptions()
	options.MustExist = true
	report, err := vault.Check(ctx, a.settings.DB, options, false)
	switch {
	case err != nil:
		return finding{"store", stateProblem, err.Error(), describe(err).Hint}
	case !report.OK:
		return finding{"store", stateProblem, quantity.Sentence(len(report.Problems), "%[2]s has %[1]d problem", "%[2]s has %[1]d problems", report.File), "linkvet check names them"}
	}
	return finding{"store", stateOK, quantity.Sentence(report.Invitations, "%[2]s: sound, %[1]d invitation, %[3]d bytes", "%[2]s: sound, %[1]d invitations, %[3]d bytes", report.File, report.Size), ""}
}

func (a *app) backupsFinding() finding {
	folder := vault.BackupFolder(a.settings.DB)
	s, err := a.openStore()
	if err != nil {
		return finding{"backups", stateNote, quantity.Text("%s: none can be listed", folder), ""}
	}
	backups, err := s.Backups()
	switch {
	case err != nil:
		return finding{"backups", stateProblem, err.Error(), describe(err).Hint}
	case len(backups) == 0:
		return finding{"backups", stateNote, quantity.Text("none yet in %s", folder), "linkvet backup FILE makes one; others come by themselves"}
	}
	return finding{"backups", stateOK, quantity.Sentence(len(backups), "%d copy in %s, of %s", "%d copies in %s, the newest of %s", folder, a.day(backups[0].At)), ""}
}

// stateFinding tells whether the lock and the log have a place.
func (a *app) stateFinding() finding {
	info, err := os.Stat(a.settings.StateDir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return finding{"state", stateOK, quantity.Text("%s is not there yet", a.settings.StateDir), ""}
	case err != nil:
		return finding{"state", stateNote, err.Error(), "the lock of the terminal program goes beside the store"}
	case !info.IsDir():
		return finding{"state", stateNote, quantity.Text("%s is not a folder", a.settings.StateDir), "the lock of the terminal program goes beside the store"}
	}
	return finding{"state", stateOK, a.settings.StateDir, ""}
}

// colorFindings are the colors of the person's own themes that are hard to read.
func (a *app) colorFindings() []finding {
	var found []finding
	for _, theme := range ownThemes(a.settings) {
		for _, faint := range theme.Faint(a.background()) {
			at := a.settings.File
			if e, ok := errors.AsType[*config.Error](a.settings.Wrong("themes."+theme.Name+"."+faint.Key, "")); ok && e.Line > 0 {
				at = fmt.Sprintf("%s:%d", e.File, e.Line)
			}
			found = append(found, finding{"colors", stateNote, quantity.Text("theme %s: %s", oneLine(theme.Name), faint), quantity.Text("in %s, %s", at, faint.Mend())})
		}
	}
	return found
}

func (a *app) terminalFinding() finding {
	kind := os.Getenv("TERM")
	columns, rows, ok := a.terminalSize()
	switch {
	case !ok:
		return finding{"terminal", stateNote, "standard output is not a terminal", "linkvet --accessible talks in plain lines without one"}
	case kind == "dumb":
		return finding{"terminal", stateNote, "TERM is dumb", "linkvet talks in plain lines here, and draws on a terminal that can move its cursor"}
	case columns < smallestColumns || rows < smallestRows:
		return finding{"terminal", stateNote, fmt.Sprintf("%s, %d by %d", kind, columns, rows), fmt.Sprintf("%d by %d and more show all", smallestColumns, smallestRows)}
	}
	return finding{"terminal", stateOK, fmt.Sprintf("%s, %d by %d", kind, columns, rows), ""}
}

// A terminal of this size shows everything.
const (
	smallestColumns = 60
	smallestRows    = 15
)

func localeFinding() finding {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if value := os.Getenv(name); value != "" {
			if encoding := strings.ToLower(value); strings.Contains(encoding, "utf-8") || strings.Contains(encoding, "utf8") {
				return finding{"letters", stateOK, name + "=" + value, ""}
			}
			return finding{"letters", stateNote, quantity.Text("%s=%s is not UTF-8", name, value), "names in other scripts may not show; set LANG to a UTF-8 locale"}
		}
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return finding{"letters", stateOK, "UTF-8", ""}
	}
	return finding{"letters", stateNote, "no locale is set", "names in other scripts may not show; set LANG to a UTF-8 locale"}
}

func clipboardFinding() finding {
	if tool := desktop.ClipboardTool(); tool != "" {
		return finding{"clipboard", stateOK, tool, ""}
	}
	return finding{"clipboard", stateNote, "no tool for it", "linkvet asks the terminal to copy, which not every terminal does"}
}

func editorFinding() finding {
	editor := editorCommand()[0]
	if path, err := exec.LookPath(editor); err == nil {
		return finding{"editor", stateOK, path, ""}
	}
	return finding{"editor", stateNote, quantity.Text("%s is not installed", editor), "name an editor with VISUAL or EDITOR for linkvet config edit"}
}
