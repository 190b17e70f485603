package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"linkvet/advisor"
	"linkvet/config"
	"linkvet/store"
	"linkvet/store/fault"
	"linkvet/store/files"
	"linkvet/store/vault"
)

// loadSettings reads the settings; nothing starts on a setting that is wrong.
// The terminal program begins the file that is named, others need it to be there.
func (a *app) loadSettings(mayBegin bool) error {
	options := a.configOptions()
	options.MayBegin = mayBegin
	settings, err := config.Load(options)
	if err != nil {
		return err
	}
	if err := checkTerminalSettings(settings); err != nil {
		return err
	}
	a.settings = settings
	if a.flags.config != "" && !settings.FileExists && !a.wantsJSON() {
		a.say("linkvet: there is no settings file %s yet; the defaults hold", settings.File)
	}
	return nil
}

// beginStore opens the person's store, and begins it where there is none.
func (a *app) beginStore() (*store.Store, error) { return a.openStoreWith(a.storeOptions()) }

// openStore opens the store that a command needs to be there.
func (a *app) openStore() (*store.Store, error) {
	options := a.storeOptions()
	options.MustExist = true
	return a.openStoreWith(options)
}

// readStore is openStore for what only reads: where there is no store yet, and the
// person did not say where one is, there is just nothing to read.
func (a *app) readStore() (*store.Store, error) {
	a.onlyReads = true
	return a.openStore()
}

func (a *app) openStoreWith(options vault.Options) (*store.Store, error) {
	s, err := store.Open(a.settings.DB, options)
	if err != nil {
		return nil, err
	}
	s.PDF = pdfReader()
	told := a.tellWarnings(s, 0)
	a.atEnd(func() { a.tellWarnings(s, told) }) // such as a backup that could not be made
	return s, nil
}

func (a *app) storeOptions() vault.Options {
	return vault.Options{Now: a.now, Profile: a.profile, NewStore: a.flags.newStore, StateDir: a.settings.StateDir}
}

// tellWarnings tells those after the first, and returns how many there are.
func (a *app) tellWarnings(s *store.Store, first int) int {
	warnings := s.Warnings()
	if !a.wantsJSON() {
		for _, warning := range warnings[first:] {
			a.say("linkvet: %s", warning)
		}
	}
	return len(warnings)
}

// openStoreToTry opens the person's store, or an empty one elsewhere when they
// have none yet: a dry run makes no file of theirs.
func (a *app) openStoreToTry() (*store.Store, error) {
	s, err := a.openStore()
	if !errors.Is(err, fault.ErrMissing) {
		return s, err
	}
	folder, remove, err := files.TempFolder("linkvet-dry-run")
	if err != nil {
		return nil, fmt.Errorf("making a store for the dry run: %w", err)
	}
	a.atEnd(remove)
	return store.Open(filepath.Join(folder, "empty.db"), vault.Options{Now: a.now, Profile: a.profile})
}

// profile is the person's profile as the advisor takes it.
func (a *app) profile() advisor.Profile { return advisorProfile(a.settings.Profile) }

func advisorProfile(p config.Profile) advisor.Profile {
	return advisor.Profile{
		Goals:         p.Goals,
		Usage:         p.Usage,
		Comfort:       p.Comfort,
		Connections:   p.Connections,
		PostsPersonal: p.PostsPersonal, Premium: p.Premium,
		JobSearch: p.JobSearch,
	}
}

func configProfile(p advisor.Profile) config.Profile {
	return config.Profile{
		Goals:         p.Goals,
		Usage:         p.Usage,
		Comfort:       p.Comfort,
		Connections:   p.Connections,
		PostsPersonal: p.PostsPersonal, Premium: p.Premium,
		JobSearch: p.JobSearch,
	}
}

// maxLogSize is when the log starts again.
const maxLogSize = 1 << 20

func (a *app) logFile() string { return filepath.Join(a.settings.StateDir, "linkvet.log") }

// logRun notes which command ran, how long and how it ended. It never notes
// arguments, since they name people.
func (a *app) logRun(command string, started time.Time) {
	if !a.flags.debug || a.settings.StateDir == "" {
		return
	}
	ended := "ok"
	if a.failure != nil {
		ended = string(describe(a.failure).Kind)
	}
	line := fmt.Sprintf("%s %q took %v: %s\n", started.UTC().Format(time.RFC3339), command, a.now().Sub(started).Round(time.Microsecond), ended)
	if err := appendLog(a.logFile(), line); err != nil {
		a.say("linkvet: the log could not be written: %v", err)
	}
}

func appendLog(path, line string) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	mode := os.O_CREATE | os.O_WRONLY | os.O_APPEND
	if info, err := os.Stat(path); err == nil && info.Size() > maxLogSize {
		mode |= os.O_TRUNC
	}
	f, err := os.OpenFile(path, mode, 0o600)
	if err != nil {
		return err
	}
	_, err = f.WriteString(line)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}
