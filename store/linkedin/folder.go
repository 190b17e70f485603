package linkedin

import (
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"linkvet/store/files"
)

// addFolder lists an unpacked archive, also one folder deeper than expected, or
// a folder of mails as any program keeps them. Zips are opened where nothing
// else is there to read, as in a folder of downloads.
func (s *sources) addFolder(root string) error {
	resolved, err := filepath.EvalSymlinks(root)
	if err != nil {
		return fmt.Errorf("look at the archive: %w", err)
	}
	before, seen := len(s.members), 0
	var zips []string
	err = filepath.WalkDir(resolved, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("look through the folder: %w", err)
		}
		if seen++; seen > s.limits.files {
			return tooMany(root, s.limits.files)
		}
		switch {
		case file != resolved && isHidden(entry.Name()):
			if entry.IsDir() {
				return filepath.SkipDir
			}
			return nil
		case !entry.Type().IsRegular():
			return nil
		case strings.EqualFold(filepath.Ext(file), ".zip"):
			zips = append(zips, file)
			return nil
		}
		name, err := filepath.Rel(resolved, file)
		if err != nil {
			return fmt.Errorf("look through the folder: %w", err)
		}
		info, err := entry.Info()
		if err != nil {
			return fmt.Errorf("look through the folder: %w", err)
		}
		return s.addFound(member{
			path: file, name: filepath.ToSlash(name), size: info.Size(),
			open: func() (io.ReadCloser, error) { return files.Open(file) },
		})
	})
	if err != nil {
		return err
	}
	if len(s.members) > before {
		for _, file := range zips {
			s.unread.zips = append(s.unread.zips, filepath.Base(file))
		}
		return nil
	}
	return s.addZips(root, zips)
}

// addFound takes a file of a folder or a zip if there may be something in it.
func (s *sources) addFound(m member) error {
	form := formOf(m.name)
	if form == unknownForm {
		var err error
		if form, err = lookInto(m.open); err != nil {
			return fmt.Errorf("look through the archive: %w", err)
		}
	}
	switch form {
	case outlookForm:
		s.unread.outlook = append(s.unread.outlook, m.name)
	case otherForm:
		s.unread.others = append(s.unread.others, m.name)
	case mailForm, tableForm:
		m.mail = form == mailForm
		return s.addMember(m)
	}
	return nil
}

// addZips opens the zips of a folder that holds nothing else to read. Those that
// are no archive of LinkedIn's are named.
func (s *sources) addZips(root string, zips []string) error {
	before := len(s.members)
	var failed error
	for _, file := range zips {
		was := len(s.members)
		if err := s.addZip(file); err != nil {
			failed = err
			s.warnings = append(s.warnings, err.Error())
		} else if len(s.members) == was {
			s.unread.others = append(s.unread.others, filepath.Base(file))
		}
	}
	switch {
	case len(s.members) > before:
		return nil
	case len(zips) == 1 && failed != nil:
		return failed
	}
	return emptyFolder(root, s.unread)
}

func emptyFolder(root string, left unread) error {
	problems := append([]string{"no tables in this folder; looked for Invitations.csv and Connections.csv"}, left.sentences()...)
	return &FormatError{Path: root, Problem: strings.Join(problems, "; "), Hint: howToGet}
}

// isHidden reports dot files and what macOS adds to archives.
func isHidden(base string) bool {
	return strings.HasPrefix(base, ".") || base == "__MACOSX"
}
