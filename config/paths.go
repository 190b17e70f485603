package config

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
)

const appName = "linkvet"

// folders are the places of the person's files by kind.
type folders struct{ config, data, state string }

// systemFolders finds the folders of this machine. macOS takes the same ones
// as Linux, as people who work in a terminal expect.
func systemFolders() (folders, error) {
	return findFolders(runtime.GOOS, os.Getenv, os.UserHomeDir)
}

func findFolders(system string, env func(string) string, home func() (string, error)) (folders, error) {
	if system == "windows" {
		roaming, local := env("AppData"), env("LocalAppData")
		if roaming == "" || local == "" {
			return folders{}, errors.New("cannot tell where settings belong: %AppData% or %LocalAppData% is not set")
		}
		return folders{
			config: filepath.Join(roaming, appName),
			data:   filepath.Join(local, appName),
			state:  filepath.Join(local, appName, "state"),
		}, nil
	}
	var missing error
	place := func(variable string, under ...string) string {
		// The specification says that a relative value is to be ignored.
		if dir := env(variable); filepath.IsAbs(dir) {
			return filepath.Join(dir, appName)
		}
		base, err := home()
		if err != nil || !filepath.IsAbs(base) {
			missing = errors.New("cannot tell where settings belong: HOME is not set to an absolute path, nor are XDG_CONFIG_HOME, XDG_DATA_HOME and XDG_STATE_HOME")
			return ""
		}
		return filepath.Join(append(append([]string{base}, under...), appName)...)
	}
	f := folders{
		config: place("XDG_CONFIG_HOME", ".config"),
		data:   place("XDG_DATA_HOME", ".local", "share"),
		state:  place("XDG_STATE_HOME", ".local", "state"),
	}
	return f, missing
}

// absolute makes a path absolute against base; "~/" is the home folder, since
// no shell expands it in a settings file.
func absolute(path, base string) (string, error) {
	if len(path) > 1 && path[0] == '~' && os.IsPathSeparator(path[1]) {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", err
		}
		return filepath.Join(home, path[2:]), nil
	}
	if filepath.IsAbs(path) || base == "" {
		return filepath.Abs(path)
	}
	return filepath.Join(base, path), nil
}
