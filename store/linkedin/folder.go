package linkedin

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"linkvet/store/clean"
	"linkvet/store/files"
)

// addFolder lists an unpacked archive, also one folder deeper than expected.
func (s *sources) addFolder(root string) error {
	resolved, err := filepath.EvalSymlinks(root)
	if err != nil {
		return fmt.Errorf("look at the archive: %w", err)
	}
	found, seen, zips := 0, 0, ""
	err = filepath.WalkDir(resolved, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("look through the folder: %w", err)
		}
		if seen++; seen > s.limits.members {
			return s.tooMany(root)
		}
		if file != resolved && isHidden(entry.Name()) {
			if entry.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		if strings.EqualFold(filepath.Ext(file), ".zip") {
			zips = entry.Name()
		}
		if !entry.Type().IsRegular() || !mayHoldTable(file) {
			return nil
		}
		info, err := entry.Info()
		if err != nil {
			return fmt.Errorf("look through the folder: %w", err)
		}
		name, err := filepath.Rel(resolved, file)
		if err != nil {
			return fmt.Errorf("look through the folder: %w", err)
		}
		found++
		return s.addMember(member{
			path: file, name: filepath.ToSlash(name), size: info.Size(),
			open: func() (io.ReadCloser, error) { return files.Open(file) },
		})
	})
	if err == nil && found == 0 {
		return emptyFolder(root, zips)
	}
	return err
}

func emptyFolder(root, zipName string) error {
	hint := howToGet
	if zipName != "" {
		hint = "it holds " + clean.Line(zipName) + ": import that file"
	}
	return &FormatError{Path: root, Problem: "no tables in this folder; looked for Invitations.csv and Connections.csv", Hint: hint}
}

// mayHoldTable keeps reading to text and mails; tables are known by header.
func mayHoldTable(name string) bool {
	switch strings.ToLower(path.Ext(filepath.ToSlash(name))) {
	case ".csv", ".tsv", ".txt", ".eml", ".mbox":
		return true
	}
	return false
}

// isHidden reports dot files and what macOS adds to archives.
func isHidden(base string) bool {
	return strings.HasPrefix(base, ".") || base == "__MACOSX"
}
