package config

import (
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"

	"linkvet/store/files"
)

// SaveProfile writes the profile into the settings file. An empty profile is
// kept as "asked, nothing said".
func (s Settings) SaveProfile(p Profile) error {
	values := p.values()
	changes := []change{{[]string{"profile_asked"}, true}}
	for _, setting := range children("profile.") {
		name := setting.key[len("profile."):]
		changes = append(changes, change{[]string{"profile", name}, values[name]})
	}
	return s.save("the profile", changes...)
}

// SaveTheme writes the theme into the settings file.
func (s Settings) SaveTheme(theme string) error {
	return s.save("the theme", change{[]string{"theme"}, theme})
}

// SavePace writes down whether the questions come in pages or one by one.
func (s Settings) SavePace(pace string) error {
	return s.save("the pace of the questions", change{[]string{"pace"}, pace})
}

// SaveMouse writes down whether the terminal program takes the mouse.
func (s Settings) SaveMouse(on bool) error {
	return s.save("the mouse setting", change{[]string{"mouse"}, on})
}

// SaveAccessible writes down whether the terminal program goes line by line.
func (s Settings) SaveAccessible(on bool) error {
	return s.save("how linkvet is shown", change{[]string{"accessible"}, on})
}

// SaveSections writes the person's sections into the settings file.
func (s Settings) SaveSections(all []Section) error {
	c := change{path: []string{"sections"}}
	var list []any
	for _, section := range all {
		list = append(list, map[string]any{"name": section.Name, "query": section.Query})
	}
	if len(list) > 0 {
		c.value = list
	}
	return s.save("the sections", c)
}

// SaveKeys writes the keys that differ from the program's own into the settings
// file.
func (s Settings) SaveKeys(all []Binding) error {
	keys := map[string][]string{}
	for _, b := range all {
		keys[b.Action] = b.Keys
	}
	return s.saveWith("the keys", func(now map[string]any) []change {
		var changes []change
		old, _ := now["keys"].(map[string]any)
		for _, action := range slices.Sorted(maps.Keys(old)) {
			if keys[action] == nil {
				changes = append(changes, change{[]string{"keys", action}, nil})
			}
		}
		for _, action := range slices.Sorted(maps.Keys(keys)) {
			changes = append(changes, change{[]string{"keys", action}, keys[action]})
		}
		return changes
	})
}

func (s Settings) save(what string, changes ...change) error {
	return s.saveWith(what, func(map[string]any) []change { return changes })
}

// saveWith changes the settings file, creating it when there is none, and leaves
// everything else in it as it is. A file that cannot be read strictly is left
// alone, and so is one that could not be read back afterwards.
func (s Settings) saveWith(what string, changes func(now map[string]any) []change) error {
	path := s.File
	data, err := Read(path)
	if err != nil {
		return err
	}
	wanted, err := parse(data, path)
	if err != nil {
		return err
	}
	text := string(data)
	for _, c := range changes(wanted) {
		if !reflect.DeepEqual(c.now(wanted), c.value) {
			text = splice(text, c)
			c.apply(wanted)
		}
	}
	got, err := parse([]byte(text), path)
	if err != nil {
		return fmt.Errorf("%s has a value that is not allowed: %w", what, err)
	}
	if !reflect.DeepEqual(got, wanted) {
		return fmt.Errorf("keeping %s: %s is written in a way that is not safe to change; change it by hand", what, path)
	}
	return Write(path, []byte(text), true)
}

// values returns what was said, by key; what was not said has no key.
func (p Profile) values() map[string]any {
	values := map[string]any{}
	if len(p.Goals) > 0 {
		values["goals"] = p.Goals
	}
	for key, value := range map[string]string{"usage": p.Usage, "comfort": p.Comfort, "job_search": p.JobSearch} {
		if value != "" {
			values[key] = value
		}
	}
	if p.Connections != nil {
		values["connections"] = *p.Connections
	}
	if p.PostsPersonal {
		values["posts_personal"] = true
	}
	if p.Premium {
		values["premium"] = true
	}
	return values
}

// Write writes a settings file as a whole or not at all. What it holds is personal,
// so nobody else may read it. Without replace a file that is there stays, and the
// error is fs.ErrExist.
func Write(path string, data []byte, replace bool) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target // a settings file that is a link into a folder of dotfiles stays a link
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("making the settings folder: %w", err)
	}
	err := files.Write(path, replace, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		return fmt.Errorf("keeping the settings: %w", err)
	}
	return nil
}
