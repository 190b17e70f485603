package config

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"linkvet/store/files"

	"github.com/spf13/viper"
)

// SaveProfile writes the profile into the settings file. An empty profile is
// kept as "asked, nothing said".
func (s Settings) SaveProfile(p Profile) error {
	return s.save("the profile", func(values map[string]any) {
		values["profile"] = p.values()
		if p.IsZero() {
			delete(values, "profile")
		}
		values["profile_asked"] = true
	})
}

// SaveTheme writes the theme into the settings file.
func (s Settings) SaveTheme(theme string) error {
	return s.save("the theme", func(values map[string]any) { values["theme"] = theme })
}

// SaveMouse writes down whether the terminal program takes the mouse.
func (s Settings) SaveMouse(on bool) error {
	return s.save("the mouse setting", func(values map[string]any) { values["mouse"] = on })
}

// SaveSections writes the person's sections into the settings file.
func (s Settings) SaveSections(all []Section) error {
	return s.save("the sections", func(values map[string]any) {
		delete(values, "sections")
		var list []any
		for _, section := range all {
			list = append(list, map[string]any{"name": section.Name, "query": section.Query})
		}
		if len(list) > 0 {
			values["sections"] = list
		}
	})
}

// SaveKeys writes the keys that differ from the program's own into the settings
// file.
func (s Settings) SaveKeys(all []Binding) error {
	return s.save("the keys", func(values map[string]any) {
		delete(values, "keys")
		keys := map[string]any{}
		for _, b := range all {
			keys[b.Action] = b.Keys
		}
		if len(keys) > 0 {
			values["keys"] = keys
		}
	})
}

// save changes the settings file, creating it when there is none, and keeps
// every other key. A file that cannot be read strictly is left alone, and so is
// one that could not be read back afterwards.
func (s Settings) save(what string, change func(values map[string]any)) error {
	// A settings file that is a link into a folder of dotfiles stays a link.
	path := s.File
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	data, err := readFile(path)
	if err != nil {
		return err
	}
	values, err := parse(data, path)
	if err != nil {
		return err
	}
	change(values)

	v := viper.New()
	v.SetConfigType("yaml")
	if err := v.MergeConfigMap(values); err != nil {
		return fmt.Errorf("keeping %s: %w", what, err)
	}
	var out bytes.Buffer
	if err := v.WriteConfigTo(&out); err != nil {
		return fmt.Errorf("keeping %s: %w", what, err)
	}
	if _, err := parse(out.Bytes(), path); err != nil {
		return fmt.Errorf("%s has a value that is not allowed: %w", what, err)
	}
	return write(path, out.Bytes())
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
	return values
}

// write replaces the file as a whole or not at all. What it holds is personal, so
// nobody else may read it.
func write(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("making the settings folder: %w", err)
	}
	err := files.Write(path, true, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		return fmt.Errorf("keeping the settings: %w", err)
	}
	return nil
}
