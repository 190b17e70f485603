package main

import (
	"errors"
	"strconv"
	"strings"
	"sync"

	"linkvet/advisor"
	"linkvet/config"
	"linkvet/store/fault"
	"linkvet/store/vault"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// claimTerminal returns what makes this the only terminal program over its
// store, and reports whether it is. The system gives the claim up when the
// program ends.
func (a *app) claimTerminal() func() (bool, error) {
	held := false
	return func() (bool, error) {
		if held {
			return true, nil
		}
		release, err := vault.LockTerminal(a.settings.StateDir, a.settings.DB)
		if errors.Is(err, fault.ErrLocked) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		held = true
		a.atEnd(release)
		return true, nil
	}
}

// checkTerminalSettings refuses lists and keys that the terminal program could
// not use, with their line.
func checkTerminalSettings(s config.Settings) error {
	for i, section := range s.Sections {
		name, query := screen.CheckList(screen.OwnList(section))
		key := "sections." + strconv.Itoa(i+1)
		switch {
		case name != "":
			return s.Wrong(key+".name", name)
		case query != "":
			return s.Wrong(key+".query", query)
		}
	}
	for _, problem := range keys.Check(keysOf(s.Keys)) {
		return s.Wrong("keys."+problem.Action, problem.Problem)
	}
	if err := checkThemes(s); err != nil {
		return err
	}
	return checkCommands(s)
}

// checkThemes refuses themes of the person's own that cannot be drawn.
func checkThemes(s config.Settings) error {
	for _, own := range ownThemes(s) {
		if p := own.Check(); p != nil {
			return s.Wrong(strings.TrimSuffix("themes."+own.Name+"."+p.Key, "."), p.Problem, p.Allowed...)
		}
	}
	return nil
}

// themeNames are all themes, the person's own last.
func themeNames(s config.Settings) []string {
	names := style.Themes()
	for _, own := range ownThemes(s) {
		names = append(names, own.Name)
	}
	return names
}

func ownThemes(s config.Settings) []style.OwnTheme {
	var all []style.OwnTheme
	for _, theme := range s.Themes {
		all = append(all, style.OwnTheme(theme))
	}
	return all
}

func keysOf(bindings []config.Binding) map[string][]string {
	keys := make(map[string][]string, len(bindings))
	for _, b := range bindings {
		keys[b.Action] = b.Keys
	}
	return keys
}

// savedSettings gives the terminal program the person's settings. Commands of
// the terminal program call it from goroutines.
type savedSettings struct {
	mu       sync.Mutex
	settings config.Settings
	files    []screen.File
}

// change saves a setting and takes it over.
func (s *savedSettings) change(save func(config.Settings) error, take func(*config.Settings)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := save(s.settings); err != nil {
		return err
	}
	take(&s.settings)
	return nil
}

func (s *savedSettings) now() config.Settings {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.settings
}

// Profile returns the profile as last saved.
func (s *savedSettings) Profile() advisor.Profile { return advisorProfile(s.now().Profile) }

// ProfileAsked reports whether the profile was filled in or skipped before.
func (s *savedSettings) ProfileAsked() bool { return s.now().ProfileAsked }

// SaveProfile keeps the profile in the settings file.
func (s *savedSettings) SaveProfile(p advisor.Profile) error {
	return s.change(func(c config.Settings) error { return c.SaveProfile(configProfile(p)) },
		func(c *config.Settings) { c.Profile, c.ProfileAsked = configProfile(p), true })
}

// Theme returns the theme as last saved.
func (s *savedSettings) Theme() string { return s.now().Theme }

// SaveTheme keeps the theme in the settings file.
func (s *savedSettings) SaveTheme(theme string) error {
	return s.change(func(c config.Settings) error { return c.SaveTheme(theme) }, func(c *config.Settings) { c.Theme = theme })
}

// OneByOne reports whether the questions come one by one.
func (s *savedSettings) OneByOne() bool { return s.now().Pace == "one" }

// SaveOneByOne keeps that in the settings file.
func (s *savedSettings) SaveOneByOne(on bool) error {
	pace := "pages"
	if on {
		pace = "one"
	}
	return s.change(func(c config.Settings) error { return c.SavePace(pace) }, func(c *config.Settings) { c.Pace = pace })
}

// SaveMouse keeps in the settings file whether the mouse is used.
func (s *savedSettings) SaveMouse(on bool) error {
	return s.change(func(c config.Settings) error { return c.SaveMouse(on) }, func(c *config.Settings) { c.Mouse = on })
}

// Accessible reports whether the terminal program goes line by line.
func (s *savedSettings) Accessible() bool { return s.now().Accessible }

// SaveAccessible keeps that in the settings file.
func (s *savedSettings) SaveAccessible(on bool) error {
	return s.change(func(c config.Settings) error { return c.SaveAccessible(on) }, func(c *config.Settings) { c.Accessible = on })
}

// Lists returns the person's own lists as last saved.
func (s *savedSettings) Lists() []screen.OwnList {
	var all []screen.OwnList
	for _, section := range s.now().Sections {
		all = append(all, screen.OwnList(section))
	}
	return all
}

// SaveLists keeps the person's own lists in the settings file.
func (s *savedSettings) SaveLists(all []screen.OwnList) error {
	var kept []config.Section
	for _, section := range all {
		kept = append(kept, config.Section(section))
	}
	return s.change(func(c config.Settings) error { return c.SaveSections(kept) }, func(c *config.Settings) { c.Sections = kept })
}

// Keys returns the keys that differ from the program's own, as last saved.
func (s *savedSettings) Keys() map[string][]string { return keysOf(s.now().Keys) }

// SaveKeys keeps them in the settings file.
func (s *savedSettings) SaveKeys(keys map[string][]string) error {
	var kept []config.Binding
	for action, names := range keys {
		kept = append(kept, config.Binding{Action: action, Keys: names})
	}
	return s.change(func(c config.Settings) error { return c.SaveKeys(kept) }, func(c *config.Settings) { c.Keys = kept })
}

// Commands returns the person's own commands.
func (s *savedSettings) Commands() []screen.OwnCommand { return commandsOf(s.now().Commands) }

func commandsOf(kept []config.Command) []screen.OwnCommand {
	var all []screen.OwnCommand
	for _, c := range kept {
		all = append(all, screen.OwnCommand(c))
	}
	return all
}

// checkCommands refuses commands of the person's own that could not be run as they
// are meant, and keys that are taken.
func checkCommands(s config.Settings) error {
	var own []keys.Own
	for i, c := range commandsOf(s.Commands) {
		if problem := screen.CheckCommand(c); problem != "" {
			return s.Wrong("commands."+strconv.Itoa(i+1)+".command", problem)
		}
		own = append(own, keys.Own{Key: c.Key, Name: c.Name})
	}
	if at, problem := keys.CheckOwn(keysOf(s.Keys), own); problem != "" {
		return s.Wrong("commands."+strconv.Itoa(at+1)+".key", problem)
	}
	return nil
}

// Files are the places of the person's files.
func (s *savedSettings) Files() []screen.File { return s.files }

// filesOf are the places of the person's files.
func (a *app) filesOf() []screen.File {
	return []screen.File{{What: "store", Path: a.settings.DB}, {What: "settings", Path: a.settings.File}, {What: "log", Path: a.logFile()}}
}
