package config

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
)

func load(t *testing.T, file string) Settings {
	t.Helper()
	s, err := Load(Options{File: file, MayBegin: true})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestASavedProfileIsReadBack(t *testing.T) {
	home(t)
	n := 640
	full := Profile{Goals: []string{"clout", "grow_network"}, Usage: "active", Comfort: "comfortable", Connections: &n, PostsPersonal: true, Premium: true, JobSearch: "looking"}
	for name, p := range map[string]Profile{"full": full, "skipped": {}, "one goal": {Goals: []string{"clout"}}} {
		file := filepath.Join(t.TempDir(), "new folder", "config.yaml")
		s := load(t, file)
		if s.ProfileAsked {
			t.Errorf("%s: asked before it was", name)
		}
		if err := s.SaveProfile(p); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got := load(t, file)
		if !got.ProfileAsked || !(reflect.DeepEqual(got.Profile, p) || p.IsZero() && got.Profile.IsZero()) {
			t.Errorf("%s: read back %+v, want %+v", name, got.Profile, p)
		}
		info, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s: mode %v, want 0600", name, info.Mode().Perm())
		}
	}
}

func TestSavingKeepsOtherKeysAndForgetsOldAnswers(t *testing.T) {
	home(t)
	file := settingsFileWith(t, "theme: light\nmouse: true\ndb: other.db\nprofile:\n  usage: light\n  connections: 3\n")
	if err := load(t, file).SaveProfile(Profile{Comfort: "unsure"}); err != nil {
		t.Fatal(err)
	}
	s := load(t, file)
	if s.Theme != "light" || !s.Mouse || filepath.Base(s.DB) != "other.db" {
		t.Errorf("other keys were lost: %+v", s)
	}
	if !reflect.DeepEqual(s.Profile, Profile{Comfort: "unsure", Goals: []string{}}) {
		t.Errorf("profile = %+v", s.Profile)
	}
}

func TestSavingDoesNotWriteTheEnvironmentDown(t *testing.T) {
	home(t)
	file := settingsFileWith(t, "mouse: true\n")
	t.Setenv("LINKVET_THEME", "mono")
	if err := load(t, file).SaveProfile(Profile{}); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if err != nil || strings.Contains(string(data), "theme") {
		t.Errorf("file = %q, %v", data, err)
	}
}

func TestSavingLeavesAFileAloneThatItCannotRead(t *testing.T) {
	home(t)
	file := settingsFileWith(t, "")
	s := load(t, file)
	const broken = "theme: [dark\n"
	if err := os.WriteFile(file, []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	var bad *Error
	if err := s.SaveProfile(Profile{Usage: "active"}); !errors.As(err, &bad) {
		t.Errorf("got %v, want an *Error", err)
	}
	if data, _ := os.ReadFile(file); string(data) != broken {
		t.Errorf("the file was changed to %q", data)
	}
}

func TestSavingRefusesAProfileThatCouldNotBeReadBack(t *testing.T) {
	home(t)
	file := filepath.Join(t.TempDir(), "config.yaml")
	if err := load(t, file).SaveProfile(Profile{Usage: "sometimes"}); err == nil {
		t.Error("no error")
	}
	if _, err := os.Stat(file); err == nil {
		t.Error("a file was written")
	}
}

func TestSavingThroughALinkKeepsTheLink(t *testing.T) {
	home(t)
	real := settingsFileWith(t, "theme: dark\n")
	link := filepath.Join(t.TempDir(), "config.yaml")
	if err := os.Symlink(real, link); err != nil {
		if runtime.GOOS == "windows" {
			return // links need a privilege there
		}
		t.Fatal(err)
	}
	if err := load(t, link).SaveProfile(Profile{Usage: "active"}); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
	if s := load(t, real); s.Profile.Usage != "active" || s.Theme != "dark" {
		t.Errorf("the file behind the link: %+v", s)
	}
}

func TestWhatTheProgramSavesIsReadBack(t *testing.T) {
	home(t)
	file := settingsFileWith(t, "mouse: true\nprofile:\n  usage: light\n")
	sections := []Section{{"Recruiters & more", "recruiter: !\"data science\""}, {"Ľudia", "žofia"}}
	keys := []Binding{{"delete", []string{"~", "1"}}, {"open", []string{"y", "no"}}}
	s := load(t, file)
	for what, err := range map[string]error{
		"theme": s.SaveTheme("mono"), "mouse": s.SaveMouse(false), "sections": s.SaveSections(sections), "keys": s.SaveKeys(keys),
	} {
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
	}
	got := load(t, file)
	if got.Theme != "mono" || got.Mouse || got.Profile.Usage != "light" || !reflect.DeepEqual(got.Sections, sections) || !reflect.DeepEqual(got.Keys, keys) {
		t.Errorf("read back %+v", got)
	}
	if err := s.SaveTheme("purple"); err == nil {
		t.Error("a theme that is none was saved")
	}
	if err := errors.Join(s.SaveSections(nil), s.SaveKeys(nil)); err != nil {
		t.Fatal(err)
	}
	if got := load(t, file); got.Sections != nil || got.Keys != nil || got.Theme != "mono" {
		t.Errorf("after taking all away: %+v", got)
	}
}
