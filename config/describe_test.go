package config

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// isSetting tells a setting that is commented out from words about it.
var isSetting = regexp.MustCompile(`^( {0,2}[a-z_]+:\s| {2}- )`)

// What the template says once its marks are taken away is a file that is read.
func TestTheTemplateIsValid(t *testing.T) {
	home(t)
	if s := load(t, settingsFileWith(t, Template())); s.Theme != "auto" || !s.Profile.IsZero() {
		t.Errorf("the template sets something: %+v", s)
	}
	var set strings.Builder
	for line := range strings.Lines(Template()) {
		if rest, ok := strings.CutPrefix(line, "#"); ok && isSetting.MatchString(rest) {
			set.WriteString(rest)
		}
	}
	s := load(t, settingsFileWith(t, set.String()))
	if s.Profile.Connections == nil || len(s.Sections) != 1 || len(s.Keys) != 1 || s.Profile.Usage == "" {
		t.Errorf("without its marks it reads\n%s\nas %+v", set.String(), s)
	}
	for _, s := range settingsTable() {
		name := s.key[strings.LastIndex(s.key, ".")+1:]
		if s.key != "profile_asked" && !strings.Contains(Template(), name+":") {
			t.Errorf("the template does not name %s", s.key)
		}
	}
}

func TestTheSchemaNamesEverySetting(t *testing.T) {
	written, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	type schema struct {
		Type       any               `json:"type"`
		Properties map[string]schema `json:"properties"`
		Enum       []string          `json:"enum"`
	}
	var root schema
	if err := json.Unmarshal(written, &root); err != nil {
		t.Fatal(err)
	}
	for _, s := range settingsTable() {
		at := root
		for name := range strings.SplitSeq(s.key, ".") {
			at = at.Properties[name]
		}
		if at.Type == nil {
			t.Errorf("the schema does not know %s", s.key)
		}
		if s.kind == text && !s.open && !slices.Equal(at.Enum, s.allowed) {
			t.Errorf("the schema allows %v for %s, want %v", at.Enum, s.key, s.allowed)
		}
	}
}

func TestEverySettingSaysWhatItIsFor(t *testing.T) {
	for _, d := range Descriptions() {
		if d.About == "" || d.Kind == "" {
			t.Errorf("%s: %+v", d.Key, d)
		}
	}
}

func TestValuesSayWhereTheyComeFrom(t *testing.T) {
	home(t)
	file := settingsFileWith(t, "theme: dark\nprofile:\n  usage: light\n  goals: [clout]\n")
	t.Setenv("LINKVET_MOUSE", "true")
	t.Setenv("LINKVET_PROFILE_USAGE", "active")
	values, err := Values(Options{File: file, DB: filepath.Join(t.TempDir(), "a.db")})
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]string{
		"theme": file, "mouse": "LINKVET_MOUSE", "profile.usage": "LINKVET_PROFILE_USAGE", "profile.goals": file,
		"profile.comfort": "default", "db": "--db", "keys": "default",
	} {
		at := slices.IndexFunc(values, func(v Value) bool { return v.Key == key })
		if at < 0 || values[at].From != want {
			t.Errorf("%s: %+v, want it from %s", key, values, want)
		}
	}
}

func TestTheSettingsFileHasAPathAlsoWhenItIsBroken(t *testing.T) {
	home(t)
	broken := settingsFileWith(t, "theme: [")
	if got, err := File(Options{File: broken}); err != nil || got != broken {
		t.Errorf("%s, %v", got, err)
	}
	if _, err := os.Stat(broken); err != nil {
		t.Error(err)
	}
}
