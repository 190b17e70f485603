package config

import (
	"errors"
	"path/filepath"
	"testing"
)

func TestFoldersFollowTheSystem(t *testing.T) {
	home := func() (string, error) { return "/home/ada", nil }
	env := func(pairs map[string]string) func(string) string {
		return func(name string) string { return pairs[name] }
	}
	plain := folders{"/home/ada/.config/linkvet", "/home/ada/.local/share/linkvet", "/home/ada/.local/state/linkvet"}
	for _, c := range []struct {
		name   string
		system string
		env    map[string]string
		want   folders
	}{
		{"Linux", "linux", nil, plain},
		{"macOS as Linux", "darwin", nil, plain},
		{"relative XDG values are ignored", "linux", map[string]string{"XDG_CONFIG_HOME": "conf", "XDG_DATA_HOME": "./data", "XDG_STATE_HOME": "../s"}, plain},
		{"XDG", "linux", map[string]string{"XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "/d", "XDG_STATE_HOME": "/s"}, folders{"/c/linkvet", "/d/linkvet", "/s/linkvet"}},
		{"Windows", "windows", map[string]string{"AppData": "/r", "LocalAppData": "/l", "XDG_DATA_HOME": "/d"}, folders{"/r/linkvet", "/l/linkvet", "/l/linkvet/state"}},
	} {
		got, err := findFolders(c.system, env(c.env), home)
		slashed := folders{filepath.ToSlash(got.config), filepath.ToSlash(got.data), filepath.ToSlash(got.state)}
		if err != nil || slashed != c.want {
			t.Errorf("%s: %v, %v; want %v", c.name, slashed, err, c.want)
		}
	}
}

func TestWithoutAHomeTheFoldersCannotBeTold(t *testing.T) {
	homeless := func() (string, error) { return "", errors.New("no home") }
	for _, system := range []string{"linux", "windows"} {
		if _, err := findFolders(system, func(string) string { return "" }, homeless); err == nil {
			t.Errorf("%s: no error", system)
		}
	}
}
