package config

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// home gives the test a home of its own, with nothing set in the environment.
func home(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, s := range settingsTable() {
		t.Setenv("LINKVET_"+strings.ToUpper(strings.ReplaceAll(s.key, ".", "_")), "")
	}
	for name, value := range map[string]string{
		"HOME": dir, "USERPROFILE": dir, "AppData": filepath.Join(dir, "roaming"), "LocalAppData": filepath.Join(dir, "local"),
		"XDG_CONFIG_HOME": "", "XDG_DATA_HOME": "", "XDG_STATE_HOME": "", "LINKVET_CONFIG": "",
	} {
		t.Setenv(name, value)
	}
	return dir
}

// settingsFileWith writes a settings file and returns its path.
func settingsFileWith(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestWithoutAnythingTheDefaultsHold(t *testing.T) {
	home(t)
	s, err := Load(Options{})
	if err != nil {
		t.Fatal(err)
	}
	if s.Theme != "auto" || s.Mouse || s.ProfileAsked || s.FileExists || !s.Profile.IsZero() {
		t.Errorf("unexpected defaults: %+v", s)
	}
	if filepath.Base(s.DB) != "linkvet.db" || filepath.Base(s.File) != "config.yaml" || s.StateDir == "" {
		t.Errorf("unexpected places: %+v", s)
	}
}

func TestEverySettingIsRead(t *testing.T) {
	home(t)
	file := settingsFileWith(t, `
db: records/my.db
theme: dark
mouse: true
profile:
  goals: [grow_network, share_expertise]
  usage: active
  comfort: unsure
  connections: 120
  posts_personal: true
  job_search: no
sections:
- {name: Recruiters, query: "recruiter !agency"}
- name: Old
  query: before:2025
keys:
  open-profile: [O, ctrl+o]
  delete: "~"
`)
	s, err := Load(Options{File: file})
	if err != nil {
		t.Fatal(err)
	}
	n := 120
	want := Profile{Goals: []string{"grow_network", "share_expertise"}, Usage: "active", Comfort: "unsure", Connections: &n, PostsPersonal: true, JobSearch: "no"}
	if !reflect.DeepEqual(s.Profile, want) {
		t.Errorf("profile = %+v, want %+v", s.Profile, want)
	}
	if want := []Section{{"Recruiters", "recruiter !agency"}, {"Old", "before:2025"}}; !reflect.DeepEqual(s.Sections, want) {
		t.Errorf("sections = %+v, want %+v", s.Sections, want)
	}
	if want := []Binding{{"delete", []string{"~"}}, {"open-profile", []string{"O", "ctrl+o"}}}; !reflect.DeepEqual(s.Keys, want) {
		t.Errorf("keys = %+v, want %+v", s.Keys, want)
	}
	if s.Theme != "dark" || !s.Mouse || !s.ProfileAsked || !s.FileExists {
		t.Errorf("settings = %+v", s)
	}
	if want := filepath.Join(filepath.Dir(file), "records", "my.db"); s.DB != want {
		t.Errorf("db = %s, want %s beside the settings file", s.DB, want)
	}
}

func TestFlagsWinOverEnvironmentOverFileOverDefault(t *testing.T) {
	dir := home(t)
	file := settingsFileWith(t, "db: /from/file.db\ntheme: dark\nprofile:\n  goals: [clout]\n  usage: light\n")
	load := func(o Options) Settings {
		t.Helper()
		o.File = file
		s, err := Load(o)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	t.Setenv("LINKVET_DB", "")
	if s := load(Options{}); s.DB != "/from/file.db" || s.Theme != "dark" || s.Mouse {
		t.Errorf("file over default: %+v", s)
	}
	env := filepath.Join(dir, "env.db")
	t.Setenv("LINKVET_DB", env)
	t.Setenv("LINKVET_THEME", "mono")
	t.Setenv("LINKVET_MOUSE", "true")
	t.Setenv("LINKVET_PROFILE_GOALS", "grow_network, online_presence")
	t.Setenv("LINKVET_PROFILE_CONNECTIONS", "0")
	s := load(Options{})
	if s.DB != env || s.Theme != "mono" || !s.Mouse || s.Profile.Usage != "light" {
		t.Errorf("environment over file: %+v", s)
	}
	if !reflect.DeepEqual(s.Profile.Goals, []string{"grow_network", "online_presence"}) || s.Profile.Connections == nil || *s.Profile.Connections != 0 {
		t.Errorf("profile from the environment: %+v", s.Profile)
	}
	flag := filepath.Join(dir, "flag.db")
	if s := load(Options{DB: flag}); s.DB != flag {
		t.Errorf("flag over environment: %s", s.DB)
	}
}

func TestBadSettingsNameFileLineKeyAndWhatIsAllowed(t *testing.T) {
	for _, c := range []struct {
		text string
		line int
		key  string
		says string
	}{
		{"theme: dark\ncolour: red\n", 2, "colour", "is not a setting (allowed: db, theme, background, pace, mouse, accessible, profile_asked, sections, keys, commands, themes, profile)"},
		{"Theme: dark\n", 1, "Theme", "is not a setting"},
		{"\n\ntheme: purple\n", 3, "theme", `"purple" is not allowed (allowed: auto, light, dark, 16-colors, high-contrast, color-blind, mono)`},
		{"theme: 3\n", 1, "theme", `"3" is not allowed`},
		{"theme: [dark]\n", 1, "theme", "a list is not allowed"},
		{"db: {a: b}\n", 1, "db", "a group of keys is not a text"},
		{"mouse: yes\n", 1, "mouse", `"yes" is not allowed (allowed: true, false)`},
		{"mouse: true\nmouse: true\n", 2, "mouse", "is set twice"},
		{"profile: active\n", 1, "profile", "must hold keys and values (allowed: goals, usage"},
		{"profile:\n  age: 30\n", 2, "profile.age", "is not a setting (allowed: goals, usage"},
		{"profile:\n  goals: clout\n", 2, "profile.goals", "must be a list"},
		{"profile:\n  goals:\n    - clout\n    - fame\n", 4, "profile.goals", `"fame" is not allowed (allowed: clout,`},
		{"profile:\n  goals: [1]\n", 2, "profile.goals", `"1" is not allowed`},
		{"profile:\n  connections: many\n", 2, "profile.connections", "is not a whole number"},
		{"profile:\n  connections: 0100\n", 2, "profile.connections", "is not a whole number"}, // not 64
		{"profile:\n  connections: 0x40\n", 2, "profile.connections", "is not a whole number"},
		{"profile:\n  connections: 1_000\n", 2, "profile.connections", "is not a whole number"},
		{"profile:\n  connections: -1\n", 2, "profile.connections", "is not a whole number"},
		{"profile:\n  connections: 99999999999999999999\n", 2, "profile.connections", "is not a whole number"},
		{"profile:\n  job_search: false\n", 2, "profile.job_search", `"false" is not allowed (allowed: looking, open, no)`},
		{"theme: &a dark\ndb: *a\n", 2, "db", "refers to another value"},
		{"theme: dark\n  mouse: true\n", 2, "", "not YAML"},
		{"sections: Recruiters\n", 1, "sections", "must be a list of names and queries"},
		{"sections:\n- Recruiters\n", 2, "sections.1", "must hold a name and a query"},
		{"sections:\n- name: A\n  query: x\n- name: B\n", 4, "sections.2.query", "is missing"},
		{"sections:\n- name: A\n  query: x\n- name: a\n  query: y\n", 4, "sections.2.name", `"a" is there twice`},
		{"sections:\n- name: A\n  query:\n", 3, "sections.1.query", "is not a text"},
		{"sections:\n- name: A\n  find: x\n", 3, "sections.1.find", "is not a setting (allowed: name, query)"},
		{"sections:\n- name: A name that would fit on no screen at all\n  query: x\n", 2, "sections.1.name", "is longer than 24"},
		{"sections:\n" + strings.Repeat("- {name: A, query: x}\n", 21), 22, "sections", "more than 20"},
		{"keys: [o]\n", 1, "keys", "must hold actions and their keys"},
		{"keys:\n  open: []\n", 2, "keys.open", "needs one to 8 keys"},
		{"keys:\n  open: [a, a]\n", 2, "keys.open", `"a" is there twice`},
		{"keys:\n  open: [{a: b}]\n", 2, "keys.open", "a group of keys is not a key"},
		{"keys:\n  open: a\n  open: b\n", 3, "keys.open", "is set twice"},
		{"theme: dark\n---\ntheme: light\n", 0, "", "second document"},
		{"- theme\n", 1, "", "must hold keys and values"},
	} {
		home(t)
		file := settingsFileWith(t, c.text)
		_, err := Load(Options{File: file})
		var bad *Error
		if !errors.As(err, &bad) {
			t.Errorf("%q: got %v, want an *Error", c.text, err)
			continue
		}
		if bad.File != file || bad.Key != c.key || c.line > 0 && bad.Line != c.line || !strings.Contains(bad.Error(), c.says) {
			t.Errorf("%q: line %d, key %q, %q; want line %d, key %q, %q", c.text, bad.Line, bad.Key, bad.Error(), c.line, c.key, c.says)
		}
	}
}

// A wrong value that only the terminal program can know is reported with its
// line like any other.
func TestWrongPointsIntoTheFile(t *testing.T) {
	home(t)
	s, err := Load(Options{File: settingsFileWith(t, "theme: dark\nsections:\n- name: A\n  query: x\n- name: B\n  query: is:lost\nkeys:\n  open: [x]\n")})
	if err != nil {
		t.Fatal(err)
	}
	for key, line := range map[string]int{"sections.2.query": 6, "sections.1": 3, "keys.open": 8, "keys.gone": 8} {
		var bad *Error
		if !errors.As(s.Wrong(key, "is wrong", "a", "b"), &bad) || bad.Line != line || bad.Key != key || bad.File != s.File {
			t.Errorf("%s: %v, want line %d", key, bad, line)
		}
	}
}

func TestAnEmptyFileOrValueLeavesTheDefault(t *testing.T) {
	for _, text := range []string{"", "\n", "# only a comment\n", "theme:\n", "profile:\n", "null\n", "theme: \"\"\nprofile:\n  goals: []\n  usage:\n"} {
		home(t)
		s, err := Load(Options{File: settingsFileWith(t, text)})
		if err != nil {
			t.Errorf("%q: %v", text, err)
		}
		if s.Theme != "auto" || !s.Profile.IsZero() || !s.FileExists {
			t.Errorf("%q: %+v", text, s)
		}
	}
}

func TestBadEnvironmentNamesTheVariable(t *testing.T) {
	for name, value := range map[string]string{
		"LINKVET_THEME":               "purple",
		"LINKVET_MOUSE":               "1",
		"LINKVET_PROFILE_GOALS":       "clout,,fame",
		"LINKVET_PROFILE_CONNECTIONS": "-4",
	} {
		t.Run(name, func(t *testing.T) {
			home(t)
			t.Setenv(name, value)
			_, err := Load(Options{})
			var bad *Error
			if !errors.As(err, &bad) || bad.File != name {
				t.Errorf("got %v, want an error that names %s", err, name)
			}
		})
	}
}

func TestAFolderOrAnOversizedFileIsNoSettingsFile(t *testing.T) {
	home(t)
	var bad *Error
	if _, err := Load(Options{File: t.TempDir()}); !errors.As(err, &bad) {
		t.Errorf("folder: got %v", err)
	}
	huge := settingsFileWith(t, strings.Repeat("# far too long\n", maxFileSize/10))
	if _, err := Load(Options{File: huge}); !errors.As(err, &bad) || !strings.Contains(err.Error(), "too large") {
		t.Errorf("huge file: got %v", err)
	}
}

func FuzzParseNeverPanicsAndPointsIntoTheFile(f *testing.F) {
	f.Add("theme: dark\nprofile: {goals: [clout]}\n")
	f.Add("a: &x [*x]\n")
	f.Add("profile: !!binary x\n? [a]\n: b\n")
	f.Fuzz(func(t *testing.T, text string) {
		_, err := parse([]byte(text), "config.yaml")
		var bad *Error
		if err != nil && (!errors.As(err, &bad) || bad.File != "config.yaml" || bad.Line > strings.Count(text, "\n")+strings.Count(text, "\r")+2) {
			t.Errorf("%q: %v", text, err)
		}
	})
}

// The name of a theme is the person's own, capitals and all.
func TestAThemeKeepsItsName(t *testing.T) {
	home(t)
	path := settingsFileWith(t, "theme: Dusk\nthemes:\n  Dusk: {base: dark, accept: \"#8fd6a5\"}\n")
	s, err := Load(Options{File: path})
	if err != nil || s.Theme != "Dusk" || len(s.Themes) != 1 || s.Themes[0].Name != "Dusk" || s.Themes[0].Colors["accept"] != "#8fd6a5" {
		t.Errorf("%+v, %v", s.Themes, err)
	}
	values, err := Values(Options{File: path})
	if err != nil || !strings.Contains(fmt.Sprint(values), "Dusk:map[") {
		t.Errorf("%v, %v", values, err)
	}
}
