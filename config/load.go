package config

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"linkvet/store/files"

	"github.com/spf13/viper"
)

// Options are what the command line says; empty fields say nothing.
type Options struct {
	File string // --config
	DB   string // --db

	MayBegin bool // a settings file that is named need not be there yet
}

// maxFileSize is far above any real settings file; more is a mistaken path.
const maxFileSize = 1 << 20

// File returns the path of the settings file, whether there is one or not.
func File(opts Options) (string, error) {
	dirs, err := systemFolders()
	if err != nil && opts.File == "" {
		return "", &Error{File: "environment", Problem: err.Error(), Err: err}
	}
	return settingsFile(opts, dirs)
}

// Load returns the settings in force, or an *Error that names the file, line
// and key of the first setting that cannot be used. That there is no settings file
// is no error, unless the person named one: then it is a *MissingError.
func Load(opts Options) (Settings, error) {
	dirs, err := systemFolders()
	if err != nil && (opts.File == "" || opts.DB == "") {
		return Settings{}, &Error{File: "environment", Problem: err.Error(), Err: err}
	}
	s := Settings{StateDir: dirs.state}
	if s.File, err = settingsFile(opts, dirs); err != nil {
		return Settings{}, err
	}
	data, err := Read(s.File)
	if err != nil {
		return Settings{}, err
	}
	s.FileExists = data != nil
	if named := opts.File != "" || os.Getenv("LINKVET_CONFIG") != ""; named && !s.FileExists && !opts.MayBegin {
		return Settings{}, &MissingError{s.File}
	}
	file, err := parse(data, s.File)
	if err != nil {
		return Settings{}, err
	}
	v := newViper()
	if err := v.MergeConfigMap(forViper(file)); err != nil {
		return Settings{}, &Error{File: s.File, Problem: err.Error(), Err: err}
	}
	if err := applyEnvironment(v); err != nil {
		return Settings{}, err
	}
	if problem := checkTheme(v.GetString("theme"), file); problem != nil {
		problem.File, problem.Key = "LINKVET_THEME", ""
		return Settings{}, problem
	}
	s.Theme, s.Background, s.Pace = v.GetString("theme"), v.GetString("background"), v.GetString("pace")
	s.Mouse, s.Accessible = v.GetBool("mouse"), v.GetBool("accessible")
	s.Sections, s.Keys, s.Commands, s.Themes = sectionsOf(file), bindingsOf(file), commandsOf(file), themesOf(file)
	s.Profile = profileOf(v)
	s.ProfileAsked = v.GetBool("profile_asked") || !s.Profile.IsZero()
	s.DBGiven = opts.DB != "" || os.Getenv("LINKVET_DB") != ""
	s.DB, err = storePath(opts, v, s.File, dirs)
	return s, err
}

// forViper is a file that was read, for viper to write into: it makes the names in
// a map small letters, and those of themes are the person's own.
func forViper(file map[string]any) map[string]any {
	copied := maps.Clone(file)
	if themes, ok := file["themes"].(map[string]any); ok {
		copied["themes"] = maps.Clone(themes)
	}
	return copied
}

func settingsFile(opts Options, dirs folders) (string, error) {
	name := opts.File
	if name == "" {
		name = os.Getenv("LINKVET_CONFIG")
	}
	if name == "" {
		return filepath.Join(dirs.config, "config.yaml"), nil
	}
	path, err := absolute(name, "")
	if err != nil {
		return "", &Error{File: name, Problem: err.Error(), Err: err}
	}
	return path, nil
}

// storePath places the store. A path in the settings file is relative to that
// file, so that it does not depend on where the program is started.
func storePath(opts Options, v *viper.Viper, file string, dirs folders) (string, error) {
	name, base := opts.DB, ""
	if name == "" {
		name = os.Getenv("LINKVET_DB")
	}
	if name == "" {
		name, base = v.GetString("db"), filepath.Dir(file)
	}
	if name == "" {
		return filepath.Join(dirs.data, "linkvet.db"), nil
	}
	path, err := absolute(name, base)
	if err != nil {
		return "", &Error{File: file, Key: "db", Problem: err.Error(), Err: err}
	}
	return path, nil
}

// newViper returns a viper that knows the defaults.
func newViper() *viper.Viper {
	v := viper.New()
	v.SetConfigType("yaml")
	for _, s := range settingsTable() {
		if s.def != nil {
			v.SetDefault(s.key, s.def)
		}
	}
	return v
}

// applyEnvironment lays LINKVET_* over the file, as strictly as the file is
// read. An empty variable says nothing.
func applyEnvironment(v *viper.Viper) error {
	for _, s := range settingsTable() {
		name := s.variable()
		raw := strings.TrimSpace(os.Getenv(name))
		if raw == "" || s.key == "db" {
			continue // db is placed on its own: it is relative to the folder we are in
		}
		value, problem := s.fromText(raw)
		if problem != nil {
			problem.File = name
			return problem
		}
		v.Set(s.key, value)
	}
	return nil
}

func (s setting) fromText(raw string) (any, *Error) {
	switch s.kind {
	case boolean:
		if raw != "true" && raw != "false" {
			return nil, &Error{Problem: fmt.Sprintf("%q is not allowed", raw), Allowed: []string{"true", "false"}}
		}
		return raw == "true", nil
	case count:
		n, err := strconv.Atoi(raw)
		if err != nil || !isCount(raw) {
			return nil, &Error{Problem: fmt.Sprintf("%q is not a whole number, zero or more", raw)}
		}
		return n, nil
	case words:
		list := strings.Split(raw, ",")
		for i := range list {
			list[i] = strings.TrimSpace(list[i])
			if problem := s.checkText(list[i]); problem != nil {
				return nil, problem
			}
		}
		return list, nil
	default:
		return raw, s.checkText(raw)
	}
}

func profileOf(v *viper.Viper) Profile {
	p := Profile{
		Goals:         v.GetStringSlice("profile.goals"),
		Usage:         v.GetString("profile.usage"),
		Comfort:       v.GetString("profile.comfort"),
		PostsPersonal: v.GetBool("profile.posts_personal"),
		Premium:       v.GetBool("profile.premium"),
		JobSearch:     v.GetString("profile.job_search"),
	}
	if v.Get("profile.connections") != nil {
		n := v.GetInt("profile.connections")
		p.Connections = &n
	}
	return p
}

// Read returns what is in a settings file; nil and no error when there is none.
func Read(path string) ([]byte, error) {
	f, err := files.Open(path)
	if odd, ok := errors.AsType[*files.NotAFile](err); ok {
		return nil, &Error{File: path, Problem: "is " + odd.Is + ", not a settings file", Err: err}
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, unreadable(path, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFileSize+1))
	if err != nil {
		return nil, unreadable(path, err)
	}
	if len(data) > maxFileSize {
		return nil, &Error{File: path, Problem: "is too large for a settings file"}
	}
	return append([]byte{}, data...), nil // never nil: the file is there
}

func unreadable(path string, err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return &Error{File: path, Problem: "cannot be read: " + err.Error(), Err: err}
}
